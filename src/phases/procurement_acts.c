/* SPDX-License-Identifier: MIT
 * What is done to contracts and payments, as both ends offer it. */
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/money.h"
#include "src/phases/contract.h"

static struct error run_contract(
	struct context *ctx, const struct act *act, int64_t id, const struct answers *answers)
{
	const char *reason = answers->rows[0].text;
	int64_t day = answers->rows[1].day;

	return act->which == CONTRACT_END ? contract_end(ctx, id, day, reason) :
					    contract_cancel(ctx, id, day, reason);
}

static struct error contract_blocked(struct context *ctx, struct arena *arena,
	const struct act *act, int64_t id, const char **why)
{
	struct contract c;

	(void)act;
	TRY(contract_get(ctx, arena, id, &c));
	if (contract_state_of(c.state) != CONTRACT_STATE_ACTIVE)
		*why = contract_state_of(c.state) == CONTRACT_STATE_PROPOSED ?
			       N_("It waits for a second person: confirm it or turn it down.") :
			       N_("The contract is no longer in force.");
	return ok();
}

static const struct act_ask end_asks[] = {
	{ .name = "reason", .aside = true, .help = N_("why") },
	{ .name = "date",
		.kind = ASK_DAY,
		.aside = true,
		.help = N_("the day; today unless given") },
};

static const struct act_ask cancel_asks[] = {
	{ .name = "reason", .required = true, .help = N_("why; needed") },
	{ .name = "date",
		.kind = ASK_DAY,
		.aside = true,
		.help = N_("the day; today unless given") },
};

const struct act contract_act_rows[] = {
	[CONTRACT_END] = { .verb = "end",
		.log = "contract.end",
		.told = N_("%s ended a contract: %s."),
		.action = ACT_MONEY,
		.which = CONTRACT_END,
		.asks = end_asks,
		.ask_count = LEN(end_asks),
		.help = N_("It has run its course; what was not paid is free again."),
		.title = NC_("title", "The contract has ended"),
		.question = N_("Has the contract run its course? What was not paid of it is free "
			       "again."),
		.button = NC_("button", "It has ended"),
		.done = N_("The contract has ended."),
		.blocked = contract_blocked,
		.run = run_contract },
	[CONTRACT_CANCEL] = { .verb = "cancel",
		.log = "contract.cancel",
		.told = N_("%s cancelled a contract: %s."),
		.action = ACT_MONEY,
		.which = CONTRACT_CANCEL,
		.asks = cancel_asks,
		.ask_count = LEN(cancel_asks),
		.help = N_("Calls it off; its planned payments are cancelled with it."),
		.title = NC_("title", "The contract is cancelled"),
		.question = N_("Why? Its planned payments are cancelled with it."),
		.done = N_("Cancelled."),
		.blocked = contract_blocked,
		.run = run_contract },
};

static const char *payment_obstacle(const struct payment *p, enum payment_act_kind act)
{
	bool planned = payment_state_of(p->state) == PAYMENT_STATE_PLANNED,
	     approved = payment_state_of(p->state) == PAYMENT_STATE_APPROVED;

	switch (act) {
	case PAYMENT_APPROVE:
		if (approved || payment_state_of(p->state) == PAYMENT_STATE_PAID)
			return N_("The payment has been approved already.");
		return planned ? NULL : N_("The payment has been cancelled; plan a new one.");
	case PAYMENT_PAY:
		if (planned)
			return N_("The payment has not been approved yet: approve it first.");
		return approved ? NULL : N_("Select an approved payment: only those are paid.");
	case PAYMENT_CANCEL:
		return planned || approved ?
			       NULL :
			       N_("The payment is over: it has been paid or cancelled.");
	case PAYMENT_ACT_COUNT:
		break;
	}
	return NULL;
}

static struct error payment_blocked(struct context *ctx, struct arena *arena, const struct act *act,
	int64_t id, const char **why)
{
	struct payment p;

	TRY(payment_get(ctx, arena, id, &p));
	*why = payment_obstacle(&p, (enum payment_act_kind)act->which);
	return ok();
}

static struct error word_approval(
	struct context *ctx, struct arena *arena, int64_t id, const char **question)
{
	struct payment p;
	char net[60], sum[60];
	int64_t gross = 0;

	TRY(payment_get(ctx, arena, id, &p));
	TRY(money_gross(p.net, p.vat, &gross));
	money_text(p.net, net, sizeof(net));
	money_text(gross, sum, sizeof(sum));
	/* TRANSLATORS: a payment's code, its sum with VAT, and without. */
	*question = arena_printf(arena,
		_("Approve payment %s of %s (net %s) in your own name? After that it no longer "
		  "changes."),
		p.code, sum, net);
	return ok();
}

static struct error approval_waits(struct context *ctx, int64_t id, int64_t *number)
{
	return second_waiting(ctx, SECOND_PAYMENT, id, number);
}

static struct error run_payment(
	struct context *ctx, const struct act *act, int64_t id, const struct answers *answers)
{
	switch ((enum payment_act_kind)act->which) {
	case PAYMENT_APPROVE:
		return payment_approve(ctx, id);
	case PAYMENT_PAY:
		return payment_pay(ctx, id, answers->rows[0].day);
	case PAYMENT_CANCEL:
		return payment_cancel(ctx, id, answers->rows[0].text);
	case PAYMENT_ACT_COUNT:
		break;
	}
	return ok();
}

static const struct act_ask pay_asks[] = {
	{ .name = "paid",
		.option = "date",
		.kind = ASK_DAY,
		.help = N_("the day it was paid; today unless given") },
};

static const struct act_ask payment_cancel_asks[] = {
	{ .name = "reason", .required = true, .help = N_("why; needed") },
};

const struct act payment_act_rows[] = {
	[PAYMENT_APPROVE] = { .verb = "approve",
		.log = "payment.approve",
		.told = N_("%s approved a payment: %s."),
		.action = ACT_MONEY,
		.which = PAYMENT_APPROVE,
		.help = N_("Approves a planned one in your own name; then it no longer changes."),
		.title = NC_("title", "Approve the payment"),
		.question = N_("Approve it in your own name? After that it no longer changes."),
		.button = NC_("button", "Approve"),
		.done = N_("Approved."),
		.waits = approval_waits,
		.blocked = payment_blocked,
		.word = word_approval,
		.run = run_payment },
	[PAYMENT_PAY] = { .verb = "pay",
		.log = "payment.pay",
		.told = N_("%s marked a payment as paid: %s."),
		.action = ACT_MONEY,
		.which = PAYMENT_PAY,
		.asks = pay_asks,
		.ask_count = LEN(pay_asks),
		.help = N_("Marks an approved one as paid."),
		.title = NC_("title", "The payment has been paid"),
		.question = N_("On which day?"),
		.done = N_("Marked as paid."),
		.many = N_("Have %lu payments been paid? On which day?"),
		.blocked = payment_blocked,
		.run = run_payment },
	[PAYMENT_CANCEL] = { .verb = "cancel",
		.log = "payment.cancel",
		.told = N_("%s cancelled a payment: %s."),
		.action = ACT_MONEY,
		.which = PAYMENT_CANCEL,
		.asks = payment_cancel_asks,
		.ask_count = LEN(payment_cancel_asks),
		.help = N_("It is not paid after all; the contract has its sum left again."),
		.title = NC_("title", "The payment is cancelled"),
		.question = N_("Why? The contract has its sum left again."),
		.done = N_("Cancelled."),
		.blocked = payment_blocked,
		.run = run_payment },
};
