/* SPDX-License-Identifier: MIT
 * A workbook (XLSX) as rows of cells, read by klash-documents. Cells are bytes, as those of a text
 * with delimiters: what may be kept is judged later. */
#pragma once

#include "src/base/csv.h"

struct sheet {
	const char *name;
	struct csv_row *rows; /* those with anything in them, all as long as the longest */
	size_t n;
};

struct workbook {
	struct sheet *sheets;
	size_t n;
};

/* Packed, as all workbooks of that kind are. */
bool workbook_is(const struct buffer *bytes);

/* The visible sheets, or the one of that name; into the arena. E_NOT_FOUND (field "sheet"); E_RULE
 * for what is no workbook, is damaged, or is larger than can be taken. */
struct error workbook_read(struct arena *arena, const struct buffer *bytes, const char *sheet,
	struct workbook *workbook);

/* What they are called, a line each, as much as there is room for. */
void workbook_names(const struct workbook *workbook, char *out, size_t size);
