/* SPDX-License-Identifier: MIT
 * What the documents that people write for others share: how one begins, facts that are left out
 * where there is nothing to say, tables that grow row by row, and figures in the language in use.
 * Everything lies in the arena. */
#pragma once

#include "db/base/ratio.h"
#include "src/documents/document.h"

enum { WRITING_FACTS = 24, WRITING_COLUMNS = 16 };

struct writing {
	struct context *ctx;
	struct arena *arena;
	struct document *page;
	struct fact facts[WRITING_FACTS]; /* of the chapter that is being written */
	size_t n;
};

/* Makes a document in the language that was asked for (NULL: the one in use): `write` runs in it,
 * and the one that was in use before is in use again. */
struct error writing_in(struct context *ctx, struct arena *arena, const struct document_ask *ask,
	struct documents *out,
	struct error (*write)(
		struct writing *w, const struct document_ask *ask, struct documents *out));
/* Its page, with the competition's name above and what is said of a demo. */
struct error writing_begin(struct writing *w, struct documents *out, const char *title);

/* Nothing for "" or NULL. */
void writing_fact(struct writing *w, const char *label, const char *value);
/* The facts so far under their heading (NULL: none); without facts neither. */
void writing_facts(struct writing *w, const char *heading);
/* A heading within a chapter. */
void writing_heading(struct writing *w, const char *text);
/* Text as somebody wrote it, in that language (NULL: the document's); nothing for "". */
void writing_text(struct writing *w, const char *text, const char *lang);
/* A paragraph that says "label: text"; nothing for "". */
void writing_said(struct writing *w, const char *label, const char *text, const char *lang);

/* A table that is filled row by row; without rows it is not written, and `none` is said instead
 * (NULL: nothing). */
struct writing_table {
	struct table_column columns[WRITING_COLUMNS];
	size_t n;
	const char **cells;
	size_t rows, room;
};

void writing_column(struct writing_table *t, const char *title, bool number);
/* A new row: as many cells as there are columns, empty, to be filled. */
const char **writing_row(const struct writing *w, struct writing_table *t);
void writing_table(
	struct writing *w, const struct writing_table *t, const char *caption, const char *none);

/* "" for 0. */
const char *writing_day(const struct writing *w, int64_t day);
const char *writing_time(const struct writing *w, int64_t time);
/* "9.02", of a time. */
const char *writing_clock(const struct writing *w, int64_t time);
const char *writing_number(const struct writing *w, int64_t number);
const char *writing_money(const struct writing *w, int64_t cents);
/* "–" without one. */
const char *writing_points(const struct writing *w, struct ratio points);
