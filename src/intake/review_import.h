/* SPDX-License-Identifier: MIT
 * Reviews from a file: one row a juror and submission, a column a criterion. All or nothing. A
 * juror who has not declared is refused, unless the import says where the signed declarations are.
 * A score sheet that was filled in (src/documents/score_sheet.h) has its juror and declaration
 * above its heading; what it declares is recorded with its reviews, a conflict bars as any other,
 * and rows left empty are not reviews. A row that would take the place of what the juror has
 * written, or of an unfinished draft that says something else, is held: it is taken only on
 * purpose, with a reason, and then what was there stays in the review's history. */
#pragma once

#include "src/ground/context.h"
#include "src/intake/table.h"

struct review_fault {
	long row, line;       /* row 0: above the heading */
	const char *field;    /* of WORDS_FIELD, or a criterion's key */
	const char *sentence; /* N_(): why the row is refused */
};

struct review_held {
	long row, line;
	const char *juror, *code; /* whose, of what */
	int64_t submitted, draft; /* when, 0: there is none */
};

struct review_import {
	struct arena arena;
	size_t added, drafts, duplicates, refused, held;
	size_t barred; /* rows left out: the sheet itself declares a conflict with them */
	const char
		*declared; /* the juror whose declaration on the sheet was recorded; NULL: none */
	size_t conflicts;  /* in that declaration */
	struct review_fault *faults;
	struct review_held *holds;
};

/* `declared` (may be NULL): where the signed declarations of "none" are. `over_juror` (may be
 * NULL): why rows may take the place of what jurors have written. With refused or held rows nothing
 * is saved: E_RULE, and `result` lists them. */
struct error review_import(struct context *ctx, int64_t round_id, const char *path,
	const struct table_options *options, const char *declared, const char *over_juror,
	struct review_import *result);
/* What a held row would take the place of, one sentence. */
void review_held_words(const struct review_held *held, char *out, size_t size);
void review_import_clear(struct review_import *result);
