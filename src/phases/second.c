/* SPDX-License-Identifier: MIT */
#include "src/phases/second.h"

#include <assert.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/base/money.h"
#include "src/phases/contract.h"
#include "src/phases/submission.h"

/* Which acts: whose right it is, whose row, what the log says, and what happens. */
static const struct {
	const char *code, *table;
	enum action action;
	const char *propose, *confirm, *refuse; /* verbs of the log */
	const char *sentence;
	struct error (*run)(struct context *ctx, struct arena *arena, const struct second_act *act);
	struct error (*drop)(struct context *ctx, const struct second_act *act); /* may be NULL */
} kinds[] = {
	[SECOND_ADMIT] = { "admit", "submission", ACT_SUBMISSION, "submission.propose",
		"submission.admit", "submission.turn_down",
		/* TRANSLATORS: %s is a code. */
		N_("Admit a late submission: %s"), submission_admit_confirmed, NULL },
	[SECOND_CONTRACT] = { "contract", "contract", ACT_MONEY, "contract.propose",
		"contract.approve", "contract.turn_down",
		/* TRANSLATORS: %s is a code. */
		N_("Make a contract before its time: %s"), contract_confirmed, contract_dropped },
	[SECOND_PAYMENT] = { "payment", "payment", ACT_MONEY, "payment.propose", "payment.approve",
		"payment.turn_down",
		/* TRANSLATORS: %s is a code. */
		N_("Approve a payment: %s"), payment_confirmed, NULL },
};
static_assert(LEN(kinds) == SECOND_COUNT, "every kind has its row");

static enum second_kind kind_of(const struct second_act *act)
{
	for (size_t i = 0; i < LEN(kinds); i++)
		if (strcmp(kinds[i].code, act->kind) == 0)
			return (enum second_kind)i;
	return SECOND_ADMIT; /* the table's CHECK lets no other in */
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

static struct error get_waiting(
	struct context *ctx, struct arena *arena, int64_t number, struct second_act *act)
{
	int64_t id;
	struct error e = store_second_find(ctx->db, number, &id);

	if (e.code == E_NOT_FOUND)
		return fail(E_NOT_FOUND, "waiting_act");
	TRY(e);
	TRY(store_second_get(ctx->db, arena, id, act));
	if (second_state_of(act->state) != SECOND_STATE_WAITING)
		return rule(N_("It waits no longer: somebody has confirmed it or turned it down."));
	return require(ctx, kinds[kind_of(act)].action);
}

const char *second_blocked(const struct context *ctx, const struct second_act *act)
{
	if (second_state_of(act->state) != SECOND_STATE_WAITING)
		return N_("It waits no longer: somebody has confirmed it or turned it down.");
	return act->proposer == ctx->account.id ?
		       N_("You proposed it yourself: somebody else of the office confirms it.") :
		       NULL;
}

static struct error confirm(struct context *ctx, struct arena *arena, struct second_act *act)
{
	const char *blocked = second_blocked(ctx, act);
	enum second_kind kind = kind_of(act);
	bool own;

	if (blocked != NULL)
		return rule(blocked);
	TRY(second_is_own(ctx, kind, act->row_id, &own));
	if (own)
		return rule(
			N_("You recorded it yourself: somebody else of the office confirms it."));
	TRY(kinds[kind].run(ctx, arena, act));
	return store_second_decide(
		ctx->db, act->id, "confirmed", context_now(ctx), ctx->account.id, "");
}

/* Everybody who may read may ask; what the kind needs is asked inside. */
struct error second_confirm(struct context *ctx, int64_t number)
{
	struct arena arena = { 0 };
	struct second_act act = { .object = "", .kind = "admit" };

	TRY(require_self(ctx, ACT_READ));
	TRY(context_begin(ctx));
	struct error e = get_waiting(ctx, &arena, number, &act);
	if (e.code == E_OK)
		e = confirm(ctx, &arena, &act);
	e = context_end(ctx, e, kinds[kind_of(&act)].confirm, act.object);
	arena_clear(&arena);
	return e;
}

static struct error refuse(struct context *ctx, const struct second_act *act, const char *why)
{
	struct second_act with = *act;
	enum second_kind kind = kind_of(act);

	with.answer = why;
	if (kinds[kind].drop != NULL)
		TRY(kinds[kind].drop(ctx, &with));
	return store_second_decide(
		ctx->db, act->id, "refused", context_now(ctx), ctx->account.id, why);
}

struct error second_refuse(struct context *ctx, int64_t number, const char *reason)
{
	struct arena arena = { 0 };
	struct second_act act = { .object = "", .kind = "admit" };
	const char *why = "";

	TRY(require_self(ctx, ACT_READ));
	struct error e = input_lines(&arena, "reason", reason, REASON_MAX, true, &why);
	if (e.code == E_OK)
		e = context_begin(ctx);
	if (e.code == E_OK) {
		e = get_waiting(ctx, &arena, number, &act);
		if (e.code == E_OK)
			e = refuse(ctx, &act, why);
		e = context_end(ctx, e, kinds[kind_of(&act)].refuse, act.object);
	}
	arena_clear(&arena);
	return e;
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
	return arena_printf(arena, _(kinds[kind_of(act)].sentence), act->object);
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

struct error second_has_others(struct context *ctx, bool *others)
{
	int64_t n = 0;

	TRY(store_second_others(ctx->db, ctx->account.id, &n));
	*others = n > 0;
	return ok();
}
