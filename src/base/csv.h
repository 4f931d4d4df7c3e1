/* SPDX-License-Identifier: MIT
 * Delimited text as RFC 4180 has it, and as spreadsheets write it: any delimiter, LF, CR LF or CR,
 * line ends and doubled quotes inside quoted fields. Cells are bytes: nothing is checked or changed
 * here. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "db/base/arena.h"
#include "db/base/error.h"

struct csv {
	const char *at, *end;
	char delimiter;
	long line; /* of the row that comes next, from 1 */
	long row;  /* the same as a spreadsheet counts: an empty line too is one */
};

struct csv_cell {
	const char *text; /* NUL-terminated, but may hold NULs */
	size_t n;
	bool number; /* a workbook has it as one */
};

struct csv_row {
	struct csv_cell *cells;
	size_t n;
	long line;         /* where the row begins */
	long row;          /* as a spreadsheet numbers it: a cell of many lines is one row */
	bool unterminated; /* a quoted field runs to the end of the file */
	const char *raw;   /* its bytes in the file */
	size_t raw_n;
};

void csv_start(struct csv *csv, const char *bytes, size_t n, char delimiter);
/* The next row that is not an empty line, into the arena; false at the end. */
bool csv_next(struct csv *csv, struct arena *arena, struct csv_row *row);
/* Has no cell anything but white space? */
bool csv_is_blank(const struct csv_row *row);
/* The delimiter that most evenly divides the first lines: comma, semicolon or tab. */
char csv_guess_delimiter(const char *bytes, size_t n);

/* For the tables that ship with the program: runs `load` on each row behind the heading of a
 * comma-separated text. E_INVALID (field "file") for a row with another number of columns. */
typedef struct error (*csv_load)(void *arg, const struct csv_row *row);
struct error csv_each_row(const char *text, size_t columns, csv_load load, void *arg);
