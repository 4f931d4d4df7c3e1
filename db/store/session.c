/* SPDX-License-Identifier: MIT */
#include "db/store/session.h"

static struct value minutes(int64_t minutes)
{
	return (struct value){ .type = minutes == NO_MINUTES ? VALUE_NULL : VALUE_INT,
		.number = minutes };
}

struct error store_session_add(struct db *db, const struct mentoring_session *s, int64_t *id)
{
	return db_insert(db, Q_SESSION_ADD,
		ARGS(I64(s->number), TXT(s->code), I64(s->day), minutes(s->starts),
			minutes(s->ends), TXT(s->place), value_ref(s->challenge_id), TXT(s->topic)),
		id);
}

struct error store_session_update(struct db *db, const struct mentoring_session *s)
{
	TRY(db_run(db, Q_SESSION_UPDATE,
		ARGS(I64(s->day), minutes(s->starts), minutes(s->ends), TXT(s->place),
			value_ref(s->challenge_id), TXT(s->topic), I64(s->id), I64(s->v))));
	return db_changes(db) == 1 ? ok() : fail(E_STALE, NULL);
}

struct error store_session_bump(struct db *db, int64_t id)
{
	return db_run(db, Q_SESSION_BUMP, ARGS(I64(id)));
}

struct error store_session_set_state(struct db *db, int64_t id, const char *state)
{
	return db_run(db, Q_SESSION_SET_STATE, ARGS(TXT(state), I64(id)));
}

struct error store_session_get(
	struct db *db, struct arena *arena, int64_t id, struct mentoring_session *session)
{
	static const struct row_field fields[] = {
		{ FIELD_INT, offsetof(struct mentoring_session, id) },
		{ FIELD_INT, offsetof(struct mentoring_session, number) },
		{ FIELD_TEXT, offsetof(struct mentoring_session, code) },
		{ FIELD_INT, offsetof(struct mentoring_session, day) },
		{ FIELD_INT, offsetof(struct mentoring_session, starts) },
		{ FIELD_INT, offsetof(struct mentoring_session, ends) },
		{ FIELD_TEXT, offsetof(struct mentoring_session, place) },
		{ FIELD_INT, offsetof(struct mentoring_session, challenge_id) },
		{ FIELD_TEXT, offsetof(struct mentoring_session, challenge_code) },
		{ FIELD_TEXT, offsetof(struct mentoring_session, topic) },
		{ FIELD_TEXT, offsetof(struct mentoring_session, state) },
		{ FIELD_INT, offsetof(struct mentoring_session, invited) },
		{ FIELD_INT, offsetof(struct mentoring_session, came) },
		{ FIELD_INT, offsetof(struct mentoring_session, absent) },
		{ FIELD_INT, offsetof(struct mentoring_session, notes) },
		{ FIELD_INT, offsetof(struct mentoring_session, feedback) },
		{ FIELD_INT, offsetof(struct mentoring_session, v) },
	};
	static const struct shape shape = { sizeof(struct mentoring_session), fields, LEN(fields) };

	return db_row(db, Q_SESSION_GET, ARGS(I64(id)), &shape, arena, session);
}

struct error store_session_find(struct db *db, const char *code, int64_t *id)
{
	return db_number(db, Q_SESSION_FIND, ARGS(TXT(code)), id);
}

struct error store_session_ids(struct db *db, enum session_sort sort,
	const struct session_filter *filter, struct id_list *ids)
{
	static const char *const sorts[] = {
		[SESSIONS_BY_DAY] = "day",
		[SESSIONS_BY_NUMBER] = "number",
		[SESSIONS_BY_CHALLENGE] = "challenge",
	};

	return db_ids(db, Q_SESSION_IDS,
		ARGS(value_ref(filter->challenge_id), value_ref(filter->team_id),
			value_ref(filter->person_id), TXT(filter->state), value_ref(filter->from),
			value_ref(filter->to), TXT(sorts[sort])),
		ids);
}

struct error store_session_waiting_ids(struct db *db, int64_t from, struct id_list *ids)
{
	return db_ids(db, Q_SESSION_WAITING_IDS, ARGS(I64(from)), ids);
}

struct error store_session_counts(struct db *db, struct session_counts *counts)
{
	static const struct row_field fields[] = {
		{ FIELD_INT, offsetof(struct session_counts, planned) },
		{ FIELD_INT, offsetof(struct session_counts, held) },
		{ FIELD_INT, offsetof(struct session_counts, cancelled) },
	};
	static const struct shape shape = { sizeof(struct session_counts), fields, LEN(fields) };

	return db_row(db, Q_SESSION_COUNTS, NO_ARGS, &shape, NULL, counts);
}

struct error store_session_act_add(
	struct db *db, int64_t session_id, const struct session_act *act, int64_t account_id)
{
	return db_run(db, Q_SESSION_ACT_ADD,
		ARGS(I64(session_id), TXT(act->act), I64(act->at), TXT(act->before),
			TXT(act->reason), value_ref(account_id)));
}

struct error store_session_acts(
	struct db *db, struct arena *arena, int64_t session_id, struct session_acts *acts)
{
	static const struct row_field fields[] = {
		{ FIELD_TEXT, offsetof(struct session_act, act) },
		{ FIELD_INT, offsetof(struct session_act, at) },
		{ FIELD_TEXT, offsetof(struct session_act, before) },
		{ FIELD_TEXT, offsetof(struct session_act, reason) },
		{ FIELD_TEXT, offsetof(struct session_act, who) },
	};
	static const struct shape shape = { sizeof(struct session_act), fields, LEN(fields) };

	return db_rows(
		db, Q_SESSION_ACTS, ARGS(I64(session_id)), &shape, arena, &acts->rows, &acts->n);
}

struct error store_session_mentor_add(struct db *db, int64_t session_id, int64_t person_id)
{
	return db_run(db, Q_SESSION_MENTOR_ADD, ARGS(I64(session_id), I64(person_id)));
}

struct error store_session_mentor_remove(struct db *db, int64_t session_id, int64_t person_id)
{
	return db_run(db, Q_SESSION_MENTOR_REMOVE, ARGS(I64(session_id), I64(person_id)));
}

struct error store_session_mentors(
	struct db *db, struct arena *arena, int64_t session_id, struct session_mentors *mentors)
{
	static const struct row_field fields[] = {
		{ FIELD_INT, offsetof(struct session_mentor, person_id) },
		{ FIELD_TEXT, offsetof(struct session_mentor, name) },
	};
	static const struct shape shape = { sizeof(struct session_mentor), fields, LEN(fields) };

	return db_rows(db, Q_SESSION_MENTORS, ARGS(I64(session_id)), &shape, arena, &mentors->rows,
		&mentors->n);
}

struct error store_session_team_add(struct db *db, int64_t session_id, int64_t team_id)
{
	return db_run(db, Q_SESSION_TEAM_ADD, ARGS(I64(session_id), I64(team_id)));
}

struct error store_session_team_remove(struct db *db, int64_t session_id, int64_t team_id)
{
	return db_run(db, Q_SESSION_TEAM_REMOVE, ARGS(I64(session_id), I64(team_id)));
}

struct error store_session_team_leave(struct db *db, int64_t team_id, int64_t day)
{
	return db_run(db, Q_SESSION_TEAM_LEAVE, ARGS(I64(team_id), I64(day)));
}

struct error store_session_team_mark(
	struct db *db, int64_t session_id, int64_t team_id, const char *state)
{
	return db_run(db, Q_SESSION_TEAM_MARK, ARGS(I64(session_id), I64(team_id), TXT(state)));
}

struct error store_session_teams(
	struct db *db, struct arena *arena, int64_t session_id, struct session_teams *teams)
{
	static const struct row_field fields[] = {
		{ FIELD_INT, offsetof(struct session_team, team_id) },
		{ FIELD_TEXT, offsetof(struct session_team, code) },
		{ FIELD_TEXT, offsetof(struct session_team, name) },
		{ FIELD_TEXT, offsetof(struct session_team, team_state) },
		{ FIELD_TEXT, offsetof(struct session_team, challenge_code) },
		{ FIELD_TEXT, offsetof(struct session_team, state) },
		{ FIELD_INT, offsetof(struct session_team, notes) },
	};
	static const struct shape shape = { sizeof(struct session_team), fields, LEN(fields) };

	return db_rows(
		db, Q_SESSION_TEAMS, ARGS(I64(session_id)), &shape, arena, &teams->rows, &teams->n);
}

struct error store_session_teams_default(
	struct db *db, int64_t challenge_id, struct id_list *team_ids)
{
	return db_ids(db, Q_SESSION_TEAMS_DEFAULT, ARGS(value_ref(challenge_id)), team_ids);
}

struct error store_session_teams_missing(
	struct db *db, int64_t session_id, struct id_list *team_ids)
{
	return db_ids(db, Q_SESSION_TEAMS_MISSING, ARGS(I64(session_id)), team_ids);
}

struct error store_session_warnings(
	struct db *db, struct arena *arena, int64_t session_id, struct session_warnings *warnings)
{
	static const struct row_field fields[] = {
		{ FIELD_INT, offsetof(struct session_warning, kind) },
		{ FIELD_TEXT, offsetof(struct session_warning, name) },
		{ FIELD_TEXT, offsetof(struct session_warning, code) },
	};
	static const struct shape shape = { sizeof(struct session_warning), fields, LEN(fields) };

	return db_rows(db, Q_SESSION_WARNINGS, ARGS(I64(session_id)), &shape, arena,
		&warnings->rows, &warnings->n);
}

struct error store_session_note_add(
	struct db *db, const struct session_note *note, int64_t account_id, int64_t *id)
{
	return db_insert(db, Q_SESSION_NOTE_ADD,
		ARGS(I64(note->session_id), value_ref(note->team_id), TXT(note->kind),
			I64(note->at), TXT(note->text), value_ref(account_id)),
		id);
}

struct error store_session_notes(struct db *db, struct arena *arena, int64_t session_id,
	int64_t team_id, struct session_notes *notes)
{
	static const struct row_field fields[] = {
		{ FIELD_INT, offsetof(struct session_note, id) },
		{ FIELD_INT, offsetof(struct session_note, session_id) },
		{ FIELD_INT, offsetof(struct session_note, team_id) },
		{ FIELD_TEXT, offsetof(struct session_note, team_code) },
		{ FIELD_TEXT, offsetof(struct session_note, team_name) },
		{ FIELD_TEXT, offsetof(struct session_note, kind) },
		{ FIELD_INT, offsetof(struct session_note, at) },
		{ FIELD_TEXT, offsetof(struct session_note, text) },
		{ FIELD_TEXT, offsetof(struct session_note, who) },
	};
	static const struct shape shape = { sizeof(struct session_note), fields, LEN(fields) };

	return db_rows(db, Q_SESSION_NOTES, ARGS(I64(session_id), value_ref(team_id)), &shape,
		arena, &notes->rows, &notes->n);
}

struct error store_mentor_ids(struct db *db, struct id_list *ids)
{
	return db_ids(db, Q_MENTOR_IDS, NO_ARGS, ids);
}

struct error store_mentor_get(
	struct db *db, struct arena *arena, int64_t id, int64_t today, struct mentor *mentor)
{
	static const struct row_field fields[] = {
		{ FIELD_INT, offsetof(struct mentor, person_id) },
		{ FIELD_TEXT, offsetof(struct mentor, name) },
		{ FIELD_TEXT, offsetof(struct mentor, email) },
		{ FIELD_TEXT, offsetof(struct mentor, phone) },
		{ FIELD_TEXT, offsetof(struct mentor, lang) },
		{ FIELD_TEXT, offsetof(struct mentor, title) },
		{ FIELD_INT, offsetof(struct mentor, organization_id) },
		{ FIELD_INT, offsetof(struct mentor, municipality_id) },
		{ FIELD_INT, offsetof(struct mentor, sessions) },
		{ FIELD_INT, offsetof(struct mentor, held) },
		{ FIELD_INT, offsetof(struct mentor, teams) },
	};
	static const struct shape shape = { sizeof(struct mentor), fields, LEN(fields) };

	return db_row(db, Q_MENTOR_GET, ARGS(I64(today), I64(id)), &shape, arena, mentor);
}

struct error store_mentor_role_on(struct db *db, int64_t person_id, int64_t day, bool *is)
{
	int64_t n = 0;

	TRY(db_number(db, Q_MENTOR_ROLE_ON, ARGS(I64(person_id), I64(day)), &n));
	*is = n > 0;
	return ok();
}

struct error store_mentored_teams(
	struct db *db, int64_t person_id, int64_t today, struct id_list *team_ids)
{
	return db_ids(db, Q_MENTORED_TEAMS, ARGS(I64(person_id), I64(today)), team_ids);
}

struct error store_mentored(
	struct db *db, int64_t person_id, int64_t team_id, int64_t today, bool *has)
{
	int64_t found = 0;

	TRY(db_number(db, Q_MENTORED, ARGS(I64(person_id), I64(team_id), I64(today)), &found));
	*has = found != 0;
	return ok();
}

struct error store_mentored_team_ids(struct db *db, struct id_list *ids)
{
	return db_ids(db, Q_MENTORED_TEAM_IDS, NO_ARGS, ids);
}

struct error store_mentored_team_get(
	struct db *db, struct arena *arena, int64_t id, struct mentored_team *team)
{
	static const struct row_field fields[] = {
		{ FIELD_INT, offsetof(struct mentored_team, id) },
		{ FIELD_TEXT, offsetof(struct mentored_team, code) },
		{ FIELD_TEXT, offsetof(struct mentored_team, name) },
		{ FIELD_TEXT, offsetof(struct mentored_team, state) },
		{ FIELD_TEXT, offsetof(struct mentored_team, challenge_code) },
		{ FIELD_INT, offsetof(struct mentored_team, sessions) },
		{ FIELD_INT, offsetof(struct mentored_team, held) },
		{ FIELD_INT, offsetof(struct mentored_team, came) },
		{ FIELD_INT, offsetof(struct mentored_team, absent) },
		{ FIELD_INT, offsetof(struct mentored_team, mentors) },
	};
	static const struct shape shape = { sizeof(struct mentored_team), fields, LEN(fields) };

	return db_row(db, Q_MENTORED_TEAM_GET, ARGS(I64(id)), &shape, arena, team);
}
