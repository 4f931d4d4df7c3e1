/* SPDX-License-Identifier: MIT
 * What a second person sets going: the act itself, in their transaction. It knows what is done;
 * what lets an act wait (second.c) does not, so that those acts can lean on it. */
#include <assert.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/phases/contract.h"
#include "src/phases/second.h"
#include "src/phases/submission.h"

static const struct {
	struct error (*run)(struct context *ctx, struct arena *arena, const struct second_act *act);
	struct error (*drop)(struct context *ctx, const struct second_act *act); /* may be NULL */
} done[] = {
	[SECOND_ADMIT] = { submission_admit_confirmed, NULL },
	[SECOND_CONTRACT] = { contract_confirmed, contract_dropped },
	[SECOND_PAYMENT] = { payment_confirmed, NULL },
};
static_assert(LEN(done) == SECOND_COUNT, "every kind has its row");

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
	return require(ctx, second_row(second_kind_of(act))->action);
}

static struct error confirm(struct context *ctx, struct arena *arena, struct second_act *act)
{
	const char *blocked = second_blocked(ctx, act);
	enum second_kind kind = second_kind_of(act);
	bool own;

	if (blocked != NULL)
		return rule(blocked);
	TRY(second_is_own(ctx, kind, act->row_id, &own));
	if (own)
		return rule(
			N_("You recorded it yourself: somebody else of the office confirms it."));
	TRY(done[kind].run(ctx, arena, act));
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
	e = context_end(ctx, e, second_row(second_kind_of(&act))->confirm, act.object);
	arena_clear(&arena);
	return e;
}

static struct error refuse(struct context *ctx, const struct second_act *act, const char *why)
{
	struct second_act with = *act;
	enum second_kind kind = second_kind_of(act);

	with.answer = why;
	if (done[kind].drop != NULL)
		TRY(done[kind].drop(ctx, &with));
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
		e = context_end(ctx, e, second_row(second_kind_of(&act))->refuse, act.object);
	}
	arena_clear(&arena);
	return e;
}
