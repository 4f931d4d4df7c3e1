/* SPDX-License-Identifier: MIT
 * A workbook (ECMA-376, part 1: SpreadsheetML) as eleven programs write it, read into lines. */
#pragma once

#include <stdbool.h>
#include <stdio.h>

#include "documents/package.h"

/* How a number of that style is shown. */
enum shown { SHOWN_NUMBER, SHOWN_MOMENT, SHOWN_DAY, SHOWN_CLOCK };

struct sheet {
	char *name, *part;
	bool visible;
};

struct book {
	struct package package;
	struct sheet *sheets;
	size_t sheet_count;
	bool from_1904;
	char **shared; /* texts that cells name by their number */
	size_t shared_count;
	enum shown *styles; /* of cells, by their number */
	size_t style_count;
};

/* Everything but the sheets. The fault leaves something to be cleared, too. */
enum line_fault book_open(struct book *workbook, FILE *in);
void book_close(struct book *workbook);

/* Rows with anything in them, a line each; *written counts the bytes. */
enum line_fault sheet_read(
	struct book *workbook, const struct sheet *sheet, FILE *out, size_t *written);

/* How a format shows numbers: by what is left of it without quotes, escapes and brackets
 * (ECMA-376, part 1, 18.8.30 and 18.8.31). */
enum shown shown_by_code(const char *code);
enum shown shown_by_number(long number); /* of those that have no code in the file */

/* What stands in the file for characters that XML cannot hold (_x000D_) becomes them; line ends
 * become one newline. In place. */
void unescape(char *text);

/* A number as it stands in the file, as a cell of a line: what it is and its words. `text` is 32
 * bytes. */
char number_words(const char *value, enum shown shown, bool from_1904, char *text);
