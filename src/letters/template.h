/* SPDX-License-Identifier: MIT
 * Templates of letters: one a kind and language ships with Klash, and the office may write its own.
 */
#pragma once

#include "db/store/letter.h"
#include "src/ground/context.h"
#include "src/letters/kind.h"

/* A template, the office's or else the one that ships. E_INVALID (letter_kind,
 * language). Its id is 0 where it is not the office's. */
struct error letter_template_get(struct context *ctx, struct arena *arena, const char *kind,
	const char *lang, struct letter_template *t);
/* The office's own in the place of the one that ships; with the texts of that one, that one again.
 * E_STALE by `v`. Unknown fields stop it: E_RULE, and *field names the first (may be NULL). */
struct error letter_template_save(struct context *ctx, struct arena *arena,
	const struct letter_template *t, const char **field);
/* As it ships. */
void letter_template_shipped(
	struct arena *arena, const char *kind, const char *lang, struct letter_template *t);
/* The first field in subject or body that letters of the kind do not have; NULL: none. */
const char *letter_text_unknown(struct arena *arena, const struct letter_kind_row *kind,
	const char *subject, const char *body);
