/* SPDX-License-Identifier: MIT
 * Phase 2: the teams that apply, with the phase's steps on top. */
#include <stdio.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/judging/round.h"
#include "src/phases/eligibility.h"
#include "src/phases/challenge.h"
#include "src/phases/figure.h"
#include "src/phases/submission.h"
#include "ui/office/act_keys.h"
#include "ui/office/desk/note_form.h"
#include "ui/office/desk/steps.h"
#include "ui/office/judging/rounds.h"
#include "ui/office/mentoring/mentoring_pick.h"
#include "ui/office/place.h"
#include "ui/office/teams/entry_form.h"
#include "ui/toolkit/dialog.h"
#include "ui/toolkit/letters.h"
#include "ui/toolkit/list.h"

struct teams {
	struct list_screen list;
	struct steps steps;
	int64_t challenge_id;
	const char *state;
	char about[80];
	int64_t going_on, waiting;
};

static struct teams *teams_of(const struct screen *screen)
{
	return (struct teams *)screen;
}

static void title(const struct screen *screen, char *out, size_t size)
{
	(void)screen;
	snprintf(out, size, "2 %s", text_word(WORDS_PHASE, "applications"));
}

static const struct list_column columns[] = {
	{ LIST_FIELD("code", 5, 0, -1), .record = &record_of_team },
	{ LIST_FIELD("name", 13, 1, -1), .record = &record_of_team },
	{ LIST_FIELD("challenge", 4, 0, -1), .record = &record_of_team },
	{ LIST_FIELD("title", 10, 3, -1) },
	{ LIST_FIELD("state", 12, 0, -1), .record = &record_of_team },
	{ NC_("column", "Rev."), 4, 0, ALIGN_RIGHT, -1, .share = true },
	{ LIST_FIELD("members", 4, 0, -1), .record = &record_of_team },
	{ LIST_FIELD("kind", 11, 0, -1), .record = &record_of_team },
	{ LIST_FIELD("contact", 0, 0, -1) },
	{ LIST_FIELD("contact_email", 0, 0, -1) },
	{ LIST_FIELD("contact_phone", 0, 0, -1) },
};
/* Those behind are for an export alone, and only where they are asked for. */
enum { ASKED = 3 };

static struct error ids(struct screen *screen, struct context *ctx, int sort, struct id_list *list)
{
	(void)sort;
	return team_ids(ctx, teams_of(screen)->challenge_id, teams_of(screen)->state, list);
}

static enum style style_of(const char *state)
{
	switch (team_state_of(state)) {
	case TEAM_STATE_WITHDRAWN:
	case TEAM_STATE_DECLINED:
	case TEAM_STATE_NOT_SELECTED:
		return STYLE_QUIET;
	case TEAM_STATE_RESERVE:
		return STYLE_ACCENT;
	case TEAM_STATE_SELECTED:
	case TEAM_STATE_WINNER:
		return STYLE_GOOD;
	case TEAM_STATE_APPLIED:
	case TEAM_STATE_UNKNOWN:
		break;
	}
	return STYLE_PLAIN;
}

static struct error row(struct screen *screen, struct context *ctx, int64_t id, struct arena *arena,
	struct cell *cells, struct list_look *look)
{
	struct team t;
	struct submission s = { .title = "" };
	struct progress progress = { 0 };

	(void)screen;
	TRY(team_get(ctx, arena, id, &t));
	if (t.application_id != 0) {
		TRY(submission_get(ctx, arena, t.application_id, &s));
		TRY(submission_progress(ctx, t.application_id, &progress));
	}
	bool late = t.application_id != 0 && s.late &&
		    submission_state_of(s.state) == SUBMISSION_STATE_RECEIVED;
	cells[0] = cell_text(t.code);
	cells[1] = cell_text(t.name);
	cells[2] = cell_text(t.challenge);
	cells[3] = cell_text(s.title);
	const char *eligibility = team_state_of(t.state) == TEAM_STATE_APPLIED ?
					  eligibility_brief(ctx, arena, t.application_id) :
					  "";
	cells[4] = late                 ? cell_text(C_("short state", "late")) :
		   *eligibility != '\0' ? cell_text(eligibility) :
					  cell_code(WORDS_TEAM_STATE, t.state);
	cells[6] = cell_number(t.members);
	cells[7] = cell_code(WORDS_TEAM_KIND, t.kind);
	cells[5] = progress.all == 0 ? cell_none() : cell_share(progress.submitted, progress.all);
	cells[8] = cell_text(s.contact_name);
	cells[9] = cell_text(s.contact_email);
	cells[10] = cell_text(s.contact_phone);
	look->sealed_by = s.sealed_by;
	look->style = late ? STYLE_ACCENT : style_of(t.state);
	return ok();
}

static struct error search(
	struct screen *screen, struct context *ctx, const char *words, struct id_list *found)
{
	(void)screen;
	return team_search(ctx, words, found);
}

static struct error record(struct screen *screen, struct context *ctx, struct arena *arena,
	int64_t id, struct page *page)
{
	(void)screen;
	return record_lines(screen->ui, ctx, arena, KIND_TEAM, id, page);
}

static void open_row(struct ui *ui, struct screen *screen, int64_t id)
{
	(void)screen;
	record_open(ui, KIND_TEAM, id);
}

/* Of a team its application. */
static struct error get_sent(
	struct context *ctx, struct arena *arena, int64_t id, void *row, struct list_got *got)
{
	struct submission *s = row;
	struct team t;

	TRY(team_get(ctx, arena, id, &t));
	if (t.application_id == 0)
		return ok();
	TRY(submission_get(ctx, arena, t.application_id, s));
	*got = (struct list_got){ true, s->sealed_by };
	return ok();
}

static const struct list_source source = {
	.columns = columns,
	.n = LEN(columns) - ASKED,
	.asked = ASKED,
	.over = &record_of_submission,
	.get = get_sent,
	.ids = ids,
	.row = row,
	.search = search,
	.record = record,
	.open = open_row,
	.empty = N_(
		"No applications. n records one with its team, i imports a file. A filter may hide "
		"some: f changes it."),
	.file = "teams",
	.of = KIND_TEAM,
};

static struct error load_steps(struct teams *self, struct context *ctx)
{
	struct steps *steps = &self->steps;
	int64_t applications;

	steps->n = 0;
	TRY(steps_add_period(steps, ctx, "applications", ""));
	TRY(figure_count(ctx, "applications", &applications));
	steps_add(steps, applications > 0 ? GLYPH_DONE : GLYPH_PLANNED, C_("step", "Applications"),
		"%lld", (long long)applications);
	TRY(steps_add_reviews(steps, ctx, "application"));
	TRY(team_count(ctx, 0, "going_on", &self->going_on));
	TRY(team_count(ctx, 0, "applied", &self->waiting));
	steps_add(steps, self->going_on > 0 ? GLYPH_DONE : GLYPH_PLANNED, C_("step", "Going on"),
		"%lld", (long long)self->going_on);
	return ok();
}

static struct error load(struct screen *screen, struct context *ctx)
{
	TRY(list_load(screen, ctx));
	return load_steps(teams_of(screen), ctx);
}

static void paint(const struct screen *screen, const struct canvas *body)
{
	steps_paint(&teams_of(screen)->steps, body);
	list_paint(screen, body);
}

static void status(const struct screen *screen, char *out, size_t size)
{
	const struct teams *self = teams_of(screen);
	char place[40];

	list_describe(screen, place, sizeof(place));
	int used = snprintf(out, size, "%s · ", place);
	used += snprintf(out + used, size - (size_t)used,
		ngettext("%lu team goes on", "%lu teams go on", (unsigned long)self->going_on),
		(unsigned long)self->going_on);
	if (self->about[0] != '\0')
		snprintf(out + used, size - (size_t)used, " · %s: %s", _("filtered"), self->about);
}

static void on_new(struct ui *ui, struct screen *screen)
{
	struct arena arena = { 0 };
	struct submission s;
	int64_t id = entry_form(ui, "application", 0, false);

	if (id != 0 && submission_get(ui->ctx, &arena, id, &s).code == E_OK)
		list_expect(screen, s.team_id);
	arena_clear(&arena);
}

static void on_edit(struct ui *ui, struct screen *screen)
{
	struct arena arena = { 0 };
	struct team t = { 0 };

	ui_complain(ui, team_get(ui->ctx, &arena, screen_selected(screen), &t));
	int64_t application = t.application_id;
	arena_clear(&arena);
	if (application != 0)
		entry_form(ui, "application", application, false);
}

/* What is asked about begins at the challenge of the selected row. */
static int64_t selected_challenge(struct ui *ui, const struct screen *screen)
{
	struct arena arena = { 0 };
	struct team t = { 0 };
	int64_t id = screen_selected(screen);

	if (id != 0)
		ui_complain(ui, team_get(ui->ctx, &arena, id, &t));
	arena_clear(&arena);
	return t.challenge_id;
}

static void on_reviews(struct ui *ui, struct screen *screen)
{
	open_round_of_kind(
		ui, "application", teams_of(screen)->challenge_id, selected_challenge(ui, screen));
}

static void on_decision(struct ui *ui, struct screen *screen)
{
	int64_t id = choose_round(ui, "application", teams_of(screen)->challenge_id,
		selected_challenge(ui, screen), false);

	if (id != 0)
		open_decision_of_round(ui, id, "decision");
}

static void on_dates(struct ui *ui, struct screen *screen)
{
	(void)screen;
	place_open(ui, PLACE_PHASE, 2);
}

static void filter_state(struct ui *ui, struct teams *self)
{
	const char *state =
		ui_choose_word(ui, _("Only in this state"), WORDS_TEAM_STATE, self->state);

	if (state == NULL)
		return;
	self->state = state;
	snprintf(self->about, sizeof(self->about), "%s", text_word(WORDS_TEAM_STATE, state));
}

static void on_filter(struct ui *ui, struct screen *screen)
{
	struct teams *self = teams_of(screen);
	const char *options[] = { _("All teams (no filter)"), _("Of one challenge…"),
		_("By state…") };
	int chosen = ui_choose(ui, _("Show"), options, LEN(options), 0);

	if (chosen < 0)
		return;
	screen->stale = true;
	self->challenge_id = 0;
	self->state = NULL;
	self->about[0] = '\0';
	if (chosen == 2)
		filter_state(ui, self);
	if (chosen != 1)
		return;
	int64_t id = choose_challenge(ui, _("Challenge"), NULL, selected_challenge(ui, screen));
	struct arena arena = { 0 };
	struct challenge c;
	if (id > 0 && challenge_get(ui->ctx, &arena, id, &c).code == E_OK) {
		self->challenge_id = id;
		snprintf(self->about, sizeof(self->about), "%s", c.code);
	}
	arena_clear(&arena);
}

static void on_note(struct ui *ui, struct screen *screen)
{
	struct arena arena = { 0 };
	struct team t;
	struct error e = team_get(ui->ctx, &arena, screen_selected(screen), &t);

	if (e.code == E_OK)
		note_form(ui, t.code);
	else
		ui_complain(ui, e);
	arena_clear(&arena);
}

static void on_import(struct ui *ui, struct screen *screen)
{
	(void)screen;
	place_open_at(ui, PLACE_IMPORT, &(struct target){ .text = "application" });
}

static void on_waiting(struct ui *ui, struct screen *screen)
{
	(void)screen;
	place_open(ui, PLACE_WAITING, 0);
}

static const struct command commands[] = {
	{ .keys = { K_NEW },
		.action = ACT_SUBMISSION,
		.label = NC_("command", "new"),
		.help = N_("Record an application with its team"),
		.run = on_new },
	{ .keys = { 'a' },
		.action = ACT_COUNT,
		.label = NC_("command", "reviews"),
		.help = N_("The round of a challenge: criteria, panel, reviews, ranking"),
		.run = on_reviews },
	{ .keys = { 'd' },
		.action = ACT_COUNT,
		.label = NC_("command", "decision"),
		.help = N_("The meeting and the decision on a challenge's applications"),
		.run = on_decision },
	{ .keys = { K_FILTER },
		.action = ACT_COUNT,
		.label = NC_("command", "filter"),
		.help = N_("Show only the teams of a challenge or in a state"),
		.run = on_filter },
	{ .keys = { 'p' },
		.action = ACT_COUNT,
		.label = NC_("command", "period"),
		.help = N_("Dates of the phase; open and close it"),
		.run = on_dates },
	{ .keys = { K_EDIT },
		.action = ACT_SUBMISSION,
		.label = NC_("command", "edit"),
		.help = N_("Correct the selected team's application"),
		.blocked = needs_record,
		.run = on_edit },
	TEAM_ACTS,
	{ .keys = { 'i' },
		.action = ACT_SUBMISSION,
		.label = NC_("command", "import"),
		.help = N_("Import a file of applications"),
		.run = on_import },
	{ .keys = { 'w' },
		.action = ACT_COUNT,
		.label = NC_("command", "waiting rows"),
		.help = N_("Rows of imported files that wait to be corrected or decided on"),
		.run = on_waiting },
	{ .keys = { K_NOTE },
		.action = ACT_NOTE,
		.label = NC_("command", "note"),
		.help = N_("Write down a contact about the selected team"),
		.blocked = needs_record,
		.run = on_note },
};

static const struct screen_ops ops = {
	.size = sizeof(struct teams),
	.title = title,
	.help = N_(
		"The teams that have applied to the challenges. Each challenge has its own round of "
		"reviews and its own decision. Enter opens a team: its members, what it has sent, what "
		"has happened to it."),
	.commands = { commands, LEN(commands) },
	.shared = &marking_commands,
	.watches = CHANGED_TEAMS | CHANGED_NOTES | CHANGED_SUBMISSIONS | CHANGED_PLAN |
		   CHANGED_ROUNDS | CHANGED_REVIEWS | CHANGED_DECISIONS | CHANGED_CHALLENGES,
	.load = load,
	.layout = list_layout,
	.prepare = list_prepare,
	.paint = paint,
	.key = list_key,
	.selected = list_selected,
	.status = status,
	.close = list_close,
	.phase = 2,
};

static struct screen *open_teams(struct ui *ui, const struct target *to)
{
	struct screen *screen = screen_new(ui, &ops);

	(void)to;
	list_init(&teams_of(screen)->list, &source);
	teams_of(screen)->list.list.top_rows = STEP_ROWS;
	return screen;
}

const struct place_row teams_place = {
	.lists = KIND_TEAM,
	.open = open_teams,
};
