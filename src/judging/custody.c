/* SPDX-License-Identifier: MIT */
#include "src/judging/custody.h"

#include <string.h>

#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/judging/blind.h"
#include "src/judging/change.h"
#include "src/registers/account.h"

bool custody_holds(struct context *ctx, int64_t round_id)
{
	bool holds = false;

	return store_custodian_holds(ctx->db, round_id, ctx->account.id, &holds).code == E_OK &&
	       holds;
}

static struct error holder(struct context *ctx, int64_t round_id, bool *any)
{
	int64_t custodian = 0, deputy = 0;

	TRY(store_custodian_now(ctx->db, round_id, false, &custodian));
	TRY(store_custodian_now(ctx->db, round_id, true, &deputy));
	*any = custodian != 0 || deputy != 0;
	return ok();
}

struct error custody_require(struct context *ctx, int64_t round_id)
{
	bool any = false;

	if (!may(ctx->role, ACT_READ))
		return require(ctx, ACT_BLIND);
	if (custody_holds(ctx, round_id))
		return ok();
	TRY(holder(ctx, round_id, &any));
	if (!any || !may(ctx->role, ACT_BLIND))
		return require(ctx, ACT_BLIND);
	return rule(N_("Only the custodian of this round's codes or the deputy may do this. An "
		       "administrator can name another, with a reason."));
}

const char *custody_blocked(struct context *ctx, int64_t round_id)
{
	return custody_require(ctx, round_id).code == E_OK ?
		       NULL :
		       N_("That is for the custodian of this round's codes or the deputy.");
}

struct error custody_list(
	struct context *ctx, struct arena *arena, int64_t round_id, struct custodians *custodians)
{
	TRY(require(ctx, ACT_READ));
	return store_custodians(ctx->db, arena, round_id, custodians);
}

struct error custody_names(struct context *ctx, struct arena *arena, int64_t round_id,
	const char **custodian, const char **deputy)
{
	struct custodians all;

	*custodian = *deputy = "";
	TRY(store_custodians(ctx->db, arena, round_id, &all));
	for (size_t i = 0; i < all.n; i++)
		if (all.rows[i].ended == 0)
			*(all.rows[i].deputy ? deputy : custodian) = all.rows[i].name;
	return ok();
}

struct naming {
	const char *login, *deputy, *reason;
};

/* An account of the office that does not judge in the round. */
static struct error eligible(struct context *ctx, struct arena *arena, const struct round *round,
	const char *login, int64_t *account_id)
{
	struct account account;
	bool member = false;

	TRY(account_find(ctx, arena, login, &account));
	if (account_state_of(account.state) != ACCOUNT_STATE_ACTIVE)
		return fail(E_NOT_FOUND, "account");
	if (role_of_code(account.role) == ROLE_JUROR || role_of_code(account.role) == ROLE_AUDITOR)
		return rule(N_("The codes are held by somebody of the office: an administrator, an "
			       "office account or a custodian."));
	TRY(store_member_person(ctx->db, round->id, account.id, &member));
	if (member)
		return rule(N_("Who sits on the panel of the round cannot hold its codes."));
	*account_id = account.id;
	return ok();
}

/* Puts `account_id` (0: nobody) in the place, unless it is there already. */
static struct error put(struct context *ctx, const struct round *round, bool deputy,
	int64_t account_id, const char *reason)
{
	int64_t present = 0;

	TRY(store_custodian_now(ctx->db, round->id, deputy, &present));
	if (present == account_id)
		return ok();
	if (present != 0 && *reason == '\0')
		return fail(
			E_REASON, N_("Another holds the codes of this round: write why they are "
				     "taken over."));
	if (present != 0)
		TRY(store_custodian_end(ctx->db, round->id, deputy, context_now(ctx)));
	return account_id == 0 ? ok() :
				 store_custodian_name(ctx->db, round->id, account_id, deputy,
					 context_now(ctx), ctx->account.id, reason);
}

static struct error name_both(
	struct context *ctx, struct arena *arena, const struct round *round, void *arg)
{
	const struct naming *naming = arg;
	const char *reason;
	enum blind_stage stage;
	int64_t custodian = 0, deputy = 0;

	TRY(input_lines(arena, "reason", naming->reason, REASON_MAX, false, &reason));
	TRY(blind_stage(ctx, round->id, &stage));
	if (stage == BLIND_NOT || stage == BLIND_OPENED)
		return rule(stage == BLIND_NOT ?
				    N_("The round is not blind: it has no codes to hold.") :
				    N_("The names have already been opened."));
	TRY(eligible(ctx, arena, round, naming->login, &custodian));
	TRY(store_custodian_now(ctx->db, round->id, true, &deputy));
	/* Who moves up leaves the deputy's place empty. */
	if (naming->deputy != NULL || deputy == custodian)
		deputy = 0;
	if (naming->deputy != NULL && *naming->deputy != '\0')
		TRY(eligible(ctx, arena, round, naming->deputy, &deputy));
	if (deputy == custodian)
		return rule(N_("The deputy must be somebody else than the custodian."));
	TRY(put(ctx, round, true, deputy, reason));
	return put(ctx, round, false, custodian, reason);
}

struct error custody_name(struct context *ctx, int64_t round_id, const char *login,
	const char *deputy, const char *reason)
{
	struct naming naming = { login, deputy, reason };

	if (!may(ctx->role, ACT_READ) || !custody_holds(ctx, round_id))
		TRY(require(ctx, ACT_BLIND));
	TRY(require_self(ctx, ACT_READ));
	return change_round_as(ctx, ACT_READ, round_id, "round.custodian", name_both, &naming);
}

struct error custody_begin(struct context *ctx, int64_t round_id)
{
	int64_t present = 0;

	TRY(store_custodian_now(ctx->db, round_id, false, &present));
	return present != 0 ? ok() :
			      store_custodian_name(ctx->db, round_id, ctx->account.id, false,
				      context_now(ctx), ctx->account.id, "");
}
