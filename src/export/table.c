/* SPDX-License-Identifier: MIT
 * Aligned columns for people. How wide they are is known when every row has been measured; no row
 * is kept for that, so a list of any length takes the memory of one row. */
#include <string.h>

#include "db/base/error.h"
#include "db/base/utf8.h"
#include "src/export/writer.h"

static void begin(struct writing *w)
{
	int *widths = arena_alloc(&w->kept, (w->n + 1) * sizeof(*widths));

	for (size_t c = 0; c < w->n; c++)
		widths[c] = utf8_columns(w->headings[c].title);
	w->state = widths;
}

static void measure(struct writing *w, const struct cell *cells)
{
	int *widths = w->state;
	struct arena arena = { 0 };

	for (size_t c = 0; c < w->n; c++) {
		int width = utf8_columns(cell_words(&arena, &cells[c], READ_SHOWN));

		widths[c] = width > widths[c] ? width : widths[c];
	}
	arena_clear(&arena);
}

static void put_padded(FILE *out, const char *text, int width, bool right, bool last)
{
	int gap = width - utf8_columns(text);

	if (right)
		fprintf(out, "%*s", gap > 0 ? gap : 0, "");
	write_clean(out, text);
	if (!right && !last)
		fprintf(out, "%*s", gap > 0 ? gap : 0, "");
	fputs(last ? "\n" : "  ", out);
}

static void put_cell(struct writing *w, size_t c, const char *text)
{
	const int *widths = w->state;

	put_padded(w->out, text, widths[c], cell_is_number(w->headings[c].kind), c + 1 == w->n);
}

static void put_headings(struct writing *w)
{
	for (size_t c = 0; c < w->n; c++)
		put_cell(w, c, w->headings[c].title);
}

static void row(struct writing *w, const struct cell *cells)
{
	struct arena arena = { 0 };

	if (w->rows == 0)
		put_headings(w);
	for (size_t c = 0; c < w->n; c++)
		put_cell(w, c, cell_words(&arena, &cells[c], READ_SHOWN));
	arena_clear(&arena);
}

static struct error end(struct writing *w, struct error e)
{
	if (e.code == E_OK && w->rows == 0)
		put_headings(w);
	return e;
}

/* A line a column. */
static void record(struct writing *w, const struct cell *cells)
{
	struct arena arena = { 0 };
	int width = 0;

	for (size_t c = 0; c < w->n; c++) {
		int title = utf8_columns(w->headings[c].title);
		width = title > width ? title : width;
	}
	for (size_t c = 0; c < w->n; c++) {
		put_padded(w->out, w->headings[c].title, width, false, false);
		write_clean(w->out, cell_words(&arena, &cells[c], READ_SHOWN));
		fputc('\n', w->out);
	}
	arena_clear(&arena);
}

const struct writer table_writer = { .name = "table",
	.reader = READ_SHOWN,
	.begin = begin,
	.measure = measure,
	.row = row,
	.end = end,
	.record = record };
