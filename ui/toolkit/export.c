/* SPDX-License-Identifier: MIT */
#include "ui/toolkit/export.h"

#include <assert.h>
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/export/addresses.h"
#include "src/export/disclosure.h"
#include "src/export/field_cell.h"
#include "src/export/writer.h"
#include "src/ground/save.h"
#include "src/ground/journal_write.h"
#include "ui/toolkit/ask_path.h"
#include "ui/toolkit/dialog.h"
#include "ui/toolkit/marks.h"

enum {
	REST_MAX = 12,
	EXPORTED_MAX = LIST_COLUMNS_MAX + REST_MAX,
	WRITTEN_MAX = EXPORTED_MAX + LIST_COLUMNS_MAX /* a share is two */
};

/* What is written, in which form: the list's columns, then what its record has besides. */
struct exporting {
	struct ui *ui;
	struct screen *screen;
	const struct list_source *source;
	const struct writer *writer;
	const struct field *rest[REST_MAX];
	size_t rest_n;
	bool chosen[EXPORTED_MAX];
	struct address_places at;
	size_t without; /* rows without an address, and their names */
	const char *names;
	struct arena arena;
};

static size_t own_count(const struct exporting *e)
{
	return e->source->n + e->source->asked;
}

static size_t column_count(const struct exporting *e)
{
	return own_count(e) + e->rest_n;
}

static const struct field *rest_of(const struct exporting *e, size_t column)
{
	return column < own_count(e) ? NULL : e->rest[column - own_count(e)];
}

static const char *title_of(const struct exporting *e, size_t column)
{
	const struct field *field = rest_of(e, column);

	return field != NULL ? i18n_lookup("field", field->word) : list_title(e->source, column);
}

static enum audience seen_by(const struct exporting *e, size_t column)
{
	const struct field *field = rest_of(e, column);

	return field != NULL ? field->seen_by : list_seen_by(e->source, column);
}

static bool is_contact(const struct exporting *e, size_t column)
{
	return seen_by(e, column) == SEEN_BY_CONTACT;
}

/* Does the column go into the file? */
static bool is_out(const struct exporting *e, size_t column)
{
	if (!e->writer->addresses)
		return e->chosen[column];
	return column == 0 || column == e->at.name || column == e->at.email ||
	       column == e->at.language;
}

static bool is_shown(const struct exporting *e, const struct field *field)
{
	for (size_t c = 0; c < own_count(e); c++)
		if (list_field(e->source, c) == field)
			return true;
	return false;
}

static void find_rest(struct exporting *e)
{
	const struct record *over = e->source->over;

	for (size_t i = 0; e->source->get != NULL && i < over->n; i++) {
		const struct field *field = &over->fields[i];

		if ((field->in & IN_LIST) == 0 || is_shown(e, field))
			continue;
		assert(e->rest_n < REST_MAX);
		e->rest[e->rest_n++] = field;
	}
}

/* For programs: the heading's English words, in one. */
static const char *plain_name(struct arena *arena, const char *title)
{
	char *name = arena_text(arena, title);
	size_t n = 0;

	for (const char *c = title; *c != '\0'; c++)
		if (isalnum((unsigned char)*c))
			name[n++] = (char)tolower((unsigned char)*c);
		else if (n > 0 && name[n - 1] != '_')
			name[n++] = '_';
	while (n > 0 && name[n - 1] == '_')
		n--;
	name[n] = '\0';
	return name;
}

static struct error fill_rest(
	struct exporting *e, int64_t id, struct arena *arena, struct cell *cells)
{
	struct context *ctx = e->ui->ctx;
	struct list_got got = { false, 0 };

	if (e->rest_n == 0)
		return ok();
	void *row = arena_alloc(arena, e->source->over->size);
	TRY(e->source->get(ctx, arena, id, row, &got));
	for (size_t i = 0; i < e->rest_n; i++) {
		cells[i] = got.there ? field_cell(e->rest[i], row) : cell_null();
		gate_cell(ctx, e->rest[i]->seen_by, SIDE_SENDER, got.sealed_by, &cells[i]);
	}
	return ok();
}

static struct error fill(struct exporting *e, int64_t id, struct arena *arena, struct cell *cells)
{
	TRY(list_fill(e->screen, e->source, e->ui->ctx, id, arena, cells, NULL));
	return fill_rest(e, id, arena, cells + own_count(e));
}

/* Of a program: what the column is called. */
static const char *name_of(struct exporting *e, size_t column)
{
	const struct field *rest = rest_of(e, column);
	const struct field *field = rest != NULL ? rest : list_field(e->source, column);

	return field != NULL ? field->name :
			       plain_name(&e->arena, e->source->columns[column].title);
}

/* A spreadsheet gets it as two columns. */
static bool is_split(const struct exporting *e, size_t column)
{
	return rest_of(e, column) == NULL && e->source->columns[column].share &&
	       e->writer->reader == READ_SHEET;
}

/* Those that are written, each share of a spreadsheet as its two numbers. */
static void pick(const struct exporting *e, const struct cell *cells, struct cell *written)
{
	size_t n = 0;

	for (size_t c = 0; c < column_count(e); c++) {
		bool share = cells[c].kind == CELL_SHARE;

		assert(!share || (c < own_count(e) && e->source->columns[c].share));
		if (!is_out(e, c))
			continue;
		written[n++] = is_split(e, c) && share ? cell_number(cells[c].number) : cells[c];
		if (is_split(e, c))
			written[n++] = share ? cell_number(cells[c].whole) : cell_null();
	}
}

static size_t head(struct exporting *e, struct heading *headings)
{
	size_t n = 0;

	for (size_t c = 0; c < column_count(e); c++) {
		if (!is_out(e, c))
			continue;
		headings[n++] = (struct heading){ name_of(e, c), title_of(e, c), CELL_TEXT };
		if (is_split(e, c)) {
			/* TRANSLATORS: the heading of the column before, of which this is the
			 * whole: "Submitted, of". */
			const char *whole = C_("column", "%s, of");

			headings[n++] = (struct heading){ arena_printf(&e->arena, "%s_of",
								  name_of(e, c)),
				arena_printf(&e->arena, whole, title_of(e, c)), CELL_NUMBER };
		}
	}
	return n;
}

enum { TOLD_MAX = 8 };

/* Who has no address: their names, as many as a dialog has room for. */
static void keep_without(struct exporting *e, const struct writing *w)
{
	e->without = w->without_n;
	e->names = "";
	for (size_t i = 0; i < w->without_n && i < TOLD_MAX; i++)
		e->names = arena_printf(
			&e->arena, "%s%s%s", e->names, i > 0 ? "\n" : "", w->without[i]);
	if (w->without_n > TOLD_MAX)
		e->names = arena_printf(&e->arena, "%s\n…", e->names);
}

static void tell_without(struct exporting *e)
{
	if (e->without > 0)
		ui_tell(e->ui,
			arena_printf(&e->arena,
				ngettext("%zu has no e-mail address", "%zu have no e-mail address",
					e->without),
				e->without),
			e->names);
}

static struct error write_rows(struct exporting *e, FILE *out)
{
	const struct list *list = &((struct list_screen *)e->screen)->list;
	struct heading headings[WRITTEN_MAX];
	struct cell cells[EXPORTED_MAX], written[WRITTEN_MAX];
	struct writing w = { .out = out, .headings = headings, .n = head(e, headings) };
	struct arena arena = { 0 };
	struct error error = ok();

	e->writer->begin(&w);
	for (; error.code == E_OK && w.rows < list->ids.n; w.rows++) {
		error = fill(e, list->ids.ids[w.rows], &arena, cells);
		if (error.code == E_OK) {
			pick(e, cells, written);
			e->writer->row(&w, written);
		}
		arena_clear(&arena);
	}
	error = e->writer->end(&w, error);
	keep_without(e, &w);
	arena_clear(&w.kept);
	return error;
}

/* Of how many rows a chosen contact is something. */
static struct error count_persons(struct exporting *e, int64_t *persons)
{
	const struct list *list = &((struct list_screen *)e->screen)->list;
	struct cell cells[EXPORTED_MAX];
	struct arena arena = { 0 };
	struct error error = ok();

	*persons = 0;
	for (size_t i = 0; error.code == E_OK && i < list->ids.n; i++) {
		bool any = false;

		error = fill(e, list->ids.ids[i], &arena, cells);
		for (size_t c = 0; error.code == E_OK && c < column_count(e); c++)
			any = any ||
			      (is_out(e, c) && is_contact(e, c) && !cell_is_empty(&cells[c]));
		*persons += any ? 1 : 0;
		arena_clear(&arena);
	}
	return error;
}

static const char *contact_names(struct exporting *e)
{
	const char *names = "";

	for (size_t c = 0; c < column_count(e); c++)
		if (is_out(e, c) && is_contact(e, c))
			names = arena_printf(&e->arena, "%s%s%s", names, *names != '\0' ? "," : "",
				name_of(e, c));
	return names;
}

/* When nothing but the file's name is missing: none leaves without its trace, and there is no trace
 * of what could not be written. */
static struct error record_it(struct exporting *e)
{
	const char *file = e->source->file == NULL ? "klash" : e->source->file;
	struct disclosure disclosure = { .list = kind_rows[e->source->of].noun,
		.data = contact_names(e) };
	char filter[200] = "";
	int64_t id;

	if (*disclosure.data == '\0')
		return journal_export(e->ui->ctx, file);
	if (e->screen->ops->title != NULL)
		e->screen->ops->title(e->screen, filter, sizeof(filter));
	disclosure.filter = filter;
	TRY(count_persons(e, &disclosure.persons));
	return disclosure_record(e->ui->ctx, &disclosure, &id);
}

static struct error write_list(struct exporting *e, const char *path)
{
	struct saving saving;

	TRY(list_read_rest(e->screen, e->ui->ctx));
	TRY(save_begin(&saving, path));
	struct error error = write_rows(e, saving.out);
	if (error.code == E_OK)
		error = save_flush(&saving);
	return save_end(&saving, error.code == E_OK ? record_it(e) : error);
}

static struct error write_text(const char *text, const char *path)
{
	struct saving saving;

	TRY(save_begin(&saving, path));
	fputs(text, saving.out); /* a full disk shows at closing */
	return save_end(&saving, ok());
}

/* NULL, with a message, where there are no files to write. `tab`: may be NULL. */
static char *ask_name_or(
	struct ui *ui, const char *title, const char *question, const char *proposed, bool *tab)
{
	struct error allowed = context_may_open(ui->ctx, "");

	if (allowed.code != E_OK) {
		ui_complain(ui, allowed);
		return NULL;
	}
	return ui_ask_path_or(ui, title, question, proposed, _("columns and form"), tab);
}

char *export_ask_name(struct ui *ui, const char *title, const char *question, const char *proposed)
{
	return ask_name_or(ui, title, question, proposed, NULL);
}

static char *ask_name(struct ui *ui, const char *title, const char *proposed, bool *tab)
{
	return ask_name_or(ui, title, _("The name of the file. It will be readable only by you."),
		proposed, tab);
}

bool export_text(struct ui *ui, const char *title, const char *name, const char *text)
{
	char *path = ask_name(ui, title, name, NULL);

	if (path == NULL)
		return false;
	struct error e = write_text(text, path);
	if (e.code == E_OK)
		/* TRANSLATORS: a file's name. */
		ui_say(ui, _("Written to %s."), path);
	else
		ui_complain(ui, e);
	free(path);
	return e.code == E_OK;
}

void export_remember(struct ui *ui, const char *path)
{
	const char *slash = strrchr(path, '/');

	snprintf(ui->folder, sizeof(ui->folder), "%.*s",
		slash == NULL ? 0 : (int)(slash + 1 - path), path);
}

static bool choose_form(struct exporting *e)
{
	const char *options[8];
	const struct writer *kept[8];
	int n = 0, current = 0;

	for (size_t i = 0; i < writer_count && n < (int)LEN(options); i++) {
		if (!writers[i]->to_a_file)
			continue;
		current = writers[i] == e->writer ? n : current;
		kept[n] = writers[i];
		options[n++] = i18n_lookup("format", writers[i]->word);
	}
	int chosen = ui_choose(e->ui, C_("title", "The form of the file"), options, n, current);
	if (chosen < 0)
		return false;
	if (kept[chosen]->addresses && e->at.email == column_count(e)) {
		ui_complain(e->ui, rule(address_lack));
		return false;
	}
	e->writer = kept[chosen];
	return true;
}

static const char *mark_word(int value)
{
	(void)value;
	return "";
}

static int mark_next(struct ui *ui, int value)
{
	(void)ui;
	return value == 0 ? 1 : 0;
}

static struct error take_marks(struct ui *ui, const struct mark *marks, size_t n, void *arg)
{
	struct exporting *e = arg;
	bool any = false;

	(void)ui;
	for (size_t i = 0; i < n; i++)
		any = any || marks[i].value != 0;
	if (!any)
		return fail(E_REQUIRED, "columns");
	for (size_t i = 0; i < n; i++)
		e->chosen[i] = marks[i].value != 0;
	return ok();
}

static const struct marks_def columns_def = {
	.title = NC_("title", "Columns of the file"),
	.help = N_(
		"Space marks a column, Ctrl-S takes the marked ones. Contacts leave only where they "
		"are marked here; that they left is recorded under your name."),
	.unticked = 0,
	.word = mark_word,
	.next = mark_next,
	.save = take_marks,
};

static bool choose_columns(struct exporting *e)
{
	struct mark marks[EXPORTED_MAX];
	size_t n = column_count(e);

	for (size_t i = 0; i < n; i++)
		marks[i] = (struct mark){ title_of(e, i), e->chosen[i] ? 1 : 0 };
	return ui_marks(e->ui, &columns_def, marks, n, e);
}

/* The file that is meant, after whatever was chosen on the way. NULL: none. */
static char *ask_what(struct exporting *e)
{
	const char *file = e->source->file == NULL ? "klash" : e->source->file;

	for (;;) {
		const char *name = arena_printf(&e->arena, "%s%s.%s", e->ui->folder, file,
			e->writer->ending == NULL ? e->writer->name : e->writer->ending);
		bool tab = false;
		char *path = ask_name(e->ui, _("Export the list"), name, &tab);

		if (path == NULL || !tab)
			return path;
		free(path);
		if (choose_columns(e))
			(void)choose_form(e);
	}
}

static void export_as(struct exporting *e)
{
	const struct list *list = &((struct list_screen *)e->screen)->list;
	char *path = ask_what(e);

	if (path == NULL)
		return;
	struct error error = write_list(e, path);
	if (error.code == E_OK) {
		export_remember(e->ui, path);
		size_t n = list->ids.n - e->without;

		/* TRANSLATORS: number of rows, a file's name. */
		ui_say(e->ui, ngettext("%zu row written to %s.", "%zu rows written to %s.", n), n,
			path);
		tell_without(e);
	} else {
		ui_complain(e->ui, error);
	}
	free(path);
}

static void find_addresses(struct exporting *e)
{
	const char *names[EXPORTED_MAX];

	for (size_t c = 0; c < column_count(e); c++)
		names[c] = name_of(e, c);
	e->at = address_places(names, column_count(e));
}

void export_list(struct ui *ui, struct screen *screen)
{
	const struct list_source *source = ((struct list_screen *)screen)->list.source;
	struct exporting e = {
		.ui = ui, .screen = screen, .source = source, .writer = &csv_writer
	};

	find_rest(&e);
	find_addresses(&e);
	for (size_t c = 0; c < source->n; c++)
		e.chosen[c] = !is_contact(&e, c);
	export_as(&e);
	arena_clear(&e.arena);
}
