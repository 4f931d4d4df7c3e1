/* SPDX-License-Identifier: MIT
 * One mentoring session: its teams with who came, one key a mark, and below or beside them what was
 * said. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "ui/office/act_keys.h"
#include "ui/office/ask.h"
#include "ui/office/desk/note_form.h"
#include "ui/office/mentoring/calendar_file.h"
#include "ui/office/mentoring/mentoring_pick.h"
#include "ui/office/mentoring/session_form.h"
#include "ui/office/mentoring/session_page.h"
#include "ui/office/place.h"
#include "ui/toolkit/dialog.h"
#include "ui/toolkit/letters.h"
#include "ui/toolkit/list.h"

enum { HEAD_ROWS = 8, HEAD_LABEL = 15, MORE_WIDTH = 4 };

struct session {
	struct list_screen list;
	int64_t id;
	struct arena arena;
	struct mentoring_session row;
	struct session_teams teams;
	struct session_warnings warnings;
	const char *when, *mentors;
	char code[16];
};

static struct session *session_of(const struct screen *screen)
{
	return (struct session *)screen;
}

static void title(const struct screen *screen, char *out, size_t size)
{
	snprintf(out, size, "%s", session_of(screen)->code);
}

static const struct list_column columns[] = {
	{ NC_("column", "Code"), 5, 0, ALIGN_LEFT, -1 },
	{ NC_("column", "Team"), 24, 3, ALIGN_LEFT, -1 },
	{ NC_("column", "Challenge"), 6, 0, ALIGN_LEFT, -1 },
	{ NC_("column", "Attendance"), 12, 0, ALIGN_LEFT, -1 },
	{ NC_("column", "Notes"), 5, 0, ALIGN_RIGHT, -1 },
};

static const struct session_team *team_of(const struct session *self, int64_t id)
{
	for (size_t i = 0; i < self->teams.n; i++)
		if (self->teams.rows[i].team_id == id)
			return &self->teams.rows[i];
	return NULL;
}

static struct error ids(struct screen *screen, struct context *ctx, int sort, struct id_list *list)
{
	const struct session *self = session_of(screen);

	(void)ctx;
	(void)sort;
	for (size_t i = 0; i < self->teams.n; i++)
		id_list_add(list, self->teams.rows[i].team_id);
	return ok();
}

static bool goes_on(const struct session_team *t)
{
	return team_state_of(t->team_state) == TEAM_STATE_SELECTED ||
	       team_state_of(t->team_state) == TEAM_STATE_WINNER;
}

static struct error row(struct screen *screen, struct context *ctx, int64_t id, struct arena *arena,
	struct cell *cells, struct list_look *look)
{
	const struct session_team *t = team_of(session_of(screen), id);

	(void)ctx;
	if (t == NULL)
		return ok();
	cells[0] = cell_text(t->code);
	cells[1] = goes_on(t) ? cell_text(t->name) :
				cell_text(arena_printf(arena, "%s (%s)", t->name,
					text_word(WORDS_TEAM_STATE, t->team_state)));
	cells[2] = cell_text(t->challenge_code);
	cells[3] = cell_code(WORDS_ATTENDANCE, t->state);
	cells[4] = t->notes == 0 ? cell_null() : cell_number(t->notes);
	if (attendance_state_of(t->state) == ATTENDANCE_ABSENT)
		look->style = STYLE_ACCENT;
	else if (attendance_state_of(t->state) != ATTENDANCE_INVITED)
		look->style = STYLE_GOOD;
	else if (!goes_on(t))
		look->style = STYLE_QUIET;
	return ok();
}

static struct error record(struct screen *screen, struct context *ctx, struct arena *arena,
	int64_t id, struct page *page)
{
	(void)id;
	return session_story(ctx, arena, session_of(screen)->id, page);
}

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
	.empty = N_("No teams are invited. i invites all that go on, t chooses."),
	.file = "attendance",
};

static struct error load(struct screen *screen, struct context *ctx)
{
	struct session *self = session_of(screen);

	arena_clear(&self->arena);
	self->row = (struct mentoring_session){ 0 };
	self->teams = (struct session_teams){ 0 };
	self->warnings = (struct session_warnings){ 0 };
	TRY(session_get(ctx, &self->arena, self->id, &self->row));
	snprintf(self->code, sizeof(self->code), "%s", self->row.code);
	self->when = session_when(&self->arena, &self->row);
	TRY(session_mentor_names(ctx, &self->arena, self->id, &self->mentors));
	TRY(session_teams(ctx, &self->arena, self->id, &self->teams));
	TRY(session_warnings(ctx, &self->arena, self->id, &self->warnings));
	return list_load(screen, ctx);
}

static void paint_field(const struct canvas *body, int y, const char *label, const char *text)
{
	canvas_text(body, y, 1, HEAD_LABEL - 1, STYLE_LABEL, ALIGN_LEFT, label);
	canvas_text(body, y, HEAD_LABEL + 1, body->area.w - HEAD_LABEL - 2, STYLE_PLAIN, ALIGN_LEFT,
		text);
}

/* The first warning, and on the right how many more there are. */
static void paint_warnings(const struct session *self, const struct canvas *body, int y)
{
	struct arena arena = { 0 };
	char more[24] = "";

	if (self->warnings.n == 0)
		return;
	if (self->warnings.n > 1)
		snprintf(more, sizeof(more), "+%zu", self->warnings.n - 1);
	canvas_text(body, y, 1, body->area.w - MORE_WIDTH - 2, STYLE_ALERT, ALIGN_LEFT,
		arena_printf(
			&arena, "! %s", session_warning_text(&arena, &self->warnings.rows[0])));
	canvas_text(
		body, y, body->area.w - MORE_WIDTH - 1, MORE_WIDTH, STYLE_ALERT, ALIGN_RIGHT, more);
	arena_clear(&arena);
}

static void paint(const struct screen *screen, const struct canvas *body)
{
	const struct session *self = session_of(screen);
	const struct mentoring_session *s = &self->row;
	char said[120];

	if (s->code == NULL)
		return;
	canvas_put(body, 0, 1, STYLE_TITLE, self->when);
	canvas_text(body, 0, body->area.w - 22, 21, STYLE_HEADING, ALIGN_RIGHT,
		text_word(WORDS_SESSION_STATE, s->state));
	paint_field(body, 1, text_word(WORDS_FIELD, "place"), s->place);
	paint_field(body, 2, text_word(WORDS_FIELD, "topic"), s->topic);
	paint_field(body, 3, text_word(WORDS_FIELD, "challenge"),
		s->challenge_id == 0 ? _("common to all challenges") : s->challenge_code);
	paint_field(body, 4, text_word(WORDS_FIELD, "mentors"), self->mentors);
	/* TRANSLATORS: how many notes about a session, and how much feedback, were written down. */
	snprintf(said, sizeof(said), _("notes %lld, feedback %lld"), (long long)s->notes,
		(long long)s->feedback);
	paint_field(body, 5, C_("label", "Written down"), said);
	paint_warnings(self, body, 6);
	canvas_rule(body, 7);
	list_paint(screen, body);
}

static void status(const struct screen *screen, char *out, size_t size)
{
	const struct mentoring_session *s = &session_of(screen)->row;

	/* TRANSLATORS: numbers of teams. */
	snprintf(out, size, _("%lld invited · %lld came · %lld absent · %lld not marked"),
		(long long)s->invited, (long long)s->came, (long long)s->absent,
		(long long)(s->invited - s->came - s->absent));
}

static const char *edit_blocked(const struct screen *screen, const struct context *ctx)
{
	(void)ctx;
	return session_of(screen)->row.code == NULL ?
		       NULL :
		       session_edit_blocked(&session_of(screen)->row);
}

static const char *mark_blocked(const struct screen *screen, const struct context *ctx)
{
	const char *blocked = edit_blocked(screen, ctx);

	return blocked != NULL ? blocked : needs_record(screen, ctx);
}

/* Marks and goes on to the next, so that a whole room is a row of keys. */
static void mark(struct ui *ui, struct screen *screen, const char *state)
{
	struct list *list = &session_of(screen)->list.list;
	struct id_list one = { 0 };

	id_list_add(&one, list_selected(screen));
	struct error e = session_attend(ui->ctx, session_of(screen)->id, &one, state);
	id_list_clear(&one);
	if (e.code == E_OK && list->cursor.selected + 1 < list->ids.n)
		cursor_go(&list->cursor, list->cursor.selected + 1);
	ui_complain(ui, e);
}

static void on_present(struct ui *ui, struct screen *screen)
{
	mark(ui, screen, "present");
}

static void on_remote(struct ui *ui, struct screen *screen)
{
	mark(ui, screen, "remote");
}

static void on_absent(struct ui *ui, struct screen *screen)
{
	mark(ui, screen, "absent");
}

static void on_unmark(struct ui *ui, struct screen *screen)
{
	mark(ui, screen, "invited");
}

static void on_rest(struct ui *ui, struct screen *screen)
{
	const struct session *self = session_of(screen);
	struct id_list rest = { 0 };

	for (size_t i = 0; i < self->teams.n; i++)
		if (attendance_state_of(self->teams.rows[i].state) == ATTENDANCE_INVITED)
			id_list_add(&rest, self->teams.rows[i].team_id);
	if (rest.n > 0)
		ui_report(ui, session_attend(ui->ctx, self->id, &rest, "present"),
			_("The rest are marked as present."));
	else
		ui_say(ui, "%s", _("All are marked already."));
	id_list_clear(&rest);
}

static void on_note(struct ui *ui, struct screen *screen)
{
	const struct session *self = session_of(screen);

	if (self->row.code != NULL)
		session_note_form(ui, &self->row, screen_selected(screen));
}

static void on_edit(struct ui *ui, struct screen *screen)
{
	session_form(ui, session_of(screen)->id, 0);
}

static void on_mentors(struct ui *ui, struct screen *screen)
{
	edit_mentors(ui, session_of(screen)->id);
}

static void on_teams(struct ui *ui, struct screen *screen)
{
	edit_teams(ui, session_of(screen)->id);
}

static void on_invite(struct ui *ui, struct screen *screen)
{
	size_t n = 0;
	struct error e = session_invite_missing(ui->ctx, session_of(screen)->id, &n);

	ui_complain(ui, e);
	if (e.code == E_OK)
		ui_say(ui, ngettext("%zu team invited.", "%zu teams invited.", n), n);
}

static struct error fill_story(struct context *ctx, struct arena *arena, int64_t id,
	struct page *page, char *name, size_t size)
{
	/* TRANSLATORS: title of a page about a session. */
	snprintf(name, size, "%s", C_("title", "Notes and history"));
	return session_story(ctx, arena, id, page);
}

static void on_story(struct ui *ui, struct screen *screen)
{
	place_open(ui, PLACE_STORY, session_of(screen)->id);
}

static void on_contact(struct ui *ui, struct screen *screen)
{
	note_form(ui, session_of(screen)->code);
}

static void on_log(struct ui *ui, struct screen *screen)
{
	place_open_at(ui, PLACE_LOG, &(struct target){ .text = session_of(screen)->code });
}

static void on_close(struct screen *screen)
{
	arena_clear(&session_of(screen)->arena);
	list_close(screen);
}

static int64_t of_page(const struct screen *screen, int64_t team_id)
{
	(void)team_id;
	return session_of(screen)->row.code == NULL ? 0 : session_of(screen)->id;
}

static void on_calendar(struct ui *ui, struct screen *screen)
{
	calendar_file_of(ui, session_of(screen)->id);
}

static const struct command commands[] = {
	{ .keys = { 'p' },
		.action = ACT_MENTORING,
		.label = NC_("command", "came"),
		.help = N_("The selected team came; goes on to the next"),
		.blocked = mark_blocked,
		.run = on_present },
	{ .keys = { 'a' },
		.action = ACT_MENTORING,
		.label = NC_("command", "absent"),
		.help = N_("The selected team did not come; goes on to the next"),
		.blocked = mark_blocked,
		.run = on_absent },
	SESSION_HELD(of_page),
	{ .keys = { 'r' },
		.action = ACT_MENTORING,
		.label = NC_("command", "remote"),
		.help = N_("The selected team took part remotely; goes on to the next"),
		.blocked = mark_blocked,
		.run = on_remote },
	{ .keys = { K_REST },
		.action = ACT_MENTORING,
		.label = NC_("command", "rest"),
		.help = N_("Every team that is not marked came"),
		.blocked = mark_blocked,
		.run = on_rest },
	{ .keys = { K_NEW },
		.action = ACT_MENTORING,
		.label = NC_("command", "write note"),
		.help = N_("Write a note or feedback, of a team or of the session"),
		.run = on_note },
	{ .keys = { 'v' },
		.action = ACT_READ,
		.label = NC_("command", "notes"),
		.help = N_("Notes, feedback and what happened to the session"),
		.run = on_story },
	{ .keys = { K_EDIT },
		.action = ACT_MENTORING,
		.label = NC_("command", "edit"),
		.help = N_("Change day, place, topic, mentors"),
		.blocked = edit_blocked,
		.run = on_edit },
	{ .keys = { 'm' },
		.action = ACT_MENTORING,
		.label = NC_("command", "mentors"),
		.help = N_("Add mentors or take them off"),
		.blocked = edit_blocked,
		.run = on_mentors },
	{ .keys = { 't' },
		.action = ACT_MENTORING,
		.label = NC_("command", "teams"),
		.help = N_("Choose which teams the session is for"),
		.blocked = edit_blocked,
		.run = on_teams },
	{ .keys = { 'i' },
		.action = ACT_MENTORING,
		.label = NC_("command", "invite"),
		.help = N_("Invite all teams that go on and are not invited yet"),
		.blocked = edit_blocked,
		.run = on_invite },
	{ .keys = { 'o', K_BACKSPACE },
		.action = ACT_MENTORING,
		.label = NC_("command", "unmark"),
		.help = N_("Take back the mark of the selected team"),
		.blocked = mark_blocked,
		.run = on_unmark },
	SESSION_MOVES(of_page),
	{ .keys = { K_NOTE },
		.action = ACT_NOTE,
		.label = NC_("command", "note"),
		.help = N_("Write down a contact about the session"),
		.run = on_contact },
	{ .keys = { 'w' },
		.action = ACT_EXPORT,
		.label = NC_("command", "calendar"),
		.help = N_("Write the session as a file for people's own calendars"),
		.run = on_calendar },
	{ .keys = { 'l' },
		.action = ACT_READ_LOG,
		.label = NC_("command", "log"),
		.help = N_("What was done with it, by whom and when"),
		.run = on_log },
};

static const struct screen_ops ops = {
	.size = sizeof(struct session),
	.title = title,
	.help = N_(
		"One session and its teams. A key marks the selected team and goes on to the next. Enter "
		"shows how the team has been mentored."),
	.commands = { commands, LEN(commands) },
	.shared = &list_commands,
	.watches = CHANGED_MENTORING | CHANGED_TEAMS | CHANGED_REGISTERS | CHANGED_NOTES,
	.load = load,
	.layout = list_layout,
	.prepare = list_prepare,
	.paint = paint,
	.key = list_key,
	.selected = list_selected,
	.status = status,
	.close = on_close,
	.phase = 3,
};

static struct screen *open_session(struct ui *ui, const struct target *to)
{
	struct screen *screen = screen_new(ui, &ops);
	struct session *self = session_of(screen);

	self->id = to->id;
	list_init(&self->list, &source);
	self->list.list.top_rows = HEAD_ROWS;
	return screen;
}

const struct place_row story_place = {
	.fill = fill_story,
};

const struct place_row session_place = {
	.shows = KIND_SESSION,
	.open = open_session,
};
