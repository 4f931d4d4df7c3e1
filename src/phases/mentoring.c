/* SPDX-License-Identifier: MIT
 * Sessions themselves: planning, moving, holding, cancelling. */
#include "src/phases/mentoring.h"

#include <stdio.h>
#include <string.h>

#include "db/search.h"
#include "db/store/code.h"
#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/ground/record.h"
#include "src/phases/challenge.h"
#include "src/phases/mentoring_change.h"

static struct error clean(struct context *ctx, struct arena *arena, struct mentoring_session *s)
{
	struct challenge challenge;

	if (s->day == 0)
		return fail(E_REQUIRED, "date");
	TRY(record_clean(arena, &record_of_mentoring_session, s, IN_ADD));
	if (s->starts != NO_MINUTES && (s->starts < 0 || s->starts >= DAY_MINUTES))
		return fail(E_INVALID, "starts");
	if (s->ends != NO_MINUTES && (s->starts == NO_MINUTES || s->ends > DAY_MINUTES))
		return fail(E_INVALID, "ends");
	if (s->ends != NO_MINUTES && s->ends <= s->starts)
		return rule(N_("A session must end after it begins."));
	return s->challenge_id == 0 ? ok() : challenge_get(ctx, arena, s->challenge_id, &challenge);
}

static struct error insert(struct context *ctx, struct mentoring_session *s,
	const struct id_list *mentors, const struct id_list *teams, char code[16], int64_t *id)
{
	struct id_list all = { 0 };

	TRY(store_code_next(ctx->db, "session", &s->number));
	snprintf(code, 16, "M-%d", (int)s->number);
	s->code = code;
	TRY(store_session_add(ctx->db, s, id));
	s->id = *id;
	struct error e = mentors == NULL ? ok() : change_mentors(ctx, s, mentors);
	if (e.code == E_OK && teams == NULL)
		e = store_session_teams_default(ctx->db, s->challenge_id, &all);
	if (e.code == E_OK)
		e = change_teams(ctx, s, teams == NULL ? &all : teams);
	id_list_clear(&all);
	TRY(e);
	return search_index(ctx->db, SEARCH_SESSION, *id);
}

struct error session_add(struct context *ctx, const struct mentoring_session *session,
	const struct id_list *mentors, const struct id_list *teams, int64_t *id)
{
	struct arena arena = { 0 };
	struct mentoring_session s = *session;
	char code[16] = "";

	TRY(require(ctx, ACT_MENTORING));
	s.state = "planned";
	struct error e = clean(ctx, &arena, &s);
	if (e.code == E_OK)
		e = context_begin(ctx);
	if (e.code == E_OK) {
		e = insert(ctx, &s, mentors, teams, code, id);
		e = context_end(ctx, e, "session.add", code);
	}
	arena_clear(&arena);
	return e;
}

/* A row of what happened to the session, now and by who acts. */
static struct error change_act(struct context *ctx, int64_t session_id, const char *act,
	const char *before, const char *reason)
{
	struct session_act row = { act, context_now(ctx), before, reason, NULL };

	return store_session_act_add(ctx->db, session_id, &row, ctx->account.id);
}

static struct error keep_move(struct context *ctx, const struct mentoring_session *before,
	const struct mentoring_session *after, const char *reason)
{
	char day[40];

	if (before->day == after->day)
		return ok();
	day_iso(before->day, day, sizeof(day));
	return change_act(ctx, before->id, "move", day, reason);
}

static struct error update(struct context *ctx, struct mentoring_session *s,
	const struct mentoring_session *before, const char *reason, const struct id_list *mentors,
	const struct id_list *teams)
{
	const char *blocked = session_edit_blocked(before);
	bool follows = teams == NULL && s->challenge_id != before->challenge_id &&
		       before->came + before->absent == 0;
	struct id_list all = { 0 };

	if (blocked != NULL)
		return rule(blocked);
	s->state = before->state;
	TRY(store_session_update(ctx->db, s));
	TRY(keep_move(ctx, before, s, reason));
	struct error e = mentors == NULL ? ok() : change_mentors(ctx, s, mentors);
	if (e.code == E_OK && follows)
		e = store_session_teams_default(ctx->db, s->challenge_id, &all);
	if (e.code == E_OK && (follows || teams != NULL))
		e = change_teams(ctx, s, follows ? &all : teams);
	id_list_clear(&all);
	TRY(e);
	return search_index(ctx->db, SEARCH_SESSION, s->id);
}

struct error session_update(struct context *ctx, const struct mentoring_session *session,
	const char *reason, const struct id_list *mentors, const struct id_list *teams)
{
	struct arena arena = { 0 };
	struct mentoring_session s = *session, before = { .code = "" };
	const char *why = "";

	TRY(require(ctx, ACT_MENTORING));
	struct error e = clean(ctx, &arena, &s);
	if (e.code == E_OK)
		e = input_lines(&arena, "reason", reason, REASON_MAX, false, &why);
	if (e.code == E_OK)
		e = context_begin(ctx);
	if (e.code == E_OK) {
		e = session_get(ctx, &arena, s.id, &before);
		if (e.code == E_OK)
			e = update(ctx, &s, &before, why, mentors, teams);
		e = context_end(ctx, e, "session.edit", before.code);
	}
	arena_clear(&arena);
	return e;
}

struct error session_get(
	struct context *ctx, struct arena *arena, int64_t id, struct mentoring_session *session)
{
	TRY(require(ctx, ACT_READ));
	struct error e = store_session_get(ctx->db, arena, id, session);

	return e.code == E_NOT_FOUND ? fail(E_NOT_FOUND, "session") : e;
}

struct error session_find(struct context *ctx, const char *code, int64_t *id)
{
	struct error e = store_session_find(ctx->db, code, id);

	return e.code == E_NOT_FOUND ? fail(E_NOT_FOUND, "session") : e;
}

struct error session_ids(struct context *ctx, enum session_sort sort,
	const struct session_filter *filter, struct id_list *ids)
{
	TRY(require(ctx, ACT_READ));
	return store_session_ids(ctx->db, sort, filter, ids);
}

struct error session_counts(struct context *ctx, struct session_counts *counts)
{
	return store_session_counts(ctx->db, counts);
}

const char *session_edit_blocked(const struct mentoring_session *s)
{
	return session_state_of(s->state) == SESSION_STATE_CANCELLED ?
		       N_("The session has been cancelled. Plan it again first.") :
		       NULL;
}

static const char *hold_blocked(const struct context *ctx, const struct mentoring_session *s)
{
	switch (session_state_of(s->state)) {
	case SESSION_STATE_HELD:
		return N_("The session has been marked as held already.");
	case SESSION_STATE_CANCELLED:
		return session_edit_blocked(s);
	case SESSION_STATE_PLANNED:
	case SESSION_STATE_UNKNOWN:
		break;
	}
	return s->day > day_of_time(context_now(ctx)) ?
		       N_("The day of the session has not come yet.") :
		       NULL;
}

static const char *cancel_blocked(const struct mentoring_session *s)
{
	switch (session_state_of(s->state)) {
	case SESSION_STATE_HELD:
		return N_("A session that was held cannot be cancelled.");
	case SESSION_STATE_CANCELLED:
		return N_("The session has been cancelled already.");
	case SESSION_STATE_PLANNED:
	case SESSION_STATE_UNKNOWN:
		break;
	}
	return NULL;
}

const char *session_move_blocked(
	const struct context *ctx, const struct mentoring_session *s, enum session_move move)
{
	switch (move) {
	case SESSION_HOLD:
		return hold_blocked(ctx, s);
	case SESSION_CANCEL:
		return cancel_blocked(s);
	case SESSION_RESTORE:
		return session_state_of(s->state) == SESSION_STATE_PLANNED ?
			       N_("The session is planned.") :
			       NULL;
	case SESSION_MOVE_COUNT:
		break;
	}
	return NULL;
}

/* What each leaves in the session's story, and what it then is. */
static const struct {
	const char *act, *state;
} moves[] = {
	[SESSION_HOLD] = { "hold", "held" },
	[SESSION_CANCEL] = { "cancel", "cancelled" },
	[SESSION_RESTORE] = { "restore", "planned" },
};

static struct error set_state(struct context *ctx, struct arena *arena, int64_t id,
	enum session_move move, const char *reason, struct mentoring_session *s)
{
	TRY(session_get(ctx, arena, id, s));
	const char *blocked = session_move_blocked(ctx, s, move);
	if (blocked != NULL)
		return rule(blocked);
	TRY(change_act(ctx, id, moves[move].act, s->state, reason));
	return store_session_set_state(ctx->db, id, moves[move].state);
}

static struct error make_move(
	struct context *ctx, int64_t id, enum session_move move, const char *reason)
{
	struct arena arena = { 0 };
	struct mentoring_session s = { .code = "" };
	const char *why = "";

	TRY(require(ctx, ACT_MENTORING));
	struct error e =
		input_lines(&arena, "reason", reason, REASON_MAX, move != SESSION_HOLD, &why);
	if (e.code == E_OK)
		e = context_begin(ctx);
	if (e.code == E_OK) {
		e = set_state(ctx, &arena, id, move, why, &s);
		e = context_end(ctx, e, session_act_rows[move].log, s.code);
	}
	arena_clear(&arena);
	return e;
}

struct error session_hold(struct context *ctx, int64_t id)
{
	return make_move(ctx, id, SESSION_HOLD, "");
}

struct error session_cancel(struct context *ctx, int64_t id, const char *reason)
{
	return make_move(ctx, id, SESSION_CANCEL, reason);
}

struct error session_restore(struct context *ctx, int64_t id, const char *reason)
{
	return make_move(ctx, id, SESSION_RESTORE, reason);
}

struct error session_acts(
	struct context *ctx, struct arena *arena, int64_t id, struct session_acts *acts)
{
	TRY(require(ctx, ACT_READ));
	return store_session_acts(ctx->db, arena, id, acts);
}

struct error session_warnings(
	struct context *ctx, struct arena *arena, int64_t id, struct session_warnings *warnings)
{
	TRY(require(ctx, ACT_READ));
	return store_session_warnings(ctx->db, arena, id, warnings);
}

const char *session_warning_text(struct arena *arena, const struct session_warning *warning)
{
	switch ((enum session_warning_kind)warning->kind) {
	case WARN_MENTOR_TWICE:
	case WARN_TEAM_TWICE:
		/* TRANSLATORS: a mentor's or team's name and a session's code. */
		return arena_printf(arena,
			_("Booked twice: %s is also in the session %s at that time."),
			warning->name, warning->code);
	case WARN_TEAM_MISSING:
		/* TRANSLATORS: a team's code and name. */
		return arena_printf(arena, _("Not invited, though the other teams are: %s %s."),
			warning->code, warning->name);
	}
	return "";
}

void session_hours(const struct mentoring_session *s, char *out, size_t size)
{
	char starts[20] = "", ends[20] = "";

	if (s->starts != NO_MINUTES)
		text_clock(s->starts, starts, sizeof(starts));
	if (s->ends != NO_MINUTES)
		text_clock(s->ends, ends, sizeof(ends));
	snprintf(out, size, s->ends == NO_MINUTES ? "%s%s" : "%s–%s", starts, ends);
}

const char *session_scope(const struct mentoring_session *s)
{
	/* TRANSLATORS: a session for the teams of all challenges; at most 8 columns. */
	return s->challenge_id == 0 ? C_("session", "all") : s->challenge_code;
}
