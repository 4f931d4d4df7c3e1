/* SPDX-License-Identifier: MIT */
#include "src/phases/second.h"

#include <assert.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/base/money.h"

static const struct second_row kinds[] = {
	[SECOND_ADMIT] = { "admit", "submission", ACT_SUBMISSION, "submission.propose",
		"submission.admit", "submission.turn_down",
		/* TRANSLATORS: %s is a code. */
		N_("Admit a late submission: %s") },
	[SECOND_CONTRACT] = { "contract", "contract", ACT_MONEY, "contract.propose",
		"contract.approve", "contract.turn_down",
		/* TRANSLATORS: %s is a code. */
		N_("Make a contract before its time: %s") },
	[SECOND_PAYMENT] = { "payment", "payment", ACT_MONEY, "payment.propose", "payment.approve",
		"payment.turn_down",
		/* TRANSLATORS: %s is a code. */
		N_("Approve a payment: %s") },
};
static_assert(LEN(kinds) == SECOND_COUNT, "every kind has its row");

enum second_kind second_kind_of(const struct second_act *act)
{
	for (size_t i = 0; i < LEN(kinds); i++)
		if (strcmp(kinds[i].code, act->kind) == 0)
			return (enum second_kind)i;
	return SECOND_ADMIT; /* the table's CHECK lets no other in */
}

const struct second_row *second_row(enum second_kind kind)
{
	return &kinds[kind];
}

struct error second_is_own(struct context *ctx, enum second_kind kind, int64_t row_id, bool *own)
{
	int64_t recorder = 0;
	struct error e = store_recorder(ctx->db, kinds[kind].table, row_id, &recorder);

	*own = e.code == E_OK && recorder == ctx->account.id;
	return e.code == E_NOT_FOUND ? ok() : e;
}

struct error second_propose(
	struct context *ctx, enum second_kind kind, const struct second_act *act)
{
	struct second_act a = *act;
	int64_t number, id;

	TRY(second_waiting(ctx, kind, a.row_id, &number));
	if (number != 0)
		return rule(N_("It waits for a second person already."));
	a.kind = kinds[kind].code;
	a.proposed = context_now(ctx);
	a.proposer = ctx->account.id;
	TRY(store_second_next_number(ctx->db, &a.number));
	return store_second_add(ctx->db, &a, &id);
}

const char *second_verb(enum second_kind kind)
{
	return kinds[kind].propose;
}

struct error second_waiting(
	struct context *ctx, enum second_kind kind, int64_t row_id, int64_t *number)
{
	struct arena arena = { 0 };
	struct second_act act;
	int64_t id;
	struct error e = store_second_waiting(ctx->db, kinds[kind].code, row_id, &id);

	*number = 0;
	if (e.code == E_NOT_FOUND)
		return ok();
	if (e.code == E_OK)
		e = store_second_get(ctx->db, &arena, id, &act);
	if (e.code == E_OK)
		*number = act.number;
	arena_clear(&arena);
	return e;
}

const char *second_blocked(const struct context *ctx, const struct second_act *act)
{
	if (second_state_of(act->state) != SECOND_STATE_WAITING)
		return N_("It waits no longer: somebody has confirmed it or turned it down.");
	return act->proposer == ctx->account.id ?
		       N_("You proposed it yourself: somebody else of the office confirms it.") :
		       NULL;
}

struct error second_ids(struct context *ctx, const char *state, struct id_list *ids)
{
	TRY(require(ctx, ACT_READ));
	return store_second_ids(ctx->db, state, ids);
}

struct error second_get(
	struct context *ctx, struct arena *arena, int64_t id, struct second_act *act)
{
	TRY(require(ctx, ACT_READ));
	struct error e = store_second_get(ctx->db, arena, id, act);

	return e.code == E_NOT_FOUND ? fail(E_NOT_FOUND, "waiting_act") : e;
}

const char *second_sentence(struct arena *arena, const struct second_act *act)
{
	return arena_printf(arena, _(kinds[second_kind_of(act)].sentence), act->object);
}

struct error second_limit(struct context *ctx, int64_t *cents)
{
	struct error e = store_payment_limit(ctx->db, cents);

	if (e.code != E_NOT_FOUND)
		return e;
	*cents = PAYMENT_LIMIT_AT_FIRST;
	return ok();
}

struct error second_limit_set(struct context *ctx, int64_t cents, const char *reason)
{
	struct arena arena = { 0 };
	const char *why = "";

	TRY(require_self(ctx, ACT_ACCOUNT));
	if (cents < 0 || cents > MONEY_MAX)
		return (struct error){ .code = E_RANGE, .field = "limit", .high = MONEY_MAX / 100 };
	struct error e = input_lines(&arena, "reason", reason, REASON_MAX, true, &why);
	if (e.code == E_OK)
		e = context_begin(ctx);
	if (e.code == E_OK)
		e = context_end(ctx,
			store_payment_limit_set(
				ctx->db, cents, context_now(ctx), why, ctx->account.id),
			"payment.limit", "");
	arena_clear(&arena);
	return e;
}
