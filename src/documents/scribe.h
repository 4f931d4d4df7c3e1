/* SPDX-License-Identifier: MIT
 * What the documents that people write for others share: how one begins, facts that are left out
 * where there is nothing to say, tables that grow row by row, and figures in the language in use.
 * Everything lies in the arena. */
#pragma once

#include "db/base/ratio.h"
#include "src/documents/document.h"

enum { SCRIBE_FACTS = 24, SCRIBE_COLUMNS = 16 };

struct scribe {
	struct context *ctx;
	struct arena *arena;
	struct document *page;
	struct fact facts[SCRIBE_FACTS]; /* of the chapter that is being written */
	size_t n;
};

/* Makes a document in the language that was asked for (NULL: the one in use): `write` runs in it,
 * and the one that was in use before is in use again. */
struct error scribe_in(struct context *ctx, struct arena *arena, const struct document_ask *ask,
	struct documents *out,
	struct error (*write)(
		struct scribe *w, const struct document_ask *ask, struct documents *out));
/* Its page, with the competition's name above and what is said of a demo. */
struct error scribe_begin(struct scribe *w, struct documents *out, const char *title);

/* Nothing for "" or NULL. */
void scribe_fact(struct scribe *w, const char *label, const char *value);
/* The facts so far under their heading (NULL: none); without facts neither. */
void scribe_facts(struct scribe *w, const char *heading);
/* A heading within a chapter. */
void scribe_heading(struct scribe *w, const char *text);
/* Text as somebody wrote it, in that language (NULL: the document's); nothing for "". */
void scribe_text(struct scribe *w, const char *text, const char *lang);
/* A paragraph that says "label: text"; nothing for "". */
void scribe_said(struct scribe *w, const char *label, const char *text, const char *lang);

/* A table that is filled row by row; without rows it is not written, and `none` is said instead
 * (NULL: nothing). */
struct scribe_table {
	struct table_column columns[SCRIBE_COLUMNS];
	size_t n;
	const char **cells;
	size_t rows, room;
};

void scribe_column(struct scribe_table *t, const char *title, bool number);
/* A new row: as many cells as there are columns, empty, to be filled. */
const char **scribe_row(const struct scribe *w, struct scribe_table *t);
void scribe_table(
	struct scribe *w, const struct scribe_table *t, const char *caption, const char *none);

/* "" for 0. */
const char *scribe_day(const struct scribe *w, int64_t day);
const char *scribe_time(const struct scribe *w, int64_t time);
/* "9.02", of a time. */
const char *scribe_clock(const struct scribe *w, int64_t time);
const char *scribe_number(const struct scribe *w, int64_t number);
const char *scribe_money(const struct scribe *w, int64_t cents);
/* "–" without one. */
const char *scribe_points(const struct scribe *w, struct ratio points);
