/* SPDX-License-Identifier: MIT
 * A file read into rows, with its columns recognized by their headings in Finnish,
 * Swedish or English. What the rows mean is for the import of each kind. */
#pragma once

#include "src/base/daytime.h"
#include "src/base/charset.h"
#include "src/base/csv.h"

struct table_field {
	const char *code;     /* of WORDS_FIELD; NULL: a file has no such column */
	const char *headings; /* folded, with '|' between */
	bool required;
	bool many;     /* several columns may be it: "Member 1", "Member 2" */
	bool expected; /* the record is empty without it: a column, or given up on purpose */
	bool lines;    /* a text of several lines */
	size_t max;    /* characters */
	int digits;    /* a code of so many: where a workbook made a number of it, its zeros come
			  back */
};

enum { SHEETS_SIZE = 400 };

struct table;

struct table_options {
	const char *charset;   /* NULL: guess */
	const char *delimiter; /* one character, "tab", or NULL: guess */
	const char *sheet;     /* of a workbook, by its name; NULL: the one that has such a list */
	char *sheets; /* SHEETS_SIZE bytes or NULL: if it has several, their names, a line each */
	const char *const *maps; /* "HEADING=field" or "3=field" */
	size_t map_count;
	bool keep_unmapped; /* E_NO_COLUMN leaves what was read, so that somebody can say which
			       column it is */
	bool above;         /* the heading may stand anywhere: below the head of a form */
	long heading_row;   /* as a spreadsheet numbers rows; 0: found */
	const char *const *without; /* expected fields that are given up */
	size_t without_count;
	enum date_order date_order; /* of dates that are two numbers and a year */
	/* What the columns of the same form (table->form) were before, a code each with commas
	 * between; NULL if it is not known. */
	const char *(*remembered)(void *arg, struct table *table);
	void *remembered_arg;
};

struct table {
	struct arena arena;
	const char *file; /* its name without directories */
	struct decoded decoded;
	const char *bytes; /* of a text, as they stand in the file; NULL: it was none */
	size_t byte_count;
	char delimiter;
	const char *sheet; /* of a workbook; NULL: it was none */
	char sha256[65];
	const struct table_field *fields;
	size_t field_count;
	const char **headings; /* cleaned */
	size_t *field_of;      /* one a column; field_count: not imported */
	bool *guessed;         /* one a column: known only by how its heading begins */
	long heading_row;      /* as a spreadsheet numbers it */
	char form[65];         /* SHA-256 of the folded headings: the same form has the same */
	bool remembered;       /* the columns are as they were said to be before */
	size_t columns;
	struct csv_row *rows; /* without the heading */
	size_t n;
	struct csv_row *above; /* what stands above the heading */
	size_t above_count;
};

/* Reads all of it, text with delimiters or a workbook (XLSX). E_NO_FILE, E_ACCESS, E_IO; E_INVALID
 * (field "charset", "delimiter", "column", "without"); E_NOT_FOUND (field "heading_row", "sheet");
 * E_SHEET when several sheets have such a list; E_NO_COLUMN (the field; low 1 if it can be given
 * up) when a required or expected column is missing; E_RULE for an empty file or one that is no
 * text. */
struct error table_read(const char *path, const struct table_options *options,
	const struct table_field *fields, size_t field_count, struct table *table);
void table_clear(struct table *table);
/* The cell of a field, or NULL if the file has no such column or the row no such cell. */
const struct csv_cell *table_cell(
	const struct table *table, const struct csv_row *row, size_t field);
/* The number of the field's column from 1; 0 if the file has none. */
size_t table_column(const struct table *table, size_t field);
/* How many columns are that field. */
size_t table_columns(const struct table *table, size_t field);
