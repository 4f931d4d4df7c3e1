/* SPDX-License-Identifier: MIT
 * What an import's screen says of the file above its list, and of the selected row below it. */
#include "ui/office/problems/importing.h"

#include <stdio.h>
#include <string.h>

#include "db/base/utf8.h"
#include "src/base/i18n.h"
#include "src/base/text.h"

enum { SAMPLE = 3 };

static const char *delimiter_word(char delimiter)
{
	if (delimiter == ';')
		return _("semicolon");
	if (delimiter == '\t')
		return _("tab");
	return delimiter == ',' ? _("comma") : "?";
}

static void paint_line(
	const struct canvas *body, int y, const char *label, const char *value, const char *note)
{
	canvas_text(body, y, 1, 16, STYLE_LABEL, ALIGN_LEFT, label);
	int room = body->area.w - 18 - 1, used = utf8_columns(value);
	canvas_text(body, y, 18, used < room ? used : room, STYLE_PLAIN, ALIGN_LEFT, value);
	int x = 18 + used + 2;
	if (x < body->area.w - 1)
		canvas_text(body, y, x, body->area.w - x - 1, STYLE_DIM, ALIGN_LEFT, note);
}

/* The first letter beyond ASCII; `rare` ones are not among those that nearly all character sets of
 * here agree on. NULL if there is none. */
static const char *telling_letter(const char *text, bool rare)
{
	while (*text != '\0') {
		uint32_t code;
		char letter[5];
		size_t n = utf8_decode(text, &code);

		utf8_encode(code, letter);
		if (code >= 0x80 && (!rare || strstr("åäöÅÄÖ", letter) == NULL))
			return text;
		text += n;
	}
	return NULL;
}

/* The letter with a dozen bytes on either side. */
static void add_surroundings(struct buffer *text, const char *cell, const char *at)
{
	const char *start = at, *end = at;

	while (start > cell && at - start < 12)
		start--;
	while (((unsigned char)*start & 0xC0) == 0x80)
		start++;
	while (*end != '\0' && end - at < 14)
		end++;
	while (((unsigned char)*end & 0xC0) == 0x80)
		end++;
	buffer_printf(text, "%s%.*s", text->length > 0 ? " · " : "", (int)(end - start), start);
}

/* Letters beyond ASCII are where a wrong character set shows; the rare ones first. */
static const char *sample(const struct importing *self, struct arena *arena)
{
	const struct table *table = &self->import.table;
	struct buffer text = { 0 };
	int found = 0;

	for (int rare = 1; rare >= 0; rare--)
		for (size_t i = 0; i < table->n && found < SAMPLE; i++)
			for (size_t c = 0; c < table->rows[i].n && found < SAMPLE; c++) {
				const struct csv_cell *cell = &table->rows[i].cells[c];
				const char *at = telling_letter(cell->text, rare == 1);

				if (at == NULL || utf8_check(cell->text, cell->n) != TEXT_GOOD ||
					(rare == 0 && telling_letter(cell->text, true) != NULL))
					continue;
				add_surroundings(&text, cell->text, at);
				found++;
			}
	const char *words = utf8_clean(arena, text.text == NULL ? "" : text.text, TEXT_LINE);
	buffer_clear(&text);
	return words;
}

static void paint_counts(const struct importing *self, const struct canvas *body, int y)
{
	const struct import *i = &self->import;
	char text[240];

	if (self->import.table.columns == 0) {
		canvas_text(body, y, 1, body->area.w - 2, STYLE_ALERT, ALIGN_LEFT,
			/* TRANSLATORS: t is a key. */
			_("Several sheets of this workbook could be meant: t says which."));
		return;
	}
	if (self->missing != NULL) {
		/* TRANSLATORS: %s is a field that every row needs, such as "Municipality". */
		const char *form = _("%s: which column is it? Enter on a column says its field.");
		if (self->may_be_missing)
			/* TRANSLATORS: %s is a field, such as "Description"; w is a key. */
			form = _("%s: which column is it? Enter on a column says it, w gives it "
				 "up.");
		snprintf(text, sizeof(text), form, text_word(WORDS_FIELD, self->missing));
		canvas_text(body, y, 1, body->area.w - 2, STYLE_ALERT, ALIGN_LEFT, text);
		return;
	}
	/* TRANSLATORS: counts of rows: good, late among them, to be corrected, already saved, held.
	 */
	snprintf(text, sizeof(text),
		_("%zu good (%zu late) · %zu to be corrected · %zu already saved · %zu held"),
		i->added, i->late, i->refused, i->duplicates, i->held);
	canvas_text(body, y, 1, body->area.w - 2,
		i->refused + i->held > 0 ? STYLE_HEADING : STYLE_GOOD, ALIGN_LEFT, text);
}

/* Does a row wait because its date can be two days? */
static bool has_two_days(const struct import *import)
{
	for (size_t i = 0; i < import->n; i++)
		if (strcmp(import->rows[i].reason, "date_order") == 0)
			return true;
	return false;
}

/* How what is uncertain in the file was read. */
static const char *reading_note(const struct importing *self, struct arena *arena)
{
	const struct import *i = &self->import;
	struct buffer text = { 0 };

	buffer_text(&text, _("Nothing has been saved yet."));
	if (i->table.remembered)
		/* TRANSLATORS: the number of an import. */
		buffer_text(&text, arena_printf(arena, _(" Columns as in import %lld."),
					   (long long)i->remembered_batch));
	if (i->date_order == ORDER_MONTH_FIRST)
		buffer_text(&text, _(" Dates month first."));
	if (has_two_days(i))
		/* TRANSLATORS: o is a key. */
		buffer_text(&text, _(" Dates can be two days: o says which."));
	if (i->serials > 0)
		buffer_text(&text, _(" Arrivals were numbers of days."));
	const char *note = arena_text(arena, text.text);
	buffer_clear(&text);
	return note;
}

static void paint_wrapped(const struct canvas *body, int *y, enum style style, const char *text)
{
	struct arena arena = { 0 };

	while (text != NULL && *text != '\0' && *y < body->area.h) {
		const char *next;
		size_t n = text_wrap(text, body->area.w - 2, &next);

		canvas_put(body, (*y)++, 1, style, arena_bytes(&arena, text, n));
		text = next;
	}
	arena_clear(&arena);
}

void import_paint_words(const struct importing *self, const struct canvas *body)
{
	const struct row_words *w = &self->words;
	int y = body->area.h - self->list.list.bottom;
	struct arena arena = { 0 };

	if (self->list.list.bottom < 2 || self->words_of == 0)
		return;
	canvas_rule(body, y++);
	paint_wrapped(body, &y, STYLE_HEADING, w->reason);
	if (*w->suggestion != '\0')
		/* TRANSLATORS: below a reason: what is offered, such as a municipality. */
		paint_wrapped(body, &y, STYLE_HEADING,
			arena_printf(&arena, _("Is it %s?"), w->suggestion));
	if (*w->cell != '\0')
		paint_wrapped(body, &y, STYLE_PLAIN,
			arena_printf(&arena, "%s: %s", w->column,
				utf8_visible(&arena, w->cell, strlen(w->cell), TEXT_LINE)));
	arena_clear(&arena);
}

/* What says itself how it is written has a sheet instead. */
static void paint_form(const struct importing *self, const struct canvas *body)
{
	const struct table *table = &self->import.table;

	if (table->decoded.text == NULL) {
		paint_line(body, 1, text_word(WORDS_FIELD, "sheet"),
			table->sheet == NULL ? "" : table->sheet, "");
		return;
	}
	paint_line(body, 1, text_word(WORDS_FIELD, "charset"), table->decoded.charset,
		table->decoded.guessed ? _("a guess: the file is not UTF-8") : "");
	paint_line(
		body, 3, text_word(WORDS_FIELD, "delimiter"), delimiter_word(table->delimiter), "");
}

void import_paint_head(const struct importing *self, const struct canvas *body)
{
	const struct table *table = &self->import.table;
	struct arena arena = { 0 };
	char rows[80];

	snprintf(rows, sizeof(rows), ngettext("%lu row", "%lu rows", (unsigned long)table->n),
		(unsigned long)table->n);
	paint_line(body, 0, text_word(WORDS_FIELD, "file"),
		table->file == NULL ? self->path : table->file, rows);
	paint_form(self, body);
	paint_line(body, 2, _("Sample"), sample(self, &arena), "");
	paint_counts(self, body, 4);
	canvas_put(body, 5, 1, STYLE_DIM, reading_note(self, &arena));
	canvas_rule(body, 6);
	arena_clear(&arena);
}
