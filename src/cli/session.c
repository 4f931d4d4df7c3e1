/* SPDX-License-Identifier: MIT
 * Mentoring sessions: when, where, for whom, who came, what was said. */
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/calendar/calendar.h"
#include "src/cli/fields.h"
#include "src/cli/mentoring.h"
#include "src/judging/decision.h"
#include "src/phases/challenge.h"
#include "src/phases/team.h"
#include "src/registers/person.h"

static struct error find_session(struct cli *cli, struct mentoring_session *s)
{
	int64_t id;

	cli->subject = cli->argv[0];
	TRY(session_find(&cli->ctx, cli->argv[0], &id));
	return session_get(&cli->ctx, &cli->arena, id, s);
}

/* Mentors by name, teams by code; tables have the time and the challenge in words. */
static struct error read_filter(struct cli *cli, struct session_filter *filter)
{
	TRY(cli_challenge(cli, &filter->challenge_id));
	TRY(cli_team_option(cli, &filter->team_id));
	if (option(cli, "mentor") != NULL) {
		cli->subject = option(cli, "mentor");
		TRY(person_find(&cli->ctx, option(cli, "mentor"), &filter->person_id));
	}
	cli->subject = NULL;
	filter->state = option(cli, "state");
	return filter->state == NULL ? ok() :
				       input_code("state", WORDS_SESSION_STATE, filter->state);
}

static const struct column attendance_columns[] = {
	{ "team", N_("Code"), CELL_TEXT },
	{ "name", N_("Team"), CELL_TEXT },
	{ "challenge", N_("Challenge"), CELL_TEXT },
	{ "state", N_("Attendance"), CELL_CODE, WORDS_ATTENDANCE },
};

static struct error attendance_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	const struct session_team *t = &((const struct session_teams *)arg)->rows[id];

	(void)cli;
	row_put(row, "team", cell_text(t->code));
	row_put(row, "name", cell_text(t->name));
	row_put(row, "challenge", cell_text(t->challenge_code));
	row_code(row, "state", t->state);
	return ok();
}

static const struct listing attendance_listing = { attendance_columns, LEN(attendance_columns),
	NULL, attendance_row };

static const struct column note_columns[] = {
	{ "time", N_("When"), CELL_MOMENT },
	{ "kind", N_("Kind"), CELL_CODE, WORDS_NOTE_KIND },
	{ "team", N_("Team"), CELL_TEXT },
	{ "text", N_("Text"), CELL_TEXT },
	{ "by", N_("Recorded by"), CELL_TEXT },
};

static struct error note_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	const struct session_note *n = &((const struct session_notes *)arg)->rows[id];

	(void)cli;
	row_put(row, "time", cell_time(n->at));
	row_code(row, "kind", n->kind);
	row_put(row, "team", n->team_id == 0 ? cell_null() : cell_text(n->team_code));
	row_put(row, "text", cell_text(n->text));
	row_put(row, "by", cell_text(n->who));
	return ok();
}

static const struct listing note_listing = { note_columns, LEN(note_columns), "time,kind,team,text",
	note_row };

static const struct column act_columns[] = {
	{ "act", N_("Act"), CELL_TEXT },
	{ "time", N_("When"), CELL_MOMENT },
	{ "before", N_("Before"), CELL_TEXT },
	{ "reason", N_("Reason"), CELL_TEXT },
	{ "by", N_("Recorded by"), CELL_TEXT },
};

static struct error act_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	const struct session_act *a = &((const struct session_acts *)arg)->rows[id];

	(void)cli;
	row_put(row, "act", cell_text(a->act));
	row_put(row, "time", cell_time(a->at));
	row_put(row, "before", cell_text(a->before));
	row_put(row, "reason", cell_text(a->reason));
	row_put(row, "by", cell_text(a->who));
	return ok();
}

static const struct listing act_listing = { act_columns, LEN(act_columns), NULL, act_row };

static const struct column session_columns[] = {
	{ "code" },
	{ "date" },
	{ "starts" },
	{ "ends" },
	{ "hours", N_("Time"), CELL_TEXT, .for_people = true },
	{ "place" },
	{ "challenge", N_("Challenge"), CELL_TEXT },
	{ "topic" },
	{ "state" },
	{ "mentors", N_("Mentors"), CELL_LIST },
	{ "teams", N_("Teams"), CELL_LIST },
	{ "attendance", N_("Attendance"), CELL_ROWS },
	{ "notes", N_("Notes"), CELL_ROWS },
	{ "acts", N_("Acts"), CELL_ROWS },
};

/* What is said of one by itself. */
struct session_parts {
	struct session_teams attendance;
	struct session_notes notes;
	struct session_acts acts;
};

static struct error put_parts(struct cli *cli, const struct session_parts *p, struct row *row)
{
	struct arena *arena = &row->arena;
	struct cell cell;

	TRY(nest_rows(cli, arena, &attendance_listing, &p->attendance, p->attendance.n, &cell));
	row_put(row, "attendance", cell);
	TRY(nest_rows(cli, arena, &note_listing, &p->notes, p->notes.n, &cell));
	row_put(row, "notes", cell);
	TRY(nest_rows(cli, arena, &act_listing, &p->acts, p->acts.n, &cell));
	row_put(row, "acts", cell);
	return ok();
}

static struct error put_people(struct cli *cli, int64_t id, struct row *row)
{
	struct session_mentors m;
	struct session_teams t;

	TRY(session_mentors(&cli->ctx, &row->arena, id, &m));
	TRY(session_teams(&cli->ctx, &row->arena, id, &t));
	const char **mentors = arena_alloc(&row->arena, (m.n + 1) * sizeof(*mentors));
	const char **teams = arena_alloc(&row->arena, (t.n + 1) * sizeof(*teams));
	for (size_t i = 0; i < m.n; i++)
		mentors[i] = m.rows[i].name;
	for (size_t i = 0; i < t.n; i++)
		teams[i] = t.rows[i].code;
	row_put(row, "mentors", cell_list(mentors, m.n));
	row_put(row, "teams", cell_list(teams, t.n));
	return ok();
}

/* Of all teams there is no challenge's code; people read that it is for all. */
static struct cell scope_cell(const struct cli *cli, const struct mentoring_session *s)
{
	if (!cli->plain && cli_reader(cli) != READ_EXACT)
		return cell_text(session_scope(s));
	return s->challenge_id == 0 ? cell_null() : cell_text(s->challenge_code);
}

static struct error session_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	const struct session_parts *parts = arg;
	struct mentoring_session s;
	char hours[40];

	TRY(session_get(&cli->ctx, &row->arena, id, &s));
	session_hours(&s, hours, sizeof(hours));
	row_record(row, &s);
	row_put(row, "hours", cell_text(arena_text(&row->arena, hours)));
	row_put(row, "challenge", scope_cell(cli, &s));
	if (parts != NULL)
		TRY(put_parts(cli, parts, row));
	return put_people(cli, id, row);
}

static const struct listing session_listing = { session_columns, LEN(session_columns),
	"code,date,hours,place,challenge,topic,state,mentors,teams", session_row,
	&record_of_mentoring_session };

static struct error run_list(struct cli *cli)
{
	struct session_filter filter = { 0 };
	struct id_list ids = { 0 };
	struct error e = read_filter(cli, &filter);

	if (e.code == E_OK)
		e = session_ids(&cli->ctx, SESSIONS_BY_DAY, &filter, &ids);
	return print_listing(cli, &session_listing, NULL, e, &ids);
}

static struct error read_parts(struct cli *cli, int64_t id, struct session_parts *parts)
{
	TRY(session_teams(&cli->ctx, &cli->arena, id, &parts->attendance));
	TRY(session_notes(&cli->ctx, &cli->arena, id, 0, &parts->notes));
	return session_acts(&cli->ctx, &cli->arena, id, &parts->acts);
}

static struct error run_show(struct cli *cli)
{
	struct session_parts parts;
	struct mentoring_session s;

	TRY(find_session(cli, &s));
	TRY(read_parts(cli, s.id, &parts));
	TRY(print_one(cli, &session_listing, &parts, s.id));
	if (parts.attendance.n > 0)
		TRY(print_below(
			cli, NULL, &attendance_listing, &parts.attendance, parts.attendance.n));
	return parts.notes.n == 0 ?
		       ok() :
		       print_below(cli, NULL, &note_listing, &parts.notes, parts.notes.n);
}

static struct error read_clock(struct cli *cli, const char *name, int64_t *minutes)
{
	const char *text = option(cli, name);

	if (text == NULL)
		return ok();
	*minutes = NO_MINUTES;
	struct error e = *text == '\0' ? ok() : clock_parse(text, minutes);
	return e.code == E_INVALID ? fail(E_INVALID, name) : e;
}

/* A day, or a day with the time it begins at. */
static struct error read_date(struct cli *cli, struct mentoring_session *s)
{
	struct moment moment;
	const char *text = option(cli, "date");

	if (text == NULL)
		return ok();
	cli->subject = text;
	TRY(moment_parse(text, EDGE_START, &moment));
	if (moment.precision > PRECISION_DAY)
		return fail(E_INVALID, "date");
	s->day = day_of_time(moment.time);
	if (moment.precision < PRECISION_DAY) {
		struct civil c = civil_of_time(moment.time);

		s->starts = c.hour * 60 + c.minute;
	}
	cli->subject = NULL;
	return ok();
}

static struct error read_session(struct cli *cli, struct mentoring_session *s)
{
	TRY(cli_record_fields(cli, NULL, s));
	TRY(read_date(cli, s));
	TRY(read_clock(cli, "starts", &s->starts));
	TRY(read_clock(cli, "ends", &s->ends));
	if (option(cli, "common") != NULL)
		s->challenge_id = 0;
	return cli_challenge(cli, &s->challenge_id);
}

static struct error read_mentors(struct cli *cli, struct id_list *mentors)
{
	const char *const *names = NULL;
	size_t n = option_values(cli, "mentor", &names);

	for (size_t i = 0; i < n; i++) {
		int64_t id;

		cli->subject = names[i];
		TRY(person_find(&cli->ctx, names[i], &id));
		id_list_add(mentors, id);
	}
	cli->subject = NULL;
	return ok();
}

static struct error read_teams(struct cli *cli, struct id_list *teams)
{
	const char *const *codes = NULL;
	size_t n = option_values(cli, "team", &codes);

	for (size_t i = 0; i < n; i++) {
		int64_t id;

		TRY(cli_team(cli, codes[i], &id));
		id_list_add(teams, id);
	}
	return ok();
}

/* On standard error: nothing of it stops anything. */
static struct error print_warnings(struct cli *cli, int64_t id)
{
	struct session_warnings warnings;

	TRY(session_warnings(&cli->ctx, &cli->arena, id, &warnings));
	for (size_t i = 0; i < warnings.n; i++)
		fprintf(stderr, "%s\n", session_warning_text(&cli->arena, &warnings.rows[i]));
	return ok();
}

static struct error save(struct cli *cli, struct mentoring_session *s,
	const struct id_list *mentors, const struct id_list *teams)
{
	const struct id_list *m = option(cli, "mentor") == NULL ? NULL : mentors;
	const struct id_list *t = option(cli, "team") == NULL ? NULL : teams;

	if (s->id == 0)
		return session_add(&cli->ctx, s, m, t, &s->id);
	return session_update(&cli->ctx, s, option_text(cli, "reason"), m, t);
}

static struct error add_or_edit(struct cli *cli, struct mentoring_session *s)
{
	struct id_list mentors = { 0 }, teams = { 0 };
	struct error e = read_session(cli, s);

	if (e.code == E_OK)
		e = read_mentors(cli, &mentors);
	if (e.code == E_OK)
		e = read_teams(cli, &teams);
	if (e.code == E_OK)
		e = save(cli, s, &mentors, &teams);
	id_list_clear(&mentors);
	id_list_clear(&teams);
	TRY(e);
	return print_warnings(cli, s->id);
}

static struct error run_add(struct cli *cli)
{
	struct mentoring_session s = {
		.starts = NO_MINUTES, .ends = NO_MINUTES, .place = "", .topic = ""
	};

	TRY(add_or_edit(cli, &s));
	TRY(session_get(&cli->ctx, &cli->arena, s.id, &s));
	print_done(cli, "%s", s.code);
	return ok();
}

static struct error run_edit(struct cli *cli)
{
	struct mentoring_session s;

	TRY(find_session(cli, &s));
	TRY(add_or_edit(cli, &s));
	return print_simply(cli);
}

/* Those named, or with --rest those whose attendance nobody has marked. */
static struct error attending(struct cli *cli, int64_t id, struct id_list *teams)
{
	struct session_teams all;

	for (int i = 1; i < cli->argc; i++) {
		int64_t team;

		TRY(cli_team(cli, cli->argv[i], &team));
		id_list_add(teams, team);
	}
	if (option(cli, "rest") == NULL)
		return teams->n > 0 ? ok() : fail(E_REQUIRED, "team");
	TRY(session_teams(&cli->ctx, &cli->arena, id, &all));
	for (size_t i = 0; i < all.n; i++)
		if (attendance_state_of(all.rows[i].state) == ATTENDANCE_INVITED)
			id_list_add(teams, all.rows[i].team_id);
	return ok();
}

static struct error run_attend(struct cli *cli)
{
	const char *state = option(cli, "state") == NULL ? "present" : option(cli, "state");
	struct id_list teams = { 0 };
	struct mentoring_session s;

	TRY(find_session(cli, &s));
	struct error e = attending(cli, s.id, &teams);
	if (e.code == E_OK)
		e = session_attend(&cli->ctx, s.id, &teams, state);
	id_list_clear(&teams);
	TRY(e);
	return print_simply(cli);
}

static struct error run_invite(struct cli *cli)
{
	struct mentoring_session s;
	size_t n = 0;

	TRY(find_session(cli, &s));
	TRY(session_invite_missing(&cli->ctx, s.id, &n));
	print_done(cli, ngettext("%zu team invited.", "%zu teams invited.", n), n);
	return ok();
}

static struct error run_note(struct cli *cli)
{
	struct session_note note = { .kind = option(cli, "feedback") != NULL ? "feedback" :
					     option(cli, "needs") != NULL    ? "needs" :
									       "note" };
	struct mentoring_session s;
	int64_t id;

	TRY(find_session(cli, &s));
	note.session_id = s.id;
	TRY(cli_record_fields(cli, NULL, &note));
	TRY(cli_team_option(cli, &note.team_id));
	TRY(session_note_add(&cli->ctx, &note, &id));
	return print_simply(cli);
}

/* A team by its code or name, or else a mentor. */
static struct error read_for(struct cli *cli, struct calendar_filter *filter)
{
	const char *whose = option(cli, "for");

	if (whose == NULL)
		return ok();
	cli->subject = whose;
	struct error e = team_find(&cli->ctx, whose, &filter->team_id);
	if (e.code == E_NOT_FOUND)
		e = person_find(&cli->ctx, whose, &filter->person_id);
	TRY(e);
	cli->subject = NULL;
	return ok();
}

/* Of one session, or of the meeting of a statement or decision. */
static struct error calendar_of_code(struct cli *cli, struct buffer *file)
{
	int64_t id;

	if (option(cli, "for") != NULL || option(cli, "challenge") != NULL ||
		option(cli, "all") != NULL)
		return rule(N_("Either one record or a choice of them, not both."));
	cli->subject = cli->argv[0];
	struct error e = session_find(&cli->ctx, cli->argv[0], &id);
	if (e.code != E_NOT_FOUND)
		return e.code == E_OK ? calendar_session(&cli->ctx, id, file) : e;
	TRY(decision_find(&cli->ctx, cli->argv[0], &id));
	return calendar_meeting(&cli->ctx, id, file);
}

static struct error run_calendar(struct cli *cli)
{
	struct calendar_filter filter = { .more = option(cli, "all") != NULL };
	struct calendar_said said = { 0 };
	struct buffer file = { 0 };

	TRY(cli_challenge(cli, &filter.challenge_id));
	TRY(read_for(cli, &filter));
	struct error e = cli->argc == 0 ? calendar_all(&cli->ctx, &filter, &file, &said) :
					  calendar_of_code(cli, &file);
	if (e.code == E_OK)
		e = print_exactly(cli, file.text);
	if (e.code == E_OK)
		e = calendar_given(&cli->ctx);
	buffer_clear(&file);
	TRY(e);
	const char *words = calendar_said_words(&cli->arena, &said);
	if (*words != '\0')
		fprintf(stderr, "%s\n", words);
	return ok();
}

static const struct option_spec list_options[] = {
	{ "challenge", "CODE", N_("only those for its teams, common ones among them") },
	{ "team", "CODE", N_("only those for this team") },
	{ "mentor", "NAME", N_("only this mentor's") },
	{ "state", "STATE", N_("planned, held or cancelled") },
};
static const struct option_spec session_options[] = {
	{ "date", "DATE",
		N_("the day, with the time it begins if you like: 2019-09-24, "
		   "\"24.9.2019 klo 9.00\""),
		.field = "" },
	{ "starts", "TIME", N_("when it begins: 9.00") },
	{ "ends", "TIME", N_("when it ends: 15.30") },
	{ "place", "TEXT", N_("where it is held") },
	{ "topic", "TEXT", N_("what it is about") },
	{ "challenge", "CODE", N_("for the teams of this challenge; common to all unless given") },
	{ "mentor", "NAME|NUMBER", N_("a mentor; may be repeated") },
	{ "team", "CODE", N_("a team it is for; may be repeated; all that go on unless given") },
	{ "common", NULL, N_("make it common to all challenges") },
	{ "reason", "TEXT", N_("why the day changes") },
};
enum { ADD_OPTIONS = LEN(session_options) - 2 }; /* the last two are for editing */
static const struct option_spec attend_options[] = {
	{ "state", "STATE", N_("present (unless given), remote, absent or invited (not marked)") },
	{ "rest", NULL, N_("every team that is not marked yet") },
};
static const struct option_spec note_options[] = {
	{ "text", "TEXT", N_("what was said") },
	{ "team", "CODE", N_("about or by this team; of the whole session unless given") },
	{ "feedback", NULL, N_("it is feedback on the mentoring") },
	{ "needs", NULL, N_("it is what is needed there: accessibility, food") },
};
static const struct option_spec calendar_options[] = {
	{ "for", "TEAM|MENTOR", N_("only this team's, or this mentor's") },
	{ "challenge", "CODE", N_("only those for its teams, common ones among them") },
	{ "all", NULL, N_("the jury's meetings and the closing times too") },
};
static const struct verb session_verbs[] = {
	{ .name = "list",
		.options = list_options,
		.option_count = LEN(list_options),
		.run = run_list,
		.help = N_("Lists the mentoring sessions by date.") },
	{ .name = "show",
		.operands = "CODE",
		.least = 1,
		.most = 1,
		.run = run_show,
		.help = N_("Shows one: who came, what was said, what happened to it.") },
	{ .name = "add",
		.options = session_options,
		.option_count = ADD_OPTIONS,
		.record = &record_of_mentoring_session,
		.run = run_add,
		.help = N_("Plans a session and prints its code.") },
	{ .name = "edit",
		.operands = "CODE",
		.least = 1,
		.most = 1,
		.options = session_options,
		.option_count = LEN(session_options),
		.record = &record_of_mentoring_session,
		.run = run_edit,
		.help = N_(
			"Changes a session. Mentors and teams that are given replace those there.") },
	{ .name = "attend",
		.operands = "CODE [TEAM...]",
		.least = 1,
		.most = -1,
		.options = attend_options,
		.option_count = LEN(attend_options),
		.run = run_attend,
		.help = N_("Marks which teams came.") },
	{ .name = "invite",
		.operands = "CODE",
		.least = 1,
		.most = 1,
		.run = run_invite,
		.help = N_("Invites all teams that go on and are not invited yet.") },
	{ .name = "note",
		.operands = "CODE",
		.least = 1,
		.most = 1,
		.options = note_options,
		.option_count = LEN(note_options),
		.record = &record_of_session_note,
		.run = run_note,
		.help = N_("Writes a note, a team's feedback, or what is needed there.") },
	{ .name = "calendar",
		.operands = "[CODE]",
		.most = 1,
		.options = calendar_options,
		.option_count = LEN(calendar_options),
		.run = run_calendar,
		.help = N_(
			"Writes the sessions as iCalendar, for any calendar (-o FILE.ics). Taken in "
			"again, it moves what has moved and cancels what was cancelled.") },
};
const struct noun noun_session = { "session", N_("mentoring sessions: planning, attendance, notes"),
	session_verbs, LEN(session_verbs) };
