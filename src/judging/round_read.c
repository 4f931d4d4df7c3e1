/* SPDX-License-Identifier: MIT
 * Reading rounds, their criteria and items. */
#include <stdio.h>

#include "src/base/i18n.h"
#include "src/base/ids.h"
#include "src/ground/sides.h"
#include "src/judging/round.h"

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
