/* SPDX-License-Identifier: MIT */
#include "db/store/session.h"

static struct value minutes(const char *name, int64_t minutes)
{
	return value_int(name, minutes, minutes == NO_MINUTES);
}

struct error store_session_add(struct db *db, const struct mentoring_session *s, int64_t *id)
{
	return db_put(db, Q_SESSION_ADD, s,
		ARGS(minutes("starts", s->starts), minutes("ends", s->ends)), id);
}

struct error store_session_update(struct db *db, const struct mentoring_session *s)
{
	TRY(db_put(db, Q_SESSION_UPDATE, s,
		ARGS(minutes("starts", s->starts), minutes("ends", s->ends)), NULL));
	return db_changes(db) == 1 ? ok() : fail(E_STALE, NULL);
}

struct error store_session_bump(struct db *db, int64_t id)
{
	return db_run(db, Q_SESSION_BUMP, ARGS(I64("id", id)));
}

struct error store_session_set_state(struct db *db, int64_t id, const char *state)
{
	return db_run(db, Q_SESSION_SET_STATE, ARGS(TXT("state", state), I64("id", id)));
}

static const struct field mentoring_session_fields[] = {
	{ COLUMN(struct mentoring_session, id) },
	{ COLUMN(struct mentoring_session, number) },
	{ COLUMN(struct mentoring_session, code), .name = "code", .word = NC_("field", "Code"),
		.meaning = MEANS_LINE },
	{ COLUMN(struct mentoring_session, day), .name = "date", .word = NC_("field", "Date"),
		.brief = NC_("column", "Day"), .meaning = MEANS_DAY,
		.in = IN_ADD | IN_EDIT | IN_TOLD | IN_REQUIRED },
	{ COLUMN(struct mentoring_session, starts), .name = "starts",
		.word = NC_("field", "Begins"), .brief = NC_("column", "Time"),
		.meaning = MEANS_MINUTES, .in = IN_ADD | IN_EDIT | IN_TOLD },
	{ COLUMN(struct mentoring_session, ends), .name = "ends", .word = NC_("field", "Ends"),
		.meaning = MEANS_MINUTES, .in = IN_ADD | IN_EDIT | IN_TOLD },
	{ COLUMN(struct mentoring_session, place), .name = "place", .word = NC_("field", "Place"),
		.meaning = MEANS_LINE, .in = IN_ADD | IN_EDIT | IN_TOLD | IN_REQUIRED },
	{ COLUMN_OR_NONE(struct mentoring_session, challenge_id), .name = "challenge",
		.word = NC_("field", "Challenge"), .brief = NC_("column", "For"),
		.meaning = MEANS_REF, .of = "challenge", .in = IN_ADD | IN_EDIT | IN_TOLD },
	{ COLUMN(struct mentoring_session, challenge_code) },
	{ COLUMN(struct mentoring_session, topic), .name = "topic", .word = NC_("field", "Topic"),
		.meaning = MEANS_LINE, .max = TITLE_MAX,
		.in = IN_ADD | IN_EDIT | IN_TOLD | IN_REQUIRED },
	{ COLUMN(struct mentoring_session, state), .name = "state", .word = NC_("field", "State"),
		.meaning = MEANS_CODE, .words = WORDS_SESSION_STATE, .in = IN_TOLD },
	{ COLUMN(struct mentoring_session, invited) },
	{ COLUMN(struct mentoring_session, came) },
	{ COLUMN(struct mentoring_session, absent) },
	{ COLUMN(struct mentoring_session, notes) },
	{ COLUMN(struct mentoring_session, feedback) },
	{ COLUMN(struct mentoring_session, v) },
};
const struct record record_of_mentoring_session = RECORD_OF(mentoring_session, "mentoring_session");

struct error store_session_get(
	struct db *db, struct arena *arena, int64_t id, struct mentoring_session *session)
{
	return db_row(db, Q_SESSION_GET, ARGS(I64("id", id)), arena, session);
}

struct error store_session_find(struct db *db, const char *code, int64_t *id)
{
	return db_number(db, Q_SESSION_FIND, ARGS(TXT("code", code)), id);
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
		ARGS(REF("challenge_id", filter->challenge_id), REF("team_id", filter->team_id),
			REF("person_id", filter->person_id), TXT("state", filter->state),
			REF("from", filter->from), REF("to", filter->to), TXT("sort", sorts[sort])),
		ids);
}

struct error store_session_waiting_ids(struct db *db, int64_t from, struct id_list *ids)
{
	return db_ids(db, Q_SESSION_WAITING_IDS, ARGS(I64("from", from)), ids);
}

static const struct field session_counts_fields[] = {
	{ COLUMN(struct session_counts, planned) },
	{ COLUMN(struct session_counts, held) },
	{ COLUMN(struct session_counts, cancelled) },
};
const struct record record_of_session_counts = RECORD(session_counts);

struct error store_session_counts(struct db *db, struct session_counts *counts)
{
	return db_row(db, Q_SESSION_COUNTS, NO_ARGS, NULL, counts);
}

struct error store_session_act_add(
	struct db *db, int64_t session_id, const struct session_act *act, int64_t account_id)
{
	return db_put(db, Q_SESSION_ACT_ADD, act,
		ARGS(I64("session_id", session_id), REF("account_id", account_id)), NULL);
}

static const struct field session_act_fields[] = {
	{ COLUMN(struct session_act, act) },
	{ COLUMN(struct session_act, at) },
	{ COLUMN(struct session_act, before) },
	{ COLUMN(struct session_act, reason), .name = "reason", .word = NC_("field", "Reason"),
		.meaning = MEANS_LINES, .seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct session_act, who) },
	{ NOWHERE("session_id"), .name = "session", .word = NC_("field", "Session"),
		.meaning = MEANS_REF, .of = "mentoring_session", .in = IN_TOLD },
};
const struct record record_of_session_act = RECORD_OF(session_act, "session_act");

struct error store_session_acts(
	struct db *db, struct arena *arena, int64_t session_id, struct session_acts *acts)
{
	return db_rows(db, Q_SESSION_ACTS, ARGS(I64("session_id", session_id)), arena, &acts->rows,
		&acts->n);
}

struct error store_session_mentor_add(struct db *db, int64_t session_id, int64_t person_id)
{
	return db_run(db, Q_SESSION_MENTOR_ADD,
		ARGS(I64("session_id", session_id), I64("person_id", person_id)));
}

struct error store_session_mentor_remove(struct db *db, int64_t session_id, int64_t person_id)
{
	return db_run(db, Q_SESSION_MENTOR_REMOVE,
		ARGS(I64("session_id", session_id), I64("person_id", person_id)));
}

static const struct field session_mentor_fields[] = {
	{ COLUMN(struct session_mentor, person_id), .name = "mentor",
		.word = NC_("field", "Mentor"), .meaning = MEANS_REF, .of = "person",
		.in = IN_TOLD },
	{ COLUMN(struct session_mentor, name) },
	{ NOWHERE("session_id"), .name = "session", .word = NC_("field", "Session"),
		.meaning = MEANS_REF, .of = "mentoring_session", .in = IN_TOLD },
};
const struct record record_of_session_mentor = RECORD_OF(session_mentor, "session_mentor");

struct error store_session_mentors(
	struct db *db, struct arena *arena, int64_t session_id, struct session_mentors *mentors)
{
	return db_rows(db, Q_SESSION_MENTORS, ARGS(I64("session_id", session_id)), arena,
		&mentors->rows, &mentors->n);
}

struct error store_session_team_add(struct db *db, int64_t session_id, int64_t team_id)
{
	return db_run(db, Q_SESSION_TEAM_ADD,
		ARGS(I64("session_id", session_id), I64("team_id", team_id)));
}

struct error store_session_team_remove(struct db *db, int64_t session_id, int64_t team_id)
{
	return db_run(db, Q_SESSION_TEAM_REMOVE,
		ARGS(I64("session_id", session_id), I64("team_id", team_id)));
}

struct error store_session_team_leave(struct db *db, int64_t team_id, int64_t day)
{
	return db_run(db, Q_SESSION_TEAM_LEAVE, ARGS(I64("team_id", team_id), I64("day", day)));
}

struct error store_session_team_mark(
	struct db *db, int64_t session_id, int64_t team_id, const char *state)
{
	return db_run(db, Q_SESSION_TEAM_MARK,
		ARGS(I64("session_id", session_id), I64("team_id", team_id), TXT("state", state)));
}

static const struct field session_team_fields[] = {
	{ COLUMN(struct session_team, team_id), .name = "team", .word = NC_("field", "Team"),
		.meaning = MEANS_REF, .of = "team", .in = IN_TOLD },
	{ COLUMN(struct session_team, code) },
	{ COLUMN(struct session_team, name), .name = "name", .code = "team",
		.word = NC_("field", "Team"), .meaning = MEANS_LINE },
	{ COLUMN(struct session_team, team_state) },
	{ COLUMN(struct session_team, challenge_code) },
	{ COLUMN(struct session_team, state), .name = "state", .code = "attendance",
		.word = NC_("field", "Attendance"), .meaning = MEANS_CODE,
		.words = WORDS_ATTENDANCE, .in = IN_TOLD },
	{ COLUMN(struct session_team, notes) },
	{ NOWHERE("session_id"), .name = "session", .word = NC_("field", "Session"),
		.meaning = MEANS_REF, .of = "mentoring_session", .in = IN_TOLD },
};
const struct record record_of_session_team = RECORD_OF(session_team, "session_team");

struct error store_session_teams(
	struct db *db, struct arena *arena, int64_t session_id, struct session_teams *teams)
{
	return db_rows(db, Q_SESSION_TEAMS, ARGS(I64("session_id", session_id)), arena,
		&teams->rows, &teams->n);
}

struct error store_session_teams_default(
	struct db *db, int64_t challenge_id, struct id_list *team_ids)
{
	return db_ids(
		db, Q_SESSION_TEAMS_DEFAULT, ARGS(REF("challenge_id", challenge_id)), team_ids);
}

struct error store_session_teams_missing(
	struct db *db, int64_t session_id, struct id_list *team_ids)
{
	return db_ids(db, Q_SESSION_TEAMS_MISSING, ARGS(I64("session_id", session_id)), team_ids);
}

static const struct field session_warning_fields[] = {
	{ COLUMN(struct session_warning, kind) },
	{ COLUMN(struct session_warning, name) },
	{ COLUMN(struct session_warning, code) },
};
const struct record record_of_session_warning = RECORD(session_warning);

struct error store_session_warnings(
	struct db *db, struct arena *arena, int64_t session_id, struct session_warnings *warnings)
{
	return db_rows(db, Q_SESSION_WARNINGS, ARGS(I64("session_id", session_id)), arena,
		&warnings->rows, &warnings->n);
}

struct error store_session_note_add(
	struct db *db, const struct session_note *note, int64_t account_id, int64_t *id)
{
	return db_put(db, Q_SESSION_NOTE_ADD, note, ARGS(REF("account_id", account_id)), id);
}

static const struct field session_note_fields[] = {
	{ COLUMN(struct session_note, id) },
	{ COLUMN(struct session_note, session_id), .name = "session",
		.word = NC_("field", "Session"), .meaning = MEANS_REF, .of = "mentoring_session",
		.in = IN_TOLD },
	{ COLUMN_OR_NONE(struct session_note, team_id), .name = "team",
		.word = NC_("field", "Team"), .meaning = MEANS_REF, .of = "team",
		.in = IN_ADD | IN_TOLD },
	{ COLUMN(struct session_note, team_code) },
	{ COLUMN(struct session_note, team_name) },
	{ COLUMN(struct session_note, kind), .name = "kind", .word = NC_("field", "Kind"),
		.meaning = MEANS_CODE, .words = WORDS_NOTE_KIND,
		.in = IN_ADD | IN_TOLD | IN_REQUIRED },
	{ COLUMN(struct session_note, at), .name = "time", .word = NC_("field", "When"),
		.meaning = MEANS_TIME },
	{ COLUMN(struct session_note, text), .name = "text", .word = NC_("field", "Text"),
		.meaning = MEANS_LINES, .in = IN_ADD | IN_REQUIRED, .seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct session_note, who) },
};
const struct record record_of_session_note = RECORD_OF(session_note, "session_note");

struct error store_session_notes(struct db *db, struct arena *arena, int64_t session_id,
	int64_t team_id, struct session_notes *notes)
{
	return db_rows(db, Q_SESSION_NOTES,
		ARGS(I64("session_id", session_id), REF("team_id", team_id)), arena, &notes->rows,
		&notes->n);
}

struct error store_mentor_ids(struct db *db, struct id_list *ids)
{
	return db_ids(db, Q_MENTOR_IDS, NO_ARGS, ids);
}

static const struct field mentor_fields[] = {
	{ COLUMN(struct mentor, person_id), .name = "id", .word = NC_("field", "Number"),
		.meaning = MEANS_NUMBER },
	{ COLUMN(struct mentor, name), .name = "name", .word = NC_("field", "Name"),
		.meaning = MEANS_LINE },
	{ COLUMN(struct mentor, email), .name = "email", .word = NC_("field", "E-mail address"),
		.brief = NC_("column", "E-mail"), .meaning = MEANS_EMAIL,
		.seen_by = SEEN_BY_CONTACT },
	{ COLUMN(struct mentor, phone), .name = "phone", .word = NC_("field", "Telephone"),
		.meaning = MEANS_LINE, .seen_by = SEEN_BY_CONTACT },
	{ COLUMN(struct mentor, lang), .name = "language", .word = NC_("field", "Language"),
		.meaning = MEANS_CODE, .words = WORDS_LANGUAGE },
	{ COLUMN(struct mentor, title), .name = "title", .word = NC_("field", "Title"),
		.brief = NC_("column", "As what"), .meaning = MEANS_LINE },
	{ COLUMN(struct mentor, organization_id) },
	{ COLUMN(struct mentor, municipality_id) },
	{ COLUMN(struct mentor, sessions), .name = "sessions", .word = NC_("field", "Sessions"),
		.meaning = MEANS_NUMBER },
	{ COLUMN(struct mentor, held), .name = "held", .code = "held_sessions",
		.word = NC_("field", "Sessions held"), .brief = NC_("column", "Held"),
		.meaning = MEANS_NUMBER },
	{ COLUMN(struct mentor, teams) },
};
const struct record record_of_mentor = RECORD(mentor);

struct error store_mentor_get(
	struct db *db, struct arena *arena, int64_t id, int64_t today, struct mentor *mentor)
{
	return db_row(db, Q_MENTOR_GET, ARGS(I64("today", today), I64("id", id)), arena, mentor);
}

struct error store_mentor_role_on(struct db *db, int64_t person_id, int64_t day, bool *is)
{
	int64_t n = 0;

	TRY(db_number(
		db, Q_MENTOR_ROLE_ON, ARGS(I64("person_id", person_id), I64("day", day)), &n));
	*is = n > 0;
	return ok();
}

struct error store_mentored_teams(
	struct db *db, int64_t person_id, int64_t today, struct id_list *team_ids)
{
	return db_ids(db, Q_MENTORED_TEAMS, ARGS(I64("person_id", person_id), I64("today", today)),
		team_ids);
}

struct error store_mentored(
	struct db *db, int64_t person_id, int64_t team_id, int64_t today, bool *has)
{
	int64_t found = 0;

	TRY(db_number(db, Q_MENTORED,
		ARGS(I64("person_id", person_id), I64("team_id", team_id), I64("today", today)),
		&found));
	*has = found != 0;
	return ok();
}

struct error store_mentored_team_ids(struct db *db, struct id_list *ids)
{
	return db_ids(db, Q_MENTORED_TEAM_IDS, NO_ARGS, ids);
}

static const struct field mentored_team_fields[] = {
	{ COLUMN(struct mentored_team, id) },
	{ COLUMN(struct mentored_team, code) },
	{ COLUMN(struct mentored_team, name) },
	{ COLUMN(struct mentored_team, state) },
	{ COLUMN(struct mentored_team, challenge_code) },
	{ COLUMN(struct mentored_team, sessions) },
	{ COLUMN(struct mentored_team, held) },
	{ COLUMN(struct mentored_team, came) },
	{ COLUMN(struct mentored_team, absent) },
	{ COLUMN(struct mentored_team, mentors) },
};
const struct record record_of_mentored_team = RECORD(mentored_team);

struct error store_mentored_team_get(
	struct db *db, struct arena *arena, int64_t id, struct mentored_team *team)
{
	return db_row(db, Q_MENTORED_TEAM_GET, ARGS(I64("id", id)), arena, team);
}
