/* SPDX-License-Identifier: MIT
 * Correction requests and appeals, and their answers. */
#include <stdio.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/judging/decision.h"
#include "src/judging/round_name.h"
#include "src/judging/round.h"
#include "src/judging/service.h"
#include "src/phases/team.h"
#include "ui/office/act_keys.h"
#include "ui/office/desk/note_form.h"
#include "ui/office/mentoring/mentoring_pick.h"
#include "ui/office/place.h"
#include "ui/office/record.h"
#include "ui/toolkit/dialog.h"
#include "ui/toolkit/letters.h"
#include "ui/toolkit/list.h"

static const struct list_column columns[] = {
	{ LIST_FIELD("code", 5, 0, -1) },
	{ LIST_FIELD("decision", 7, 0, -1) },
	{ LIST_FIELD("by", 9, 1, -1) },
	{ NC_("column", "Remedy"), 13, 2, ALIGN_LEFT, -1 },
	{ LIST_FIELD("received", 10, 0, -1) },
	{ NC_("column", "In time"), 8, 0, ALIGN_LEFT, -1 },
	{ LIST_FIELD("outcome", 11, 0, -1) },
};

static struct error ids(struct screen *screen, struct context *ctx, int sort, struct id_list *list)
{
	(void)screen;
	(void)sort;
	return complaint_ids(ctx, 0, list);
}

static struct error row(struct screen *screen, struct context *ctx, int64_t id, struct arena *arena,
	struct cell *cells, struct list_look *look)
{
	struct complaint c;
	const char *name;

	(void)screen;
	TRY(complaint_get(ctx, arena, id, &c));
	TRY(complaint_name(ctx, arena, &c, &name));
	cells[0] = cell_text(c.code);
	cells[1] = cell_text(c.decision);
	cells[2] = *c.by == '\0' ? cell_none() : cell_text(c.by);
	cells[3] = cell_text(name);
	cells[4] = cell_day(c.received);
	cells[5] = c.last_day == 0 ?
			   cell_none() :
			   cell_text(c.late ? C_("complaint", "late") : C_("complaint", "in time"));
	cells[6] = c.answered == 0 ? cell_text(_("open")) :
				     cell_code(WORDS_COMPLAINT_OUTCOME, c.outcome);
	look->style = c.answered == 0 ? STYLE_ALERT : STYLE_PLAIN;
	return ok();
}

/* The decision that corrects because of it. */
static struct error fill_correction(
	struct context *ctx, struct arena *arena, int64_t id, struct page *page)
{
	struct decision d;
	int64_t correction;

	TRY(complaint_correction(ctx, id, &correction));
	if (correction == 0)
		return ok();
	TRY(decision_get(ctx, arena, correction, &d));
	page_link(page, _("Because of it"), KIND_DECISION, d.id, d.code);
	return ok();
}

static struct error fill_page(struct context *ctx, struct arena *arena, int64_t id,
	struct page *page, char *name, size_t size)
{
	struct complaint c;
	const char *remedy;
	char day[40];

	TRY(complaint_get(ctx, arena, id, &c));
	TRY(complaint_name(ctx, arena, &c, &remedy));
	snprintf(name, size, "%s", c.code);
	page_styled(page, c.code, STYLE_TITLE, remedy);
	page_link(
		page, text_word(WORDS_FIELD, "decision"), KIND_DECISION, c.decision_id, c.decision);
	page_field(page, text_word(WORDS_FIELD, "team"), c.by);
	page_value(page, ctx, &record_of_complaint, &c, "case_number");
	page_value(page, ctx, &record_of_complaint, &c, "received");
	page_value(page, ctx, &record_of_complaint, &c, "last_day");
	if (c.late)
		page_styled(page, "", STYLE_ALERT,
			_("It came after the last day: it can be left unexamined."));
	page_value(page, ctx, &record_of_complaint, &c, "court");
	page_value(page, ctx, &record_of_complaint, &c, "court_case");
	if (c.interim_day != 0)
		page_value(page, ctx, &record_of_complaint, &c, "interim");
	page_value(page, ctx, &record_of_complaint, &c, "interim_day");
	page_text(page, c.text);
	page_gap(page);
	if (c.answered == 0) {
		page_styled(page, "", STYLE_ALERT, _("Not answered: no contract may be made."));
	} else {
		text_day(c.answered, day, sizeof(day));
		page_printf(page, day, "%s", text_word(WORDS_COMPLAINT_OUTCOME, c.outcome));
		page_value(page, ctx, &record_of_complaint, &c, "effect");
		page_text(page, c.answer);
		TRY(fill_correction(ctx, arena, id, page));
	}
	return page_notes(ctx, arena, c.code, page);
}

static const struct list_source source = {
	.columns = columns,
	.n = LEN(columns),
	.over = &record_of_complaint,
	.ids = ids,
	.row = row,
	.empty = N_("No complaints. n records one against an approved decision."),
	.file = "complaints",
};

enum { C_KIND, C_TEAM, C_RECEIVED, C_DUE, C_CASE, C_TEXT };

static const struct form_field fields[] = {
	[C_KIND] = { .name = "kind" },
	[C_TEAM] = { .name = "team",
		.kind = FORM_PICK,
		.pick = pick_team,
		.hint = N_("Empty: somebody else than an entrant.") },
	[C_RECEIVED] = { .name = "received", .required = true },
	[C_DUE] = { .name = "due",
		.label = N_("To be answered by"),
		.hint = N_("When it must be answered.") },
	[C_CASE] = { .name = "case_number" },
	[C_TEXT] = { .name = "description",
		.lines = 6,
		.hint = N_("What is demanded, and on what grounds.") },
};

struct complaint_edit {
	int64_t decision_id, id;
};

static struct error fill(struct context *ctx, struct form *form, void *arg)
{
	(void)arg;
	form_fill_row(form, &(struct complaint){ .kind = "correction",
				    .received = day_of_time(context_now(ctx)) });
	return ok();
}

static struct error save(struct ui *ui, struct form *form, void *arg)
{
	struct complaint_edit *edit = arg;
	struct arena arena = { 0 };
	struct complaint c = { .decision_id = edit->decision_id };
	struct team t = { 0 };
	struct error e = form_read_row(form, &c);

	if (e.code == E_OK && form_id(form, C_TEAM) != 0)
		e = team_get(ui->ctx, &arena, form_id(form, C_TEAM), &t);
	c.submission_id = t.solution_id != 0 ? t.solution_id : t.application_id;
	if (e.code == E_OK)
		e = complaint_add(ui->ctx, &c, &edit->id);
	arena_clear(&arena);
	return e;
}

static const struct form_def def = { NC_("title", "Complaint"),
	N_("A correction request or an appeal. While it is open, no contract is made."), fields,
	LEN(fields), fill, save, .record = &record_of_complaint };

/* One decision to complain about: its number, its day, who decided, and on what. */
static struct error decision_words(
	struct context *ctx, struct arena *arena, const struct decision *d, const char **words)
{
	const char *about = "", *number = *d->case_number == '\0' ? "" : d->case_number;
	struct round round;
	char day[40];

	TRY(round_get(ctx, arena, d->round_id, &round));
	TRY(round_name(ctx, arena, &round, &about));
	text_day(d->day, day, sizeof(day));
	*words = arena_printf(arena, "%s  %s%s%s%s%s · %s", d->code, number,
		*number == '\0' ? "" : "  ", day, *d->decider == '\0' ? "" : "  ", d->decider,
		about);
	return ok();
}

/* One of the approved decisions; 0 if there is none or it is cancelled. */
static int64_t choose_decision(struct ui *ui)
{
	struct id_list list = { 0 }, kept = { 0 };
	struct arena arena = { 0 };
	const char *names[60];
	int n = 0;
	struct error e = decision_ids(ui->ctx, 0, "decision", &list);

	for (size_t i = 0; e.code == E_OK && i < list.n && n < 60; i++) {
		struct decision d;

		e = decision_get(ui->ctx, &arena, list.ids[i], &d);
		if (e.code == E_OK && decision_state_of(d.state) == DECISION_STATE_SIGNED)
			e = decision_words(ui->ctx, &arena, &d, &names[n]);
		if (e.code == E_OK && decision_state_of(d.state) == DECISION_STATE_SIGNED) {
			n++;
			id_list_add(&kept, d.id);
		}
	}
	if (e.code == E_OK && n == 0)
		e = rule(N_("No decision has been approved."));
	ui_complain(ui, e);
	int chosen = n == 0 ? -1 : ui_choose(ui, _("Against which decision?"), names, n, n - 1);
	int64_t id = chosen < 0 ? 0 : kept.ids[chosen];
	id_list_clear(&list);
	id_list_clear(&kept);
	arena_clear(&arena);
	return id;
}

static void on_new(struct ui *ui, struct screen *screen)
{
	struct complaint_edit edit = { .decision_id = choose_decision(ui) };

	if (edit.decision_id != 0 && form_run(ui, form_new(ui, &def, &edit)))
		list_expect(screen, edit.id);
}

static void on_note(struct ui *ui, struct screen *screen)
{
	struct arena arena = { 0 };
	struct complaint c;
	struct error e = complaint_get(ui->ctx, &arena, screen_selected(screen), &c);

	if (e.code == E_OK)
		note_form(ui, c.code);
	else
		ui_complain(ui, e);
	arena_clear(&arena);
}

/* --- What a court does meanwhile */

static const struct form_field court_fields[] = {
	{ .name = "court" },
	{ .name = "court_case" },
	{ .name = "interim",
		.hint = N_("Whether the court has forbidden that the decision is carried out.") },
	{ .name = "interim_day" },
	{ .name = "due", .label = N_("To be answered by") },
	{ .name = "case_number" },
};

static struct error fill_court(struct context *ctx, struct form *form, void *arg)
{
	struct complaint *edited = arg;
	struct arena arena = { 0 };
	struct complaint c;
	struct error e = complaint_get(ctx, &arena, edited->id, &c);

	if (e.code == E_OK) {
		edited->v = c.v;
		form_fill_row(form, &c);
	}
	arena_clear(&arena);
	return e;
}

static struct error save_court(struct ui *ui, struct form *form, void *arg)
{
	struct complaint c = *(const struct complaint *)arg;

	TRY(form_read_row(form, &c));
	return complaint_update(ui->ctx, &c);
}

static const struct form_def court_def = { NC_("title", "Court and orders"),
	N_("What is known of a complaint that a court examines. The contract waits until it has "
	   "been answered."),
	court_fields, LEN(court_fields), fill_court, save_court, .record = &record_of_complaint };

static void on_court(struct ui *ui, struct screen *screen)
{
	struct complaint edited = { .id = screen_selected(screen) };

	if (form_run(ui, form_new(ui, &court_def, &edited)))
		ui_say(ui, "%s", _("Saved."));
}

static const struct command commands[] = {
	{ .keys = { K_NEW },
		.action = ACT_DECIDE,
		.label = NC_("command", "new"),
		.help = N_("Record a correction request or an appeal"),
		.run = on_new },
	COMPLAINT_ACTS,
	{ .keys = { K_EDIT },
		.action = ACT_DECIDE,
		.label = NC_("command", "court"),
		.help = N_("Record the court, its case number and what it has ordered"),
		.blocked = needs_record,
		.run = on_court },
	{ .keys = { K_NOTE },
		.action = ACT_NOTE,
		.label = NC_("command", "note"),
		.help = N_("Write down a contact about the selected one"),
		.blocked = needs_record,
		.run = on_note },
};

/* All but n act on the one that is open, too. */
const struct place_row complaint_place = {
	.shows = KIND_COMPLAINT,
	.fill = fill_page,
	.commands = { commands + 1, LEN(commands) - 1 },
};

const struct place_row complaints_place = {
	.lists = KIND_COMPLAINT,
	.title = NC_("title", "Complaints"),
	.help = N_(
		"Correction requests and appeals against decisions. While one is open, no contract is "
		"made with the winner it is about."),
	.phase = 5,
	.commands = { commands, LEN(commands) },
	.watches = CHANGED_DECISIONS | CHANGED_NOTES,
	.list = &source,
};
