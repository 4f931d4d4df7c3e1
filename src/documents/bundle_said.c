/* SPDX-License-Identifier: MIT
 * What was decided in a round, line by line: rules, jurors and items by their codes, reviews, the
 * order, how ties were broken, outcomes. */
#include <string.h>

#include "db/store/bundle.h"
#include "src/base/text.h"
#include "src/documents/bundle_line.h"
#include "src/judging/lot.h"
#include "src/judging/review.h"
#include "src/judging/standing.h"

/* A round while its lines are written. */
struct said {
	struct bundle_out *out;
	struct arena *arena;
	struct round round;
	struct id_list members, items, ranked;
	struct standing standing;
};

static struct error put_round(struct said *said)
{
	const struct round *r = &said->round;

	return bundle_line(said->out,
		json_pack("{s:s, s:s, s:s, s:b, s:s, s:s, s:I, s:o, s:s, s:s}", "type", "round",
			"round", r->key, "kind", r->kind, "blind", r->blind, "method", r->method,
			"ties", r->ties, "min_reviews", (json_int_t)r->min_reviews, "line",
			r->select_max > 0 ? json_integer(r->select_max) : json_null(), "scope",
			r->conflict_scope, "rules", r->rules_hash));
}

static struct error put_criteria(struct said *said)
{
	struct criteria criteria;

	TRY(round_criteria(said->out->ctx, said->arena, said->round.id, &criteria));
	for (size_t i = 0; i < criteria.n; i++) {
		const struct criterion *c = &criteria.rows[i];

		TRY(bundle_line(said->out,
			json_pack("{s:s, s:s, s:s, s:o, s:o, s:o, s:o}", "type", "criterion",
				"round", said->round.key, "key", c->key, "weight",
				bundle_points(c->weight), "min", bundle_points(c->low), "max",
				bundle_points(c->high), "step", bundle_points(c->step))));
	}
	return ok();
}

/* "J-3": the third of the panel. */
static const char *juror_code(struct said *said, int64_t member_id)
{
	return arena_printf(said->arena, "J-%zu", id_list_find(&said->members, member_id) + 1);
}

static struct error put_jurors(struct said *said)
{
	for (size_t i = 0; i < said->members.n; i++)
		TRY(bundle_line(said->out,
			json_pack("{s:s, s:s, s:s, s:I}", "type", "juror", "round", said->round.key,
				"code", juror_code(said, said->members.ids[i]), "row",
				(json_int_t)said->members.ids[i])));
	return ok();
}

static struct error put_items(struct said *said)
{
	for (size_t i = 0; i < said->items.n; i++) {
		struct item item;

		TRY(item_get(said->out->ctx, said->arena, said->items.ids[i], &item));
		TRY(bundle_line(said->out,
			json_pack("{s:s, s:s, s:s, s:I, s:b}", "type", "item", "round",
				said->round.key, "code", item.code, "row", (json_int_t)item.id,
				"in", id_list_find(&said->ranked, item.id) != (size_t)-1)));
	}
	return ok();
}

/* What keeps a review from counting by itself: see reviews.sql's view and the ranking's. */
static const char *why_alone(const struct bundle_review *review)
{
	return review->gone      ? "gone" :
	       review->barred    ? "barred" :
	       review->set_aside ? "abstained" :
				   "";
}

/* Where a conflict bars the whole comparison, who has not reviewed all of it counts nowhere. */
static const char *why_not(const struct said *said, const struct bundle_reviews *all,
	const struct bundle_review *review)
{
	size_t left = 0;

	if (*why_alone(review) != '\0' ||
		conflict_scope_of(said->round.conflict_scope) != SCOPE_CHALLENGE)
		return why_alone(review);
	for (size_t i = 0; i < all->n; i++)
		if (all->rows[i].member_id == review->member_id &&
			*why_alone(&all->rows[i]) == '\0')
			left++;
	return left < said->ranked.n ? "incomplete" : "";
}

static struct error scores_json(struct said *said, int64_t review_id, json_t *list)
{
	struct scores scores;

	TRY(review_scores(said->out->ctx, said->arena, review_id, &scores));
	for (size_t i = 0; i < scores.n; i++)
		json_array_append_new(list, bundle_points(scores.rows[i].value));
	return ok();
}

static struct error put_review(
	struct said *said, const struct bundle_reviews *all, const struct bundle_review *review)
{
	const char *why = why_not(said, all, review);
	json_t *scores = json_array();
	struct error e = scores_json(said, review->id, scores);

	if (e.code != E_OK) {
		json_decref(scores);
		return e;
	}
	return bundle_line(said->out,
		json_pack("{s:s, s:s, s:s, s:s, s:I, s:b, s:s, s:o}", "type", "review", "round",
			said->round.key, "juror", juror_code(said, review->member_id), "item",
			review->code, "row", (json_int_t)review->id, "counts", *why == '\0', "why",
			why, "scores", scores));
}

static struct error put_reviews(struct said *said)
{
	struct bundle_reviews reviews;

	TRY(store_bundle_reviews(said->out->ctx->db, said->arena, said->round.id, &reviews));
	for (size_t i = 0; i < reviews.n; i++)
		TRY(put_review(said, &reviews, &reviews.rows[i]));
	return ok();
}

static struct error put_ranks(struct said *said)
{
	for (size_t i = 0; i < said->standing.n; i++) {
		const struct ranked *r = &said->standing.rows[i].ranked;
		char score[40] = "";

		if (r->enough)
			ratio_format(r->score, 4, score, sizeof(score));
		TRY(bundle_line(said->out,
			json_pack("{s:s, s:s, s:s, s:o, s:o, s:I, s:b, s:b}", "type", "rank",
				"round", said->round.key, "item", said->standing.rows[i].item.code,
				"rank", r->enough ? json_integer(r->rank) : json_null(), "score",
				r->enough ? json_string(score) : json_null(), "reviews",
				(json_int_t)r->reviews, "enough", r->enough, "tied", r->tied)));
	}
	return ok();
}

/* The items that share a rank across the line: [from, to). False if none do. */
static bool crossing(const struct said *said, const struct ranked *rows, size_t *from, size_t *to)
{
	size_t line = said->standing.rules.line, n = 0;

	while (n < said->standing.n && rows[n].enough)
		n++;
	if (line == 0 || line >= n || rows[line - 1].rank != rows[line].rank)
		return false;
	*from = (size_t)rows[line].rank - 1;
	for (*to = line; *to < n && rows[*to].rank == rows[line].rank; ++*to)
		;
	return true;
}

static const char *item_code(const struct said *said, size_t item)
{
	for (size_t i = 0; i < said->standing.n; i++)
		if (said->standing.rows[i].ranked.item == item)
			return said->standing.rows[i].item.code;
	return "";
}

/* One step: the ranking with one more key of the tie rule. */
static struct error put_tie(struct said *said, size_t step, const char *by,
	const struct ranked *after, size_t from, size_t to)
{
	json_t *among = json_array(), *ranks = json_array();

	for (size_t i = from; i < to; i++) {
		json_array_append_new(among, json_string(item_code(said, after[i].item)));
		json_array_append_new(ranks, json_integer(after[i].rank));
	}
	return bundle_line(said->out,
		json_pack("{s:s, s:s, s:I, s:s, s:o, s:o}", "type", "tie", "round", said->round.key,
			"step", (json_int_t)step, "by", by, "among", among, "ranks", ranks));
}

/* It decides only between those it was drawn among. */
static bool lot_decided(const struct ranked *after, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if (after[i].step_count == 0 || !after[i].steps[after[i].step_count - 1].lot)
			return false;
	return true;
}

static struct error put_ties(struct said *said)
{
	struct ranking_rules rules = said->standing.rules;
	struct ranked *rows;
	size_t from, to, step = 0;

	rules.lot = NULL;
	for (;; step++) {
		rules.tie_count = step;
		rows = ranking_make(said->arena, &said->standing.matrix, &rules);
		if (!crossing(said, rows, &from, &to))
			return ok();
		if (step == said->standing.rules.tie_count)
			break;
		rules.tie_count = step + 1;
		TRY(put_tie(said, step + 1, said->standing.criteria.rows[rules.ties[step]].key,
			ranking_make(said->arena, &said->standing.matrix, &rules), from, to));
	}
	rules.lot = said->standing.rules.lot;
	rows = ranking_make(said->arena, &said->standing.matrix, &rules);
	return lot_decided(rows, from, to) ? put_tie(said, step + 1, lot_key, rows, from, to) :
					     ok();
}

static struct error put_outcomes(struct said *said)
{
	struct bundle_outcomes list;

	TRY(store_bundle_outcomes(said->out->ctx->db, said->arena, said->round.id, &list));
	for (size_t i = 0; i < list.n; i++)
		TRY(bundle_line(
			said->out, json_pack("{s:s, s:s, s:s, s:s, s:s, s:s}", "type", "outcome",
					   "round", said->round.key, "document",
					   list.rows[i].document, "kind", list.rows[i].kind, "item",
					   list.rows[i].code, "outcome", list.rows[i].outcome)));
	return ok();
}

static struct error read_round(struct said *said, int64_t round_id)
{
	struct context *ctx = said->out->ctx;

	TRY(round_get(ctx, said->arena, round_id, &said->round));
	TRY(store_bundle_ids(ctx->db, BUNDLE_PANEL_MEMBER, round_id, &said->members));
	TRY(store_bundle_ids(ctx->db, BUNDLE_ROUND_ITEM, round_id, &said->items));
	TRY(store_ranked_item_ids(ctx->db, round_id, &said->ranked));
	return standing_make(ctx, said->arena, round_id, NULL, &said->standing);
}

struct error bundle_said(struct bundle_out *out, int64_t round_id)
{
	static struct error (*const parts[])(struct said * said) = {
		put_round,
		put_criteria,
		put_jurors,
		put_items,
		put_reviews,
		put_ranks,
		put_ties,
		put_outcomes,
	};
	struct arena arena = { 0 };
	struct said said = { .out = out, .arena = &arena };
	struct error e = read_round(&said, round_id);

	for (size_t i = 0; e.code == E_OK && i < LEN(parts); i++)
		e = parts[i](&said);
	id_list_clear(&said.members);
	id_list_clear(&said.items);
	id_list_clear(&said.ranked);
	arena_clear(&arena);
	return e;
}
