/* SPDX-License-Identifier: MIT */
#include "src/base/csv.h"

#include <string.h>

#include "src/base/blank.h"

void csv_start(struct csv *csv, const char *bytes, size_t n, char delimiter)
{
	*csv = (struct csv){
		.at = bytes, .end = bytes + n, .delimiter = delimiter, .line = 1, .row = 1
	};
}

static bool at_line_end(const struct csv *csv)
{
	return *csv->at == '\n' || *csv->at == '\r';
}

/* LF, CR LF, or the CR alone of old Macintosh files. */
static void skip_line_end(struct csv *csv)
{
	if (*csv->at++ == '\r' && csv->at < csv->end && *csv->at == '\n')
		csv->at++;
	csv->line++;
}

/* Stands behind the opening quote; ends behind the closing one. False if there is none. */
static bool read_quoted(struct csv *csv, struct buffer *cell)
{
	while (csv->at < csv->end) {
		char c = *csv->at++;

		if (c == '"' && (csv->at == csv->end || *csv->at != '"'))
			return true;
		if (c == '"')
			csv->at++;
		if (c == '\n' || (c == '\r' && (csv->at == csv->end || *csv->at != '\n')))
			csv->line++;
		buffer_add(cell, &c, 1);
	}
	return false;
}

static bool read_cell(struct csv *csv, struct buffer *cell)
{
	bool closed = true;

	if (csv->at < csv->end && *csv->at == '"') {
		csv->at++;
		closed = read_quoted(csv, cell);
	}
	/* What follows a closing quote belongs to the cell all the same. */
	const char *start = csv->at;
	while (csv->at < csv->end && *csv->at != csv->delimiter && !at_line_end(csv))
		csv->at++;
	buffer_add(cell, start, (size_t)(csv->at - start));
	return closed;
}

static void add_cell(
	struct csv_row *row, size_t *capacity, struct arena *arena, const struct buffer *cell)
{
	if (row->n == *capacity) {
		size_t wider = *capacity == 0 ? 16 : *capacity * 2;
		struct csv_cell *cells = arena_alloc(arena, wider * sizeof(*cells));

		if (row->n > 0)
			memcpy(cells, row->cells, row->n * sizeof(*cells));
		row->cells = cells;
		*capacity = wider;
	}
	row->cells[row->n++] =
		(struct csv_cell){ arena_bytes(arena, cell->text, cell->length), cell->length };
}

bool csv_next(struct csv *csv, struct arena *arena, struct csv_row *row)
{
	size_t capacity = 0;
	struct buffer cell = { 0 };

	while (csv->at < csv->end && at_line_end(csv)) {
		skip_line_end(csv);
		csv->row++;
	}
	if (csv->at >= csv->end)
		return false;
	*row = (struct csv_row){ .line = csv->line, .row = csv->row++, .raw = csv->at };
	for (;;) {
		cell.length = 0;
		if (!read_cell(csv, &cell))
			row->unterminated = true;
		add_cell(row, &capacity, arena, &cell);
		if (csv->at >= csv->end || *csv->at != csv->delimiter)
			break;
		csv->at++;
	}
	row->raw_n = (size_t)(csv->at - row->raw);
	if (csv->at < csv->end)
		skip_line_end(csv);
	buffer_clear(&cell);
	return true;
}

bool csv_is_blank(const struct csv_row *row)
{
	for (size_t c = 0; c < row->n; c++) {
		const char *at = row->cells[c].text, *end = at + row->cells[c].n;

		for (size_t n; at < end; at += n) {
			n = *at == '\t' || *at == '\n' || *at == '\r' ? 1 : blank_at(at);
			if (n == 0)
				return false;
		}
	}
	return true;
}

enum { GUESS_ROWS = 20 };

/* How many rows have the number of cells that most have, and that number; one column counts for
 * nothing, so that titles above and notes below the table do not tell against a delimiter. */
static size_t evenness(const char *bytes, size_t n, char delimiter)
{
	struct csv csv;
	struct arena arena = { 0 };
	struct csv_row row;
	size_t columns[GUESS_ROWS], rows = 0, best = 0;

	csv_start(&csv, bytes, n, delimiter);
	while (rows < GUESS_ROWS && csv_next(&csv, &arena, &row))
		columns[rows++] = row.n;
	for (size_t i = 0; i < rows; i++) {
		size_t even = 0;

		for (size_t k = 0; k < rows; k++)
			even += columns[k] == columns[i] ? 1 : 0;
		if (columns[i] > 1 && even * 100 + columns[i] > best)
			best = even * 100 + columns[i];
	}
	arena_clear(&arena);
	return best;
}

char csv_guess_delimiter(const char *bytes, size_t n)
{
	static const char candidates[] = { ',', ';', '\t' };
	char best = ',';
	size_t most = 0;

	for (size_t i = 0; i < sizeof(candidates); i++) {
		size_t even = evenness(bytes, n, candidates[i]);

		if (even > most) {
			most = even;
			best = candidates[i];
		}
	}
	return best;
}

struct error csv_each_row(const char *text, size_t columns, csv_load load, void *arg)
{
	struct csv csv;
	struct csv_row row;
	struct arena arena = { 0 };
	struct error e = ok();

	csv_start(&csv, text, strlen(text), ',');
	(void)csv_next(&csv, &arena, &row);
	while (e.code == E_OK && csv_next(&csv, &arena, &row)) {
		e = row.n == columns ? load(arg, &row) : fail(E_INVALID, "file");
		arena_clear(&arena);
	}
	arena_clear(&arena);
	return e;
}
