/* SPDX-License-Identifier: MIT
 * Phase 3: the mentoring sessions, with the phase's steps on top. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/phases/challenge.h"
#include "src/phases/question.h"
#include "src/phases/team.h"
#include "src/registers/person.h"
#include "ui/office/desk/note_form.h"
#include "ui/office/desk/steps.h"
#include "ui/office/mentoring/calendar_file.h"
#include "ui/office/mentoring/mentoring_pick.h"
#include "ui/office/mentoring/session_form.h"
#include "ui/office/mentoring/session_page.h"
#include "ui/office/place.h"
#include "ui/toolkit/dialog.h"
#include "ui/toolkit/letters.h"
#include "ui/toolkit/list.h"

struct sessions {
	struct list_screen list;
	struct session_filter filter;
	char about[120]; /* whose, if filtered */
	struct steps steps;
	int64_t all;
};

static struct sessions *sessions_of(const struct screen *screen)
{
	return (struct sessions *)screen;
}

static void title(const struct screen *screen, char *out, size_t size)
{
	(void)screen;
	snprintf(out, size, "3 %s", text_word(WORDS_PHASE, "mentoring"));
}

static const struct list_column columns[] = {
	{ LIST_FIELD("code", 4, 0, SESSIONS_BY_NUMBER) },
	{ LIST_FIELD("date", 13, 0, SESSIONS_BY_DAY) },
	{ LIST_FIELD("starts", 5, 0, -1) },
	{ LIST_FIELD("place", 9, 0, -1) },
	{ LIST_FIELD("challenge", 6, 0, SESSIONS_BY_CHALLENGE) },
	{ LIST_FIELD("topic", 12, 3, -1) },
	{ LIST_FIELD("state", 13, 0, -1) },
};

static struct error ids(struct screen *screen, struct context *ctx, int sort, struct id_list *list)
{
	return session_ids(ctx, (enum session_sort)sort, &sessions_of(screen)->filter, list);
}

/* Who came, once somebody has marked it. */
static const char *state_cell(struct arena *arena, const struct mentoring_session *s)
{
	const char *state = text_word(WORDS_SESSION_STATE, s->state);

	if (session_state_of(s->state) == SESSION_STATE_CANCELLED || s->came + s->absent == 0)
		return state;
	return arena_printf(
		arena, "%s %lld/%lld", state, (long long)s->came, (long long)s->invited);
}

static struct error row(struct screen *screen, struct context *ctx, int64_t id, struct arena *arena,
	struct cell *cells, struct list_look *look)
{
	struct mentoring_session s;
	char day[60], starts[20] = "";

	(void)screen;
	TRY(session_get(ctx, arena, id, &s));
	text_weekday(s.day, day, sizeof(day));
	if (s.starts != NO_MINUTES)
		text_clock(s.starts, starts, sizeof(starts));
	cells[0] = cell_text(s.code);
	cells[1] = cell_shown(cell_day(s.day), arena_text(arena, day));
	cells[2] = s.starts == NO_MINUTES ? cell_none() : cell_text(arena_text(arena, starts));
	cells[3] = cell_text(s.place);
	cells[4] = cell_text(session_scope(&s));
	cells[5] = cell_text(s.topic);
	cells[6] = cell_text(state_cell(arena, &s));
	if (session_state_of(s.state) == SESSION_STATE_CANCELLED)
		look->style = STYLE_QUIET;
	else if (session_state_of(s.state) == SESSION_STATE_HELD)
		look->style = STYLE_GOOD;
	else if (s.day < day_of_time(context_now(ctx)))
		look->style = STYLE_ACCENT;
	return ok();
}

static struct error record(struct screen *screen, struct context *ctx, struct arena *arena,
	int64_t id, struct page *page)
{
	(void)screen;
	return session_page(ctx, arena, id, page);
}

static void open_row(struct ui *ui, struct screen *screen, int64_t id)
{
	(void)screen;
	record_open(ui, KIND_SESSION, id);
}

static const struct list_source source = {
	.columns = columns,
	.n = LEN(columns),
	.over = &record_of_mentoring_session,
	.ids = ids,
	.row = row,
	.record = record,
	.open = open_row,
	.empty = N_(
		"No sessions. n plans one: a day, a place, a topic, for one challenge or for all; "
		"r keeps the mentors. A filter may hide some: f changes it."),
	.file = "sessions",
};

static struct error load_steps(struct sessions *self, struct context *ctx)
{
	struct session_counts counts;
	struct question_counts questions;
	struct id_list mentors = { 0 };
	struct steps *steps = &self->steps;

	steps->n = 0;
	TRY(steps_add_period(steps, ctx, "mentoring", ""));
	TRY(session_counts(ctx, &counts));
	self->all = counts.planned + counts.held + counts.cancelled;
	steps_add(steps, step_glyph(counts.held, counts.planned + counts.held),
		C_("step", "Sessions"), "%lld/%lld", (long long)counts.held,
		(long long)(counts.planned + counts.held));
	struct error e = mentor_ids(ctx, &mentors);
	steps_add(steps, mentors.n > 0 ? GLYPH_DONE : GLYPH_PLANNED, C_("step", "Mentors"), "%zu",
		mentors.n);
	id_list_clear(&mentors);
	TRY(e);
	TRY(question_counts(ctx, &questions));
	int64_t asked = questions.open + questions.answered + questions.published;
	steps_add(steps, step_glyph(questions.published, asked), C_("step", "Questions"),
		"%lld/%lld", (long long)questions.published, (long long)asked);
	return ok();
}

static struct error load(struct screen *screen, struct context *ctx)
{
	TRY(list_load(screen, ctx));
	return load_steps(sessions_of(screen), ctx);
}

static void paint(const struct screen *screen, const struct canvas *body)
{
	steps_paint(&sessions_of(screen)->steps, body);
	list_paint(screen, body);
}

static void status(const struct screen *screen, char *out, size_t size)
{
	const struct sessions *self = sessions_of(screen);
	char place[40];

	list_describe(screen, place, sizeof(place));
	int used = snprintf(out, size, "%s · ", place);
	used += snprintf(out + used, size - (size_t)used,
		ngettext("%lu session", "%lu sessions", (unsigned long)self->all),
		(unsigned long)self->all);
	if (self->about[0] != '\0')
		snprintf(out + used, size - (size_t)used, " · %s: %s", _("filtered"), self->about);
}

static void on_new(struct ui *ui, struct screen *screen)
{
	list_expect(screen, session_form(ui, 0, 0));
	screen->stale = true; /* it was loaded under the warnings already */
}

static void on_edit(struct ui *ui, struct screen *screen)
{
	session_form(ui, screen_selected(screen), 0);
}

static void on_month(struct ui *ui, struct screen *screen)
{
	struct arena arena = { 0 };
	struct mentoring_session s = { .day = 0 };
	int64_t id = screen_selected(screen);

	if (id != 0)
		ui_complain(ui, session_get(ui->ctx, &arena, id, &s));
	place_open(ui, PLACE_MONTH, s.day);
	arena_clear(&arena);
}

static void on_questions(struct ui *ui, struct screen *screen)
{
	(void)screen;
	place_open(ui, PLACE_QUESTIONS, 0);
}

static void on_mentors(struct ui *ui, struct screen *screen)
{
	(void)screen;
	place_open(ui, PLACE_MENTORS, 0);
}

static void on_teams(struct ui *ui, struct screen *screen)
{
	(void)screen;
	place_open(ui, PLACE_MENTORED, 0);
}

static void on_dates(struct ui *ui, struct screen *screen)
{
	(void)screen;
	place_open(ui, PLACE_PHASE, 3);
}

static void name_challenge(struct ui *ui, int64_t id, char *out, size_t size)
{
	struct arena arena = { 0 };
	struct challenge c;

	if (challenge_get(ui->ctx, &arena, id, &c).code == E_OK)
		snprintf(out, size, "%s", c.code);
	arena_clear(&arena);
}

static void name_team(struct ui *ui, int64_t id, char *out, size_t size)
{
	struct arena arena = { 0 };
	struct team t;

	if (team_get(ui->ctx, &arena, id, &t).code == E_OK)
		snprintf(out, size, "%s", t.name);
	arena_clear(&arena);
}

static void name_person(struct ui *ui, int64_t id, char *out, size_t size)
{
	struct arena arena = { 0 };
	struct person p;

	if (person_get(ui->ctx, &arena, id, &p).code == E_OK)
		snprintf(out, size, "%s", p.name);
	arena_clear(&arena);
}

static void filter_state(struct ui *ui, struct sessions *self)
{
	const char *state = ui_choose_word(
		ui, _("Only in this state"), WORDS_SESSION_STATE, self->filter.state);

	if (state == NULL)
		return;
	self->filter = (struct session_filter){ .state = state };
	snprintf(self->about, sizeof(self->about), "%s", text_word(WORDS_SESSION_STATE, state));
}

/* One at a time: of a team, a mentor, a challenge, or in a state. */
static void on_filter(struct ui *ui, struct screen *screen)
{
	struct sessions *self = sessions_of(screen);
	const char *options[] = { _("All sessions (no filter)"), _("Of one team…"),
		_("Of one mentor…"), _("Of one challenge, common ones among them…"),
		_("By state…") };
	static const char *const titles[] = { N_("Team"), N_("Mentor"), N_("Challenge") };
	int chosen = ui_choose(ui, _("Show"), options, LEN(options), 0);

	screen->stale = true;
	if (chosen == 0) {
		self->filter = (struct session_filter){ 0 };
		self->about[0] = '\0';
	}
	if (chosen == 4)
		filter_state(ui, self);
	if (chosen < 1 || chosen > 3)
		return;
	const char *heading = _(titles[chosen - 1]);
	int64_t id = chosen == 1 ? choose_team(ui, heading, TEAMS_MENTORED) :
		     chosen == 2 ? choose_mentor(ui, heading) :
				   choose_challenge(ui, heading, NULL, 0);
	if (id <= 0)
		return;
	self->filter = (struct session_filter){ .team_id = chosen == 1 ? id : 0,
		.person_id = chosen == 2 ? id : 0,
		.challenge_id = chosen == 3 ? id : 0 };
	(chosen == 1        ? name_team :
		chosen == 2 ? name_person :
			      name_challenge)(ui, id, self->about, sizeof(self->about));
}

static void on_note(struct ui *ui, struct screen *screen)
{
	struct arena arena = { 0 };
	struct mentoring_session s;
	struct error e = session_get(ui->ctx, &arena, screen_selected(screen), &s);

	if (e.code == E_OK)
		note_form(ui, s.code);
	else
		ui_complain(ui, e);
	arena_clear(&arena);
}

static void on_calendar(struct ui *ui, struct screen *screen)
{
	const struct session_filter *shown = &sessions_of(screen)->filter;
	const struct calendar_filter filter = { .challenge_id = shown->challenge_id,
		.team_id = shown->team_id,
		.person_id = shown->person_id };

	calendar_file(ui, &filter);
}

static const struct command commands[] = {
	{ .keys = { K_NEW },
		.action = ACT_MENTORING,
		.label = NC_("command", "new"),
		.help = N_("Plan a session"),
		.run = on_new },
	{ .keys = { 'b' },
		.action = ACT_READ,
		.label = NC_("command", "month"),
		.help = N_("A month at a glance"),
		.run = on_month },
	{ .keys = { 'k' },
		.action = ACT_READ,
		.label = NC_("command", "questions"),
		.help = N_("Questions and answers, published to all alike"),
		.run = on_questions },
	{ .keys = { 'm' },
		.action = ACT_READ,
		.label = NC_("command", "mentors"),
		.help = N_("The mentors, their sessions, and the teams they have met"),
		.run = on_mentors },
	{ .keys = { 't' },
		.action = ACT_READ,
		.label = NC_("command", "teams"),
		.help = N_("How much mentoring each team has had"),
		.run = on_teams },
	{ .keys = { K_FILTER },
		.action = ACT_COUNT,
		.label = NC_("command", "filter"),
		.help = N_("Show only the sessions of a team, a mentor or a challenge"),
		.run = on_filter },
	{ .keys = { 'w' },
		.action = ACT_EXPORT,
		.label = NC_("command", "calendar"),
		.help = N_("Write the sessions as a file for people's own calendars"),
		.run = on_calendar },
	{ .keys = { 'p' },
		.action = ACT_COUNT,
		.label = NC_("command", "dates"),
		.help = N_("Dates of the phase; open and close it"),
		.run = on_dates },
	{ .keys = { K_EDIT },
		.action = ACT_MENTORING,
		.label = NC_("command", "edit"),
		.help = N_("Change the selected session"),
		.blocked = needs_record,
		.run = on_edit },
	{ .keys = { K_NOTE },
		.action = ACT_NOTE,
		.label = NC_("command", "note"),
		.help = N_("Write down a contact about the selected session"),
		.blocked = needs_record,
		.run = on_note },
};

static const struct screen_ops ops = {
	.size = sizeof(struct sessions),
	.title = title,
	.help = N_(
		"The mentoring sessions. On top stand the dates of the phase, how many sessions have been "
		"held, the mentors, and how many of the questions have been published with their answer."),
	.commands = { commands, LEN(commands) },
	.shared = &list_commands,
	.watches = CHANGED_MENTORING | CHANGED_NOTES | CHANGED_TEAMS | CHANGED_PLAN |
		   CHANGED_CHALLENGES | CHANGED_REGISTERS,
	.load = load,
	.layout = list_layout,
	.prepare = list_prepare,
	.paint = paint,
	.key = list_key,
	.selected = list_selected,
	.status = status,
	.close = list_close,
	.phase = 3,
};

/* All of them, or those of the target's team or person, whose name is its text. */
static struct screen *open_sessions(struct ui *ui, const struct target *to)
{
	struct screen *screen = screen_new(ui, &ops);
	struct sessions *self = sessions_of(screen);

	list_init(&self->list, &source);
	self->list.list.top_rows = STEP_ROWS;
	self->filter.team_id = to->kind == KIND_TEAM ? to->id : 0;
	self->filter.person_id = to->kind == KIND_PERSON ? to->id : 0;
	snprintf(self->about, sizeof(self->about), "%s", to->text == NULL ? "" : to->text);
	return screen;
}

const struct place_row sessions_place = {
	.lists = KIND_SESSION,
	.open = open_sessions,
};
