/* SPDX-License-Identifier: MIT
 * For Excel in Finland: UTF-8 with a byte order mark, semicolons, decimal commas, no text that it
 * would take for a formula or a day. Exact, for programs: RFC 4180 as it stands. */
#include "src/base/csv_out.h"
#include "src/base/i18n.h"
#include "src/export/writer.h"

static void put(struct writing *w, size_t c, const char *text, bool as_it_is)
{
	char delimiter = w->exact ? ',' : ';';

	csv_put(w->out, text, as_it_is, delimiter);
	fputs(c + 1 == w->n ? "\r\n" : (char[]){ delimiter, '\0' }, w->out);
}

static void begin(struct writing *w)
{
	if (!w->exact)
		csv_put_mark(w->out);
	for (size_t c = 0; c < w->n; c++)
		put(w, c, w->exact ? w->headings[c].name : w->headings[c].title, w->exact);
}

/* A number below zero is no formula, and a day is to be taken for one. */
static bool is_what_it_seems(enum cell_kind kind)
{
	return cell_is_number(kind) || kind == CELL_DAY || kind == CELL_MOMENT ||
	       kind == CELL_CLOCK;
}

static void row(struct writing *w, const struct cell *cells)
{
	struct arena arena = { 0 };

	for (size_t c = 0; c < w->n; c++)
		put(w, c, cell_words(&arena, &cells[c], w->exact ? READ_EXACT : READ_SHEET),
			w->exact || is_what_it_seems(cells[c].kind));
	arena_clear(&arena);
}

static struct error end(struct writing *w, struct error e)
{
	(void)w;
	return e;
}

const struct writer csv_writer = { .name = "csv",
	.word = NC_("format", "CSV for a spreadsheet"),
	.reader = READ_SHEET,
	.to_a_file = true,
	.begin = begin,
	.row = row,
	.end = end };
