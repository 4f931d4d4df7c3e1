/* SPDX-License-Identifier: MIT
 * A workbook: numbers, amounts and days as such, in the reader's own form of them, and texts that
 * no spreadsheet takes for a formula or a day. klash-documents makes it. */
#include <string.h>

#include "documents/lines.h"
#include "src/base/documents.h"
#include "src/base/i18n.h"
#include "src/export/writer.h"

static void begin(struct writing *w)
{
	struct feeding *feeding = arena_alloc(&w->kept, sizeof(*feeding));

	fflush(w->out);
	w->state = feeding;
	w->fault = documents_start("write-xlsx", fileno(w->out), feeding);
	if (w->fault.code != E_OK)
		return;
	putc('H', feeding->feed);
	for (size_t c = 0; c < w->n; c++)
		line_field(feeding->feed, '\0', w->headings[c].title);
	putc('\n', feeding->feed);
}

/* What a cell is for the other program; 't': words for people. */
static char letter_of(const struct cell *cell)
{
	switch (cell->kind) {
	case CELL_NUMBER:
	case CELL_DECIMAL:
	case CELL_RATIO:
	case CELL_FIGURE:
		return 'n';
	case CELL_MONEY:
		return 'm';
	case CELL_DAY:
		return 'D';
	case CELL_MOMENT:
		return cell->digits == PRECISION_SECOND || cell->digits == PRECISION_MINUTE ? 'd' :
		       cell->digits == PRECISION_DAY                                        ? 'D' :
											      't';
	case CELL_UNSET:
	case CELL_NULL:
	case CELL_TEXT:
	case CELL_CODE:
	case CELL_SHARE:
	case CELL_CLOCK:
	case CELL_FLAG:
	case CELL_TEXTS:
	case CELL_LIST:
	case CELL_RANGE:
	case CELL_ROWS:
	case CELL_RECORD:
	case CELL_PARTS:
		return 't';
	}
	return 't';
}

/* A workbook's times have no zone: they are what the clock showed in Finland. */
static const char *value_of(struct arena *arena, const struct cell *cell, char letter)
{
	static const size_t without_zone = sizeof("2018-10-31T14:05:00") - 1;
	char *words =
		arena_text(arena, cell_words(arena, cell, letter == 't' ? READ_SHEET : READ_EXACT));

	if (letter == 'd' && strlen(words) > without_zone)
		words[without_zone] = '\0';
	return words;
}

static void row(struct writing *w, const struct cell *cells)
{
	struct feeding *feeding = w->state;
	struct arena arena = { 0 };

	if (w->fault.code != E_OK)
		return;
	putc('R', feeding->feed);
	for (size_t c = 0; c < w->n; c++) {
		char letter = letter_of(&cells[c]);
		const char *value = value_of(&arena, &cells[c], letter);

		line_field(feeding->feed, *value == '\0' ? '\0' : letter, value);
	}
	putc('\n', feeding->feed);
	arena_clear(&arena);
}

/* Without its last line nothing is made of it. */
static struct error end(struct writing *w, struct error e)
{
	struct feeding *feeding = w->state;

	if (w->fault.code != E_OK)
		return w->fault;
	if (e.code == E_OK)
		fputs(".\n", feeding->feed);
	struct error ended = documents_end(feeding);
	return e.code == E_OK ? ended : e;
}

const struct writer xlsx_writer = { .name = "xlsx",
	.word = NC_("format", "workbook (Excel)"),
	.reader = READ_SHEET,
	.to_a_file = true,
	.packed = true,
	.begin = begin,
	.row = row,
	.end = end };
