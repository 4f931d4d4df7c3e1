/* SPDX-License-Identifier: MIT
 * How the file of an import is to be read, asked from whoever sees what it was read as. */
#include "ui/office/problems/importing.h"

#include <stdio.h>
#include <string.h>

#include "db/base/utf8.h"
#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/intake/kinds.h"
#include "ui/toolkit/dialog.h"

enum { HEADINGS_SHOWN = 15, SHEETS_MAX = 20 };

/* What makes the file unreadable is taken back. */
static void reread(struct ui *ui, struct screen *screen, const struct import_asked *before)
{
	struct importing *self = importing_of(screen);
	bool decided = self->import.said_count > 0;
	struct error e = import_read(self, ui->ctx);

	if (decided)
		ui_say(ui, "%s",
			_("The file was read anew: what was decided of its rows is to be decided "
			  "again."));
	if (e.code != E_OK) {
		self->asked = *before;
		ui_complain(ui, import_read(self, ui->ctx));
		ui_complain(ui, e);
	}
	screen->stale = true;
}

void import_ask_field(struct ui *ui, struct screen *screen, int64_t id)
{
	struct importing *self = importing_of(screen);
	const struct import_asked before = self->asked;
	const struct table *table = &self->import.table;
	struct arena arena = { 0 };
	size_t room = (table->field_count + 1) * sizeof(size_t);
	size_t *choices = arena_alloc(&arena, room);
	const char **options = arena_alloc(&arena, room), **codes = arena_alloc(&arena, room);
	size_t n = import_choices(self->import.kind, table, choices),
	       column = (size_t)(id - COLUMN_BASE);
	int present = -1;

	for (size_t i = 0; i < n; i++) {
		present = choices[i] == table->field_of[column] ? (int)i : present;
		codes[i] = table->fields[choices[i]].code;
		options[i] = text_word(WORDS_FIELD, codes[i]);
	}
	codes[n] = "-";
	options[n] = _("(not imported)");
	int chosen = ui_pick_from(
		ui, table->headings[column], options, n + 1, present < 0 ? n : (size_t)present);
	if (chosen >= 0 && self->asked.map_count < MAPS_COUNT) {
		snprintf(self->asked.maps[self->asked.map_count++], sizeof(self->asked.maps[0]),
			"%zu=%s", column + 1, codes[chosen]);
		reread(ui, screen, &before);
	}
	arena_clear(&arena);
}

void import_ask_charset(struct ui *ui, struct screen *screen)
{
	static const char *const charsets[] = { "UTF-8", "WINDOWS-1252", "ISO-8859-15",
		"ISO-8859-1", "UTF-16LE", "UTF-16BE", "CP850", "MACINTOSH" };
	struct importing *self = importing_of(screen);
	const struct import_asked before = self->asked;
	int chosen = ui_choose(ui, _("Character set: look at the sample, ä ö å € must look right"),
		charsets, LEN(charsets), -1);

	if (chosen < 0)
		return;
	snprintf(self->asked.charset, sizeof(self->asked.charset), "%s", charsets[chosen]);
	reread(ui, screen, &before);
}

void import_ask_delimiter(struct ui *ui, struct screen *screen)
{
	static const char *const codes[] = { ",", ";", "tab" };
	const char *options[] = { _("comma"), _("semicolon"), _("tab") };
	struct importing *self = importing_of(screen);
	const struct import_asked before = self->asked;
	int chosen = ui_choose(ui, _("What stands between the fields?"), options, 3, -1);

	if (chosen < 0)
		return;
	snprintf(self->asked.delimiter, sizeof(self->asked.delimiter), "%s", codes[chosen]);
	self->asked.map_count = 0;
	reread(ui, screen, &before);
}

const char *import_no_sheets(const struct screen *screen, const struct context *ctx)
{
	(void)ctx;
	return *importing_of(screen)->sheets != '\0' ?
		       NULL :
		       N_("The file has no sheets to choose between.");
}

const char *import_no_text(const struct screen *screen, const struct context *ctx)
{
	const struct importing *self = importing_of(screen);

	(void)ctx;
	return self->import.table.sheet == NULL && *self->sheets == '\0' ?
		       NULL :
		       N_("A workbook itself says how it is written.");
}

void import_ask_sheet(struct ui *ui, struct screen *screen)
{
	struct importing *self = importing_of(screen);
	const struct import_asked before = self->asked;
	struct arena arena = { 0 };
	char *rest = arena_text(&arena, self->sheets);
	const char *options[SHEETS_MAX];
	int n = 0;

	for (char *name; n < SHEETS_MAX && (name = strsep(&rest, "\n")) != NULL;)
		options[n++] = name;
	int chosen = ui_choose(ui, _("Which sheet holds the list?"), options, n, -1);
	if (chosen >= 0) {
		snprintf(self->asked.sheet, sizeof(self->asked.sheet), "%s", options[chosen]);
		self->asked.map_count = 0;
		reread(ui, screen, &before);
	}
	arena_clear(&arena);
}

/* The first rows, one of which is the heading. */
static const char *row_line(struct arena *arena, const struct csv_row *row)
{
	struct buffer text = { 0 };

	buffer_printf(&text, "%ld:", row->row);
	for (size_t c = 0; c < row->n && text.length < 160; c++)
		if (row->cells[c].n > 0)
			buffer_printf(&text, " %s ·",
				utf8_visible(
					arena, row->cells[c].text, row->cells[c].n, TEXT_LINE));
	const char *line = arena_bytes(
		arena, text.text, text.length - (text.text[text.length - 1] == ':' ? 0 : 3));
	buffer_clear(&text);
	return line;
}

void import_ask_heading(struct ui *ui, struct screen *screen)
{
	struct importing *self = importing_of(screen);
	const struct import_asked before = self->asked;
	const struct table *table = &self->import.table;
	const char *options[HEADINGS_SHOWN];
	long rows[HEADINGS_SHOWN];
	struct arena arena = { 0 };
	int n = 0, current = -1;

	for (size_t i = 0; i < table->above_count && n < HEADINGS_SHOWN; i++) {
		rows[n] = table->above[i].row;
		options[n++] = row_line(&arena, &table->above[i]);
	}
	if (n < HEADINGS_SHOWN) {
		current = n;
		rows[n] = table->heading_row;
		options[n++] = arena_printf(&arena, "%ld: %s", table->heading_row,
			table->columns > 0 ? table->headings[0] : "");
	}
	for (size_t i = 0; i < table->n && n < HEADINGS_SHOWN; i++) {
		rows[n] = table->rows[i].row;
		options[n++] = row_line(&arena, &table->rows[i]);
	}
	int chosen = ui_choose(ui, _("Which row holds the headings?"), options, n, current);
	arena_clear(&arena);
	if (chosen < 0)
		return;
	self->asked.heading_row = rows[chosen];
	self->asked.map_count = 0;
	reread(ui, screen, &before);
}

void import_ask_order(struct ui *ui, struct screen *screen)
{
	const char *options[] = { _("the day: 10/11/2018 is 10 November"),
		_("the month: 10/11/2018 is 11 October") };
	struct importing *self = importing_of(screen);
	int chosen = ui_choose(ui, _("What stands first in this file's dates?"), options, 2,
		self->import.date_order == ORDER_MONTH_FIRST);

	if (chosen < 0)
		return;
	self->date_order = chosen == 0 ? ORDER_DAY_FIRST : ORDER_MONTH_FIRST;
	self->import.asked_order = self->date_order;
	ui_complain(ui, import_judge(ui->ctx, &self->import));
	self->words_of = 0;
	screen->stale = true;
}

const char *import_nothing_to_give_up(const struct screen *screen, const struct context *ctx)
{
	const struct importing *self = importing_of(screen);

	(void)ctx;
	return self->missing != NULL && self->may_be_missing &&
			       self->asked.without_count < GIVEN_UP ?
		       NULL :
		       N_("No field is missing that could be given up.");
}

void import_ask_without(struct ui *ui, struct screen *screen)
{
	struct importing *self = importing_of(screen);
	const struct import_asked before = self->asked;
	struct arena arena = { 0 };
	/* TRANSLATORS: %s is a field, such as "Description". */
	bool go = ui_confirm(ui,
		arena_printf(&arena,
			_("No column is \"%s\": every record will be without it. Is that "
			  "meant?"),
			text_word(WORDS_FIELD, self->missing)),
		C_("button", "Give up"));

	arena_clear(&arena);
	if (!go)
		return;
	self->asked.without[self->asked.without_count++] = self->missing;
	reread(ui, screen, &before);
}
