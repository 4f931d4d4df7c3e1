/* SPDX-License-Identifier: MIT
 * Aligned columns for people. How wide they are is known when the last row has come: until then
 * their words are kept, and nothing else of them. */
#include <string.h>

#include "db/base/error.h"
#include "db/base/utf8.h"
#include "src/export/writer.h"

struct kept_row {
	struct kept_row *next;
	const char *words[];
};

struct layout {
	struct kept_row *first, **last;
	int widths[];
};

static void begin(struct writing *w)
{
	struct layout *layout =
		arena_alloc(&w->kept, sizeof(*layout) + w->n * sizeof(layout->widths[0]));

	layout->last = &layout->first;
	for (size_t c = 0; c < w->n; c++)
		layout->widths[c] = utf8_columns(w->headings[c].title);
	w->state = layout;
}

static void keep(struct writing *w, const struct cell *cells)
{
	struct layout *layout = w->state;
	struct kept_row *row = arena_alloc(&w->kept, sizeof(*row) + w->n * sizeof(row->words[0]));
	struct arena arena = { 0 };

	for (size_t c = 0; c < w->n; c++) {
		const char *words = cell_words(&arena, &cells[c], READ_SHOWN);
		int width = utf8_columns(words);

		row->words[c] = arena_text(&w->kept, words);
		layout->widths[c] = width > layout->widths[c] ? width : layout->widths[c];
	}
	arena_clear(&arena);
	*layout->last = row;
	layout->last = &row->next;
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
	const struct layout *layout = w->state;

	put_padded(w->out, text, layout->widths[c], cell_is_number(w->headings[c].kind),
		c + 1 == w->n);
}

static void end(struct writing *w)
{
	const struct layout *layout = w->state;

	for (size_t c = 0; c < w->n; c++)
		put_cell(w, c, w->headings[c].title);
	for (const struct kept_row *row = layout->first; row != NULL; row = row->next)
		for (size_t c = 0; c < w->n; c++)
			put_cell(w, c, row->words[c]);
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
	.row = keep,
	.end = end,
	.record = record };
