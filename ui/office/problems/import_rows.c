/* SPDX-License-Identifier: MIT
 * The fourth step of an import: the rows that are not simply good, each with its cell, the whole
 * reason and what is offered. They are decided here, before anything is saved; what is left open
 * waits. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "db/base/utf8.h"
#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/intake/kinds.h"
#include "ui/office/problems/importing.h"
#include "ui/toolkit/dialog.h"
#include "ui/toolkit/letters.h"

enum { OFFERS_MAX = 12, CELL_LINES = 5 };

static const struct list_column columns[] = {
	{ NC_("column", "Row"), 5, 0, ALIGN_RIGHT, -1 },
	{ NC_("column", "What happens"), 17, 0, ALIGN_LEFT, -1 },
	{ NC_("column", "In the cell"), 20, 2, ALIGN_LEFT, -1 },
	{ NC_("column", "Why"), 22, 3, ALIGN_LEFT, -1 },
};

static bool is_listed(const struct sifted_row *row)
{
	return row->verdict != ROW_ADD || row->submission.late || row->amended;
}

static struct error ids(struct screen *screen, struct context *ctx, int sort, struct id_list *list)
{
	const struct import *import = &importing_of(screen)->import;

	(void)ctx;
	(void)sort;
	for (size_t i = 0; i < import->n; i++)
		if (is_listed(&import->rows[i]))
			id_list_add(list, (int64_t)i + 1);
	return ok();
}

bool import_is_open(const struct sifted_row *row)
{
	return (row->verdict == ROW_REFUSED || row->verdict == ROW_HELD) &&
	       row->answer == ANSWER_NONE && !row->waits;
}

size_t import_open_count(const struct import *import)
{
	size_t n = 0;

	for (size_t i = 0; i < import->n; i++)
		n += import_is_open(&import->rows[i]) ? 1 : 0;
	return n;
}

static const char *answer_word(const struct sifted_row *row)
{
	if (row->answer == ANSWER_SKIP)
		return C_("answer", "skipped");
	return row->answer == ANSWER_REPLACE ? C_("answer", "new version") :
					       C_("answer", "recorded");
}

/* What becomes of it: a mark says that a person has said so. */
static const char *what_happens(
	struct arena *arena, const struct sifted_row *row, const char *verdict)
{
	if (row->answer != ANSWER_NONE)
		return arena_printf(arena, "%s %s", term_glyph(GLYPH_DONE), answer_word(row));
	if (row->amended && row->verdict == ROW_ADD)
		return arena_printf(
			arena, "%s %s", term_glyph(GLYPH_DONE), C_("answer", "put right"));
	return row->waits ? C_("answer", "waits already") : verdict;
}

/* What stood there and what was put in its place. */
static void put_right(struct context *ctx, struct arena *arena, const struct import *import,
	size_t index, struct cell *cells)
{
	const struct csv_row *in = &import->table.rows[index];
	const struct row_said *said = import_said(import, index);
	const char *now = "";

	for (size_t c = 0; c < in->n; c++) {
		if (said->came[c].text == in->cells[c].text)
			continue;
		cells[2] = cell_text(
			utf8_visible(arena, said->came[c].text, said->came[c].n, TEXT_LINE));
		now = arena_printf(arena, "%s%s%s", now, *now == '\0' ? "" : ", ",
			import_offer(ctx, arena, in->cells[c].text));
	}
	cells[3] = cell_text(arena_printf(arena, "%s %s", term_glyph(GLYPH_RIGHT), now));
}

static struct error row(struct screen *screen, struct context *ctx, int64_t id, struct arena *arena,
	struct cell *cells, struct list_look *look)
{
	const struct import *import = &importing_of(screen)->import;
	const struct sifted_row *row = &import->rows[id - 1];
	struct row_words words;

	import_row_words(ctx, arena, import, row, &words);
	cells[0] = cell_number(row->row);
	cells[1] = cell_text(what_happens(arena, row, words.verdict));
	cells[2] = cell_text(utf8_clean(arena, words.cell, TEXT_LINE));
	if (row->amended && row->verdict == ROW_ADD)
		put_right(ctx, arena, import, (size_t)id - 1, cells);
	else
		cells[3] = *words.suggestion == '\0' ? cell_text(words.reason) :
						       cell_text(arena_printf(arena, "%s? %s",
							       words.suggestion, words.reason));
	look->style = !import_is_open(row)        ? STYLE_PLAIN :
		      row->verdict == ROW_REFUSED ? STYLE_ALERT :
						    STYLE_ACCENT;
	return ok();
}

/* The row as it stands in the file: what is imported by its field, the rest by its heading. */
static struct error record(struct screen *screen, struct context *ctx, struct arena *arena,
	int64_t id, struct page *page)
{
	const struct table *table = &importing_of(screen)->import.table;
	const struct csv_row *in = &table->rows[id - 1];

	(void)ctx;
	/* TRANSLATORS: the number of a row. */
	page_styled(page, "", STYLE_TITLE, arena_printf(arena, _("row %ld"), in->row));
	for (size_t c = 0; c < in->n; c++) {
		const char *text =
			utf8_visible(arena, in->cells[c].text, in->cells[c].n, TEXT_LINES);
		bool known = c < table->columns && table->field_of[c] < table->field_count;

		if (known)
			page_field(page,
				text_word(WORDS_FIELD, table->fields[table->field_of[c]].code),
				text);
		else if (*text != '\0')
			page_text(
				page, arena_printf(arena, "%s: %s",
					      c < table->columns ? table->headings[c] : "", text));
	}
	return ok();
}

const struct list_source import_rows_source = {
	.columns = columns,
	.n = LEN(columns),
	.ids = ids,
	.row = row,
	.record = record,
	.empty = N_("Every row is good. Enter imports them."),
	.file = "rows",
};

static bool go_to_open(struct screen *screen, size_t from)
{
	const struct import *import = &importing_of(screen)->import;

	for (size_t k = 0; k < import->n; k++) {
		size_t i = (from + k) % import->n;

		if (import_is_open(&import->rows[i])) {
			list_select(screen, (int64_t)i + 1);
			return true;
		}
	}
	return false;
}

static void said(struct ui *ui, struct screen *screen, size_t index, struct error e)
{
	struct importing *self = importing_of(screen);

	if (e.code != E_OK) {
		ui_complain(ui, e);
		return;
	}
	self->words_of = 0;
	self->list.list.rows_stale = self->list.list.page_stale = true;
	if (!import_is_open(&self->import.rows[index]))
		(void)go_to_open(screen, index);
}

static void answer(struct ui *ui, struct screen *screen, size_t index, enum row_answer answer)
{
	said(ui, screen, index, import_answer(&importing_of(screen)->import, index, answer));
}

static void amend(struct ui *ui, struct screen *screen, size_t index, const char *text)
{
	struct import *import = &importing_of(screen)->import;

	said(ui, screen, index,
		import_amend(ui->ctx, import, index, import->rows[index].column, text));
}

static void ask_cell(struct ui *ui, struct screen *screen, size_t index)
{
	struct import *import = &importing_of(screen)->import;
	const struct sifted_row *row = &import->rows[index];
	struct arena arena = { 0 };
	struct row_words words;

	import_row_words(ui->ctx, &arena, import, row, &words);
	const char *heading = row->amended && row->verdict == ROW_ADD ? "" : words.reason;
	bool offered = *row->candidate != '\0' && strchr(row->candidate, ',') == NULL &&
		       *words.suggestion != '\0';
	const char *now = offered ? row->candidate : words.cell;
	char *text = ui_ask(ui,
		/* TRANSLATORS: the number of a row, then the heading of a column. */
		arena_printf(&arena, _("Row %ld, %s"), row->row, words.column), heading, now,
		strchr(now, '\n') != NULL ? CELL_LINES : 1);

	if (text != NULL)
		amend(ui, screen, index, text);
	free(text);
	arena_clear(&arena);
}

/* What is offered by name, or something else. */
static void ask_offer(struct ui *ui, struct screen *screen, size_t index)
{
	struct import *import = &importing_of(screen)->import;
	const struct sifted_row *row = &import->rows[index];
	struct arena arena = { 0 };
	const char *options[OFFERS_MAX + 3], *codes[OFFERS_MAX];
	char *rest = arena_text(&arena, row->candidate);
	struct row_words words;
	int n = 0;

	for (char *code; n < OFFERS_MAX && (code = strsep(&rest, ",")) != NULL; n++) {
		codes[n] = code;
		options[n] = import_offer(ui->ctx, &arena, code);
	}
	options[n] = _("Something else: write it");
	options[n + 1] = _("Skip this row");
	options[n + 2] = _("Not now: the row waits");
	import_row_words(ui->ctx, &arena, import, row, &words);
	int chosen = ui_choose(ui,
		/* TRANSLATORS: the number of a row, then what stands in its cell. */
		arena_printf(&arena, _("Row %ld: “%s”"), row->row,
			utf8_clean(&arena, words.cell, TEXT_LINE)),
		options, n + 3, 0);
	if (chosen >= 0 && chosen < n)
		amend(ui, screen, index, codes[chosen]);
	else if (chosen == n)
		ask_cell(ui, screen, index);
	else if (chosen == n + 1)
		answer(ui, screen, index, ANSWER_SKIP);
	arena_clear(&arena);
}

/* Of a municipality two problems can be alike; a team sends one application and one solution. */
static void ask_version(struct ui *ui, struct screen *screen, size_t index)
{
	struct import *import = &importing_of(screen)->import;
	struct arena arena = { 0 };
	struct row_words words;
	const char *options[4];
	enum row_answer answers[4];
	int n = 0;

	import_row_words(ui->ctx, &arena, import, &import->rows[index], &words);
	/* TRANSLATORS: %s is the code of a problem, or a row of the same file. */
	options[n] = arena_printf(&arena, _("It replaces %s as its new version"), words.suggestion);
	answers[n++] = ANSWER_REPLACE;
	if (import->kind->letter == 'P') {
		options[n] = _("It is a problem of its own");
		answers[n++] = ANSWER_NEW;
	}
	options[n] = _("Skip it: it is the same");
	answers[n++] = ANSWER_SKIP;
	options[n] = _("Not now");
	answers[n++] = ANSWER_NONE;
	int chosen = ui_choose(ui, words.reason, options, n, n - 1);
	if (chosen >= 0)
		answer(ui, screen, index, answers[chosen]);
	arena_clear(&arena);
}

static void ask_members(struct ui *ui, struct screen *screen, size_t index)
{
	static const enum row_answer answers[] = { ANSWER_NEW, ANSWER_NONE, ANSWER_SKIP,
		ANSWER_NONE };
	const char *options[] = { _("Record it as it is"), _("Write the members anew"),
		_("Skip it"), _("Not now") };
	int chosen = ui_choose(ui, _("Another number of members than was planned"), options, 4, 3);

	if (chosen == 1)
		ask_cell(ui, screen, index);
	else if (chosen >= 0)
		answer(ui, screen, index, answers[chosen]);
}

static void ask_skip(struct ui *ui, struct screen *screen, size_t index)
{
	if (ui_confirm(ui,
		    _("Skip this row? It stays in the log of the import, but is not recorded."),
		    C_("button", "Skip")))
		answer(ui, screen, index, ANSWER_SKIP);
}

static void ask(struct ui *ui, struct screen *screen, size_t index)
{
	const struct sifted_row *row = &importing_of(screen)->import.rows[index];

	if (strcmp(row->reason, "date_order") == 0)
		import_ask_order(ui, screen);
	else if (strcmp(row->reason, "members") == 0)
		ask_members(ui, screen, index);
	else if (import_asks_version(row))
		ask_version(ui, screen, index);
	else if (row->column == 0)
		ask_skip(ui, screen, index);
	else if (*row->candidate != '\0')
		ask_offer(ui, screen, index);
	else
		ask_cell(ui, screen, index);
}

/* Enter says what is to be said of the selected row, else of the next; when nothing is, it imports.
 */
void import_rows_enter(struct ui *ui, struct screen *screen)
{
	const struct import *import = &importing_of(screen)->import;
	int64_t id = list_selected(screen);

	if (import_open_count(import) == 0) {
		import_now(ui, screen);
		return;
	}
	if (id == 0 || !import_is_open(&import->rows[id - 1]))
		(void)go_to_open(screen, id == 0 ? 0 : (size_t)id - 1);
	id = list_selected(screen);
	if (id != 0)
		ask(ui, screen, (size_t)id - 1);
}

static const char *not_a_cell(const struct screen *screen, const struct context *ctx)
{
	const struct importing *self = importing_of(screen);
	int64_t id = list_selected(screen);

	(void)ctx;
	if (id == 0)
		return N_("There is nothing to choose here yet.");
	const struct sifted_row *row = &self->import.rows[id - 1];
	return row->verdict != ROW_REFUSED && row->verdict != ROW_HELD ?
		       N_("Nothing is asked of this row.") :
	       row->column == 0 ? N_("This row is wrong as a whole: correct the file.") :
				  NULL;
}

static const char *not_open(const struct screen *screen, const struct context *ctx)
{
	const struct importing *self = importing_of(screen);
	int64_t id = list_selected(screen);

	(void)ctx;
	return id == 0 || !import_is_open(&self->import.rows[id - 1]) ?
		       N_("Nothing is asked of this row.") :
		       NULL;
}

static void on_cell(struct ui *ui, struct screen *screen)
{
	ask_cell(ui, screen, (size_t)list_selected(screen) - 1);
}

static void on_skip(struct ui *ui, struct screen *screen)
{
	answer(ui, screen, (size_t)list_selected(screen) - 1, ANSWER_SKIP);
}

static void on_back(struct ui *ui, struct screen *screen)
{
	answer(ui, screen, (size_t)list_selected(screen) - 1, ANSWER_NONE);
}

static const char *not_answered(const struct screen *screen, const struct context *ctx)
{
	const struct importing *self = importing_of(screen);
	int64_t id = list_selected(screen);

	(void)ctx;
	return id == 0 || self->import.rows[id - 1].answer == ANSWER_NONE ?
		       N_("Nothing has been said of this row that could be taken back.") :
		       NULL;
}

static void on_import(struct ui *ui, struct screen *screen)
{
	import_now(ui, screen);
}

static void on_read(struct ui *ui, struct screen *screen)
{
	const struct import *import = &importing_of(screen)->import;
	struct arena arena = { 0 };

	ui_tell(ui, _("The whole row"),
		import_row_text(ui->ctx, &arena, import, &import->rows[list_selected(screen) - 1]));
	arena_clear(&arena);
}

const char *import_nothing_good(const struct screen *screen, const struct context *ctx)
{
	const struct import *i = &importing_of(screen)->import;

	(void)ctx;
	if (i->n == 0)
		return N_("The file has headings, but no rows yet.");
	return i->added + i->refused + i->held == 0 ?
		       N_("Everything in this file has been imported before.") :
		       NULL;
}

static const struct command commands[] = {
	{ .keys = { CTRL_KEY('S') },
		.action = ACT_COUNT,
		.label = NC_("command", "import"),
		.help = N_("Import now: what is not decided waits in a list of its own"),
		.blocked = import_nothing_good,
		.run = on_import },
	{ .keys = { K_EDIT },
		.action = ACT_COUNT,
		.label = NC_("command", "cell"),
		.help = N_("Put the cell right; what came stays known"),
		.blocked = not_a_cell,
		.run = on_cell },
	{ .keys = { K_REMOVE },
		.action = ACT_COUNT,
		.label = NC_("command", "skip"),
		.help = N_("Do not record the selected row"),
		.blocked = not_open,
		.run = on_skip },
	{ .keys = { K_TAKE_BACK },
		.action = ACT_COUNT,
		.label = NC_("command", "undo"),
		.help = N_("Take the answer of the selected row back"),
		.blocked = not_answered,
		.run = on_back,
		.quiet = true },
	{ .keys = { 'v' },
		.action = ACT_COUNT,
		.label = NC_("command", "read"),
		.help = N_("Read what is wrong with the selected row"),
		.blocked = needs_record,
		.run = on_read },
};
const struct commands import_rows_commands = { commands, LEN(commands) };
