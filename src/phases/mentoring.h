/* SPDX-License-Identifier: MIT
 * Mentoring: dated sessions of one challenge or common to all, their mentors and teams, who came,
 * what was said. Every team is to be treated alike: by default a session is for all teams that go
 * on, and what departs from that is shown. Double bookings are warned of, never refused. */
#pragma once

#include "db/store/person.h"
#include "db/store/session.h"
#include "src/ground/act.h"

/* Plans a session; the mentors get the role if they have not got it. `mentors` NULL: none yet;
 * `teams` NULL: all teams of its challenge that go on, or of all challenges where it is common.
 * Code and state of `session` are not read. E_REQUIRED (date, place, topic), E_INVALID (starts,
 * ends), E_NOT_FOUND (challenge, mentor, team). */
struct error session_add(struct context *ctx, const struct mentoring_session *session,
	const struct id_list *mentors, const struct id_list *teams, int64_t *id);
/* A day that changes is kept as an act with its reason ("" allowed). `mentors`, `teams` NULL: as
 * they are; but where the challenge changes and nobody has come yet, the teams follow it. E_STALE;
 * E_RULE for a session that was cancelled, and for taking somebody off one that was held. */
struct error session_update(struct context *ctx, const struct mentoring_session *session,
	const char *reason, const struct id_list *mentors, const struct id_list *teams);
struct error session_get(
	struct context *ctx, struct arena *arena, int64_t id, struct mentoring_session *session);
struct error session_find(struct context *ctx, const char *code, int64_t *id);
struct error session_ids(struct context *ctx, enum session_sort sort,
	const struct session_filter *filter, struct id_list *ids);
struct error session_counts(struct context *ctx, struct session_counts *counts);

enum session_move { SESSION_HOLD, SESSION_CANCEL, SESSION_RESTORE, SESSION_MOVE_COUNT };
extern const struct act session_act_rows[SESSION_MOVE_COUNT];
/* A planned session was held, from its day on. */
struct error session_hold(struct context *ctx, int64_t id);
/* A planned session will not be held; needs a reason. */
struct error session_cancel(struct context *ctx, int64_t id, const char *reason);
/* Back to planned, from held or cancelled; needs a reason. */
struct error session_restore(struct context *ctx, int64_t id, const char *reason);
struct error session_acts(
	struct context *ctx, struct arena *arena, int64_t id, struct session_acts *acts);
/* Why not now (N_), or NULL. */
const char *session_move_blocked(
	const struct context *ctx, const struct mentoring_session *session, enum session_move move);
/* Of everything but its state. */
const char *session_edit_blocked(const struct mentoring_session *session);

/* Whole lists: who is not in them is taken off. Rules as session_update. */
struct error session_set_mentors(struct context *ctx, int64_t id, const struct id_list *mentors);
struct error session_set_teams(struct context *ctx, int64_t id, const struct id_list *teams);
/* All teams that go on and are not invited yet; `n` says how many that were. */
struct error session_invite_missing(struct context *ctx, int64_t id, size_t *n);
/* `state`: a code of WORDS_ATTENDANCE. A team that came uninvited is added. */
struct error session_attend(
	struct context *ctx, int64_t id, const struct id_list *teams, const char *state);
struct error session_mentors(
	struct context *ctx, struct arena *arena, int64_t id, struct session_mentors *mentors);
struct error session_teams(
	struct context *ctx, struct arena *arena, int64_t id, struct session_teams *teams);
/* Team 0: all of the session's. */
struct error session_notes(struct context *ctx, struct arena *arena, int64_t id, int64_t team_id,
	struct session_notes *notes);
/* A note or feedback (`kind`), of a team or (0) of the session; now unless `at` says when. */
struct error session_note_add(struct context *ctx, const struct session_note *note, int64_t *id);

struct error session_warnings(
	struct context *ctx, struct arena *arena, int64_t id, struct session_warnings *warnings);
/* "Maija Malli also has the session M-2 at that time." */
const char *session_warning_text(struct arena *arena, const struct session_warning *warning);
/* "9.00–15.00", "9.00", or "" where no time is known. */
void session_hours(const struct mentoring_session *session, char *out, size_t size);
/* The challenge's code, or the word for common ones. */
const char *session_scope(const struct mentoring_session *session);

/* Gives a person the role of a mentor, from today unless the role says from when; person->id 0
 * makes the person too. E_EXISTS (mentor) if they are one already. */
struct error mentor_add(struct context *ctx, const struct person *person,
	const struct person_role *role, int64_t *id);
/* Everybody who is or was a mentor, by name. */
struct error mentor_ids(struct context *ctx, struct id_list *ids);
struct error mentor_get(
	struct context *ctx, struct arena *arena, int64_t id, struct mentor *mentor);
/* Teams the person has mentored. */
struct error mentor_teams(struct context *ctx, int64_t id, struct id_list *team_ids);
/* Has the person mentored the team? They have if both had the same session, it was not cancelled,
 * its day has come, and the team was not marked absent. Who judges the team's proposal blind would
 * know it. */
struct error mentoring_has_mentored(
	struct context *ctx, int64_t person_id, int64_t team_id, bool *has);

/* Teams that go on or once took part, by challenge and number. */
struct error mentored_team_ids(struct context *ctx, struct id_list *ids);
struct error mentored_team_get(
	struct context *ctx, struct arena *arena, int64_t id, struct mentored_team *team);
