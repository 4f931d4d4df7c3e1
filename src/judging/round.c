/* SPDX-License-Identifier: MIT */
#include "src/judging/assigning.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/ids.h"
#include "src/base/input.h"
#include "src/judging/lot.h"
#include "src/judging/sides.h"

enum { KEY_MAX = 40 };

struct error round_get(struct context *ctx, struct arena *arena, int64_t id, struct round *round)
{
	struct error e = store_round_get(ctx->db, arena, id, round);

	return e.code == E_NOT_FOUND ? fail(E_NOT_FOUND, "round") : e;
}

struct error round_find(struct context *ctx, const char *key, int64_t *id)
{
	struct error e = store_round_find(ctx->db, key, id);

	return e.code == E_NOT_FOUND ? fail(E_NOT_FOUND, "round") : e;
}

struct error round_ids(struct context *ctx, const char *kind, struct id_list *ids)
{
	return store_round_ids(ctx->db, kind, ids);
}

struct error round_criteria(
	struct context *ctx, struct arena *arena, int64_t round_id, struct criteria *criteria)
{
	return store_criteria(ctx->db, arena, round_id, criteria);
}

struct error criterion_bands(
	struct context *ctx, struct arena *arena, int64_t criterion_id, struct bands *bands)
{
	return store_bands(ctx->db, arena, criterion_id, bands);
}

const char *criterion_name(const struct criterion *c)
{
	return i18n_pick(c->name_fi, c->name_sv, c->name_en, NULL);
}

const char *criterion_guidance(const struct criterion *c)
{
	return i18n_pick(c->guidance_fi, c->guidance_sv, c->guidance_en, NULL);
}

const char *band_text(const struct band *b)
{
	return i18n_pick(b->text_fi, b->text_sv, b->text_en, NULL);
}

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
	TRY(input_code("round", WORDS_SCOPE, r->conflict_scope));
	TRY(check_count("min_reviews", r->min_reviews, 1, 200));
	TRY(check_count("quorum", r->quorum, 1, 200));
	TRY(check_count("per_submission", r->per_submission, 0, 200));
	if (r->select_min >= 0 && r->select_max < r->select_min)
		return fail(E_INVALID, "select");
	if (r->per_submission > 0 && strcmp(r->method, "borda") == 0)
		return rule(N_("The Borda count needs every juror to review all submissions."));
	if (r->per_submission > 0 && strcmp(r->conflict_scope, "challenge") == 0)
		return rule(N_(
			"Where a conflict bars the whole comparison, every juror must review all "
			"submissions."));
	return ok();
}

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
		r->conflict_scope = r->kind != NULL && strcmp(r->kind, "problem") == 0 ?
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
	if (r.blind && strcmp(r.kind, "solution") != 0)
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

struct error round_rules_versions(
	struct context *ctx, struct arena *arena, int64_t round_id, struct rules_versions *versions)
{
	return store_rules_versions(ctx->db, arena, round_id, versions);
}

struct error round_acts(
	struct context *ctx, struct arena *arena, int64_t round_id, struct round_acts *acts)
{
	return store_round_acts(ctx->db, arena, round_id, acts);
}

/* What has not been released yet goes by its own code and text: not beside the released ones. */
struct error round_items(struct context *ctx, int64_t round_id, struct id_list *ids)
{
	return sides_sealed(ctx, round_id) ? store_released_item_ids(ctx->db, round_id, ids) :
					     store_item_ids(ctx->db, round_id, ids);
}

struct error item_get(struct context *ctx, struct arena *arena, int64_t id, struct item *item)
{
	TRY(store_item_get(ctx->db, arena, id, item));
	sides_cover_item(ctx, item);
	return ok();
}

static struct error submissions_of_items(
	struct context *ctx, struct arena *arena, const struct id_list *items, struct id_list *out)
{
	for (size_t i = 0; i < items->n; i++) {
		struct item item;

		TRY(store_item_get(ctx->db, arena, items->ids[i], &item));
		id_list_add(out, item.submission_id);
	}
	return ok();
}

struct error round_submissions(
	struct context *ctx, int64_t round_id, struct id_list *submission_ids)
{
	struct arena arena = { 0 };
	struct id_list items = { 0 };
	struct round round;
	struct error e = round_get(ctx, &arena, round_id, &round);

	if (e.code == E_OK)
		e = store_item_ids(ctx->db, round_id, &items);
	if (e.code == E_OK)
		e = items.n > 0 ? submissions_of_items(ctx, &arena, &items, submission_ids) :
				  store_round_candidates(
					  ctx->db, round.kind, round.challenge_id, submission_ids);
	/* Their order is the senders', never that of the codes. */
	ids_sort(submission_ids);
	id_list_clear(&items);
	arena_clear(&arena);
	return e;
}

struct error round_progress(struct context *ctx, int64_t round_id, struct progress *progress)
{
	struct arena arena = { 0 };
	struct error e = store_round_progress(ctx->db, &arena, round_id, progress);

	arena_clear(&arena);
	return e;
}

struct error submission_progress(
	struct context *ctx, int64_t submission_id, struct progress *progress)
{
	struct arena arena = { 0 };
	struct error e = store_submission_reviews(ctx->db, &arena, submission_id, progress);

	arena_clear(&arena);
	return e;
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
