/* SPDX-License-Identifier: MIT
 * Do the records of one thing agree with those of another: team, contract, payment, session? What
 * the rules refuse today may have been recorded before they did. Names codes, never a value. */
#pragma once

#include "db/store/consistency.h"
#include "src/ground/context.h"

/* In a fixed order; for `check`, which asks for no right. */
struct error consistency_list(
	struct context *ctx, struct arena *arena, struct inconsistencies *list);
/* The sentence of one, translated. */
const char *consistency_sentence(struct arena *arena, const struct inconsistency *found);
