/* SPDX-License-Identifier: MIT */
#include "src/judging/change.h"

#include <ctype.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/judging/ranking.h"

struct error check_key(const char *key)
{
	if (key == NULL || *key == '\0')
		return fail(E_REQUIRED, "key");
	if (strlen(key) > KEY_MAX)
		return fail(E_INVALID, "key");
	for (const char *c = key; *c != '\0'; c++)
		if (!isalnum((unsigned char)*c) && strchr("_-", *c) == NULL)
			return fail(E_INVALID, "key");
	return ok();
}

struct error check_count(const char *field, int64_t number, int64_t low, int64_t high)
{
	if (number >= low && number <= high)
		return ok();
	return (struct error){ .code = E_RANGE, .field = field, .low = low, .high = high };
}

struct error check_rules(const struct round *r)
{
	TRY(input_code("method", WORDS_METHOD, r->method));
	TRY(input_code("conflict_scope", WORDS_SCOPE, r->conflict_scope));
	TRY(check_count("min_reviews", r->min_reviews, 1, 200));
	TRY(check_count("quorum", r->quorum, 1, 200));
	TRY(check_count("per_submission", r->per_submission, 0, 200));
	if (r->select_min >= 0 && r->select_max < r->select_min)
		return fail(E_INVALID, "select");
	if (r->per_submission > 0 && method_by_order(method_of_code(r->method)))
		return rule(N_("The Borda count needs every juror to review all submissions."));
	if (r->per_submission > 0 && conflict_scope_of(r->conflict_scope) == SCOPE_CHALLENGE)
		return rule(N_(
			"Where a conflict bars the whole comparison, every juror must review all "
			"submissions."));
	return ok();
}

struct error change_round(
	struct context *ctx, int64_t id, const char *verb, round_change change, void *arg)
{
	return change_round_as(ctx, ACT_ROUND, id, verb, change, arg);
}

struct error change_round_as(struct context *ctx, enum action action, int64_t id, const char *verb,
	round_change change, void *arg)
{
	struct arena arena = { 0 };
	struct round round;
	struct reference object = { "" };

	TRY(require(ctx, action));
	TRY(context_begin(ctx));
	struct error e = round_get(ctx, &arena, id, &round);
	if (e.code == E_OK) {
		object = reference_key(KIND_ROUND, round.key);
		e = change(ctx, &arena, &round, arg);
	}
	if (e.code == E_OK)
		e = store_round_bump(ctx->db, id);
	e = context_end(ctx, e, verb, object.text);
	arena_clear(&arena);
	return e;
}

struct error refuse_locked(const struct round *round)
{
	if (round->locked == 0)
		return ok();
	return rule(
		N_("The rules are locked: they have been announced. Only a wording can still be "
		   "corrected, with its reason."));
}
