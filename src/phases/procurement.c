/* SPDX-License-Identifier: MIT */
#include "src/phases/procurement.h"

#include <string.h>

#include "src/base/daytime.h"
#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/ground/record.h"
#include "src/base/money.h"

struct error budget_get(struct context *ctx, struct budget *budget)
{
	TRY(require(ctx, ACT_READ));
	return store_budget_get(ctx->db, budget);
}

int64_t budget_left(const struct budget *budget)
{
	return budget->ceiling - budget->committed;
}

static int64_t today(const struct context *ctx)
{
	return day_of_time(context_now(ctx));
}

static struct error decide(struct context *ctx, const struct budget_decision *d, int64_t *id)
{
	struct budget budget;

	TRY(store_budget_get(ctx->db, &budget));
	if (d->ceiling < budget.committed)
		return rule(N_("The ceiling cannot be lower than what is committed already. End or "
			       "cancel a contract first."));
	return store_budget_decide(ctx->db, d, ctx->account.id, id);
}

struct error budget_decide(struct context *ctx, const struct budget_decision *decision, int64_t *id)
{
	struct arena arena = { 0 };
	struct budget_decision d = *decision;

	TRY(require(ctx, ACT_MONEY));
	if (d.ceiling < 0 || d.ceiling > MONEY_MAX)
		return (struct error){
			.code = E_RANGE, .field = "ceiling", .high = MONEY_MAX / 100
		};
	if (d.day == 0)
		d.day = today(ctx);
	struct error e = record_clean(&arena, &record_of_budget_decision, &d, IN_ADD);
	if (e.code == E_OK)
		e = context_begin(ctx);
	if (e.code == E_OK)
		e = context_end(ctx, decide(ctx, &d, id), "budget.decide", "");
	arena_clear(&arena);
	return e;
}

struct error budget_decision_ids(struct context *ctx, struct id_list *ids)
{
	TRY(require(ctx, ACT_READ));
	return store_budget_decision_ids(ctx->db, ids);
}

struct error budget_decision_get(
	struct context *ctx, struct arena *arena, int64_t id, struct budget_decision *decision)
{
	TRY(require(ctx, ACT_READ));
	return store_budget_decision_get(ctx->db, arena, id, decision);
}

struct error procurement_count(struct context *ctx, struct procurement_counts *counts)
{
	TRY(require(ctx, ACT_READ));
	return store_procurement_counts(ctx->db, counts);
}

struct error negotiation_teams(struct context *ctx, const char *state, struct id_list *team_ids)
{
	TRY(require(ctx, ACT_READ));
	return store_negotiation_teams(ctx->db, state, team_ids);
}

struct error negotiation_due_teams(struct context *ctx, int days, struct id_list *team_ids)
{
	TRY(require(ctx, ACT_READ));
	return store_negotiation_due_teams(
		ctx->db, today(ctx) + (int64_t)days * DAY_SECONDS, team_ids);
}

struct error negotiation_get(
	struct context *ctx, struct arena *arena, int64_t team_id, struct negotiation *negotiation)
{
	TRY(require(ctx, ACT_READ));
	struct error e = store_negotiation_get(ctx->db, arena, team_id, negotiation);

	return e.code == E_NOT_FOUND ? fail(E_NOT_FOUND, "team") : e;
}

struct error negotiation_acts(
	struct context *ctx, struct arena *arena, int64_t id, struct negotiation_acts *acts)
{
	TRY(require(ctx, ACT_READ));
	return store_negotiation_acts(ctx->db, arena, id, acts);
}

static struct error check_winner(const struct negotiation *n)
{
	return team_state_of(n->team_state) == TEAM_STATE_WINNER ?
		       ok() :
		       rule(N_("Only a team that an approved decision made a winner is negotiated with."));
}

/* The row of a winner that has none yet. */
static struct error add_row(struct context *ctx, const struct negotiation *n, int64_t *id)
{
	TRY(check_winner(n));
	struct error e = store_negotiation_add(ctx->db, n, id);
	return e.code == E_EXISTS ? fail(E_STALE, NULL) : e;
}

static struct error edit(struct context *ctx, struct arena *arena, struct negotiation *in)
{
	struct negotiation now;
	int64_t id;

	TRY(negotiation_get(ctx, arena, in->team_id, &now));
	in->team_code = now.team_code;
	in->team_state = now.team_state;
	return in->v == 0 ? add_row(ctx, in, &id) : store_negotiation_update(ctx->db, in);
}

struct error negotiation_edit(struct context *ctx, const struct negotiation *negotiation)
{
	struct arena arena = { 0 };
	struct negotiation n = *negotiation;

	TRY(require(ctx, ACT_MONEY));
	if (n.estimate > MONEY_MAX)
		return (struct error){
			.code = E_RANGE, .field = "estimate", .high = MONEY_MAX / 100
		};
	struct error e = record_clean(&arena, &record_of_negotiation, &n, IN_EDIT);
	if (e.code == E_OK)
		e = context_begin(ctx);
	if (e.code == E_OK) {
		e = edit(ctx, &arena, &n);
		e = context_end(ctx, e, "negotiation.edit", n.team_code);
	}
	arena_clear(&arena);
	return e;
}

static struct error add_act(
	struct context *ctx, int64_t id, const char *state, const struct negotiation_act *act)
{
	TRY(store_negotiation_set_state(ctx->db, id, state));
	return store_negotiation_act_add(ctx->db, id, act, ctx->account.id);
}

/* An estimate of 0 would say that it costs nothing. */
static const struct negotiation nothing_known = {
	.next_step = "", .procedure = "", .estimate = -1
};

static struct error begin_row(
	struct context *ctx, const struct negotiation *n, const struct negotiation_act *act)
{
	struct negotiation fresh = nothing_known;
	int64_t id = n->id;

	fresh.team_id = n->team_id;
	fresh.team_state = n->team_state;
	TRY(check_winner(n));
	if (id == 0)
		TRY(add_row(ctx, &fresh, &id));
	return add_act(ctx, id, "negotiating", act);
}

struct error negotiation_begin_if_none(
	struct context *ctx, const struct negotiation *n, int64_t day)
{
	struct negotiation_act act = { .act = "start", .day = day, .reason = "" };

	return negotiation_state_of(n->state) == NEGOTIATION_STATE_NOT_STARTED ?
		       begin_row(ctx, n, &act) :
		       ok();
}

static struct error start(struct context *ctx, struct arena *arena, int64_t team_id,
	const struct negotiation_act *act, const char **code)
{
	struct negotiation n;

	TRY(negotiation_get(ctx, arena, team_id, &n));
	*code = n.team_code;
	if (negotiation_state_of(n.state) == NEGOTIATION_STATE_NEGOTIATING)
		return rule(N_("The negotiation is in progress already."));
	if (negotiation_state_of(n.state) != NEGOTIATION_STATE_NOT_STARTED && *act->reason == '\0')
		return (struct error){ .code = E_REASON,
			.field = N_("The negotiation has ended once. Say why it begins again.") };
	return begin_row(ctx, &n, act);
}

static struct error check_end(const struct negotiation *n, const struct negotiation_act *act)
{
	bool contract = strcmp(act->act, "contract") == 0;

	if (negotiation_state_of(n->state) != NEGOTIATION_STATE_NEGOTIATING)
		return rule(N_("No negotiation is in progress with this team."));
	if (contract && n->contracts == 0)
		return rule(
			N_("There is no contract with this team yet: record it first, or end the "
			   "negotiation without one."));
	if (!contract && n->active > 0)
		return rule(N_("A contract with this team is in force: the negotiation cannot end "
			       "without one."));
	return contract || *act->reason != '\0' ? ok() : fail(E_REQUIRED, "reason");
}

static struct error end(struct context *ctx, struct arena *arena, int64_t team_id,
	const struct negotiation_act *act, const char **code)
{
	struct negotiation n;

	TRY(negotiation_get(ctx, arena, team_id, &n));
	*code = n.team_code;
	TRY(check_end(&n, act));
	return add_act(ctx, n.id, act->act, act);
}

typedef struct error (*negotiation_step)(struct context *ctx, struct arena *arena, int64_t team_id,
	const struct negotiation_act *act, const char **code);

static struct error act_on(struct context *ctx, int64_t team_id, struct negotiation_act act,
	negotiation_step step, const char *verb)
{
	struct arena arena = { 0 };
	const char *code = "";

	TRY(require(ctx, ACT_MONEY));
	if (act.day == 0)
		act.day = today(ctx);
	struct error e = input_lines(&arena, "reason", act.reason, REASON_MAX, false, &act.reason);
	if (e.code == E_OK)
		e = context_begin(ctx);
	if (e.code == E_OK) {
		e = step(ctx, &arena, team_id, &act, &code);
		e = context_end(ctx, e, verb, code);
	}
	arena_clear(&arena);
	return e;
}

struct error negotiation_start(
	struct context *ctx, int64_t team_id, int64_t day, const char *reason)
{
	return act_on(ctx, team_id,
		(struct negotiation_act){ .act = "start", .day = day, .reason = reason }, start,
		"negotiation.start");
}

struct error negotiation_end(
	struct context *ctx, int64_t team_id, const char *act, int64_t day, const char *reason)
{
	if (strcmp(act, "contract") != 0 && strcmp(act, "no_contract") != 0)
		return fail(E_INVALID, "outcome");
	return act_on(ctx, team_id,
		(struct negotiation_act){ .act = act, .day = day, .reason = reason }, end,
		"negotiation.end");
}
