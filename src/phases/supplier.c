/* SPDX-License-Identifier: MIT */
#include "src/phases/supplier.h"

#include <assert.h>
#include <string.h>

#include "src/base/daytime.h"
#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/ground/record.h"
#include "src/phases/procurement.h"

/* What a contract says that is made without one of them. */
static const struct {
	const char *kind, *missing;
} kinds[] = {
	{ "exclusion",
		N_("The grounds for exclusion have not been looked into, or not so that it holds "
		   "on the contract's day: record that check, or say why there is a contract "
		   "without it.") },
	{ "criminal_record",
		N_("The extract of the criminal record has not been seen, or not so that it holds "
		   "on the contract's day: record that check, or say why there is a contract "
		   "without it.") },
	{ "contractor",
		N_("The reports on the contractor's obligations have not been seen, or not so that "
		   "they hold on the contract's day: record that check, or say why there is a "
		   "contract without it.") },
	{ "tax_debt",
		N_("Tax debt has not been looked into, or not so that it holds on the contract's "
		   "day: record that check, or say why there is a contract without it.") },
	{ "sanctions",
		N_("The declaration on sanctions has not been given, or not so that it holds on "
		   "the contract's day: record that check, or say why there is a contract without "
		   "it.") },
};
static_assert(LEN(kinds) == SUPPLIER_CHECKS, "every check has its row");

static struct error check_row(struct context *ctx, const struct supplier_check *c)
{
	if (c->day > day_of_time(context_now(ctx)))
		return rule(N_("That day has not come yet: a check is recorded when it has been "
			       "made."));
	if (c->valid_until != 0 && c->valid_until < c->day)
		return rule(N_("A check cannot cease to hold before the day it was made."));
	return check_outcome_of(c->outcome) == CHECK_OUTCOME_FOUND && *c->found == '\0' ?
		       fail(E_REQUIRED, "found") :
		       ok();
}

static struct error insert(struct context *ctx, struct arena *arena, const struct supplier_check *c,
	const char **code, int64_t *id)
{
	struct negotiation n;

	TRY(negotiation_get(ctx, arena, c->team_id, &n));
	*code = n.team_code;
	if (team_state_of(n.team_state) != TEAM_STATE_WINNER)
		return rule(N_("Only a winner is looked into: the others get no contract."));
	TRY(check_row(ctx, c));
	return store_supplier_check_add(ctx->db, c, ctx->account.id, id);
}

struct error supplier_check_add(struct context *ctx, const struct supplier_check *in, int64_t *id)
{
	struct arena arena = { 0 };
	struct supplier_check c = *in;
	const char *code = "";

	TRY(require(ctx, ACT_MONEY));
	c.day = c.day == 0 ? day_of_time(context_now(ctx)) : c.day;
	c.outcome = c.outcome == NULL || *c.outcome == '\0' ? "clear" : c.outcome;
	struct error e = record_clean(&arena, &record_of_supplier_check, &c, IN_ADD);
	if (e.code == E_OK)
		e = context_begin(ctx);
	if (e.code == E_OK) {
		e = insert(ctx, &arena, &c, &code, id);
		e = context_end(ctx, e, "supplier.add", code);
	}
	arena_clear(&arena);
	return e;
}

struct error supplier_check_ids(struct context *ctx, int64_t team_id, struct id_list *ids)
{
	TRY(require(ctx, ACT_READ));
	return store_supplier_check_ids(ctx->db, team_id, ids);
}

struct error supplier_check_get(
	struct context *ctx, struct arena *arena, int64_t id, struct supplier_check *check)
{
	TRY(require(ctx, ACT_READ));
	struct error e = store_supplier_check_get(ctx->db, arena, id, check);

	return e.code == E_NOT_FOUND ? fail(E_NOT_FOUND, "check_kind") : e;
}

/* Something that was found does not hold, however new it is: the office decides on it. */
static const char *standing_of(const struct supplier_check *c, int64_t day)
{
	if (check_outcome_of(c->outcome) == CHECK_OUTCOME_FOUND)
		return "found";
	if (c->day > day)
		return "missing";
	return c->valid_until != 0 && c->valid_until < day ? "expired" : "valid";
}

struct error supplier_standing(struct context *ctx, struct arena *arena, int64_t team_id,
	int64_t day, struct supplier_standing *standing)
{
	TRY(require(ctx, ACT_READ));
	*standing = (struct supplier_standing){ 0 };
	for (size_t i = 0; i < LEN(kinds); i++) {
		int64_t id;
		struct error e = store_supplier_check_newest(ctx->db, team_id, kinds[i].kind, &id);

		standing->rows[i].kind = kinds[i].kind;
		standing->rows[i].standing = "missing";
		if (e.code == E_NOT_FOUND)
			continue;
		TRY(e);
		TRY(store_supplier_check_get(ctx->db, arena, id, &standing->rows[i].newest));
		standing->rows[i].standing = standing_of(&standing->rows[i].newest, day);
		standing->valid +=
			check_standing_of(standing->rows[i].standing) == CHECK_STANDING_VALID ? 1 :
												0;
	}
	return ok();
}

struct error supplier_require(
	struct context *ctx, struct arena *arena, int64_t team_id, int64_t day)
{
	struct supplier_standing standing;

	TRY(supplier_standing(ctx, arena, team_id, day, &standing));
	for (size_t i = 0; i < LEN(kinds); i++)
		if (check_standing_of(standing.rows[i].standing) != CHECK_STANDING_VALID)
			return rule(kinds[i].missing);
	return ok();
}
