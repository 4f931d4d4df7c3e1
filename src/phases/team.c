/* SPDX-License-Identifier: MIT */
#include "src/phases/team.h"

#include <stdio.h>
#include <string.h>

#include "db/search.h"
#include "db/store/code.h"
#include "db/store/contract.h"
#include "db/store/session.h"
#include "db/store/submission.h"
#include "src/base/daytime.h"
#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/ground/record.h"
#include "src/phases/challenge.h"
#include "src/phases/member.h"
#include "src/registers/organization.h"

struct error team_clean(struct context *ctx, struct arena *arena, struct team *t)
{
	struct challenge challenge;

	TRY(record_clean(arena, &record_of_team, t, IN_EDIT));
	return challenge_get(ctx, arena, t->challenge_id, &challenge);
}

struct error team_insert(struct context *ctx, struct arena *arena, struct team *t,
	const struct member_input *members, size_t n, const char *lang, int64_t *id)
{
	TRY(store_code_next(ctx->db, "team", &t->number));
	t->code = arena_printf(arena, "T-%d", (int)t->number);
	struct error e = store_team_add(ctx->db, t, id);
	if (e.code == E_EXISTS)
		return fail(E_EXISTS, "team");
	TRY(e);
	for (size_t i = 0; i < n; i++)
		TRY(member_insert(
			ctx, arena, *id, &members[i], lang, day_of_time(context_now(ctx))));
	return search_index(ctx->db, SEARCH_TEAM, *id);
}

/* What shows the team's name must find it by the new one. */
static struct error index_again(struct context *ctx, const struct team *t)
{
	if (t->application_id != 0)
		TRY(search_index(ctx->db, SEARCH_SUBMISSION, t->application_id));
	if (t->solution_id != 0)
		TRY(search_index(ctx->db, SEARCH_SUBMISSION, t->solution_id));
	return search_index(ctx->db, SEARCH_TEAM, t->id);
}

struct error team_update(struct context *ctx, const struct team *team)
{
	struct arena arena = { 0 };
	struct team t = *team, before;

	TRY(require(ctx, ACT_TEAM));
	struct error e = team_clean(ctx, &arena, &t);
	if (e.code == E_OK)
		e = context_begin(ctx);
	if (e.code == E_OK) {
		e = team_get(ctx, &arena, t.id, &before);
		if (e.code == E_OK)
			e = store_team_update(ctx->db, &t);
		if (e.code == E_EXISTS)
			e = fail(E_EXISTS, "team");
		if (e.code == E_OK)
			e = index_again(ctx, &before);
		e = context_end(ctx, e, "team.edit", before.code);
	}
	arena_clear(&arena);
	return e;
}

struct error team_get(struct context *ctx, struct arena *arena, int64_t id, struct team *team)
{
	TRY(require(ctx, ACT_READ));
	struct error e = store_team_get(ctx->db, arena, id, team);

	return e.code == E_NOT_FOUND ? fail(E_NOT_FOUND, "team") : e;
}

struct error team_find(struct context *ctx, const char *text, int64_t *id)
{
	struct id_list ids = { 0 };

	TRY(require(ctx, ACT_READ));
	struct error e = store_team_find(ctx->db, text, &ids);
	if (e.code == E_OK && ids.n == 1)
		*id = ids.ids[0];
	else if (e.code == E_OK)
		e = ids.n == 0 ?
			    fail(E_NOT_FOUND, "team") :
			    rule(N_("Several teams have this name. Use the code, such as T-1."));
	id_list_clear(&ids);
	return e;
}

struct error team_ids(
	struct context *ctx, int64_t challenge_id, const char *state, struct id_list *ids)
{
	TRY(require(ctx, ACT_READ));
	return store_team_ids(ctx->db, challenge_id, state, ids);
}

struct error team_count(struct context *ctx, int64_t challenge_id, const char *state, int64_t *n)
{
	return store_team_count(ctx->db, challenge_id, state, n);
}

struct error team_search(struct context *ctx, const char *words, struct id_list *ids)
{
	TRY(require(ctx, ACT_READ));
	return search_in_list(ctx->db, SEARCH_TEAM, words, ids);
}

/* May the next in order win: has a winner of the challenge declined or withdrawn? */
static bool has_vacancy(struct context *ctx, const struct team *t)
{
	int64_t winners = 0, declined = 0;

	return store_team_count(ctx->db, t->challenge_id, "winner", &winners).code == E_OK &&
	       store_team_count(ctx->db, t->challenge_id, "declined", &declined).code == E_OK &&
	       winners == 0 && declined > 0;
}

static const char *promote_blocked(struct context *ctx, const struct team *t)
{
	switch (team_state_of(t->state)) {
	case TEAM_STATE_RESERVE:
		return NULL;
	case TEAM_STATE_SELECTED:
		if (t->solution_id == 0)
			return N_("The team has handed in no solution.");
		return has_vacancy(ctx, t) ? NULL : N_("No winner of the challenge has declined.");
	case TEAM_STATE_APPLIED:
	case TEAM_STATE_NOT_SELECTED:
	case TEAM_STATE_WITHDRAWN:
	case TEAM_STATE_DECLINED:
	case TEAM_STATE_WINNER:
	case TEAM_STATE_UNKNOWN:
		break;
	}
	return N_("Only a team in reserve, or the next in order after a winner has declined, can "
		  "move up.");
}

static const char *withdraw_blocked(const struct team *t)
{
	switch (team_state_of(t->state)) {
	case TEAM_STATE_WINNER:
		return N_("A winner declines: record that instead.");
	case TEAM_STATE_WITHDRAWN:
	case TEAM_STATE_DECLINED:
	case TEAM_STATE_NOT_SELECTED:
		return N_("The team is no longer in the competition.");
	case TEAM_STATE_APPLIED:
	case TEAM_STATE_SELECTED:
	case TEAM_STATE_RESERVE:
	case TEAM_STATE_UNKNOWN:
		break;
	}
	return NULL;
}

/* NULL if the act is possible on it, else why not (N_). */
static const char *team_act_blocked(
	struct context *ctx, const struct team *t, enum team_act_kind act)
{
	enum team_state state = team_state_of(t->state);
	bool out = state == TEAM_STATE_WITHDRAWN || state == TEAM_STATE_DECLINED;

	switch (act) {
	case TEAM_WITHDRAW:
		return withdraw_blocked(t);
	case TEAM_PROMOTE:
		return promote_blocked(ctx, t);
	case TEAM_DECLINE:
		return state == TEAM_STATE_WINNER ? NULL : N_("Only a winner can decline.");
	case TEAM_RESTORE:
		return out ? NULL : N_("Only a team that withdrew or declined can be restored.");
	case TEAM_ACT_COUNT:
		break;
	}
	return NULL;
}

/* What the team was before it withdrew or declined. */
static struct error state_before(
	struct context *ctx, struct arena *arena, int64_t id, const char **state)
{
	struct team_acts acts;

	TRY(store_team_acts(ctx->db, arena, id, &acts));
	*state = "applied";
	for (size_t i = 0; i < acts.n; i++)
		if (team_act_code_of(acts.rows[i].act) == TEAM_ACT_WITHDRAW ||
			team_act_code_of(acts.rows[i].act) == TEAM_ACT_DECLINE)
			*state = acts.rows[i].before;
	return ok();
}

/* What is handed in goes with the team, unless it has been decided on. */
static struct error move_submission(struct context *ctx, struct arena *arena, int64_t id,
	const char *from, const char *to, const char *act, const char *reason)
{
	struct submission s;

	if (id == 0)
		return ok();
	TRY(store_submission_get(ctx->db, arena, id, &s));
	bool moves = strcmp(s.state, from) == 0 ||
		     (submission_state_of(from) == SUBMISSION_STATE_RECEIVED &&
			     submission_state_of(s.state) == SUBMISSION_STATE_ADMITTED);
	if (!moves)
		return ok();
	TRY(store_submission_act_add(ctx->db, id,
		&(struct submission_act){ act, context_now(ctx), s.state, reason, NULL },
		ctx->account.id));
	return store_submission_set_state(ctx->db, id, to);
}

static const char *state_after(const struct team *t, enum team_act_kind act, const char *before)
{
	switch (act) {
	case TEAM_WITHDRAW:
		return "withdrawn";
	case TEAM_PROMOTE:
		return team_state_of(t->state) == TEAM_STATE_RESERVE ? "selected" : "winner";
	case TEAM_DECLINE:
		return "declined";
	case TEAM_RESTORE:
	case TEAM_ACT_COUNT:
		break;
	}
	return before;
}

/* E_HELD if the team has a contract in force or proposed: it cannot just leave. The contract's own
 * file leans on this one, so the file is asked. */
static struct error held_by_contract(struct context *ctx, struct arena *arena, int64_t team_id)
{
	struct contract c;
	int64_t id;
	struct error e = store_contract_holding(ctx->db, team_id, &id);

	if (e.code == E_NOT_FOUND)
		return ok();
	TRY(e);
	TRY(store_contract_get(ctx->db, arena, id, &c));
	return (struct error){ .code = E_HELD,
		.field = contract_state_of(c.state) == CONTRACT_STATE_ACTIVE ?
				 /* TRANSLATORS: %lld is the number in a contract's code. */
				 N_("H-%lld is in force: end or cancel it first.") :
				 /* TRANSLATORS: %lld is the number in a contract's code. */
				 N_("H-%lld waits for a second person: have it turned down first."),
		.low = c.number };
}

/* Who declines the win negotiates no more: talks that go on end with it, for the same reason. */
static struct error end_talks(
	struct context *ctx, struct arena *arena, int64_t team_id, const char *reason)
{
	struct negotiation n;

	TRY(store_negotiation_get(ctx->db, arena, team_id, &n));
	if (n.id == 0 || negotiation_state_of(n.state) != NEGOTIATION_STATE_NEGOTIATING)
		return ok();
	TRY(store_negotiation_act_add(ctx->db, n.id,
		&(struct negotiation_act){ .act = "no_contract",
			.day = day_of_time(context_now(ctx)),
			.reason = reason },
		ctx->account.id));
	return store_negotiation_set_state(ctx->db, n.id, "no_contract");
}

static struct error act_on(struct context *ctx, struct arena *arena, const struct team *t,
	enum team_act_kind act, const char *reason)
{
	const char *blocked = team_act_blocked(ctx, t, act), *before = "applied";

	if (blocked != NULL)
		return rule(blocked);
	if (act == TEAM_DECLINE) {
		TRY(held_by_contract(ctx, arena, t->id));
		TRY(end_talks(ctx, arena, t->id, reason));
	}
	TRY(state_before(ctx, arena, t->id, &before));
	TRY(store_team_act_add(ctx->db, t->id,
		&(struct team_act){
			team_act_rows[act].verb, context_now(ctx), t->state, reason, NULL },
		ctx->account.id));
	TRY(store_team_set_state(ctx->db, t->id, state_after(t, act, before)));
	if (act == TEAM_RESTORE) {
		TRY(move_submission(
			ctx, arena, t->application_id, "withdrawn", "received", "restore", reason));
		return move_submission(
			ctx, arena, t->solution_id, "withdrawn", "received", "restore", reason);
	}
	TRY(act == TEAM_PROMOTE ?
			ok() :
			store_session_team_leave(ctx->db, t->id, day_of_time(context_now(ctx))));
	if (act != TEAM_WITHDRAW)
		return ok();
	TRY(move_submission(
		ctx, arena, t->application_id, "received", "withdrawn", "withdraw", reason));
	return move_submission(
		ctx, arena, t->solution_id, "received", "withdrawn", "withdraw", reason);
}

struct error team_act(struct context *ctx, int64_t id, enum team_act_kind act, const char *reason)
{
	struct arena arena = { 0 };
	struct team t;
	const char *why = "";
	char code[16] = "";

	TRY(require(ctx, ACT_TEAM));
	struct error e = input_lines(&arena, "reason", reason, REASON_MAX, true, &why);
	if (e.code == E_OK)
		e = context_begin(ctx);
	if (e.code == E_OK) {
		e = team_get(ctx, &arena, id, &t);
		if (e.code == E_OK) {
			snprintf(code, sizeof(code), "%s", t.code);
			e = act_on(ctx, &arena, &t, act, why);
		}
		e = context_end(ctx, e, team_act_rows[act].log, code);
	}
	arena_clear(&arena);
	return e;
}

struct error team_acts(struct context *ctx, struct arena *arena, int64_t id, struct team_acts *acts)
{
	TRY(require(ctx, ACT_READ));
	return store_team_acts(ctx->db, arena, id, acts);
}

static struct error blocked(struct context *ctx, struct arena *arena, const struct act *act,
	int64_t id, const char **why)
{
	struct team t;

	TRY(team_get(ctx, arena, id, &t));
	*why = team_act_blocked(ctx, &t, (enum team_act_kind)act->which);
	return ok();
}

static struct error run(
	struct context *ctx, const struct act *act, int64_t id, const struct answers *answers)
{
	return team_act(ctx, id, (enum team_act_kind)act->which, answers->rows[0].text);
}

static const struct act_ask asks[] = {
	{ .name = "reason", .required = true, .help = N_("the reason") },
};

const struct act team_act_rows[] = {
	[TEAM_WITHDRAW] = { .verb = "withdraw",
		.log = "team.withdraw",
		.told = N_("%s recorded that a team withdrew: %s."),
		.action = ACT_TEAM,
		.which = TEAM_WITHDRAW,
		.asks = asks,
		.ask_count = LEN(asks),
		.help = N_("The team withdrew."),
		.title = NC_("title", "Withdrawal"),
		.question = N_("Why did the team withdraw? What it has handed in goes with it."),
		.done = N_("The withdrawal is recorded."),
		.many = N_("Do %lu teams withdraw? What they have handed in goes with them. Why?"),
		.blocked = blocked,
		.run = run },
	[TEAM_PROMOTE] = { .verb = "promote",
		.log = "team.promote",
		.told = N_("%s recorded that a team moved up: %s."),
		.action = ACT_TEAM,
		.which = TEAM_PROMOTE,
		.asks = asks,
		.ask_count = LEN(asks),
		.help = N_(
			"A reserve moves up; after a winner has declined, the next in order wins."),
		.title = NC_("title", "Moving up"),
		.question = N_("In whose place, and why?"),
		.done = N_("The team moved up."),
		.blocked = blocked,
		.run = run },
	[TEAM_DECLINE] = { .verb = "decline",
		.log = "team.decline",
		.told = N_("%s recorded that a winner declined: %s."),
		.action = ACT_TEAM,
		.which = TEAM_DECLINE,
		.asks = asks,
		.ask_count = LEN(asks),
		.help = N_("A winner declined."),
		.title = NC_("title", "Declining"),
		.question = N_("Why does the winner decline?"),
		.done = N_("The declining is recorded. The next in order can now move up."),
		.blocked = blocked,
		.run = run },
	[TEAM_RESTORE] = { .verb = "restore",
		.log = "team.restore",
		.told = N_("%s restored a team: %s."),
		.action = ACT_TEAM,
		.which = TEAM_RESTORE,
		.asks = asks,
		.ask_count = LEN(asks),
		.help = N_("It was recorded by mistake that it withdrew or declined."),
		.title = NC_("title", "Restoring"),
		.question = N_("What was recorded by mistake?"),
		.done = N_("The team is restored."),
		.many = N_("Restore %lu teams? What was recorded by mistake?"),
		.blocked = blocked,
		.run = run },
};
