/* SPDX-License-Identifier: MIT
 * The payments of a contract: planned, approved by name, paid or cancelled. */
#include <stdio.h>
#include <string.h>

#include "db/search.h"
#include "db/store/code.h"
#include "src/base/daytime.h"
#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/base/money.h"
#include "src/ground/record.h"
#include "src/phases/contract.h"

enum { CODE_SIZE = 24 };

static int64_t today(const struct context *ctx)
{
	return day_of_time(context_now(ctx));
}

static struct error check_sum(const struct payment *p)
{
	int64_t gross;

	if (p->net < 1)
		return fail(E_REQUIRED, "net");
	if (p->net > MONEY_MAX)
		return (struct error){ .code = E_RANGE, .field = "net", .high = MONEY_MAX / 100 };
	if (p->vat < 0 || p->vat > VAT_MAX)
		return (struct error){ .code = E_RANGE, .field = "vat", .high = VAT_MAX / 10 };
	return money_gross(p->net, p->vat, &gross);
}

/* `own` is what the payment itself takes of the contract already. */
static struct error check_contract(
	struct context *ctx, struct arena *arena, const struct payment *p, int64_t own)
{
	struct contract c;

	TRY(contract_get(ctx, arena, p->contract_id, &c));
	TRY(contract_check_active(&c));
	int64_t left = contract_left(&c) + own;
	if (p->net > left)
		return (struct error){
			.code = E_CONTRACT_SUM, .field = "net", .low = p->net, .high = left
		};
	return ok();
}

static struct error insert(struct context *ctx, struct arena *arena, struct payment *p,
	char code[CODE_SIZE], int64_t *id)
{
	TRY(check_contract(ctx, arena, p, 0));
	TRY(store_code_next(ctx->db, "payment", &p->number));
	snprintf(code, CODE_SIZE, "R-%lld", (long long)p->number);
	p->code = code;
	TRY(store_payment_add(ctx->db, p, id));
	return search_index(ctx->db, SEARCH_CONTRACT, p->contract_id);
}

struct error payment_add(struct context *ctx, const struct payment *in, int64_t *id)
{
	struct arena arena = { 0 };
	struct payment p = *in;
	char code[CODE_SIZE] = "";

	TRY(require(ctx, ACT_MONEY));
	TRY(check_sum(&p));
	struct error e = record_clean(&arena, &record_of_payment, &p, IN_ADD | IN_EDIT);
	if (e.code == E_OK)
		e = context_begin(ctx);
	if (e.code == E_OK) {
		e = insert(ctx, &arena, &p, code, id);
		e = context_end(ctx, e, "payment.add", code);
	}
	arena_clear(&arena);
	return e;
}

static struct error update(struct context *ctx, struct arena *arena, struct payment *p)
{
	struct payment now;
	int64_t number;

	TRY(second_waiting(ctx, SECOND_PAYMENT, p->id, &number));
	if (number != 0)
		return rule(N_("It waits for a second person: have it turned down before you "
			       "change it."));
	TRY(payment_get(ctx, arena, p->id, &now));
	p->code = now.code;
	p->contract_id = now.contract_id;
	if (payment_state_of(now.state) != PAYMENT_STATE_PLANNED)
		return rule(N_("Only a planned payment can be changed; what was approved stays."));
	TRY(check_contract(ctx, arena, p, now.net));
	TRY(store_payment_update(ctx->db, p));
	return search_index(ctx->db, SEARCH_CONTRACT, p->contract_id);
}

struct error payment_update(struct context *ctx, const struct payment *in)
{
	struct arena arena = { 0 };
	struct payment p = *in;

	TRY(require(ctx, ACT_MONEY));
	TRY(check_sum(&p));
	struct error e = record_clean(&arena, &record_of_payment, &p, IN_ADD | IN_EDIT);
	if (e.code == E_OK)
		e = context_begin(ctx);
	if (e.code == E_OK) {
		e = update(ctx, &arena, &p);
		e = context_end(ctx, e, "payment.edit", p.code);
	}
	arena_clear(&arena);
	return e;
}

/* What happens to one payment, in one transaction. */
struct payment_act {
	int64_t id, day;
	const char *reason;
};

typedef struct error (*payment_step)(
	struct context *ctx, const struct payment *p, const struct payment_act *act);

static struct error act_on(
	struct context *ctx, const struct payment_act *act, payment_step step, const char *verb)
{
	struct arena arena = { 0 };
	struct payment p = { .code = "" };

	TRY(context_begin(ctx));
	struct error e = payment_get(ctx, &arena, act->id, &p);
	if (e.code == E_OK)
		e = step(ctx, &p, act);
	e = context_end(ctx, e, verb, p.code == NULL ? "" : p.code);
	arena_clear(&arena);
	return e;
}

/* No money moves to a team that has declined or otherwise ceased to be a winner. */
static struct error check_winner(const struct payment *p)
{
	return team_state_of(p->team_state) == TEAM_STATE_WINNER ?
		       ok() :
		       rule(N_("The team is no longer a winner: nothing is approved or paid to it."));
}

static struct error check_approval(const struct payment *p)
{
	switch (payment_state_of(p->state)) {
	case PAYMENT_STATE_PLANNED:
		return check_winner(p);
	case PAYMENT_STATE_APPROVED:
	case PAYMENT_STATE_PAID:
		return rule(N_("The payment has been approved already."));
	case PAYMENT_STATE_CANCELLED:
	case PAYMENT_STATE_UNKNOWN:
		break;
	}
	return rule(N_("The payment has been cancelled; plan a new one."));
}

struct error payment_confirmed(
	struct context *ctx, struct arena *arena, const struct second_act *act)
{
	struct payment p;

	TRY(payment_get(ctx, arena, act->row_id, &p));
	TRY(check_approval(&p));
	return store_payment_approve(ctx->db, p.id, context_now(ctx), ctx->account.id);
}

/* Above the limit whoever recorded it does not approve it alone. */
static struct error approve_or_wait(
	struct context *ctx, struct arena *arena, const struct payment *p, bool *waits)
{
	struct second_act act = { .row_id = p->id, .object = p->code, .ground = "", .reason = "" };
	int64_t limit, number;

	TRY(check_approval(p));
	TRY(second_limit(ctx, &limit));
	TRY(second_is_own(ctx, SECOND_PAYMENT, p->id, waits));
	*waits = *waits && p->net > limit;
	if (*waits)
		return second_propose(ctx, SECOND_PAYMENT, &act);
	TRY(second_waiting(ctx, SECOND_PAYMENT, p->id, &number));
	return number == 0 ? payment_confirmed(ctx, arena, &act) :
			     rule(N_("It waits for a second person: confirm it or turn it down."));
}

struct error payment_approve(struct context *ctx, int64_t id)
{
	struct arena arena = { 0 };
	struct payment p = { .code = "" };
	bool waits = false;

	TRY(require_self(ctx, ACT_MONEY));
	TRY(context_begin(ctx));
	struct error e = payment_get(ctx, &arena, id, &p);
	if (e.code == E_OK)
		e = approve_or_wait(ctx, &arena, &p, &waits);
	e = context_end(ctx, e,
		waits ? second_verb(SECOND_PAYMENT) : payment_act_rows[PAYMENT_APPROVE].log,
		p.code == NULL ? "" : p.code);
	arena_clear(&arena);
	return e;
}

static struct error pay(struct context *ctx, const struct payment *p, const struct payment_act *act)
{
	switch (payment_state_of(p->state)) {
	case PAYMENT_STATE_PLANNED:
		return rule(N_("The payment has not been approved yet: approve it first."));
	case PAYMENT_STATE_APPROVED:
		TRY(check_winner(p));
		return store_payment_pay(ctx->db, act->id, act->day);
	case PAYMENT_STATE_PAID:
	case PAYMENT_STATE_CANCELLED:
	case PAYMENT_STATE_UNKNOWN:
		break;
	}
	return rule(N_("The payment is over: it has been paid or cancelled."));
}

struct error payment_pay(struct context *ctx, int64_t id, int64_t day)
{
	struct payment_act act = { .id = id, .day = day == 0 ? today(ctx) : day };

	TRY(require(ctx, ACT_MONEY));
	if (act.day > today(ctx))
		return rule(
			N_("That day has not come yet: a payment is marked as paid when the money "
			   "has gone."));
	return act_on(ctx, &act, pay, payment_act_rows[PAYMENT_PAY].log);
}

static struct error cancel(
	struct context *ctx, const struct payment *p, const struct payment_act *act)
{
	switch (payment_state_of(p->state)) {
	case PAYMENT_STATE_PLANNED:
		break;
	case PAYMENT_STATE_APPROVED:
		TRY(require_self(ctx, ACT_MONEY));
		break;
	case PAYMENT_STATE_PAID:
	case PAYMENT_STATE_CANCELLED:
	case PAYMENT_STATE_UNKNOWN:
		return rule(N_("The payment is over: it has been paid or cancelled."));
	}
	return store_payment_cancel(ctx->db, act->id, act->day, act->reason);
}

struct error payment_cancel(struct context *ctx, int64_t id, const char *reason)
{
	struct payment_act act = { .id = id, .day = today(ctx) };
	struct arena arena = { 0 };

	TRY(require(ctx, ACT_MONEY));
	struct error e = input_lines(&arena, "reason", reason, REASON_MAX, true, &act.reason);
	if (e.code == E_OK)
		e = act_on(ctx, &act, cancel, payment_act_rows[PAYMENT_CANCEL].log);
	arena_clear(&arena);
	return e;
}

struct error payment_get(
	struct context *ctx, struct arena *arena, int64_t id, struct payment *payment)
{
	TRY(require(ctx, ACT_READ));
	struct error e = store_payment_get(ctx->db, arena, id, payment);

	return e.code == E_NOT_FOUND ? fail(E_NOT_FOUND, "payment") : e;
}

struct error payment_find(struct context *ctx, const char *code, int64_t *id)
{
	struct error e = store_payment_find(ctx->db, code, id);

	return e.code == E_NOT_FOUND ? fail(E_NOT_FOUND, "payment") : e;
}

struct error payment_ids(struct context *ctx, int64_t contract_id, struct id_list *ids)
{
	TRY(require(ctx, ACT_READ));
	return store_payment_ids(ctx->db, contract_id, ids);
}

struct error payment_due_ids(struct context *ctx, int days, struct id_list *ids)
{
	TRY(require(ctx, ACT_READ));
	return store_payment_due_ids(ctx->db, today(ctx) + (int64_t)days * DAY_SECONDS, ids);
}
