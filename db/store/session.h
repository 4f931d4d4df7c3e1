/* SPDX-License-Identifier: MIT
 * Rows of mentoring: sessions with their mentors, teams, notes and acts; mentors and teams as
 * mentoring sees them. Stores decide nothing. */
#pragma once

#include "db/db.h"

/* Minutes of the day that are not known. */
enum { NO_MINUTES = -1, DAY_MINUTES = 1440 };

struct mentoring_session {
	int64_t id, number;
	const char *code;
	int64_t day, starts, ends; /* starts and ends in minutes of the day, or NO_MINUTES */
	const char *place;
	int64_t challenge_id; /* 0: common to all */
	const char *challenge_code, *topic, *state;
	int64_t invited, came, absent, notes, feedback; /* counted */
	int64_t v;
};

/* Text members NULL, numbers 0: not filtered by. A challenge's sessions include those common to
 * all. */
struct session_filter {
	int64_t challenge_id, team_id, person_id;
	const char *state;
	int64_t from, to; /* days */
};

enum session_sort { SESSIONS_BY_DAY, SESSIONS_BY_NUMBER, SESSIONS_BY_CHALLENGE };

struct session_counts {
	int64_t planned, held, cancelled;
};

struct session_act {
	const char *act;
	int64_t at;
	const char *before, *reason, *who;
};

struct session_acts {
	struct session_act *rows;
	size_t n;
};

struct session_mentor {
	int64_t person_id;
	const char *name;
};

struct session_mentors {
	struct session_mentor *rows;
	size_t n;
};

struct session_team {
	int64_t team_id;
	const char *code, *name, *team_state, *challenge_code, *state;
	int64_t notes;
};

struct session_teams {
	struct session_team *rows;
	size_t n;
};

struct session_note {
	int64_t id, session_id, team_id; /* team 0: of the whole session */
	const char *team_code, *team_name, *kind;
	int64_t at;
	const char *text, *who;
};

struct session_notes {
	struct session_note *rows;
	size_t n;
};

/* What is to be noticed about a session; nothing of it is forbidden. */
enum session_warning_kind {
	WARN_MENTOR_TWICE = 1, /* name: the mentor; code: the session that overlaps */
	WARN_TEAM_TWICE = 2,   /* name: the team; code: the session that overlaps */
	WARN_TEAM_MISSING = 3, /* name and code: a team that goes on and is not invited */
};

struct session_warning {
	int64_t kind;
	const char *name, *code;
};

struct session_warnings {
	struct session_warning *rows;
	size_t n;
};

struct mentor {
	int64_t person_id;
	const char *name, *email, *phone, *lang, *title;
	int64_t organization_id, municipality_id;
	int64_t sessions, held, teams; /* sessions not cancelled; of them held; teams met */
};

/* How a team is mentored: every team is to be treated alike. */
struct mentored_team {
	int64_t id;
	const char *code, *name, *state, *challenge_code;
	int64_t sessions, held, came, absent, mentors;
};

struct error store_session_add(struct db *db, const struct mentoring_session *session, int64_t *id);
struct error store_session_update(struct db *db, const struct mentoring_session *session);
struct error store_session_bump(struct db *db, int64_t id);
struct error store_session_set_state(struct db *db, int64_t id, const char *state);
struct error store_session_get(
	struct db *db, struct arena *arena, int64_t id, struct mentoring_session *session);
struct error store_session_find(struct db *db, const char *code, int64_t *id);
struct error store_session_ids(struct db *db, enum session_sort sort,
	const struct session_filter *filter, struct id_list *ids);
/* The planned ones, then those held on the day `from` or later. */
struct error store_session_waiting_ids(struct db *db, int64_t from, struct id_list *ids);
struct error store_session_counts(struct db *db, struct session_counts *counts);
struct error store_session_act_add(
	struct db *db, int64_t session_id, const struct session_act *act, int64_t account_id);
struct error store_session_acts(
	struct db *db, struct arena *arena, int64_t session_id, struct session_acts *acts);

/* Adding what is there already changes nothing. */
struct error store_session_mentor_add(struct db *db, int64_t session_id, int64_t person_id);
struct error store_session_mentor_remove(struct db *db, int64_t session_id, int64_t person_id);
struct error store_session_mentors(
	struct db *db, struct arena *arena, int64_t session_id, struct session_mentors *mentors);
struct error store_session_team_add(struct db *db, int64_t session_id, int64_t team_id);
struct error store_session_team_remove(struct db *db, int64_t session_id, int64_t team_id);
/* It is invited no more to planned sessions from that day on. */
struct error store_session_team_leave(struct db *db, int64_t team_id, int64_t day);
/* Adds the team if it was not invited. */
struct error store_session_team_mark(
	struct db *db, int64_t session_id, int64_t team_id, const char *state);
struct error store_session_teams(
	struct db *db, struct arena *arena, int64_t session_id, struct session_teams *teams);
/* Teams that go on, of the challenge or (0) of all. */
struct error store_session_teams_default(
	struct db *db, int64_t challenge_id, struct id_list *team_ids);
struct error store_session_teams_missing(
	struct db *db, int64_t session_id, struct id_list *team_ids);
struct error store_session_warnings(
	struct db *db, struct arena *arena, int64_t session_id, struct session_warnings *warnings);
struct error store_session_note_add(
	struct db *db, const struct session_note *note, int64_t account_id, int64_t *id);
/* Team 0: all of the session's. */
struct error store_session_notes(struct db *db, struct arena *arena, int64_t session_id,
	int64_t team_id, struct session_notes *notes);

struct error store_mentor_ids(struct db *db, struct id_list *ids);
struct error store_mentor_get(
	struct db *db, struct arena *arena, int64_t id, int64_t today, struct mentor *mentor);
/* Has the person the role of a mentor, not ended before that day? One that began later counts:
 * sessions are recorded afterwards too. */
struct error store_mentor_role_on(struct db *db, int64_t person_id, int64_t day, bool *is);
struct error store_mentored_teams(
	struct db *db, int64_t person_id, int64_t today, struct id_list *team_ids);
struct error store_mentored(
	struct db *db, int64_t person_id, int64_t team_id, int64_t today, bool *has);
struct error store_mentored_team_ids(struct db *db, struct id_list *ids);
struct error store_mentored_team_get(
	struct db *db, struct arena *arena, int64_t id, struct mentored_team *team);
