/* SPDX-License-Identifier: MIT
 * A change of a contract: another one that leads to the first, so that the budget and the payments
 * know of it, and what both come to beside the thresholds. */
#include "src/base/daytime.h"
#include "src/base/i18n.h"
#include "src/base/money.h"
#include "src/phases/challenge.h"
#include "src/phases/contract_terms.h"
#include "src/phases/procurement.h"
#include "src/phases/threshold.h"

struct error contract_change_check(
	struct context *ctx, struct arena *arena, const struct contract *c)
{
	struct contract first;

	if (c->changes == 0)
		return ok();
	TRY(store_contract_get(ctx->db, arena, c->changes, &first));
	if (first.team_id != c->team_id)
		return rule(N_("That contract is with another team: a change is made with the same "
			       "one."));
	if (first.changes != 0)
		return rule(N_("That contract is a change itself: name the first one, which both "
			       "change."));
	if (contract_state_of(first.state) != CONTRACT_STATE_ACTIVE)
		return rule(N_("Only a contract in force is changed."));
	if (c->day < first.day)
		return rule(N_("A change is not made before the contract that it changes."));
	return ok();
}

/* The day whose thresholds hold, and what is procured: the contest's. */
static struct error compare(struct context *ctx, struct arena *arena, const struct contract *first,
	struct contract_change *change)
{
	static const char *const kinds[] = { "national", "eu" };
	struct negotiation n;
	struct challenge challenge;

	TRY(negotiation_get(ctx, arena, first->team_id, &n));
	TRY(challenge_get(ctx, arena, n.challenge_id, &challenge));
	int64_t day = challenge.notice != 0 ? challenge.notice : first->day;
	for (size_t i = 0; i < LEN(kinds); i++) {
		struct threshold_row row;
		struct error e =
			threshold_on(ctx, arena, kinds[i], challenge.procurement, day, &row);

		if (e.code == E_NOT_FOUND)
			continue;
		TRY(e);
		change->rows[change->n].kind = kinds[i];
		change->rows[change->n].limit = row.amount;
		change->rows[change->n].first = change->first >= row.amount;
		change->rows[change->n++].together = change->together >= row.amount;
	}
	return ok();
}

struct error contract_change_get(struct context *ctx, struct arena *arena, const struct contract *c,
	struct contract_change *change)
{
	struct contract first = *c;
	int64_t changes;

	*change = (struct contract_change){ 0 };
	TRY(require(ctx, ACT_READ));
	if (c->changes != 0)
		TRY(store_contract_get(ctx->db, arena, c->changes, &first));
	TRY(store_contract_changes_sum(ctx->db, first.id, &changes));
	change->first = first.net;
	change->together = first.net;
	TRY(money_add(&change->together, changes));
	change->percent = (changes * 100 + first.net - 1) / first.net;
	return compare(ctx, arena, &first, change);
}

static const char *one_limit(
	struct arena *arena, const char *kind, bool first, bool together, const char *limit)
{
	bool eu = threshold_kind_of(kind) == THRESHOLD_KIND_EU;

	if (first)
		/* TRANSLATORS: a threshold of the procurement act. */
		return arena_printf(arena,
			eu ? _("Both are at least the EU threshold %s.") :
			     _("Both are at least the national threshold %s."),
			limit);
	if (together)
		/* TRANSLATORS: a threshold of the procurement act. */
		return arena_printf(arena,
			eu ? _("The first was below the EU threshold %s, together they are at "
			       "least that: see whether a new procedure is needed.") :
			     _("The first was below the national threshold %s, together they are "
			       "at least that: see whether a new procedure is needed."),
			limit);
	/* TRANSLATORS: a threshold of the procurement act. */
	return arena_printf(arena,
		eu ? _("Both are below the EU threshold %s.") :
		     _("Both are below the national threshold %s."),
		limit);
}

const char *contract_change_words(struct arena *arena, const struct contract_change *change)
{
	char first[60], together[60], limit[60];

	if (change->together == change->first)
		return "";
	money_text_short(change->first, first, sizeof(first));
	money_text_short(change->together, together, sizeof(together));
	/* TRANSLATORS: two sums of money, and how many percent the changes are of the first. */
	const char *words = arena_printf(arena,
		_("The first contract is %s, with its changes %s: they are %lld %% of it."), first,
		together, (long long)change->percent);
	for (size_t i = 0; i < change->n; i++) {
		money_text_short(change->rows[i].limit, limit, sizeof(limit));
		words = arena_printf(arena, "%s %s", words,
			one_limit(arena, change->rows[i].kind, change->rows[i].first,
				change->rows[i].together, limit));
	}
	return words;
}
