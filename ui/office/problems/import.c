/* SPDX-License-Identifier: MIT
 * Importing a file: what it holds and what will happen, before anything is saved. */
#include "ui/office/problems/importing.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "db/base/utf8.h"
#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/intake/holding.h"
#include "src/intake/kinds.h"
#include "ui/office/place.h"
#include "ui/office/registers/known.h"
#include "ui/toolkit/dialog.h"

enum { HEAD_ROWS = 7, WORDS_ROWS = 5 };

static void title(const struct screen *screen, char *out, size_t size)
{
	(void)screen;
	snprintf(out, size, "%s", C_("title", "Import"));
}

static const struct list_column columns_of_file[] = {
	{ NC_("column", "Column in the file"), 20, 2, ALIGN_LEFT, -1 },
	{ NC_("column", "Field"), 26, 0, ALIGN_LEFT, -1 },
	{ NC_("column", "Example"), 24, 3, ALIGN_LEFT, -1 },
};

static const struct list_column columns_of_rows[] = {
	{ NC_("column", "Row"), 5, 0, ALIGN_RIGHT, -1 },
	{ NC_("column", "What happens"), 16, 0, ALIGN_LEFT, -1 },
	{ NC_("column", "Field"), 14, 1, ALIGN_LEFT, -1 },
	{ NC_("column", "Why"), 24, 4, ALIGN_LEFT, -1 },
};

static struct error ids(struct screen *screen, struct context *ctx, int sort, struct id_list *list)
{
	struct importing *self = importing_of(screen);

	(void)ctx;
	(void)sort;
	if (!self->rows_shown) {
		for (size_t i = 0; i < self->import.table.columns; i++)
			id_list_add(list, (int64_t)i + COLUMN_BASE);
		return ok();
	}
	for (size_t i = 0; i < self->import.n; i++)
		if (self->import.rows[i].verdict != ROW_ADD || self->import.rows[i].submission.late)
			id_list_add(list, (int64_t)i + 1);
	return ok();
}

static const char *field_word(const struct table *table, size_t field)
{
	return field < table->field_count ? text_word(WORDS_FIELD, table->fields[field].code) :
					    _("(not imported)");
}

/* The first filled cell of the column that can be shown. */
static const char *example(struct arena *arena, const struct table *table, size_t column)
{
	for (size_t i = 0; i < table->n; i++) {
		const struct csv_row *row = &table->rows[i];

		if (column < row->n && row->cells[column].n > 0 &&
			utf8_check(row->cells[column].text, row->cells[column].n) == TEXT_GOOD)
			return utf8_clean(arena, row->cells[column].text, TEXT_LINE);
	}
	return "";
}

static struct error sifted_cells(struct importing *self, struct context *ctx, int64_t id,
	struct arena *arena, struct cell *cells, struct list_look *look)
{
	const struct sifted_row *row = &self->import.rows[id - 1];
	struct row_words words;

	import_row_words(ctx, arena, &self->import, row, &words);
	cells[0] = cell_number(row->row);
	cells[1] = cell_text(words.verdict);
	cells[2] = *row->field == '\0' ? cell_null() : cell_code(WORDS_FIELD, row->field);
	cells[3] =
		*words.suggestion == '\0' ?
			cell_text(words.reason) :
			cell_text(arena_printf(arena, "%s (%s?)", words.reason, words.suggestion));
	look->style = row->verdict == ROW_REFUSED ? STYLE_ALERT :
		      row->verdict == ROW_HELD    ? STYLE_ACCENT :
						    STYLE_PLAIN;
	return ok();
}

static struct error row(struct screen *screen, struct context *ctx, int64_t id, struct arena *arena,
	struct cell *cells, struct list_look *look)
{
	struct importing *self = importing_of(screen);
	const struct table *table = &self->import.table;
	size_t column = (size_t)(id - COLUMN_BASE);

	if (self->rows_shown)
		return sifted_cells(self, ctx, id, arena, cells, look);
	bool known = table->field_of[column] < table->field_count;
	const char *field = field_word(table, table->field_of[column]);
	cells[0] = cell_text(table->headings[column]);
	/* TRANSLATORS: the field that a column was taken for by the beginning of its heading. */
	field = table->guessed[column] ? arena_printf(arena, _("%s, a guess"), field) : field;
	cells[1] = cell_text(arena_printf(arena, "%s %s", term_glyph(GLYPH_RIGHT), field));
	cells[2] = cell_text(example(arena, table, column));
	look->style = known && !table->guessed[column] ? STYLE_PLAIN :
		      *table->headings[column] == '\0' ? STYLE_DIM :
							 STYLE_ACCENT;
	return ok();
}

static struct error read_file(struct importing *self, struct context *ctx)
{
	const char *maps[MAPS_COUNT];
	struct table_options options = { .charset = *self->charset == '\0' ? NULL : self->charset,
		.delimiter = *self->delimiter == '\0' ? NULL : self->delimiter,
		.sheet = *self->sheet == '\0' ? NULL : self->sheet,
		.sheets = self->sheets,
		.maps = maps,
		.map_count = self->map_count,
		.keep_unmapped = true,
		.heading_row = self->heading_row,
		.without = self->without,
		.without_count = self->without_count,
		.date_order = self->date_order };

	for (size_t i = 0; i < self->map_count; i++)
		maps[i] = self->maps[i];
	import_clear(&self->import);
	return import_prepare(ctx, self->kind, self->path, &options, &self->import);
}

static struct error load(struct screen *screen, struct context *ctx)
{
	struct importing *self = importing_of(screen);

	if (!self->read) {
		struct error e = read_file(self, ctx);

		if (e.code == E_SHEET)
			e = ok(); /* there is a key that says which */
		else if (e.code != E_OK && self->import.table.columns == 0) {
			screen_close(screen); /* nothing to show: back, with the message */
			return e;
		}
		self->missing = e.code == E_NO_COLUMN ? e.field : NULL;
		self->may_be_missing = e.low != 0;
		self->words_of = 0;
		if (self->missing == NULL)
			TRY(e);
		self->read = true;
	}
	return list_load(screen, ctx);
}

static struct error prepare(struct screen *screen, struct context *ctx)
{
	struct importing *self = importing_of(screen);
	int64_t id = self->rows_shown ? list_selected(screen) : 0;

	if (id != self->words_of) {
		arena_clear(&self->arena);
		if (id != 0)
			import_row_words(ctx, &self->arena, &self->import,
				&self->import.rows[id - 1], &self->words);
		self->words_of = id;
	}
	return list_prepare(screen, ctx);
}

static void paint(const struct screen *screen, const struct canvas *body)
{
	const struct importing *self = importing_of(screen);

	if (!self->read)
		return;
	import_paint_head(self, body);
	list_paint(screen, body);
	import_paint_words(self, body);
}

static const struct list_source file_source = {
	.columns = columns_of_file,
	.n = LEN(columns_of_file),
	.ids = ids,
	.row = row,
	.open = import_ask_field,
	.empty = N_("The file has no columns."),
	.file = "columns",
};

static void tell_row(struct ui *ui, struct screen *screen, int64_t id)
{
	struct importing *self = importing_of(screen);
	struct arena arena = { 0 };

	ui_tell(ui, _("The whole row"),
		import_row_text(ui->ctx, &arena, &self->import, &self->import.rows[id - 1]));
	arena_clear(&arena);
}

static const struct list_source rows_source = {
	.columns = columns_of_rows,
	.n = LEN(columns_of_rows),
	.ids = ids,
	.row = row,
	.open = tell_row,
	.empty = N_("Every row is good. Ctrl-S imports them."),
	.file = "rows",
};

static void on_rows(struct ui *ui, struct screen *screen)
{
	struct importing *self = importing_of(screen);

	(void)ui;
	self->rows_shown = !self->rows_shown;
	self->list.list.source = self->rows_shown ? &rows_source : &file_source;
	self->list.list.bottom_rows = self->rows_shown ? WORDS_ROWS : 0;
	list_layout(screen, screen->body);
	screen->stale = true;
	id_list_clear(&self->list.list.ids);
	cursor_go(&self->list.list.cursor, 0);
}

/* After an import nobody would read many names in one line. */
static void tell_known_names(struct ui *ui, int64_t so_far)
{
	struct arena arena = { 0 };
	const char *names = known_names(ui, &arena, so_far);

	if (*names != '\0')
		ui_tell(ui, C_("title", "Names that are known already"),
			arena_printf(&arena,
				/* TRANSLATORS: %s is names with commas; h and y are keys. */
				_("%s\n\nThe register already has somebody of each of these names. "
				  "If they are one person, y in the list of people (h) makes them "
				  "one."),
				names));
	arena_clear(&arena);
}

static void on_import(struct ui *ui, struct screen *screen)
{
	struct importing *self = importing_of(screen);
	const struct import *i = &self->import;
	bool partial = i->refused + i->held > 0;
	struct arena arena = { 0 };
	int64_t batch;

	const char *question =
		partial ?
			arena_printf(&arena,
				_("%zu rows are good. %zu are to be corrected and %zu need a decision: they wait in a "
				  "list of their own. Import the good ones?"),
				i->added, i->refused, i->held) :
			arena_printf(&arena,
				ngettext("Import %zu row?", "Import %zu rows?", i->added),
				i->added);
	bool go = ui_confirm(ui, holding_asked(&arena, question, i->n), C_("button", "Import"));
	arena_clear(&arena);
	if (!go)
		return;
	int64_t so_far = people_so_far(ui);
	struct error e = import_commit(ui->ctx, &self->import, partial, &batch);
	if (e.code != E_OK) {
		ui_complain(ui, e);
		return;
	}
	tell_known_names(ui, so_far);
	ui_say(ui, _("%zu added, %zu to be corrected, %zu duplicate, %zu held"), i->added,
		i->refused, i->duplicates, i->held);
	screen_close(screen);
	if (partial && batch != 0)
		place_open(ui, PLACE_WAITING, 0);
}

static const char *nothing_good(const struct screen *screen, const struct context *ctx)
{
	const struct import *i = &importing_of(screen)->import;

	(void)ctx;
	if (importing_of(screen)->missing != NULL)
		return N_("First say which column it is: Enter on a column.");
	return i->added + i->refused + i->held == 0 ?
		       N_("Everything in this file has been imported before.") :
		       NULL;
}

static const char *column_missing(const struct screen *screen, const struct context *ctx)
{
	(void)ctx;
	return importing_of(screen)->missing == NULL ?
		       NULL :
		       N_("First say which column it is: Enter on a column.");
}

static const struct command commands[] = {
	{ .keys = { CTRL_KEY('S') },
		.action = ACT_SUBMISSION,
		.label = NC_("command", "import"),
		.help = N_("Import the rows that are good"),
		.blocked = nothing_good,
		.run = on_import },
	{ .keys = { 'r' },
		.action = ACT_COUNT,
		.label = NC_("command", "rows"),
		.help = N_("Switch between the columns and the rows that are not simply good"),
		.blocked = column_missing,
		.run = on_rows },
	{ .keys = { 'm' },
		.action = ACT_COUNT,
		.label = NC_("command", "charset"),
		.help = N_("Read the file in another character set"),
		.blocked = import_no_text,
		.run = import_ask_charset },
	{ .keys = { 'd' },
		.action = ACT_COUNT,
		.label = NC_("command", "separator"),
		.help = N_("Say what stands between the fields"),
		.blocked = import_no_text,
		.run = import_ask_delimiter },
	{ .keys = { 't' },
		.action = ACT_COUNT,
		.label = NC_("command", "sheet"),
		.help = N_("Say which sheet of a workbook holds the list"),
		.blocked = import_no_sheets,
		.run = import_ask_sheet },
	{ .keys = { 'h' },
		.action = ACT_COUNT,
		.label = NC_("command", "headings"),
		.help = N_("Say which row holds the headings"),
		.run = import_ask_heading },
	{ .keys = { 'o' },
		.action = ACT_COUNT,
		.label = NC_("command", "dates"),
		.help = N_("Say what stands first in dates such as 10/11/2018: day or month"),
		.run = import_ask_order },
	{ .keys = { 'w' },
		.action = ACT_COUNT,
		.label = NC_("command", "give up"),
		.help = N_("The file has no such field: import without it"),
		.blocked = import_nothing_to_give_up,
		.final = true,
		.run = import_ask_without },
};

static void on_close(struct screen *screen)
{
	struct importing *self = importing_of(screen);

	import_clear(&self->import);
	arena_clear(&self->arena);
	free(self->path);
	list_close(screen);
}

static const struct screen_ops ops = {
	.size = sizeof(struct importing),
	.title = title,
	.help = N_("What a file holds, and what will happen to its rows, before anything is saved. "
		   "Enter on a column says which field it is."),
	.commands = { commands, LEN(commands) },
	.shared = &list_commands,
	.load = load,
	.layout = list_layout,
	.prepare = prepare,
	.paint = paint,
	.key = list_key,
	.selected = list_selected,
	.close = on_close,
};

static int phase_of(const char *kind)
{
	return submission_kind_of(kind) == SUBMISSION_KIND_APPLICATION ? 2 :
	       submission_kind_of(kind) == SUBMISSION_KIND_SOLUTION    ? 4 :
									 1;
}

/* Asks for the file's name first. The target's text is the kind of submissions. */
static struct screen *open_import(struct ui *ui, const struct target *to)
{
	const char *kind = to->text;
	const char *heading =
		submission_kind_of(kind) == SUBMISSION_KIND_APPLICATION ? _("Import applications") :
		submission_kind_of(kind) == SUBMISSION_KIND_SOLUTION    ? _("Import solutions") :
									  _("Import problems");
	struct error e = context_may_open(ui->ctx, "");

	if (e.code != E_OK) {
		ui_complain(ui, e);
		return NULL;
	}
	char *path = ui_ask(ui, heading,
		submission_kind_of(kind) == SUBMISSION_KIND_APPLICATION ?
			_("The name of a workbook (XLSX) or CSV file, as a web form or spreadsheet program saves it. "
			  "Members of a team: a column each, or in one cell a line each or with "
			  "semicolons or commas between. You will see what it holds before anything is "
			  "saved.") :
			_("The name of a workbook (XLSX) or CSV file, as a web form or spreadsheet program saves it. "
			  "You will see what it holds before anything is saved."),
		"", 1);
	struct screen *screen = NULL;
	if (path != NULL && *path != '\0') {
		screen = screen_new(ui, &ops);
		struct importing *self = importing_of(screen);

		self->kind = kind;
		self->path = xstrdup(path);
		screen->place = phase_of(kind);
		list_init(&self->list, &file_source);
		self->list.list.top_rows = HEAD_ROWS;
	}
	free(path);
	return screen;
}

const struct place_row import_place = {
	.open = open_import,
};
