/* SPDX-License-Identifier: MIT
 * Who is in a session: mentors, teams, who came, what was said; and who has mentored whom. */
#include <stdio.h>
#include <string.h>

#include "db/search.h"
#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/ground/record.h"
#include "src/phases/mentoring_change.h"
#include "src/phases/team.h"
#include "src/registers/person.h"

static const char took_part[] = N_(
	"The session has been held: who was in it stays. If that was wrong, plan it again first.");

/* The role is a register's fact of its own: a person may mentor nothing yet, or no longer. */
static struct error ensure_role(struct context *ctx, int64_t person_id, int64_t day)
{
	int64_t today = day_of_time(context_now(ctx)), id;
	struct person_role role = { .person_id = person_id,
		.kind = "mentor",
		.title = "",
		.valid_from = day < today ? day : today };
	bool is = false;

	TRY(store_mentor_role_on(ctx->db, person_id, day, &is));
	return is ? ok() : store_role_add(ctx->db, &role, &id);
}

static struct error add_mentors(struct context *ctx, struct arena *arena,
	const struct mentoring_session *s, const struct id_list *mentors)
{
	for (size_t i = 0; i < mentors->n; i++) {
		struct person person;
		struct error e = person_get(ctx, arena, mentors->ids[i], &person);

		if (e.code == E_NOT_FOUND)
			return fail(E_NOT_FOUND, "mentor");
		TRY(e);
		TRY(store_session_mentor_add(ctx->db, s->id, person.id));
		TRY(ensure_role(ctx, person.id, s->day));
	}
	return ok();
}

struct error change_mentors(
	struct context *ctx, const struct mentoring_session *s, const struct id_list *mentors)
{
	struct arena arena = { 0 };
	struct session_mentors now;
	struct error e = store_session_mentors(ctx->db, &arena, s->id, &now);

	for (size_t i = 0; e.code == E_OK && i < now.n; i++) {
		if (id_list_find(mentors, now.rows[i].person_id) != (size_t)-1)
			continue;
		e = session_state_of(s->state) == SESSION_STATE_HELD ?
			    rule(took_part) :
			    store_session_mentor_remove(ctx->db, s->id, now.rows[i].person_id);
	}
	if (e.code == E_OK)
		e = add_mentors(ctx, &arena, s, mentors);
	arena_clear(&arena);
	return e;
}

static struct error take_off(
	struct context *ctx, const struct mentoring_session *s, const struct session_team *team)
{
	if (session_state_of(s->state) == SESSION_STATE_HELD)
		return rule(took_part);
	if (attendance_state_of(team->state) != ATTENDANCE_INVITED)
		return rule(N_("The attendance of a team is marked: take the mark back first."));
	if (team->notes > 0)
		return rule(
			N_("There are notes about the team in this session, so it stays in it."));
	return store_session_team_remove(ctx->db, s->id, team->team_id);
}

/* A team that is not there shows as a broken reference. */
static struct error known_team(struct error e)
{
	return e.code == E_IN_USE || e.code == E_NOT_FOUND ? fail(E_NOT_FOUND, "team") : e;
}

struct error change_teams(
	struct context *ctx, const struct mentoring_session *s, const struct id_list *teams)
{
	struct arena arena = { 0 };
	struct session_teams now;
	struct error e = store_session_teams(ctx->db, &arena, s->id, &now);

	for (size_t i = 0; e.code == E_OK && i < now.n; i++)
		if (id_list_find(teams, now.rows[i].team_id) == (size_t)-1)
			e = take_off(ctx, s, &now.rows[i]);
	for (size_t i = 0; e.code == E_OK && i < teams->n; i++)
		e = known_team(store_session_team_add(ctx->db, s->id, teams->ids[i]));
	arena_clear(&arena);
	return e;
}

/* One change of a session that was not cancelled, under its code. */
typedef struct error (*changer)(
	struct context *ctx, const struct mentoring_session *s, const void *arg);

static struct error change(
	struct context *ctx, int64_t id, const char *verb, changer run, const void *arg)
{
	struct arena arena = { 0 };
	struct mentoring_session s = { .code = "" };

	TRY(require(ctx, ACT_MENTORING));
	TRY(context_begin(ctx));
	struct error e = session_get(ctx, &arena, id, &s);
	const char *blocked = e.code == E_OK ? session_edit_blocked(&s) : NULL;
	if (blocked != NULL)
		e = rule(blocked);
	if (e.code == E_OK)
		e = run(ctx, &s, arg);
	if (e.code == E_OK)
		e = store_session_bump(ctx->db, id);
	if (e.code == E_OK)
		e = search_index(ctx->db, SEARCH_SESSION, id);
	e = context_end(ctx, e, verb, s.code);
	arena_clear(&arena);
	return e;
}

static struct error run_mentors(
	struct context *ctx, const struct mentoring_session *s, const void *arg)
{
	return change_mentors(ctx, s, arg);
}

struct error session_set_mentors(struct context *ctx, int64_t id, const struct id_list *mentors)
{
	return change(ctx, id, "session.mentors", run_mentors, mentors);
}

static struct error run_teams(
	struct context *ctx, const struct mentoring_session *s, const void *arg)
{
	return change_teams(ctx, s, arg);
}

struct error session_set_teams(struct context *ctx, int64_t id, const struct id_list *teams)
{
	return change(ctx, id, "session.teams", run_teams, teams);
}

static struct error run_invite(
	struct context *ctx, const struct mentoring_session *s, const void *arg)
{
	const struct id_list *missing = arg;

	for (size_t i = 0; i < missing->n; i++)
		TRY(store_session_team_add(ctx->db, s->id, missing->ids[i]));
	return ok();
}

struct error session_invite_missing(struct context *ctx, int64_t id, size_t *n)
{
	struct id_list missing = { 0 };

	TRY(require(ctx, ACT_MENTORING));
	struct error e = store_session_teams_missing(ctx->db, id, &missing);
	*n = missing.n;
	if (e.code == E_OK && missing.n > 0)
		e = change(ctx, id, "session.teams", run_invite, &missing);
	id_list_clear(&missing);
	return e;
}

struct marking {
	const struct id_list *teams;
	const char *state;
};

/* A team that has left came to nothing any more, but to sessions before it left. */
static struct error check_there(
	struct context *ctx, const struct mentoring_session *s, int64_t team_id)
{
	struct arena arena = { 0 };
	struct team_acts acts = { 0 };
	struct team t = { .state = "" };
	int64_t left = 0;
	struct error e = team_get(ctx, &arena, team_id, &t);
	bool gone = e.code == E_OK && (team_state_of(t.state) == TEAM_STATE_WITHDRAWN ||
					      team_state_of(t.state) == TEAM_STATE_DECLINED);

	if (gone)
		e = team_acts(ctx, &arena, team_id, &acts);
	for (size_t i = 0; e.code == E_OK && i < acts.n; i++)
		if (team_act_code_of(acts.rows[i].act) == TEAM_ACT_WITHDRAW ||
			team_act_code_of(acts.rows[i].act) == TEAM_ACT_DECLINE)
			left = day_of_time(acts.rows[i].at);
	arena_clear(&arena);
	if (e.code == E_OK && gone && s->day >= left)
		return rule(N_("The team had withdrawn or declined by the day of the session: it "
			       "cannot be marked."));
	return e;
}

static struct error run_attend(
	struct context *ctx, const struct mentoring_session *s, const void *arg)
{
	const struct marking *marking = arg;

	for (size_t i = 0; i < marking->teams->n; i++) {
		TRY(known_team(check_there(ctx, s, marking->teams->ids[i])));
		TRY(known_team(store_session_team_mark(
			ctx->db, s->id, marking->teams->ids[i], marking->state)));
	}
	return ok();
}

struct error session_attend(
	struct context *ctx, int64_t id, const struct id_list *teams, const char *state)
{
	struct marking marking = { teams, state };

	TRY(input_code("attendance", WORDS_ATTENDANCE, state));
	return change(ctx, id, "session.attend", run_attend, &marking);
}

struct error session_mentors(
	struct context *ctx, struct arena *arena, int64_t id, struct session_mentors *mentors)
{
	TRY(require(ctx, ACT_READ));
	return store_session_mentors(ctx->db, arena, id, mentors);
}

struct error session_teams(
	struct context *ctx, struct arena *arena, int64_t id, struct session_teams *teams)
{
	TRY(require(ctx, ACT_READ));
	return store_session_teams(ctx->db, arena, id, teams);
}

/* What somebody needs at a session tells of health or faith: it is for who arranges it. */
static void drop_needs(struct session_notes *notes)
{
	size_t n = 0;

	for (size_t i = 0; i < notes->n; i++)
		if (note_kind_of(notes->rows[i].kind) != NOTE_KIND_NEEDS)
			notes->rows[n++] = notes->rows[i];
	notes->n = n;
}

struct error session_notes(struct context *ctx, struct arena *arena, int64_t id, int64_t team_id,
	struct session_notes *notes)
{
	TRY(require(ctx, ACT_READ));
	TRY(store_session_notes(ctx->db, arena, id, team_id, notes));
	if (!may(ctx->role, ACT_MENTORING))
		drop_needs(notes);
	return ok();
}

/* Not through change: a cancelled session may have a note too, and notes only come to those there
 * are, so nobody who edits the session need be stopped. */
struct error session_note_add(struct context *ctx, const struct session_note *in, int64_t *id)
{
	struct arena arena = { 0 };
	struct session_note note = *in;
	struct mentoring_session s = { .code = "" };

	TRY(require(ctx, ACT_MENTORING));
	if (note.at == 0)
		note.at = context_now(ctx);
	struct error e = record_clean(&arena, &record_of_session_note, &note, IN_ADD);
	if (e.code == E_OK)
		e = context_begin(ctx);
	if (e.code == E_OK) {
		e = session_get(ctx, &arena, note.session_id, &s);
		if (e.code == E_OK)
			e = known_team(store_session_note_add(ctx->db, &note, ctx->account.id, id));
		if (e.code == E_OK)
			e = search_index(ctx->db, SEARCH_SESSION, s.id);
		e = context_end(ctx, e, "session.note", s.code);
	}
	arena_clear(&arena);
	return e;
}

static struct error make_mentor(
	struct context *ctx, struct person *person, struct person_role *role)
{
	int64_t today = day_of_time(context_now(ctx)), id;
	bool is = false;

	if (person->id == 0)
		TRY(person_insert(ctx->db, person, &person->id));
	if (role->valid_from == 0)
		role->valid_from = today;
	TRY(store_mentor_role_on(ctx->db, person->id, role->valid_from, &is));
	if (is)
		return fail(E_EXISTS, "mentor");
	role->person_id = person->id;
	return store_role_add(ctx->db, role, &id);
}

struct error mentor_add(struct context *ctx, const struct person *in_person,
	const struct person_role *in_role, int64_t *id)
{
	struct arena arena = { 0 };
	struct person person = *in_person, known;
	struct person_role role = *in_role;
	struct reference object = { "" };

	TRY(require(ctx, ACT_MENTORING));
	role.kind = "mentor";
	struct error e = person.id == 0 ? person_clean(&arena, &person) :
					  person_get(ctx, &arena, person.id, &known);
	if (e.code == E_OK)
		e = record_clean(&arena, &record_of_person_role, &role, IN_ADD);
	if (e.code == E_OK)
		e = context_begin(ctx);
	if (e.code == E_OK) {
		e = make_mentor(ctx, &person, &role);
		object = reference_number(KIND_PERSON, person.id);
		e = context_end(ctx, e, "mentor.add", object.text);
	}
	if (e.code == E_OK)
		*id = person.id;
	arena_clear(&arena);
	return e;
}

struct error mentor_ids(struct context *ctx, struct id_list *ids)
{
	TRY(require(ctx, ACT_READ));
	return store_mentor_ids(ctx->db, ids);
}

struct error mentor_get(struct context *ctx, struct arena *arena, int64_t id, struct mentor *mentor)
{
	TRY(require(ctx, ACT_READ));
	struct error e =
		store_mentor_get(ctx->db, arena, id, day_of_time(context_now(ctx)), mentor);

	return e.code == E_NOT_FOUND ? fail(E_NOT_FOUND, "mentor") : e;
}

struct error mentor_teams(struct context *ctx, int64_t id, struct id_list *team_ids)
{
	TRY(require(ctx, ACT_READ));
	return store_mentored_teams(ctx->db, id, day_of_time(context_now(ctx)), team_ids);
}

struct error mentoring_has_mentored(
	struct context *ctx, int64_t person_id, int64_t team_id, bool *has)
{
	TRY(require(ctx, ACT_READ));
	return store_mentored(ctx->db, person_id, team_id, day_of_time(context_now(ctx)), has);
}

struct error mentored_team_ids(struct context *ctx, struct id_list *ids)
{
	TRY(require(ctx, ACT_READ));
	return store_mentored_team_ids(ctx->db, ids);
}

struct error mentored_team_get(
	struct context *ctx, struct arena *arena, int64_t id, struct mentored_team *team)
{
	TRY(require(ctx, ACT_READ));
	struct error e = store_mentored_team_get(ctx->db, arena, id, team);

	return e.code == E_NOT_FOUND ? fail(E_NOT_FOUND, "team") : e;
}
