/* SPDX-License-Identifier: MIT
 * The second step of an import: how the file was read, and why so. Where letters tell character
 * sets apart, the same lines stand in each of them: only a person can say which is right. */
#include <stdio.h>
#include <string.h>

#include "db/base/utf8.h"
#include "src/base/i18n.h"
#include "src/base/text.h"
#include "ui/office/problems/importing.h"

enum { LINE_CHARSET = 1, LINE_DELIMITER, LINE_SHEET, LINE_HEADING, LINE_DATES };

static const struct list_column columns[] = {
	{ NC_("column", "Property"), 16, 0, ALIGN_LEFT, -1 },
	{ NC_("column", "Read as"), 22, 1, ALIGN_LEFT, -1 },
	{ NC_("column", "Why"), 28, 2, ALIGN_LEFT, -1 },
};

static bool is_workbook(const struct importing *self)
{
	return self->import.table.bytes == NULL;
}

static struct error ids(struct screen *screen, struct context *ctx, int sort, struct id_list *list)
{
	const struct importing *self = importing_of(screen);

	(void)ctx;
	(void)sort;
	if (!is_workbook(self)) {
		id_list_add(list, LINE_CHARSET);
		id_list_add(list, LINE_DELIMITER);
	} else {
		id_list_add(list, LINE_SHEET);
	}
	if (self->needs_sheet)
		return ok();
	id_list_add(list, LINE_HEADING);
	if (self->import.order_row != 0 || self->import.date_order != ORDER_UNKNOWN)
		id_list_add(list, LINE_DATES);
	return ok();
}

static const char *delimiter_word(char delimiter)
{
	if (delimiter == ';')
		return _("semicolon");
	if (delimiter == '\t')
		return _("tab");
	return delimiter == ',' ? _("comma") : "?";
}

static const char *charset_why(const struct importing *self)
{
	const struct decoded *decoded = &self->import.table.decoded;

	if (*self->asked.charset != '\0')
		return _("as you chose");
	if (decoded->guessed)
		return _("a guess: the file is not UTF-8");
	return strcmp(decoded->charset, "UTF-8") == 0 ? _("all of it is valid UTF-8") :
							_("its first bytes say so");
}

static const char *columns_words(struct arena *arena, size_t n)
{
	/* TRANSLATORS: how many columns a separator makes. */
	return arena_printf(arena, ngettext("makes %zu column", "makes %zu columns", n), n);
}

static const char *headings_words(struct arena *arena, const struct table *table)
{
	const char *all = "";

	for (size_t c = 0; c < table->columns && strlen(all) < 100; c++)
		all = arena_printf(arena, "%s%s%s", all, c > 0 ? " · " : "", table->headings[c]);
	return all;
}

static const char *dates_why(const struct importing *self, struct arena *arena)
{
	if (self->date_order != ORDER_UNKNOWN)
		return _("as you chose");
	if (self->import.order_row != 0)
		/* TRANSLATORS: the number of a row. */
		return arena_printf(arena, _("as row %ld must be"), self->import.order_row);
	return _("as in the import before");
}

static void sheet_cells(const struct importing *self, struct cell *cells)
{
	const struct table *table = &self->import.table;

	cells[0] = cell_text(text_word(WORDS_FIELD, "sheet"));
	cells[1] = cell_text(table->sheet == NULL ? "" : table->sheet);
	cells[2] = cell_text(self->needs_sheet ? _("several could be meant: Enter says which") :
			     *self->asked.sheet != '\0' ? _("as you chose") :
			     *self->sheets != '\0'      ? _("the one with such a list") :
							  _("the only one"));
}

static struct error row(struct screen *screen, struct context *ctx, int64_t id, struct arena *arena,
	struct cell *cells, struct list_look *look)
{
	const struct importing *self = importing_of(screen);
	const struct import *import = &self->import;
	const struct table *table = &import->table;

	(void)ctx;
	switch (id) {
	case LINE_CHARSET:
		cells[0] = cell_text(text_word(WORDS_FIELD, "charset"));
		cells[1] = cell_text(table->decoded.charset);
		cells[2] = cell_text(charset_why(self));
		look->style = table->decoded.guessed ? STYLE_ACCENT : STYLE_PLAIN;
		break;
	case LINE_DELIMITER:
		cells[0] = cell_text(text_word(WORDS_FIELD, "delimiter"));
		cells[1] = cell_text(delimiter_word(table->delimiter));
		cells[2] = cell_text(*self->asked.delimiter != '\0' ?
					     _("as you chose") :
					     columns_words(arena, table->columns));
		break;
	case LINE_SHEET:
		sheet_cells(self, cells);
		look->style = self->needs_sheet ? STYLE_ALERT : STYLE_PLAIN;
		break;
	case LINE_HEADING:
		cells[0] = cell_text(text_word(WORDS_FIELD, "heading_row"));
		/* TRANSLATORS: the number of a row. */
		cells[1] = cell_text(arena_printf(arena, _("row %ld"), table->heading_row));
		cells[2] = cell_text(headings_words(arena, table));
		break;
	default:
		cells[0] = cell_text(C_("label", "Dates"));
		cells[1] = cell_text(import->date_order == ORDER_MONTH_FIRST ? _("month first") :
									       _("day first"));
		cells[2] = cell_text(dates_why(self, arena));
	}
	return ok();
}

/* One whose charset is a guess, or was chosen, as the same bytes read in others too. */
static void find_candidates(struct importing *self, const struct table *table)
{
	static const char *const candidates[] = { "WINDOWS-1252", "ISO-8859-15" };
	struct telling telling;

	telling_find(table->bytes, table->byte_count, false, &telling);
	for (size_t i = 0; telling.n > 0 && i < LEN(candidates); i++)
		if (strcasecmp(candidates[i], table->decoded.charset) != 0)
			self->readings[self->reading_count++].charset = candidates[i];
	for (size_t i = 0; i < self->reading_count; i++)
		self->readings[i].text =
			telling_words(&self->arena, &telling, self->readings[i].charset);
}

void import_find_readings(struct importing *self)
{
	const struct table *table = &self->import.table;
	struct telling telling;

	arena_clear(&self->arena);
	self->words_of = 0;
	self->reading_count = 0;
	if (table->bytes == NULL || table->decoded.text == NULL)
		return;
	self->readings[self->reading_count++].charset = table->decoded.charset;
	if (table->decoded.guessed || *self->asked.charset != '\0') {
		find_candidates(self, table);
		return;
	}
	telling_find(table->decoded.text, table->decoded.n, true, &telling);
	self->readings[0].text = telling_words(&self->arena, &telling, "UTF-8");
	self->reading_count = telling.n > 0 ? 1 : 0;
}

const struct list_source import_text_source = {
	.columns = columns,
	.n = LEN(columns),
	.ids = ids,
	.row = row,
	.empty = N_("The file has no columns."),
	.file = "reading",
};

void import_text_enter(struct ui *ui, struct screen *screen)
{
	if (importing_of(screen)->needs_sheet)
		import_ask_sheet(ui, screen);
	else
		import_go(screen, STEP_COLUMNS);
}

static const char *sheet_missing(const struct screen *screen, const struct context *ctx)
{
	(void)ctx;
	return importing_of(screen)->needs_sheet ?
		       N_("First say which sheet holds the list: Enter.") :
		       NULL;
}

static const struct command commands[] = {
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
	{ .keys = { CTRL_KEY('S') },
		.action = ACT_COUNT,
		.label = NC_("command", "import"),
		.help = N_("Import at once what is good; where something is to be decided, that is "
			   "shown first"),
		.blocked = sheet_missing,
		.run = import_now },
};
const struct commands import_text_commands = { commands, LEN(commands) };
