/* SPDX-License-Identifier: MIT
 * Importing a file: what it holds and what will happen, before anything is saved. */
#include "src/intake/import.h"

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
#include "ui/toolkit/list.h"

enum {
	HEAD_ROWS = 7,
	WORDS_ROWS = 5,
	HEADINGS_SHOWN = 15,
	GIVEN_UP = 4,
	SAMPLE = 3,
	COLUMN_BASE = 1,
	MAPS_COUNT = 20
};

/* Two lists of one screen: the columns, and with r the rows that are not simply good. */
struct importing {
	struct list_screen list;
	const char *kind;
	char *path;
	char charset[40], delimiter[8]; /* as chosen; "" is guessed */
	char maps[MAPS_COUNT][120];
	size_t map_count;
	struct import import;
	long heading_row;              /* 0: found */
	enum date_order date_order;    /* as said */
	const char *without[GIVEN_UP]; /* fields given up on purpose */
	size_t without_count;
	bool rows_shown, read;
	const char *missing; /* the field no column is yet; NULL: none */
	bool may_be_missing; /* it can be given up */
	/* What is said of the selected row, below the list. */
	struct arena arena;
	struct row_words words;
	int64_t words_of;
};

static struct importing *importing_of(const struct screen *screen)
{
	return (struct importing *)screen;
}

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

		if (e.code != E_OK && self->import.table.columns == 0) {
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

/* The whole reason of the selected row, what stands in its cell, and what is offered. */
static void paint_words(const struct importing *self, const struct canvas *body)
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
	const struct table *table = &self->import.table;
	struct arena arena = { 0 };
	char rows[80];

	if (!self->read)
		return;
	snprintf(rows, sizeof(rows), ngettext("%lu row", "%lu rows", (unsigned long)table->n),
		(unsigned long)table->n);
	paint_line(body, 0, text_word(WORDS_FIELD, "file"), table->file, rows);
	paint_line(body, 1, text_word(WORDS_FIELD, "charset"), table->decoded.charset,
		table->decoded.guessed ? _("a guess: the file is not UTF-8") : "");
	paint_line(body, 2, _("Sample"), sample(self, &arena), "");
	paint_line(
		body, 3, text_word(WORDS_FIELD, "delimiter"), delimiter_word(table->delimiter), "");
	paint_counts(self, body, 4);
	canvas_put(body, 5, 1, STYLE_DIM, reading_note(self, &arena));
	canvas_rule(body, 6);
	list_paint(screen, body);
	paint_words(self, body);
	arena_clear(&arena);
}

static void open_row(struct ui *ui, struct screen *screen, int64_t id);

static const struct list_source file_source = {
	.columns = columns_of_file,
	.n = LEN(columns_of_file),
	.ids = ids,
	.row = row,
	.open = open_row,
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

static void reread(struct ui *ui, struct screen *screen)
{
	struct importing *self = importing_of(screen);

	self->read = false;
	screen->stale = true;
	(void)ui;
}

/* Which field is this column? */
static void open_row(struct ui *ui, struct screen *screen, int64_t id)
{
	struct importing *self = importing_of(screen);
	const struct table *table = &self->import.table;
	struct arena arena = { 0 };
	size_t room = (table->field_count + 1) * sizeof(size_t);
	size_t *choices = arena_alloc(&arena, room);
	const char **options = arena_alloc(&arena, room), **codes = arena_alloc(&arena, room);
	size_t n = import_choices(table, choices), column = (size_t)(id - COLUMN_BASE);
	int present = -1;

	for (size_t i = 0; i < n; i++) {
		present = choices[i] == table->field_of[column] ? (int)i : present;
		codes[i] = table->fields[choices[i]].code;
		options[i] = text_word(WORDS_FIELD, codes[i]);
	}
	codes[n] = "-";
	options[n] = _("(not imported)");
	int chosen = ui_choose(
		ui, table->headings[column], options, (int)n + 1, present < 0 ? (int)n : present);
	if (chosen >= 0 && self->map_count < MAPS_COUNT) {
		snprintf(self->maps[self->map_count++], sizeof(self->maps[0]), "%zu=%s", column + 1,
			codes[chosen]);
		reread(ui, screen);
	}
	arena_clear(&arena);
}

static void on_charset(struct ui *ui, struct screen *screen)
{
	static const char *const charsets[] = { "UTF-8", "WINDOWS-1252", "ISO-8859-15",
		"ISO-8859-1", "UTF-16LE", "UTF-16BE", "CP850", "MACINTOSH" };
	struct importing *self = importing_of(screen);
	int chosen = ui_choose(ui, _("Character set: look at the sample, ä ö å € must look right"),
		charsets, LEN(charsets), -1);

	if (chosen < 0)
		return;
	snprintf(self->charset, sizeof(self->charset), "%s", charsets[chosen]);
	reread(ui, screen);
}

static void on_delimiter(struct ui *ui, struct screen *screen)
{
	static const char *const codes[] = { ",", ";", "tab" };
	const char *options[] = { _("comma"), _("semicolon"), _("tab") };
	struct importing *self = importing_of(screen);
	int chosen = ui_choose(ui, _("What stands between the fields?"), options, 3, -1);

	if (chosen < 0)
		return;
	snprintf(self->delimiter, sizeof(self->delimiter), "%s", codes[chosen]);
	self->map_count = 0;
	reread(ui, screen);
}

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

static void on_heading(struct ui *ui, struct screen *screen)
{
	struct importing *self = importing_of(screen);
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
	self->heading_row = rows[chosen];
	self->map_count = 0;
	reread(ui, screen);
}

static void on_order(struct ui *ui, struct screen *screen)
{
	const char *options[] = { _("the day: 10/11/2018 is 10 November"),
		_("the month: 10/11/2018 is 11 October") };
	struct importing *self = importing_of(screen);
	int chosen = ui_choose(ui, _("What stands first in this file's dates?"), options, 2,
		self->import.date_order == ORDER_MONTH_FIRST);

	if (chosen < 0)
		return;
	self->date_order = chosen == 0 ? ORDER_DAY_FIRST : ORDER_MONTH_FIRST;
	reread(ui, screen);
}

static const char *nothing_to_give_up(const struct screen *screen, const struct context *ctx)
{
	const struct importing *self = importing_of(screen);

	(void)ctx;
	return self->missing != NULL && self->may_be_missing && self->without_count < GIVEN_UP ?
		       NULL :
		       N_("No field is missing that could be given up.");
}

static void on_give_up(struct ui *ui, struct screen *screen)
{
	struct importing *self = importing_of(screen);
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
	self->without[self->without_count++] = self->missing;
	reread(ui, screen);
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
		.run = on_charset },
	{ .keys = { 'd' },
		.action = ACT_COUNT,
		.label = NC_("command", "separator"),
		.help = N_("Say what stands between the fields"),
		.run = on_delimiter },
	{ .keys = { 'h' },
		.action = ACT_COUNT,
		.label = NC_("command", "headings"),
		.help = N_("Say which row holds the headings"),
		.run = on_heading },
	{ .keys = { 'o' },
		.action = ACT_COUNT,
		.label = NC_("command", "dates"),
		.help = N_("Say what stands first in dates such as 10/11/2018: day or month"),
		.run = on_order },
	{ .keys = { 'w' },
		.action = ACT_COUNT,
		.label = NC_("command", "give up"),
		.help = N_("The file has no such field: import without it"),
		.blocked = nothing_to_give_up,
		.final = true,
		.run = on_give_up },
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
			_("The name of a CSV or TSV file, as a web form or spreadsheet program saves it. "
			  "Members of a team: a column each, or in one cell a line each or with "
			  "semicolons or commas between. You will see what it holds before anything is "
			  "saved.") :
			_("The name of a CSV or TSV file, as a web form or spreadsheet program saves it. "
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
