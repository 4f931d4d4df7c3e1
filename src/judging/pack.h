/* SPDX-License-Identifier: MIT
 * The reading pack of a round: what its jurors read, under the codes, with the attachments under
 * names that say nothing but the code (directive 2014/24/EU, article 82: anonymity until the jury
 * has concluded). */
#pragma once

#include "db/store/attachment.h"
#include "src/ground/context.h"

/* Names the attachments that the submission has now for the jury: "K-4XW-1.pdf". In the transaction
 * that fixes the item under its code; what is attached later does not reach the round. */
struct error pack_name_files(struct context *ctx, struct arena *arena, int64_t item_id,
	int64_t submission_id, const char *code);

/* Makes the directory and fills it: one text an item, its attachments beside it, and a list of
 * contents, all in the order of the codes and with one and the same time. E_EXISTS if the directory
 * is there; E_RULE before the texts are fixed. Of a blind round only for who may see its codes.
 * Nothing is left on failure. */
struct error pack_write(struct context *ctx, int64_t round_id, const char *directory);
