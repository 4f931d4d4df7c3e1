/* SPDX-License-Identifier: MIT
 * Rows of imported files that wait for a person, and the imports themselves. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "db/base/utf8.h"
#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/intake/import.h"
#include "src/roof/lookup.h"
#include "ui/office/act_keys.h"
#include "ui/office/place.h"
#include "ui/office/problems/problem_form.h"
#include "ui/office/record.h"
#include "ui/office/teams/entry_form.h"
#include "ui/toolkit/dialog.h"
#include "ui/toolkit/letters.h"
#include "ui/toolkit/list.h"

static const struct list_column waiting_columns[] = {
	{ LIST_FIELD("batch", 6, 0, -1), .align = ALIGN_RIGHT },
	{ LIST_FIELD("row", 4, 0, -1) },
	{ LIST_FIELD("verdict", 15, 0, -1) },
	{ NC_("column", "Title"), 18, 2, ALIGN_LEFT, -1 },
	{ NC_("column", "Why"), 24, 3, ALIGN_LEFT, -1 },
};

static struct error waiting_ids(
	struct screen *screen, struct context *ctx, int sort, struct id_list *list)
{
	(void)screen;
	(void)sort;
	return import_waiting(ctx, NULL, list);
}

static const char *why(struct context *ctx, struct arena *arena, const struct import_row *r)
{
	struct row_words w;

	import_waiting_words(ctx, arena, r, &w);
	return arena_printf(arena, "%s%s%s%s%s%s", w.column, *w.column != '\0' ? ": " : "",
		w.reason, *w.suggestion != '\0' ? " (" : "", w.suggestion,
		*w.suggestion != '\0' ? "?)" : "");
}

/* A team's row may have no title but its name. */
static const char *row_title(struct arena *arena, const struct import_row *r)
{
	const char *title = import_row_cell(arena, r, "title");

	return utf8_clean(
		arena, *title != '\0' ? title : import_row_cell(arena, r, "team"), TEXT_LINE);
}

static struct error waiting_row(struct screen *screen, struct context *ctx, int64_t id,
	struct arena *arena, struct cell *cells, struct list_look *look)
{
	struct import_row r;

	(void)screen;
	TRY(import_row_get(ctx, arena, id, &r));
	cells[0] = cell_number(r.batch_id);
	cells[1] = cell_number(r.row);
	cells[2] = cell_code(WORDS_IMPORT_VERDICT, r.verdict);
	cells[3] = cell_text(row_title(arena, &r));
	cells[4] = cell_text(why(ctx, arena, &r));
	look->style =
		import_verdict_of(r.verdict) == IMPORT_VERDICT_HELD ? STYLE_ACCENT : STYLE_PLAIN;
	return ok();
}

/* What else an import brings, in the record's order; the long text is last. */
static void rest_of_row(struct arena *arena, const struct import_row *r, struct page *page)
{
	static const char *const before[] = { "title", "received", "description" };
	const struct record *record = &record_of_submission;

	for (size_t i = 0; i < record->n; i++) {
		const struct field *field = &record->fields[i];
		bool shown = (field->in & IN_IMPORT) == 0;

		for (size_t k = 0; !shown && k < LEN(before); k++)
			shown = strcmp(before[k], field->name) == 0;
		if (!shown)
			page_field(page, i18n_lookup("field", field->word),
				import_row_cell(arena, r, field->name));
	}
	page_field(page, text_word(WORDS_FIELD, "description"),
		import_row_cell(arena, r, "description"));
}

static struct error waiting_record(struct screen *screen, struct context *ctx, struct arena *arena,
	int64_t id, struct page *page)
{
	static const char *const fields[] = { "title", "municipality", "municipality_code", "team",
		"challenge", "kind", "organization", "member", "member_email" };
	struct row_words w;
	struct import_row r;
	char when[80];

	(void)screen;
	TRY(import_row_get(ctx, arena, id, &r));
	import_waiting_words(ctx, arena, &r, &w);
	text_time_exact(r.received, when, sizeof(when));
	page_styled(
		page, text_word(WORDS_IMPORT_VERDICT, r.verdict), STYLE_ALERT, why(ctx, arena, &r));
	page_field(page, C_("label", "In the cell"), w.cell);
	page_field(page, C_("label", "Offered"), w.suggestion);
	page_printf(page, text_word(WORDS_FIELD, "row"), _("%lld, line %lld of the file"),
		(long long)r.row, (long long)r.line);
	page_field(page, text_word(WORDS_FIELD, "kind"), text_word(WORDS_FIELD, r.kind));
	for (size_t i = 0; i < LEN(fields); i++)
		page_field(page, text_word(WORDS_FIELD, fields[i]),
			import_row_cell(arena, &r, fields[i]));
	page_field(page, text_word(WORDS_FIELD, "received"), when);
	rest_of_row(arena, &r, page);
	return ok();
}

static void decide(struct ui *ui, int64_t id, const char *decision)
{
	ui_report(ui, import_decide(ui->ctx, id, decision), _("Done."));
}

static void decide_municipality(struct ui *ui, const struct import_row *r)
{
	struct arena arena = { 0 };
	/* TRANSLATORS: %s is what stands in the file. */
	const char *prompt = arena_printf(&arena,
		_("The file says: %s. What is offered is a guess; its number or its name in either "
		  "language will do."),
		import_row_cell(&arena, r, "municipality"));
	char *name = ui_ask(ui, _("Which municipality is meant?"), prompt,
		strchr(r->candidate, ',') != NULL ? "" :
						    lookup_shown(ui->ctx, &arena, r->candidate),
		1);

	if (name != NULL && *name != '\0')
		decide(ui, r->id, name);
	free(name);
	arena_clear(&arena);
}

/* Nobody can know it but who saw it arrive. */
static void decide_received(struct ui *ui, const struct import_row *r)
{
	struct arena arena = { 0 };
	const char *cell = import_row_cell(&arena, r, "received");
	const char *prompt =
		*cell == '\0' ? _("The file does not say when this arrived. Write it like "
				  "31.10.2018 14.05.") :
				/* TRANSLATORS: %s is what stands in the file. */
				arena_printf(&arena,
					_("The file says %s, which can be two days. Write it like "
						  "31.10.2018 14.05."),
					cell);
	char *when = ui_ask(ui, _("When did it arrive?"), prompt, "", 1);

	if (when != NULL && *when != '\0')
		decide(ui, r->id, when);
	free(when);
	arena_clear(&arena);
}

/* Of a municipality two problems can be alike; a team sends one application and one solution. */
static void decide_version(struct ui *ui, int64_t id, const char *candidate)
{
	struct arena arena = { 0 };
	const char *options[] = { arena_printf(&arena, _("It replaces %s as its new version"),
					  candidate),
		_("Skip it: it is the same"), _("Not now") };
	int chosen = ui_choose(ui, _("The team has already sent one"), options, 3, 2);

	if (chosen == 0 || chosen == 1)
		decide(ui, id, chosen == 0 ? candidate : "skip");
	arena_clear(&arena);
}

static void decide_members(struct ui *ui, int64_t id)
{
	const char *options[] = { _("Record it as it is"), _("Skip it"), _("Not now") };
	int chosen = ui_choose(ui, _("Another number of members than was planned"), options, 3, 2);

	if (chosen == 0 || chosen == 1)
		decide(ui, id, chosen == 0 ? "new" : "skip");
}

static void decide_twin(struct ui *ui, int64_t id, const char *candidate)
{
	struct arena arena = { 0 };
	const char *options[] = { /* TRANSLATORS: %s is the code of a problem. */
		arena_printf(&arena, _("It replaces %s as its new version"), candidate),
		_("It is a problem of its own"), _("Skip it: it is the same"), _("Not now")
	};
	int chosen = ui_choose(ui, _("Nearly the same is already here"), options, 4, 3);

	if (chosen == 0)
		decide(ui, id, candidate);
	else if (chosen == 1)
		decide(ui, id, "new");
	else if (chosen == 2)
		decide(ui, id, "skip");
	arena_clear(&arena);
}

/* What is wrong stands below the form until the first key. */
static void correct_row(struct ui *ui, const struct import_row *r)
{
	struct arena arena = { 0 };

	const char *text = import_row_cell(&arena, r, r->field);

	ui_say(ui, "%s%s%s", why(ui->ctx, &arena, r), *text != '\0' ? ": " : "", text);
	ui->is_error = true;
	if (submission_kind_of(r->kind) == SUBMISSION_KIND_PROBLEM)
		problem_form_from_row(ui, r->id, r->field);
	else
		entry_form_from_row(ui, r->kind, r->id, r->field);
	arena_clear(&arena);
}

static void waiting_open(struct ui *ui, struct screen *screen, int64_t id)
{
	struct arena arena = { 0 };
	struct import_row r;
	struct error e = import_row_get(ui->ctx, &arena, id, &r);

	(void)screen;
	if (e.code != E_OK)
		ui_complain(ui, e);
	else if (import_verdict_of(r.verdict) == IMPORT_VERDICT_REFUSED)
		correct_row(ui, &r);
	else if (strcmp(r.reason, "municipality_uncertain") == 0 ||
		 strcmp(r.reason, "municipality_clash") == 0)
		decide_municipality(ui, &r);
	else if (strcmp(r.reason, "received_missing") == 0 || strcmp(r.reason, "date_order") == 0)
		decide_received(ui, &r);
	else if (strcmp(r.reason, "members") == 0)
		decide_members(ui, id);
	else if (submission_kind_of(r.kind) == SUBMISSION_KIND_PROBLEM)
		decide_twin(ui, id, r.candidate);
	else
		decide_version(ui, id, r.candidate);
	arena_clear(&arena);
}

static const struct list_source waiting_source = {
	.columns = waiting_columns,
	.n = LEN(waiting_columns),
	.over = &record_of_import_row,
	.ids = waiting_ids,
	.row = waiting_row,
	.record = waiting_record,
	.open = waiting_open,
	.empty = N_(
		"No row waits. Rows come here when an imported file has some that cannot be taken as "
		"they are."),
	.file = "waiting-rows",
};

static void on_skip(struct ui *ui, struct screen *screen)
{
	int64_t id = screen_selected(screen);

	if (ui_confirm(ui,
		    _("Skip this row? It stays in the log of the import, but is not recorded."),
		    C_("button", "Skip")))
		decide(ui, id, "skip");
}

static void on_read(struct ui *ui, struct screen *screen)
{
	struct arena arena = { 0 };
	struct import_row r;
	struct error e = import_row_get(ui->ctx, &arena, screen_selected(screen), &r);

	if (e.code == E_OK)
		open_beside(ui, screen,
			arena_printf(&arena, "%lld/%lld", (long long)r.batch_id, (long long)r.row));
	else
		ui_complain(ui, e);
	arena_clear(&arena);
}

static void on_versions(struct ui *ui, struct screen *screen)
{
	struct arena arena = { 0 };
	struct import_row r;
	struct error e = import_row_get(ui->ctx, &arena, screen_selected(screen), &r);
	size_t n = 0;

	if (e.code != E_OK) {
		ui_complain(ui, e);
	} else if (
		ui_confirm(ui,
			/* TRANSLATORS: the number of an import. */
			arena_printf(&arena,
				_("Take every new version of import %lld in place of what the same "
				  "rows of the form brought before? The earlier ones are kept as "
				  "versions."),
				(long long)r.batch_id),
			C_("button", "Take"))) {
		e = import_take_versions(ui->ctx, r.batch_id, &n);
		if (e.code != E_OK)
			ui_complain(ui, e);
		else
			ui_say(ui, ngettext("%zu replaced", "%zu replaced", n), n);
	}
	arena_clear(&arena);
}

static void on_batches(struct ui *ui, struct screen *screen)
{
	(void)screen;
	place_open(ui, PLACE_BATCHES, 0);
}

static const struct command waiting_commands[] = {
	{ .keys = { 'v' },
		.action = ACT_COUNT,
		.label = NC_("command", "read"),
		.help = N_("Read the selected row as it came, and what is wrong with it"),
		.blocked = needs_record,
		.run = on_read },
	{ .keys = { K_REMOVE },
		.action = ACT_SUBMISSION,
		.label = NC_("command", "skip"),
		.help = N_("Do not record the selected row"),
		.blocked = needs_record,
		.run = on_skip },
	{ .keys = { 'a' },
		.action = ACT_SUBMISSION,
		.label = NC_("command", "all versions"),
		.help = N_("Take every new version that the selected row's import brought"),
		.blocked = needs_record,
		.run = on_versions },
	{ .keys = { 'b' },
		.action = ACT_COUNT,
		.label = NC_("command", "imports"),
		.help = N_("The imported files; take one back"),
		.run = on_batches },
};

const struct place_row waiting_place = {
	.title = NC_("title", "Waiting rows"),
	.help = N_(
		"Rows of imported files that nobody can be sure of. Enter corrects a refused row or "
		"decides on a held one."),
	.commands = { waiting_commands, LEN(waiting_commands) },
	.watches = CHANGED_IMPORTS,
	.list = &waiting_source,
};

static const struct list_column batch_columns[] = {
	{ LIST_FIELD("batch", 6, 0, -1) },
	{ LIST_FIELD("file", 17, 2, -1) },
	{ LIST_FIELD("made", 21, 1, -1) },
	{ LIST_FIELD("added", 6, 0, -1) },
	{ NC_("column", "Waiting"), 7, 0, ALIGN_RIGHT, -1 },
	{ NC_("column", "State"), 8, 0, ALIGN_LEFT, -1 },
};

static struct error batch_ids(
	struct screen *screen, struct context *ctx, int sort, struct id_list *list)
{
	(void)screen;
	(void)sort;
	return import_batches(ctx, list);
}

static struct error batch_row(struct screen *screen, struct context *ctx, int64_t id,
	struct arena *arena, struct cell *cells, struct list_look *look)
{
	struct import_batch b;

	(void)screen;
	TRY(import_batch_get(ctx, arena, id, &b));
	cells[0] = cell_number(b.id);
	cells[1] = cell_text(b.file);
	cells[2] = cell_time(b.made);
	cells[3] = cell_number((b.added + b.replaced));
	cells[4] = cell_number((b.refused + b.held));
	cells[5] = b.undone != 0 ? cell_text(C_("import state", "undone")) : cell_null();
	look->style = b.undone != 0 ? STYLE_QUIET : STYLE_PLAIN;
	return ok();
}

static const struct list_source batch_source = {
	.columns = batch_columns,
	.n = LEN(batch_columns),
	.over = &record_of_import_batch,
	.ids = batch_ids,
	.row = batch_row,
	.empty = N_("Nothing has been imported yet. In phases 1, 2 and 4, i imports a file."),
	.file = "imports",
};

static const struct command batch_commands[] = {
	BATCH_ACTS(0),
};

const struct place_row batches_place = {
	.files = KIND_BATCH,
	.title = NC_("title", "Imports"),
	.help = N_("The files that were imported, newest first."),
	.go = true,
	.phase = 1,
	.commands = { batch_commands, LEN(batch_commands) },
	.watches = CHANGED_IMPORTS,
	.list = &batch_source,
};
