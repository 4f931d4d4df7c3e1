/* SPDX-License-Identifier: MIT
 * The third step of an import: which column is what, with three of its values. What is no field yet
 * stands out, and a field that every row needs is asked for by name. */
#include <stdio.h>
#include <string.h>

#include "db/base/utf8.h"
#include "src/base/i18n.h"
#include "src/base/text.h"
#include "ui/office/problems/importing.h"
#include "ui/toolkit/letters.h"

enum { PAGE_VALUES = 12 };

static const struct list_column columns[] = {
	{ NC_("column", "Column in the file"), 20, 1, ALIGN_LEFT, -1 },
	{ NC_("column", "Field"), 26, 0, ALIGN_LEFT, -1 },
	{ NC_("column", "Values"), 24, 3, ALIGN_LEFT, -1 },
};

static struct error ids(struct screen *screen, struct context *ctx, int sort, struct id_list *list)
{
	(void)ctx;
	(void)sort;
	for (size_t i = 0; i < importing_of(screen)->import.table.columns; i++)
		id_list_add(list, (int64_t)i + COLUMN_BASE);
	return ok();
}

static const char *field_word(const struct table *table, size_t field)
{
	return field < table->field_count ? text_word(WORDS_FIELD, table->fields[field].code) :
					    _("(not imported)");
}

/* The next filled cell of the column from row *i on; NULL: there is none. */
static const char *next_value(
	struct arena *arena, const struct table *table, size_t column, size_t *i)
{
	for (; *i < table->n; (*i)++) {
		const struct csv_row *row = &table->rows[*i];

		if (column >= row->n || row->cells[column].n == 0)
			continue;
		const struct csv_cell *cell = &row->cells[column];
		(*i)++;
		return utf8_visible(arena, cell->text, cell->n, TEXT_LINE);
	}
	return NULL;
}

/* Each short enough that the next is seen too. */
static const char *values(struct arena *arena, const struct table *table, size_t column)
{
	const char *all = "", *value;
	size_t row = 0;

	for (int n = 0; n < SAMPLES && (value = next_value(arena, table, column, &row)) != NULL;
		n++) {
		size_t most = utf8_prefix(value, n < SAMPLES - 1 ? 20 : 60);

		all = arena_printf(arena, "%s%s%.*s%s", all, n > 0 ? " · " : "", (int)most, value,
			value[most] != '\0' ? "…" : "");
	}
	return all;
}

static struct error row(struct screen *screen, struct context *ctx, int64_t id, struct arena *arena,
	struct cell *cells, struct list_look *look)
{
	const struct table *table = &importing_of(screen)->import.table;
	size_t column = (size_t)(id - COLUMN_BASE);
	bool known = table->field_of[column] < table->field_count;
	const char *field = field_word(table, table->field_of[column]);

	(void)ctx;
	cells[0] = cell_text(table->headings[column]);
	/* TRANSLATORS: the field that a column was taken for by the beginning of its heading. */
	field = table->guessed[column] ? arena_printf(arena, _("%s, a guess"), field) : field;
	cells[1] = cell_text(arena_printf(arena, "%s %s", term_glyph(GLYPH_RIGHT), field));
	cells[2] = cell_text(values(arena, table, column));
	look->style = known && !table->guessed[column] ? STYLE_PLAIN :
		      *table->headings[column] == '\0' ? STYLE_QUIET :
							 STYLE_ACCENT;
	return ok();
}

static struct error record(struct screen *screen, struct context *ctx, struct arena *arena,
	int64_t id, struct page *page)
{
	const struct table *table = &importing_of(screen)->import.table;
	size_t column = (size_t)(id - COLUMN_BASE), at = 0;
	const char *value;

	(void)ctx;
	page_styled(page, "", STYLE_TITLE, table->headings[column]);
	page_field(page, C_("column", "Field"), field_word(table, table->field_of[column]));
	page_heading(page, C_("column", "Values"));
	for (int n = 0; n < PAGE_VALUES && (value = next_value(arena, table, column, &at)) != NULL;
		n++)
		/* TRANSLATORS: the number of a row. */
		page_field(page, arena_printf(arena, _("row %ld"), table->rows[at - 1].row), value);
	return ok();
}

const struct list_source import_columns_source = {
	.columns = columns,
	.n = LEN(columns),
	.ids = ids,
	.row = row,
	.record = record,
	.empty = N_("The file has no columns."),
	.file = "columns",
};

/* What only a person can say is asked first. */
void import_columns_enter(struct ui *ui, struct screen *screen)
{
	int64_t id = list_selected(screen);

	if (importing_of(screen)->missing == NULL)
		import_go(screen, STEP_ROWS);
	else if (id != 0)
		import_ask_field(ui, screen, id);
}

static void on_field(struct ui *ui, struct screen *screen)
{
	import_ask_field(ui, screen, list_selected(screen));
}

static const char *column_missing(const struct screen *screen, const struct context *ctx)
{
	(void)ctx;
	return importing_of(screen)->missing == NULL ?
		       NULL :
		       N_("First say which column it is: Enter on a column.");
}

static const struct command commands[] = {
	{ .keys = { K_EDIT },
		.action = ACT_COUNT,
		.label = NC_("command", "field"),
		.help = N_("Say which field the selected column is, by typing a part of its name"),
		.blocked = needs_record,
		.run = on_field },
	{ .keys = { 'h' },
		.action = ACT_COUNT,
		.label = NC_("command", "headings"),
		.help = N_("Say which row holds the headings"),
		.run = import_ask_heading },
	{ .keys = { K_CALL_OFF },
		.action = ACT_COUNT,
		.label = NC_("command", "give up"),
		.help = N_("The file has no such field: import without it"),
		.blocked = import_nothing_to_give_up,
		.final = true,
		.run = import_ask_without },
	{ .keys = { CTRL_KEY('S') },
		.action = ACT_COUNT,
		.label = NC_("command", "import"),
		.help = N_("Import at once what is good; where something is to be decided, that is "
			   "shown first"),
		.blocked = column_missing,
		.run = import_now },
};
const struct commands import_columns_commands = { commands, LEN(commands) };
