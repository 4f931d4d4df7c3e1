/* SPDX-License-Identifier: MIT */
#include "src/judging/standing.h"

#include <stdlib.h>
#include <string.h>

#include "src/base/input.h"
#include "src/judging/lot.h"
#include "src/judging/review.h"
#include "src/phases/submission.h"

static void note_id(struct id_list *ids, int64_t id)
{
	if (id_list_find(ids, id) == (size_t)-1)
		id_list_add(ids, id);
}

/* Rows come by item, juror, criterion: each juror's scores of an item stand together. */
static void fill_ballots(struct arena *arena, const struct ranking_scores *scores,
	const struct id_list *items, const struct id_list *jurors, const struct criteria *criteria,
	struct matrix *matrix)
{
	struct ballot *ballots = arena_alloc(arena, (scores->n + 1) * sizeof(*ballots));
	int64_t *values = NULL;
	int64_t review = 0;

	for (size_t i = 0; i < scores->n; i++) {
		const struct ranking_score *row = &scores->rows[i];

		if (row->review_id != review) {
			values = arena_alloc(arena, (criteria->n + 1) * sizeof(*values));
			ballots[matrix->n++] = (struct ballot){ id_list_find(items, row->item_id),
				id_list_find(jurors, row->member_id), values };
			review = row->review_id;
		}
		for (size_t c = 0; c < criteria->n; c++)
			if (criteria->rows[c].id == row->criterion_id)
				values[c] = row->value;
	}
	matrix->ballots = ballots;
}

/* Drops the reviews of jurors who have not reviewed everything. */
static void keep_complete(struct arena *arena, struct matrix *matrix)
{
	size_t *given = arena_alloc(arena, (matrix->jurors + 1) * sizeof(*given));
	struct ballot *kept = arena_alloc(arena, (matrix->n + 1) * sizeof(*kept));
	size_t n = 0;

	for (size_t i = 0; i < matrix->n; i++)
		given[matrix->ballots[i].juror]++;
	for (size_t i = 0; i < matrix->n; i++)
		if (given[matrix->ballots[i].juror] == matrix->items)
			kept[n++] = matrix->ballots[i];
	matrix->ballots = kept;
	matrix->n = n;
}

static struct error read_matrix(struct context *ctx, struct arena *arena, const struct round *round,
	const struct id_list *items, struct standing *standing)
{
	const struct criteria *criteria = &standing->criteria;
	struct matrix *matrix = &standing->matrix;
	struct ranking_scores scores;
	struct id_list jurors = { 0 };
	int64_t *weights = arena_alloc(arena, (criteria->n + 1) * sizeof(*weights));

	TRY(store_ranking_scores(ctx->db, arena, round->id, &scores));
	for (size_t i = 0; i < scores.n; i++)
		note_id(&jurors, scores.rows[i].member_id);
	for (size_t i = 0; i < criteria->n; i++)
		weights[i] = criteria->rows[i].weight;
	*matrix = (struct matrix){
		.items = items->n, .jurors = jurors.n, .criteria = criteria->n, .weights = weights
	};
	fill_ballots(arena, &scores, items, &jurors, criteria, matrix);
	if (conflict_scope_of(round->conflict_scope) == SCOPE_CHALLENGE)
		keep_complete(arena, matrix);
	int64_t *members = arena_alloc(arena, (jurors.n + 1) * sizeof(*members));
	for (size_t i = 0; i < jurors.n; i++)
		members[i] = jurors.ids[i];
	standing->members = members;
	id_list_clear(&jurors);
	return ok();
}

static void read_ties(struct arena *arena, const struct round *round,
	const struct criteria *criteria, struct ranking_rules *rules)
{
	char *rest = arena_text(arena, round->ties);
	size_t *ties = arena_alloc(arena, (criteria->n + 1) * sizeof(*ties));

	for (char *key; (key = strsep(&rest, ",")) != NULL;)
		for (size_t c = 0; c < criteria->n && rules->tie_count < criteria->n; c++)
			if (strcmp(criteria->rows[c].key, key) == 0)
				ties[rules->tie_count++] = c;
	rules->ties = ties;
}

/* Each item's place in the lot. */
static const size_t *places_of(
	struct arena *arena, const struct lot *lot, const struct id_list *items)
{
	size_t *places = arena_alloc(arena, (items->n + 1) * sizeof(*places));

	for (size_t i = 0; i < lot->n; i++) {
		size_t item = id_list_find(items, lot->rows[i].item_id);

		if (item != (size_t)-1)
			places[item] = (size_t)lot->rows[i].place;
	}
	return places;
}

static struct error fill_rows(struct context *ctx, struct arena *arena, const struct id_list *items,
	const struct ranked *ranked, struct standing *standing)
{
	standing->n = items->n;
	standing->rows = arena_alloc(arena, (items->n + 1) * sizeof(*standing->rows));
	for (size_t i = 0; i < items->n; i++) {
		struct standing_row *row = &standing->rows[i];
		struct submission s;

		row->ranked = ranked[i];
		standing->lot_waits = standing->lot_waits || ranked[i].crosses;
		TRY(item_get(ctx, arena, items->ids[ranked[i].item], &row->item));
		row->submission_code = row->item.code;
		if (row->item.submission_id == 0)
			continue; /* on the other side of a blind round */
		TRY(submission_get(ctx, arena, row->item.submission_id, &s));
		row->submission_code = s.code;
	}
	return ok();
}

struct error standing_make(struct context *ctx, struct arena *arena, int64_t round_id,
	const char *method, struct standing *standing)
{
	struct round round;
	struct id_list items = { 0 };

	*standing = (struct standing){ 0 };
	TRY(require(ctx, ACT_READ));
	if (method != NULL)
		TRY(input_code("method", WORDS_METHOD, method));
	TRY(round_get(ctx, arena, round_id, &round));
	TRY(round_criteria(ctx, arena, round_id, &standing->criteria));
	/* What would be by another method is no result that a lot was drawn for. */
	if (method == NULL)
		TRY(store_lot(ctx->db, arena, round_id, &standing->lot));
	struct error e = store_ranked_item_ids(ctx->db, round_id, &items);
	if (e.code == E_OK)
		e = read_matrix(ctx, arena, &round, &items, standing);
	if (e.code == E_OK) {
		standing->rules = (struct ranking_rules){
			.method = method_of_code(method == NULL ? round.method : method),
			.min_reviews = (size_t)round.min_reviews,
			.line = round.select_max > 0 ? (size_t)round.select_max : 0,
			.lot = places_of(arena, &standing->lot, &items),
		};
		read_ties(arena, &round, &standing->criteria, &standing->rules);
		e = fill_rows(ctx, arena, &items,
			ranking_make(arena, &standing->matrix, &standing->rules), standing);
		standing->lot_waits = standing->lot_waits && method == NULL &&
				      standing->lot.n == 0 && lot_is_ruled(round.ties);
	}
	id_list_clear(&items);
	return e;
}

struct error standing_show(struct context *ctx, int64_t round_id)
{
	struct arena arena = { 0 };
	struct round round;
	struct reference object = { "" };
	struct error e = round_get(ctx, &arena, round_id, &round);

	if (e.code == E_OK && !round.ranking_shown &&
		round_state_of(round.state) == ROUND_STATE_CLOSED &&
		require(ctx, ACT_ROUND).code == E_OK && !db_is_readonly(ctx->db)) {
		object = reference_key(KIND_ROUND, round.key);
		e = context_begin(ctx);
		if (e.code == E_OK)
			e = context_end(ctx, store_round_set_shown(ctx->db, round_id),
				"round.ranking_shown", object.text);
	}
	arena_clear(&arena);
	return e;
}

const struct standing_row *standing_row_of(const struct standing *standing, int64_t item_id)
{
	for (size_t i = 0; i < standing->n; i++)
		if (standing->rows[i].item.id == item_id)
			return &standing->rows[i];
	return NULL;
}

int64_t standing_ranked(const struct standing *standing)
{
	int64_t n = 0;

	for (size_t i = 0; i < standing->n; i++)
		n += standing->rows[i].ranked.enough ? 1 : 0;
	return n;
}
