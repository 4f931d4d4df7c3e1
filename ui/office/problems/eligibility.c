/* SPDX-License-Identifier: MIT
 * The office's eligibility questions, of every kind of submission. */
#include "src/phases/eligibility.h"

#include <stdio.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "ui/office/place.h"
#include "ui/office/place_list.h"
#include "ui/toolkit/dialog.h"
#include "ui/toolkit/form.h"
#include "ui/toolkit/letters.h"
#include "ui/toolkit/list.h"

static const struct list_column columns[] = {
	{ LIST_FIELD("kind", 9, 0, -1) },
	{ LIST_FIELD("number", 3, 0, -1), .title = NC_("column", "No."), .align = ALIGN_RIGHT },
	{ LIST_FIELD("question_fi", 22, 2, -1) },
	{ LIST_FIELD("question_sv", 22, 2, -1) },
	{ LIST_FIELD("judged", 8, 0, -1), .align = ALIGN_RIGHT },
	{ LIST_FIELD("question_en", 20, 2, -1) },
};

static struct error ids(struct screen *screen, struct context *ctx, int sort, struct id_list *list)
{
	(void)screen;
	(void)sort;
	return eligibility_question_ids(ctx, NULL, list);
}

static struct error row(struct screen *screen, struct context *ctx, int64_t id, struct arena *arena,
	struct cell *cells, struct list_look *look)
{
	struct eligibility_question q;

	(void)screen;
	TRY(eligibility_question_get(ctx, arena, id, &q));
	cells[0] = cell_code(WORDS_SUBMISSION_KIND, q.kind);
	cells[1] = cell_number(q.number);
	cells[2] = cell_text(q.text_fi);
	cells[3] = cell_text(q.text_sv);
	cells[4] = cell_number(q.answers);
	cells[5] = cell_text(q.text_en);
	look->style = eligibility_fixed(ctx, q.kind) != NULL ? STYLE_QUIET : STYLE_PLAIN;
	return ok();
}

enum { FI, SV, EN };

static const struct form_field fields[] = {
	[FI] = { .name = "question_fi", .hint = N_("Asked so that yes means eligible.") },
	[SV] = { .name = "question_sv", .hint = N_("Asked so that yes means eligible.") },
	[EN] = { .name = "question_en", .hint = N_("May stay empty.") },
};

struct editing {
	int64_t id, v;
	const char *kind;
};

static struct error fill(struct context *ctx, struct form *form, void *arg)
{
	struct editing *editing = arg;
	struct arena arena = { 0 };
	struct eligibility_question q = { .kind = editing->kind };
	struct error e =
		editing->id == 0 ? ok() : eligibility_question_get(ctx, &arena, editing->id, &q);

	if (e.code == E_OK) {
		editing->v = q.v;
		form_fill_row(form, &q);
	}
	arena_clear(&arena);
	return e;
}

static struct error save(struct ui *ui, struct form *form, void *arg)
{
	struct editing *editing = arg;
	struct eligibility_question q = {
		.id = editing->id, .v = editing->v, .kind = editing->kind
	};

	TRY(form_read_row(form, &q));
	return editing->id == 0 ? eligibility_question_add(ui->ctx, &q, &editing->id) :
				  eligibility_question_update(ui->ctx, &q);
}

static const struct form_def def = { NC_("title", "Eligibility question"),
	N_("What every one of a kind is asked, in Finnish and Swedish. All are judged by the same "
	   "questions: they are fixed once the phase is decided."),
	fields, LEN(fields), fill, save, .record = &record_of_eligibility_question };

static const char *fixed(const struct screen *screen, const struct context *ctx)
{
	struct arena arena = { 0 };
	struct eligibility_question q;
	const char *blocked = needs_record(screen, ctx);

	if (blocked == NULL &&
		eligibility_question_get(screen->ui->ctx, &arena, screen_selected(screen), &q)
				.code == E_OK)
		blocked = eligibility_fixed(screen->ui->ctx, q.kind);
	arena_clear(&arena);
	return blocked;
}

static void edit(struct ui *ui, int64_t id)
{
	struct editing editing = { .id = id };

	if (form_run(ui, form_new(ui, &def, &editing)))
		ui_say(ui, "%s", _("Saved."));
}

/* What is fixed can be read in the list. */
static void open_row(struct ui *ui, struct screen *screen, int64_t id)
{
	const char *blocked = fixed(screen, ui->ctx);

	if (blocked == NULL)
		edit(ui, id);
	else
		ui_complain(ui, rule(blocked));
}

static const struct list_source source = {
	.columns = columns,
	.n = LEN(columns),
	.over = &record_of_eligibility_question,
	.ids = ids,
	.row = row,
	.open = open_row,
	.empty =
		N_("No eligibility questions yet. n writes one: three to eight for a kind, each to "
		   "be answered with yes, no or ask for it."),
	.file = "eligibility",
};

static void on_new(struct ui *ui, struct screen *screen)
{
	struct editing editing = { .kind = ui_choose_word(
					   ui, _("Asked of"), WORDS_SUBMISSION_KIND, NULL) };

	if (editing.kind != NULL && form_run(ui, form_new(ui, &def, &editing)))
		list_expect(screen, editing.id);
}

static void on_edit(struct ui *ui, struct screen *screen)
{
	edit(ui, screen_selected(screen));
}

static void on_remove(struct ui *ui, struct screen *screen)
{
	int64_t id = screen_selected(screen);

	if (ui_confirm(ui, _("Remove the question?"), C_("button", "Remove")))
		ui_report(ui, eligibility_question_remove(ui->ctx, id), _("Removed."));
}

static const struct command commands[] = {
	{ .keys = { K_NEW },
		.action = ACT_PLAN,
		.label = NC_("command", "new"),
		.help = N_("Write a question"),
		.run = on_new },
	{ .keys = { K_EDIT },
		.action = ACT_PLAN,
		.label = NC_("command", "edit"),
		.help = N_("Change the words of the selected one"),
		.blocked = fixed,
		.run = on_edit },
	{ .keys = { K_DELETE, 'D' },
		.action = ACT_PLAN,
		.label = NC_("command", "remove"),
		.help = N_("Remove the selected one, if nothing has been judged by it"),
		.blocked = fixed,
		.final = true,
		.run = on_remove },
};

const struct place_row eligibility_place = {
	.lists = KIND_ELIGIBILITY,
	.title = NC_("title", "Eligibility questions"),
	.help = N_("What every problem, application or solution is asked before it is judged. On "
		   "its page i answers them: a no leads to its exclusion, what is to be asked for "
		   "to a request for completion."),
	.go = true,
	.size = sizeof(struct place_list),
	.commands = { commands, LEN(commands) },
	.watches = CHANGED_SUBMISSIONS | CHANGED_PLAN,
	.list = &source,
};
