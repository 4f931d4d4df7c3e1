/* SPDX-License-Identifier: MIT
 * The teams as mentoring sees them: every team is to be treated alike, so their sessions stand side
 * by side. */
#include <stdio.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/phases/mentoring.h"
#include "ui/office/place.h"
#include "ui/toolkit/list.h"

static const struct list_column columns[] = {
	{ NC_("column", "Code"), 5, 0, ALIGN_LEFT, -1 },
	{ NC_("column", "Team"), 20, 3, ALIGN_LEFT, -1 },
	{ NC_("column", "Challenge"), 6, 0, ALIGN_LEFT, -1 },
	{ NC_("column", "Sessions"), 5, 0, ALIGN_RIGHT, -1 },
	{ NC_("column", "Came"), 5, 0, ALIGN_RIGHT, -1, .share = true },
	{ NC_("column", "Absent"), 5, 0, ALIGN_RIGHT, -1 },
	{ NC_("column", "Mentors met"), 5, 0, ALIGN_RIGHT, -1 },
};

static struct error ids(struct screen *screen, struct context *ctx, int sort, struct id_list *list)
{
	(void)screen;
	(void)sort;
	return mentored_team_ids(ctx, list);
}

static bool goes_on(const struct mentored_team *t)
{
	return team_state_of(t->state) == TEAM_STATE_SELECTED ||
	       team_state_of(t->state) == TEAM_STATE_WINNER;
}

static struct error row(struct screen *screen, struct context *ctx, int64_t id, struct arena *arena,
	struct cell *cells, struct list_look *look)
{
	struct mentored_team t;

	(void)screen;
	TRY(mentored_team_get(ctx, arena, id, &t));
	cells[0] = cell_text(t.code);
	cells[1] = goes_on(&t) ? cell_text(t.name) :
				 cell_text(arena_printf(arena, "%s (%s)", t.name,
					 text_word(WORDS_TEAM_STATE, t.state)));
	cells[2] = cell_text(t.challenge_code);
	cells[3] = cell_number(t.sessions);
	cells[4] = cell_share(t.came, t.held);
	cells[5] = cell_number(t.absent);
	cells[6] = cell_number(t.mentors);
	look->style = !goes_on(&t) ? STYLE_QUIET : t.absent > 0 ? STYLE_ACCENT : STYLE_PLAIN;
	return ok();
}

/* What the office and the team said about each other, session by session. */
static struct error add_notes(struct context *ctx, struct arena *arena, int64_t team_id,
	int64_t session_id, struct page *page)
{
	struct session_notes notes;

	TRY(session_notes(ctx, arena, session_id, team_id, &notes));
	for (size_t i = 0; i < notes.n; i++)
		page_field(
			page, text_word(WORDS_NOTE_KIND, notes.rows[i].kind), notes.rows[i].text);
	return ok();
}

static struct error add_session(
	struct context *ctx, struct arena *arena, int64_t team_id, int64_t id, struct page *page)
{
	struct mentoring_session s;
	struct session_teams teams;
	const char *attendance = "";
	char day[60];

	TRY(session_get(ctx, arena, id, &s));
	TRY(session_teams(ctx, arena, id, &teams));
	for (size_t i = 0; i < teams.n; i++)
		if (teams.rows[i].team_id == team_id)
			attendance = text_word(WORDS_ATTENDANCE, teams.rows[i].state);
	text_day(s.day, day, sizeof(day));
	page_printf(page, day, "%s %s, %s: %s", s.code, s.place, s.topic,
		session_state_of(s.state) == SESSION_STATE_CANCELLED ?
			text_word(WORDS_SESSION_STATE, s.state) :
			attendance);
	return add_notes(ctx, arena, team_id, id, page);
}

static struct error fill_page(struct context *ctx, struct arena *arena, int64_t id,
	struct page *page, char *name, size_t size)
{
	struct session_filter filter = { .team_id = id };
	struct id_list sessions = { 0 };
	struct mentored_team t;

	TRY(mentored_team_get(ctx, arena, id, &t));
	snprintf(name, size, "%s", t.code);
	page_styled(page, t.code, STYLE_TITLE, t.name);
	page_leads_to(page, KIND_TEAM, t.id);
	page_field(page, text_word(WORDS_FIELD, "challenge"), t.challenge_code);
	page_field(page, text_word(WORDS_FIELD, "state"), text_word(WORDS_TEAM_STATE, t.state));
	/* TRANSLATORS: numbers of sessions. */
	page_printf(page, C_("label", "Sessions"), _("came to %lld of %lld held, absent from %lld"),
		(long long)t.came, (long long)t.held, (long long)t.absent);
	page_gap(page);
	struct error e = session_ids(ctx, SESSIONS_BY_DAY, &filter, &sessions);
	for (size_t i = 0; e.code == E_OK && i < sessions.n; i++)
		e = add_session(ctx, arena, id, sessions.ids[i], page);
	id_list_clear(&sessions);
	return e;
}

static struct error record(struct screen *screen, struct context *ctx, struct arena *arena,
	int64_t id, struct page *page)
{
	char name[40];

	(void)screen;
	return fill_page(ctx, arena, id, page, name, sizeof(name));
}

static void on_sessions(struct ui *ui, struct screen *screen)
{
	int64_t id = screen_selected(screen);
	struct arena arena = { 0 };
	struct mentored_team t;
	struct error e = mentored_team_get(ui->ctx, &arena, id, &t);

	ui_complain(ui, e);
	if (e.code == E_OK)
		place_open_at(ui, PLACE_SESSIONS,
			&(struct target){ .kind = KIND_TEAM, .id = id, .text = t.name });
	arena_clear(&arena);
}

static const struct command commands[] = {
	{ .keys = { 't' },
		.action = ACT_READ,
		.label = NC_("command", "sessions"),
		.help = N_("The sessions of the selected team"),
		.blocked = needs_record,
		.run = on_sessions },
};
const struct place_row mentored_team_place = {
	.fill = fill_page,
	.commands = { commands, LEN(commands) },
};

static void open_row(struct ui *ui, struct screen *screen, int64_t id)
{
	(void)screen;
	place_open(ui, PLACE_MENTORED_TEAM, id);
}

static const struct list_source source = {
	.columns = columns,
	.n = LEN(columns),
	.ids = ids,
	.row = row,
	.record = record,
	.open = open_row,
	.empty = N_("No teams go on yet. An approved decision on the applications selects them."),
	.file = "mentoring",
};

const struct place_row mentored_place = {
	.title = NC_("title", "Mentoring of the teams"),
	.help = N_(
		"How much mentoring each team has had: sessions it is invited to, how many of those held it "
		"came to, how many different mentors it has met."),
	.phase = 3,
	.commands = { commands, LEN(commands) },
	.watches = CHANGED_MENTORING | CHANGED_TEAMS,
	.list = &source,
};
