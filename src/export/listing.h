/* SPDX-License-Identifier: MIT
 * What a list is made of: its columns, each with who may see it, and a function that fills the
 * cells of one row. Which columns are shown, and in which order, is chosen by their names. */
#pragma once

#include "db/base/arena.h"
#include "db/base/error.h"
#include "src/export/column.h"
#include "src/export/writer.h"
#include "src/ground/sides.h"

/* The columns with what they have of the record's fields, and behind them one for each field that
 * the record's lists have (IN_LIST) and none of them names: *n is then more. Itself where
 * there is no record. Into the arena. A column that has no kind, and is no field either, is a
 * programmer's fault. */
const struct column *columns_over(
	struct arena *arena, const struct record *record, const struct column *columns, size_t *n);
/* What stands over it, in the language in use. */
const char *column_title(const struct column *column);

/* The cells of one row, a column each; what is not put into it stays unset. */
struct row {
	struct arena arena; /* of this row; cleared before the next */
	const struct column *columns;
	size_t n;
	struct cell *cells;
	bool left_out; /* the row is not one of those asked for */
	/* Of a blind round that keeps the sides of this row apart for who asks; 0: none. */
	int64_t sealed_by;
	enum side side; /* the one that the list is on */
};

/* Fills every column that a field fills: `from` is the struct of the record that the columns are
 * over. A reference that leads nowhere is null. */
void row_record(struct row *row, const void *from);
/* By the column's name, which must be one of the row's. */
void row_put(struct row *row, const char *name, struct cell cell);
/* A code of the column's vocabulary. */
void row_code(struct row *row, const char *name, const char *code);
void row_begin(struct row *row, const struct column *columns, size_t n);
/* Frees what the row holds but for its array of cells, which is used for the next one. */
void row_clear(struct row *row);
void row_end(struct row *row);
/* Covers what the acting account may not see of it (src/export/gate.h). */
void row_gate(struct context *ctx, struct row *row);

/* Rows inside of a cell, at most that many; all in the arena. */
struct nested *nested_new(struct arena *arena, const struct column *columns, size_t n, size_t most);
/* Its next row, for row_put. */
struct row nested_add(struct nested *nested);

/* Columns by their place. */
struct choice {
	size_t *at;
	size_t n;
	const char *unknown; /* the name that no column has */
};

/* `names`: "code,title,contact_*" chooses and orders; "x_*" is what begins with x, and contact_*
 * all that is shown only where it is asked for. Without it `shown`, of the same form, for people;
 * for programs (or without `shown`) every column that is for them, those of contacts only of one
 * `record` by itself. E_INVALID (field "columns"). */
struct error columns_choose(struct arena *arena, const struct column *columns, size_t n,
	const char *names, const char *shown, enum reader reader, bool record,
	struct choice *choice);
/* The first column, and those that addresses are made of (src/export/addresses.h). E_RULE where
 * there are none. */
struct error columns_of_addresses(
	struct arena *arena, const struct column *columns, size_t n, struct choice *choice);
/* "code, title, ..."; for who named another. Into the arena. */
const char *columns_known(struct arena *arena, const struct column *columns, size_t n);
/* The chosen ones that are shown only where they are asked for: "contact,contact_email"; "" where
 * there are none. Into the arena. */
const char *columns_disclosed(
	struct arena *arena, const struct column *columns, const struct choice *choice);
/* Does the row have anything in one of those? */
bool row_discloses(const struct row *row, const struct choice *choice);
