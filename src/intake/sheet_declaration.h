/* SPDX-License-Identifier: MIT
 * The head of a score sheet that came back: whose it is, and the declaration of interest on it.
 * Reviews that come in by file need it on the same sheet (hallintolaki 434/2003, 27-29 §). */
#pragma once

#include "src/judging/sheet_labels.h"
#include "src/intake/table.h"
#include "src/judging/review.h"

/* As it was filled in; "" where it was not. */
struct sheet_declaration {
	bool is_sheet;
	const char *key;   /* of the round, as printed on it */
	const char *juror; /* user name or name */
	const char *answer, *date, *signature;
	long line; /* of the answer */
	struct declared_conflict *conflicts;
	size_t n;
};

/* Reads it from above the table's heading, in any of the three languages. */
void sheet_read(struct arena *arena, const struct table *table, struct sheet_declaration *sheet);
bool sheet_is_blank(const struct sheet_declaration *sheet);
/* Understands the answer; why it cannot be taken (N_), or NULL. `by_code`: it goes by the codes of
 * a blind round, whose juror has declared by name before. */
const char *sheet_understand(struct context *ctx, struct arena *arena, int64_t round_id,
	bool by_code, struct sheet_declaration *sheet);
