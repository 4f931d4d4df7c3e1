/* SPDX-License-Identifier: MIT */
#include "src/judging/assigning.h"

#include <string.h>

#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/judging/lot.h"

static void fill_defaults(struct round *r)
{
	if (r->method == NULL)
		r->method = "mean";
	if (r->ties == NULL)
		r->ties = "";
	if (r->min_reviews == 0)
		r->min_reviews = 1;
	if (r->quorum == 0)
		r->quorum = 1;
	if (r->conflict_scope == NULL)
		r->conflict_scope =
			r->kind != NULL && submission_kind_of(r->kind) == SUBMISSION_KIND_PROBLEM ?
				"submission" :
				"challenge";
}

struct error round_add(struct context *ctx, const struct round *in, int64_t *id)
{
	struct round r = *in;
	struct reference object;

	TRY(require(ctx, ACT_ROUND));
	TRY(check_key(r.key));
	if (r.kind == NULL || *phase_of_kind(r.kind) == '\0')
		return fail(E_INVALID, "kind");
	fill_defaults(&r);
	TRY(check_rules(&r));
	if (r.blind && submission_kind_of(r.kind) != SUBMISSION_KIND_SOLUTION)
		return rule(N_("Only solutions are judged blind."));
	object = reference_key(KIND_ROUND, r.key);
	TRY(context_begin(ctx));
	int64_t twin;
	struct error e = store_round_find(ctx->db, r.key, &twin);
	if (e.code == E_OK)
		e = fail(E_EXISTS, "round");
	else if (e.code == E_NOT_FOUND)
		e = store_round_add(ctx->db, &r, id);
	r.id = e.code == E_OK ? *id : 0;
	if (e.code == E_OK && r.per_submission > 0)
		e = deal_keep_seed(ctx, &r, -1);
	return context_end(ctx, e, "round.add", object.text);
}

static bool same_rules(const struct round *a, const struct round *b)
{
	return strcmp(a->method, b->method) == 0 && strcmp(a->ties, b->ties) == 0 &&
	       a->min_reviews == b->min_reviews && a->per_submission == b->per_submission &&
	       a->quorum == b->quorum && a->select_min == b->select_min &&
	       a->select_max == b->select_max && strcmp(a->conflict_scope, b->conflict_scope) == 0;
}

struct error check_ties(struct context *ctx, const struct round *round)
{
	struct arena arena = { 0 };

	if (*round->ties == '\0')
		return ok();
	char *keys = arena_text(&arena, round->ties), *rest = keys;
	struct error e = ok();

	for (char *key; e.code == E_OK && (key = strsep(&rest, ",")) != NULL;) {
		int64_t id;

		if (rest == NULL && strcmp(key, lot_key) == 0)
			break;
		e = store_criterion_find(ctx->db, round->id, key, &id);
		if (e.code == E_NOT_FOUND)
			e = fail(E_INVALID, "ties");
	}
	arena_clear(&arena);
	return e;
}

struct error update_round(
	struct context *ctx, const struct round *before, const struct round *after)
{
	if (!same_rules(before, after))
		TRY(refuse_locked(before));
	TRY(check_ties(ctx, after));
	if (after->per_submission > 0 && after->per_submission != before->per_submission)
		TRY(deal_keep_seed(ctx, before, -1));
	return store_round_update(ctx->db, after);
}

static struct error update(
	struct context *ctx, struct arena *arena, const struct round *before, void *arg)
{
	(void)arena;
	return update_round(ctx, before, arg);
}

struct error round_update(struct context *ctx, const struct round *in)
{
	struct round r = *in;

	fill_defaults(&r);
	TRY(check_rules(&r));
	return change_round(ctx, r.id, "round.edit", update, &r);
}

static struct error lock(
	struct context *ctx, struct arena *arena, const struct round *round, void *arg)
{
	struct criteria all;

	TRY(refuse_locked(round));
	TRY(store_criteria(ctx->db, arena, round->id, &all));
	if (all.n == 0)
		return rule(N_("The round has no criteria yet."));
	TRY(check_ties(ctx, round));
	TRY(deal_check_rules(round));
	TRY(lot_keep_seed(ctx, round));
	return rules_keep(ctx, round->id, arg, "");
}

struct error round_lock(struct context *ctx, int64_t round_id, const char *notice)
{
	struct arena arena = { 0 };
	const char *line = "";
	struct error e = input_line(&arena, "text", notice, REASON_MAX, false, &line);

	if (e.code == E_OK)
		e = change_round(ctx, round_id, "round.lock", lock, arena_text(&arena, line));
	arena_clear(&arena);
	return e;
}
