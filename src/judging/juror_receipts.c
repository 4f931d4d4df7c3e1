/* SPDX-License-Identifier: MIT
 * What stands in one's own name: receipts, and when and by which way in one was here. */
#include <stdlib.h>
#include <string.h>

#include "src/judging/juror.h"

/* All of one round, to make receipts of. */
struct round_papers {
	const struct juror_round *round;
	struct juror_items items;
	struct juror_reviews reviews;
	struct juror_scores scores;
};

static struct error read_round(struct context *ctx, struct arena *arena,
	const struct juror_round *round, struct round_papers *papers)
{
	papers->round = round;
	TRY(juror_items(ctx, arena, round->id, &papers->items));
	TRY(store_juror_reviews(ctx->db, arena, round->id, 0, &papers->reviews));
	return store_juror_scores(ctx->db, arena, round->id, 0, &papers->scores);
}

static const char *code_of(const struct round_papers *papers, int64_t assignment_id)
{
	for (size_t i = 0; i < papers->items.n; i++)
		if (papers->items.rows[i].paper.id == assignment_id)
			return papers->items.rows[i].paper.code;
	return "";
}

/* A draft that was displaced was never submitted, and replaces nothing. */
static bool was_submitted(const struct juror_review *v)
{
	return review_state_of(v->state) == REVIEW_STATE_SUBMITTED ||
	       review_state_of(v->state) == REVIEW_STATE_TAKEN_BACK;
}

static const char *state_of(const struct round_papers *papers, const struct juror_review *v)
{
	if (review_state_of(v->state) == REVIEW_STATE_SUBMITTED)
		return "stands";
	for (size_t i = 0; i < papers->reviews.n; i++) {
		const struct juror_review *other = &papers->reviews.rows[i];

		if (other->assignment_id == v->assignment_id && other->revision > v->revision &&
			was_submitted(other))
			return "replaced";
	}
	return "taken_back";
}

static struct receipt make(struct context *ctx, struct arena *arena,
	const struct round_papers *papers, const struct juror_review *v)
{
	const struct criteria *criteria = &papers->items.criteria;
	int64_t *scores = arena_alloc(arena, (criteria->n + 1) * sizeof(*scores));
	const char *code = code_of(papers, v->assignment_id);

	for (size_t i = 0; i < papers->scores.n; i++)
		for (size_t c = 0; c < criteria->n; c++)
			if (papers->scores.rows[i].review_id == v->id &&
				papers->scores.rows[i].criterion_id == criteria->rows[c].id)
				scores[c] = papers->scores.rows[i].value;
	struct receipt_facts facts = { papers->round->key, code, ctx->account.login, v->submitted,
		v->notes, v->feedback, scores };
	return (struct receipt){ receipt_make(arena, criteria, &facts), code, v->submitted,
		state_of(papers, v) };
}

static int newest_first(const void *a, const void *b)
{
	const struct juror_receipt_row *x = a, *y = b;

	if (x->round->opened != y->round->opened)
		return x->round->opened > y->round->opened ? -1 : 1;
	if (x->round != y->round)
		return strcmp(x->round->key, y->round->key);
	if (x->receipt.submitted != y->receipt.submitted)
		return x->receipt.submitted > y->receipt.submitted ? -1 : 1;
	return strcmp(x->receipt.code, y->receipt.code);
}

static struct error add_round(struct context *ctx, struct arena *arena,
	const struct juror_round *round, struct juror_receipts *out)
{
	struct round_papers papers;
	struct juror_receipt_row *rows;

	TRY(read_round(ctx, arena, round, &papers));
	rows = arena_alloc(arena, (out->n + papers.reviews.n + 1) * sizeof(*rows));
	if (out->n > 0)
		memcpy(rows, out->rows, out->n * sizeof(*rows));
	out->rows = rows;
	for (size_t i = 0; i < papers.reviews.n; i++)
		if (was_submitted(&papers.reviews.rows[i]))
			rows[out->n++] = (struct juror_receipt_row){ round,
				make(ctx, arena, &papers, &papers.reviews.rows[i]) };
	return ok();
}

struct error juror_receipts(
	struct context *ctx, struct arena *arena, struct juror_receipts *receipts)
{
	struct juror_round_list rounds;

	*receipts = (struct juror_receipts){ 0 };
	TRY(juror_rounds(ctx, arena, &rounds));
	for (size_t i = 0; i < rounds.n; i++)
		TRY(add_round(ctx, arena, &rounds.rows[i], receipts));
	if (receipts->n > 0)
		qsort(receipts->rows, receipts->n, sizeof(*receipts->rows), newest_first);
	return ok();
}

static bool same_visit(const struct juror_visit *visit, const struct juror_act *act)
{
	return strcmp(visit->via, act->via) == 0 &&
	       day_of_time(visit->from) == day_of_time(act->at);
}

static int latest_first(const void *a, const void *b)
{
	const struct juror_visit *x = a, *y = b;

	if (x->to != y->to)
		return x->to > y->to ? -1 : 1;
	return strcmp(x->via, y->via);
}

struct error juror_visits(struct context *ctx, struct arena *arena, struct juror_visits *visits)
{
	struct juror_acts acts;

	*visits = (struct juror_visits){ 0 };
	TRY(require(ctx, ACT_REVIEW_OWN));
	TRY(context_reopen(ctx));
	TRY(store_juror_acts(ctx->db, arena, &acts));
	visits->rows = arena_alloc(arena, (acts.n + 1) * sizeof(*visits->rows));
	for (size_t i = 0; i < acts.n; i++) {
		const struct juror_act *act = &acts.rows[i];
		size_t v = 0;

		while (v < visits->n && !same_visit(&visits->rows[v], act))
			v++;
		if (v == visits->n)
			visits->rows[visits->n++] =
				(struct juror_visit){ act->at, act->at, 0, act->via };
		visits->rows[v].to = act->at;
		visits->rows[v].entries++;
	}
	qsort(visits->rows, visits->n, sizeof(*visits->rows), latest_first);
	return ok();
}
