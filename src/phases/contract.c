/* SPDX-License-Identifier: MIT */
#include "src/phases/contract.h"

#include <stdio.h>
#include <string.h>

#include "db/search.h"
#include "db/store/code.h"
#include "src/base/daytime.h"
#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/base/money.h"
#include "src/ground/record.h"
#include "src/phases/contract_terms.h"
#include "src/phases/procurement.h"
#include "src/phases/standstill.h"
#include "src/phases/supplier.h"

enum { CODE_SIZE = 24 };

static int64_t today(const struct context *ctx)
{
	return day_of_time(context_now(ctx));
}

static struct error check_sum(int64_t net, int64_t vat)
{
	int64_t gross;

	if (net < 1)
		return fail(E_REQUIRED, "net");
	if (net > MONEY_MAX)
		return (struct error){ .code = E_RANGE, .field = "net", .high = MONEY_MAX / 100 };
	if (vat < 0 || vat > VAT_MAX)
		return (struct error){ .code = E_RANGE, .field = "vat", .high = VAT_MAX / 10 };
	return money_gross(net, vat, &gross);
}

int64_t contract_left(const struct contract *c)
{
	return c->net - c->planned - c->approved - c->paid;
}

static struct error check_ceiling(struct context *ctx, int64_t net)
{
	struct budget budget;

	TRY(store_budget_get(ctx->db, &budget));
	if (budget.decisions == 0)
		return rule(N_("No budget has been decided yet: decide its ceiling first."));
	int64_t committed = budget.committed;
	TRY(money_add(&committed, net));
	if (committed > budget.ceiling)
		return (struct error){
			.code = E_CEILING, .field = "net", .low = net, .high = budget_left(&budget)
		};
	return ok();
}

/* A change of what was made needs no new talks. */
static struct error check_team(const struct negotiation *n, const struct contract *c)
{
	if (team_state_of(n->team_state) != TEAM_STATE_WINNER)
		return rule(N_("Only a team that an approved decision made a winner is negotiated "
			       "with."));
	if (c->changes == 0 && negotiation_state_of(n->state) != NEGOTIATION_STATE_NEGOTIATING)
		return rule(N_("A contract needs a negotiation in progress: start it first."));
	return ok();
}

/* One need, one contract: a second winner has one only where the decision let several win. */
static struct error check_rival(struct context *ctx, struct arena *arena, int64_t team_id)
{
	struct contract rival;
	int64_t id;
	struct error e = store_contract_rival(ctx->db, team_id, &id);

	if (e.code == E_NOT_FOUND)
		return ok();
	TRY(e);
	TRY(store_contract_get(ctx->db, arena, id, &rival));
	return (struct error){ .code = E_HELD,
		/* TRANSLATORS: %lld is the number in a contract's code. */
		.field = N_("H-%lld with another team of the same challenge is in force: end or "
			    "cancel it first, for no decision let both win."),
		.low = rival.number };
}

/* Too early only by an exception, and then somebody else approves it; else without one. */
static struct error check_time(struct context *ctx, struct arena *arena, struct contract *c)
{
	struct standstill standstill;

	TRY(standstill_get(ctx, arena, c->team_id, &standstill));
	struct error early = standstill_check(ctx, &standstill, c->day);
	if (*c->exception == '\0')
		return early;
	if (early.code == E_OK)
		return rule(N_("Nothing stands in the way of this contract any more: leave the "
			       "exception out."));
	c->state = "proposed";
	return ok();
}

/* All checks hold on its day, or it is said why there is a contract without one. */
static struct error check_supplier(struct context *ctx, struct arena *arena, struct contract *c)
{
	struct error e = supplier_require(ctx, arena, c->team_id, c->day);

	if (e.code == E_OK)
		c->unchecked = "";
	return e.code == E_RULE && *c->unchecked != '\0' ? ok() : e;
}

static struct error check_terms(struct context *ctx, struct arena *arena, struct contract *c)
{
	TRY(contract_change_check(ctx, arena, c));
	TRY(contract_party_settle(ctx, arena, c));
	TRY(contract_milestones_check(arena, c));
	return check_supplier(ctx, arena, c);
}

static struct error put_rows(struct context *ctx, struct arena *arena, struct contract *c)
{
	TRY(contract_persons_put(ctx, arena, c));
	return contract_lines_put(ctx, arena, c);
}

static struct error store(struct context *ctx, struct arena *arena, struct contract *c, int64_t *id)
{
	struct second_act act = {
		.object = c->code, .ground = c->exception, .reason = c->exception_reason
	};

	TRY(store_contract_add(ctx->db, c, id));
	c->id = *id;
	TRY(put_rows(ctx, arena, c));
	TRY(search_index(ctx->db, SEARCH_CONTRACT, *id));
	if (contract_state_of(c->state) != CONTRACT_STATE_PROPOSED)
		return ok();
	act.row_id = *id;
	return second_propose(ctx, SECOND_CONTRACT, &act);
}

static struct error insert(struct context *ctx, struct arena *arena, struct contract *c, bool begin,
	char code[CODE_SIZE], int64_t *id)
{
	struct negotiation n;

	TRY(negotiation_get(ctx, arena, c->team_id, &n));
	TRY(check_time(ctx, arena, c));
	if (begin) {
		TRY(negotiation_begin_if_none(ctx, &n, c->day));
		TRY(negotiation_get(ctx, arena, c->team_id, &n));
	}
	TRY(check_team(&n, c));
	TRY(check_rival(ctx, arena, c->team_id));
	TRY(check_ceiling(ctx, c->net));
	TRY(check_terms(ctx, arena, c));
	TRY(store_code_next(ctx->db, "contract", &c->number));
	snprintf(code, CODE_SIZE, "H-%lld", (long long)c->number);
	c->code = code;
	return store(ctx, arena, c, id);
}

struct error contract_confirmed(
	struct context *ctx, struct arena *arena, const struct second_act *act)
{
	struct negotiation n;
	struct contract c;

	TRY(contract_get(ctx, arena, act->row_id, &c));
	TRY(negotiation_get(ctx, arena, c.team_id, &n));
	TRY(check_team(&n, &c));
	TRY(check_rival(ctx, arena, c.team_id));
	TRY(check_ceiling(ctx, c.net));
	TRY(check_supplier(ctx, arena, &c));
	return store_contract_approve(ctx->db, c.id);
}

struct error contract_dropped(struct context *ctx, const struct second_act *act)
{
	return store_contract_close(ctx->db, act->row_id, "cancelled", today(ctx), act->answer);
}

struct error contract_approve(struct context *ctx, int64_t id)
{
	int64_t number;

	TRY(require_self(ctx, ACT_MONEY));
	TRY(second_waiting(ctx, SECOND_CONTRACT, id, &number));
	return number == 0 ? rule(N_("The contract waits for nobody's approval.")) :
			     second_confirm(ctx, number);
}

static struct error clean_exception(struct arena *arena, struct contract *c)
{
	struct exception exception;
	bool none = c->exception == NULL || *c->exception == '\0';

	c->state = "active";
	c->exception = none ? "" : c->exception;
	if (!none)
		TRY(exception_find(arena, c->exception, &exception));
	TRY(input_lines(
		arena, "reason", c->exception_reason, REASON_MAX, !none, &c->exception_reason));
	return none && *c->exception_reason != '\0' ? fail(E_REQUIRED, "exception") : ok();
}

/* A code that may be left out: the record's cleaning checks those that are given. */
static const char *code_or_none(const char *code)
{
	return code == NULL || *code == '\0' ? NULL : code;
}

static struct error clean_terms(struct arena *arena, struct contract *c, unsigned in)
{
	c->licence_kind = code_or_none(c->licence_kind);
	c->change_ground = code_or_none(c->change_ground);
	TRY(record_clean(arena, &record_of_contract, c, in));
	c->licence_kind = c->licence_kind == NULL ? "" : c->licence_kind;
	c->change_ground = c->change_ground == NULL ? "" : c->change_ground;
	return c->term_from != 0 && c->term_until != 0 && c->term_until < c->term_from ?
		       rule(N_("The term of a contract does not end before it begins.")) :
		       ok();
}

static struct error clean_change(const struct contract *c)
{
	if (c->changes == 0)
		return *c->change_ground == '\0' && *c->change_reason == '\0' ?
			       ok() :
			       fail(E_REQUIRED, "changes");
	if (*c->change_ground == '\0')
		return fail(E_REQUIRED, "change_ground");
	return *c->change_reason == '\0' ? fail(E_REQUIRED, "change_reason") : ok();
}

static struct error clean(struct arena *arena, struct contract *c)
{
	TRY(clean_terms(arena, c, IN_ADD | IN_EDIT));
	TRY(clean_change(c));
	return clean_exception(arena, c);
}

static struct error add(struct context *ctx, const struct contract *in, bool begin, int64_t *id)
{
	struct arena arena = { 0 };
	struct contract c = *in;
	char code[CODE_SIZE] = "";

	TRY(require(ctx, ACT_MONEY));
	TRY(check_sum(c.net, c.vat));
	if (c.day == 0)
		c.day = today(ctx);
	struct error e = clean(&arena, &c);
	if (e.code == E_OK && *c.exception != '\0')
		e = require_self(ctx, ACT_MONEY);
	if (e.code == E_OK)
		e = context_begin(ctx);
	if (e.code == E_OK) {
		e = insert(ctx, &arena, &c, begin, code, id);
		e = context_end(ctx, e,
			*c.exception == '\0' ? "contract.add" : second_verb(SECOND_CONTRACT), code);
	}
	arena_clear(&arena);
	return e;
}

struct error contract_add(struct context *ctx, const struct contract *contract, int64_t *id)
{
	return add(ctx, contract, false, id);
}

struct error contract_add_outright(
	struct context *ctx, const struct contract *contract, int64_t *id)
{
	return add(ctx, contract, true, id);
}

struct error contract_check_active(const struct contract *c)
{
	switch (contract_state_of(c->state)) {
	case CONTRACT_STATE_PROPOSED:
		return rule(N_("The contract waits for a second person and is not in force yet."));
	case CONTRACT_STATE_ACTIVE:
		return ok();
	case CONTRACT_STATE_ENDED:
	case CONTRACT_STATE_CANCELLED:
	case CONTRACT_STATE_UNKNOWN:
		break;
	}
	return rule(N_("The contract is no longer in force."));
}

static struct error update(struct context *ctx, struct arena *arena, struct contract *c)
{
	struct contract now;

	TRY(contract_get(ctx, arena, c->id, &now));
	c->code = now.code;
	c->net = now.net;
	TRY(contract_check_active(&now));
	TRY(contract_milestones_check(arena, c));
	TRY(store_contract_update(ctx->db, c));
	TRY(contract_lines_put(ctx, arena, c));
	return search_index(ctx->db, SEARCH_CONTRACT, c->id);
}

struct error contract_update(struct context *ctx, const struct contract *in)
{
	struct arena arena = { 0 };
	struct contract c = *in;

	TRY(require(ctx, ACT_MONEY));
	struct error e = clean_terms(&arena, &c, IN_EDIT);
	if (e.code == E_OK)
		e = context_begin(ctx);
	if (e.code == E_OK) {
		e = update(ctx, &arena, &c);
		e = context_end(ctx, e, "contract.edit", c.code);
	}
	arena_clear(&arena);
	return e;
}

/* How a contract ceases to be in force. */
struct closing {
	int64_t id, day;
	const char *state, *reason, *code;
};

static struct error check_closing(const struct contract *c, const struct closing *closing)
{
	bool cancel = contract_state_of(closing->state) == CONTRACT_STATE_CANCELLED;

	TRY(contract_check_active(c));
	if (closing->day < c->day)
		return rule(N_("A contract cannot end before the day it was made."));
	if (c->approved > 0)
		return rule(
			N_("An approved payment of the contract has not been paid: pay or cancel "
			   "it first."));
	if (!cancel && c->planned > 0)
		return rule(N_("Payments of the contract are still planned: pay or cancel them "
			       "first."));
	return ok();
}

static struct error close_contract(
	struct context *ctx, struct arena *arena, struct closing *closing)
{
	struct contract c;

	TRY(contract_get(ctx, arena, closing->id, &c));
	closing->code = c.code;
	TRY(check_closing(&c, closing));
	if (c.planned > 0)
		TRY(store_payment_cancel_planned(ctx->db, c.id, closing->day, closing->reason));
	return store_contract_close(ctx->db, c.id, closing->state, closing->day, closing->reason);
}

static struct error finish(struct context *ctx, struct closing closing, const char *verb)
{
	struct arena arena = { 0 };
	bool cancel = contract_state_of(closing.state) == CONTRACT_STATE_CANCELLED;

	TRY(require(ctx, ACT_MONEY));
	if (closing.day == 0)
		closing.day = today(ctx);
	struct error e =
		input_lines(&arena, "reason", closing.reason, REASON_MAX, cancel, &closing.reason);
	if (e.code == E_OK)
		e = context_begin(ctx);
	if (e.code == E_OK) {
		e = close_contract(ctx, &arena, &closing);
		e = context_end(ctx, e, verb, closing.code);
	}
	arena_clear(&arena);
	return e;
}

struct error contract_end(struct context *ctx, int64_t id, int64_t day, const char *reason)
{
	return finish(ctx,
		(struct closing){ .id = id, .day = day, .state = "ended", .reason = reason },
		contract_act_rows[CONTRACT_END].log);
}

struct error contract_cancel(struct context *ctx, int64_t id, int64_t day, const char *reason)
{
	return finish(ctx,
		(struct closing){ .id = id, .day = day, .state = "cancelled", .reason = reason },
		contract_act_rows[CONTRACT_CANCEL].log);
}

struct error contract_get(
	struct context *ctx, struct arena *arena, int64_t id, struct contract *contract)
{
	TRY(require(ctx, ACT_READ));
	struct error e = store_contract_get(ctx->db, arena, id, contract);

	return e.code == E_NOT_FOUND ? fail(E_NOT_FOUND, "contract") : e;
}

struct error contract_find(struct context *ctx, const char *code, int64_t *id)
{
	struct error e = store_contract_find(ctx->db, code, id);

	return e.code == E_NOT_FOUND ? fail(E_NOT_FOUND, "contract") : e;
}

struct error contract_ids(struct context *ctx, int64_t team_id, struct id_list *ids)
{
	TRY(require(ctx, ACT_READ));
	return store_contract_ids(ctx->db, team_id, ids);
}
