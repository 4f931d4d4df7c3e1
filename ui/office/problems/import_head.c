/* SPDX-License-Identifier: MIT
 * What an import's screens say above their list, and below it. */
#include <stdio.h>
#include <string.h>

#include "db/base/utf8.h"
#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/intake/holding.h"
#include "ui/office/problems/importing.h"

enum { LABEL = 12 };

int import_phase(const char *kind)
{
	switch (submission_kind_of(kind)) {
	case SUBMISSION_KIND_PROBLEM:
		return 1;
	case SUBMISSION_KIND_APPLICATION:
		return 2;
	case SUBMISSION_KIND_SOLUTION:
		return 4;
	case SUBMISSION_KIND_UNKNOWN:
		break;
	}
	return 0;
}

void import_paint_ribbon(const struct canvas *body, enum import_step step)
{
	const char *names[] = { C_("import step", "File"), C_("import step", "Text"),
		C_("import step", "Columns"), C_("import step", "Rows") };
	int x = 1;

	for (int i = 0; i < (int)LEN(names); i++) {
		enum glyph glyph = (int)step > i  ? GLYPH_DONE :
				   (int)step == i ? GLYPH_OPEN :
						    GLYPH_PLANNED;
		char text[80];

		snprintf(text, sizeof(text), "%s%d %s", term_glyph(glyph), i + 1, names[i]);
		x += canvas_put(body, 0, x, (int)step == i ? STYLE_SELECTED : STYLE_PLAIN, text);
		if (i + 1 < (int)LEN(names))
			x += canvas_put(body, 0, x, STYLE_QUIET, " › ");
	}
}

static void paint_file(const struct importing *self, const struct canvas *body)
{
	const struct table *table = &self->import.table;
	const char *name = table->file == NULL ? "" : table->file;
	int room = body->area.w - LABEL - 2, used = utf8_columns(name);
	char rows[80];

	snprintf(rows, sizeof(rows), ngettext("%lu row", "%lu rows", (unsigned long)table->n),
		(unsigned long)table->n);
	canvas_text(body, 1, 1, LABEL - 2, STYLE_LABEL, ALIGN_LEFT, text_word(WORDS_FIELD, "file"));
	canvas_text(body, 1, LABEL, used < room ? used : room, STYLE_PLAIN, ALIGN_LEFT, name);
	if (used + 2 < room)
		canvas_put(body, 1, LABEL + used + 2, STYLE_QUIET, self->needs_sheet ? "" : rows);
}

static const char *missing_words(const struct importing *self, struct arena *arena)
{
	/* TRANSLATORS: %s is a field that every row needs, such as "Municipality". */
	const char *form = _("%s: which column is it? Enter on a column says its field.");

	if (self->may_be_missing)
		/* TRANSLATORS: %s is a field, such as "Description"; w is a key. */
		form = _("%s: which column is it? Enter on a column says it, w gives it up.");
	return arena_printf(arena, form, text_word(WORDS_FIELD, self->missing));
}

static const char *counts_words(const struct importing *self, struct arena *arena)
{
	const struct import *i = &self->import;
	size_t refused = 0, held = 0;

	for (size_t r = 0; i->settled > 0 && r < i->n; r++) {
		refused += import_is_open(&i->rows[r]) && i->rows[r].verdict == ROW_REFUSED;
		held += import_is_open(&i->rows[r]) && i->rows[r].verdict == ROW_HELD;
	}
	if (i->settled > 0)
		/* TRANSLATORS: counts of rows: good, to be corrected, held, decided by a person,
		 * already saved. */
		return arena_printf(arena,
			_("%zu good · %zu to be corrected · %zu held · %zu decided · %zu already "
			  "saved"),
			i->added, refused, held, i->settled, i->duplicates);
	/* TRANSLATORS: counts of rows: good, late among them, to be corrected, already saved, held.
	 */
	return arena_printf(arena,
		_("%zu good (%zu late) · %zu to be corrected · %zu already saved · %zu held"),
		i->added, i->late, i->refused, i->duplicates, i->held);
}

/* What will happen, or what has to be said first. */
static void paint_counts(
	const struct importing *self, const struct canvas *body, struct arena *arena)
{
	const struct import *i = &self->import;
	enum style style = STYLE_ALERT;
	const char *text;

	if (self->step == STEP_DONE)
		return;
	if (self->needs_sheet) {
		text = _("Several sheets of this workbook could be meant.");
	} else if (self->missing != NULL) {
		text = missing_words(self, arena);
	} else {
		text = counts_words(self, arena);
		style = i->refused + i->held > i->settled ? STYLE_HEADING : STYLE_GOOD;
	}
	canvas_text(body, 2, 1, body->area.w - 2, style, ALIGN_LEFT, text);
}

/* Does a row wait because its date can be two days? */
static bool has_two_days(const struct import *import)
{
	for (size_t i = 0; i < import->n; i++)
		if (strcmp(import->rows[i].reason, "date_order") == 0)
			return true;
	return false;
}

static const char *unmapped_words(const struct table *table, struct arena *arena)
{
	const char *all = "";

	for (size_t c = 0; c < table->columns; c++)
		if (table->field_of[c] == table->field_count && *table->headings[c] != '\0')
			all = arena_printf(
				arena, "%s%s%s", all, *all == '\0' ? "" : ", ", table->headings[c]);
	/* TRANSLATORS: headings of columns with commas. */
	return *all == '\0' ? "" : arena_printf(arena, _(" Not imported: %s."), all);
}

/* How what is uncertain in the file was read. */
static const char *note_words(const struct importing *self, struct arena *arena)
{
	const struct import *i = &self->import;
	const char *text = _("Nothing has been saved yet.");

	if (self->step == STEP_DONE)
		return "";
	if (i->table.remembered)
		/* TRANSLATORS: the number of an import. */
		text = arena_printf(arena, _("%s Columns as in import %lld."), text,
			(long long)i->remembered_batch);
	if (has_two_days(i))
		/* TRANSLATORS: o is a key. */
		text = arena_printf(
			arena, "%s%s", text, _(" Dates can be two days: o says which."));
	if (i->serials > 0)
		text = arena_printf(arena, "%s%s", text, _(" Arrivals were numbers of days."));
	if (self->step == STEP_COLUMNS && i->table.heading_row > 1)
		/* TRANSLATORS: the number of a row. */
		text = arena_printf(
			arena, _("%s Headings on row %ld."), text, i->table.heading_row);
	if (self->step == STEP_COLUMNS)
		text = arena_printf(arena, "%s%s", text, unmapped_words(&i->table, arena));
	return text;
}

void import_paint_head(const struct importing *self, const struct canvas *body)
{
	struct arena arena = { 0 };

	import_paint_ribbon(body, self->step);
	paint_file(self, body);
	paint_counts(self, body, &arena);
	canvas_text(
		body, 3, 1, body->area.w - 2, STYLE_QUIET, ALIGN_LEFT, note_words(self, &arena));
	canvas_rule(body, 4);
	arena_clear(&arena);
}

void import_paint_wrapped(const struct canvas *body, int *y, enum style style, const char *text)
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

static void paint_words(const struct importing *self, const struct canvas *body, int y)
{
	const struct row_words *w = &self->words;
	struct arena arena = { 0 };

	if (self->words_of == 0)
		return;
	import_paint_wrapped(body, &y, STYLE_HEADING, w->reason);
	if (*w->suggestion != '\0')
		/* TRANSLATORS: below a reason: what is offered, such as a municipality. */
		import_paint_wrapped(body, &y, STYLE_HEADING,
			arena_printf(&arena, _("Is it %s?"), w->suggestion));
	if (*w->cell != '\0')
		import_paint_wrapped(body, &y, STYLE_PLAIN,
			arena_printf(&arena, "%s: %s", w->column,
				utf8_clean(&arena, w->cell, TEXT_LINE)));
	arena_clear(&arena);
}

static void paint_readings(const struct importing *self, const struct canvas *body, int y)
{
	if (self->reading_count == 1)
		canvas_put(body, y++, 1, STYLE_LABEL, _("Letters beyond a to z read so:"));
	else if (self->reading_count > 1)
		canvas_put(body, y++, 1, STYLE_LABEL,
			_("Which of these is right? m chooses another:"));
	for (size_t i = 0; i < self->reading_count && y < body->area.h; i++, y++) {
		enum style style = i == 0 ? STYLE_HEADING : STYLE_PLAIN;

		canvas_put(body, y, 1, style, i == 0 ? term_glyph(GLYPH_MARK) : "");
		canvas_text(body, y, 3, 14, style, ALIGN_LEFT, self->readings[i].charset);
		canvas_text(
			body, y, 18, body->area.w - 19, style, ALIGN_LEFT, self->readings[i].text);
	}
}

void import_paint_foot(const struct importing *self, const struct canvas *body)
{
	int y = body->area.h - self->list.list.bottom;

	if (self->list.list.bottom < 2)
		return;
	canvas_rule(body, y++);
	if (self->step == STEP_TEXT)
		paint_readings(self, body, y);
	else if (self->step == STEP_ROWS)
		paint_words(self, body, y);
}
