/* SPDX-License-Identifier: MIT */
#include "src/judging/advice.h"

#include <string.h>

#include "src/base/i18n.h"

const char *advice_blocked(const struct round *round)
{
	return round_state_of(round->state) == ROUND_STATE_CLOSED ?
		       NULL :
		       N_("The round is not closed yet: how firm the order is and how far the "
			  "jurors agree can be seen once it is, so that it sways nobody.");
}

static struct error read_jurors(struct context *ctx, struct arena *arena, struct advice *a)
{
	const struct matrix *m = &a->standing.matrix;
	struct members members;

	TRY(store_member_names(ctx->db, arena, a->round.id, &members));
	a->jurors = arena_alloc(arena, (m->jurors + 1) * sizeof(*a->jurors));
	for (size_t j = 0; j < m->jurors; j++) {
		a->jurors[j] = (struct advice_juror){ "", "", cells_of_juror(&a->cells, j) };
		for (size_t i = 0; i < members.n; i++)
			if (members.rows[i].id == a->standing.members[j]) {
				a->jurors[j].login = members.rows[i].login;
				a->jurors[j].name = members.rows[i].name;
			}
	}
	return ok();
}

struct error advice_make(
	struct context *ctx, struct arena *arena, int64_t round_id, struct advice *a)
{
	*a = (struct advice){ 0 };
	TRY(require(ctx, ACT_ADVICE));
	TRY(round_get(ctx, arena, round_id, &a->round));
	if (advice_blocked(&a->round) != NULL)
		return rule(advice_blocked(&a->round));
	TRY(round_criteria(ctx, arena, round_id, &a->criteria));
	TRY(standing_make(ctx, arena, round_id, NULL, &a->standing));
	TRY(standing_show(ctx, round_id));
	a->cells = cells_make(arena, &a->standing.matrix);
	TRY(read_jurors(ctx, arena, a));
	a->severity = severity_fit(arena, &a->cells);
	a->places = severity_order(arena, &a->severity, &a->cells);
	for (size_t j = 0; j < a->cells.jurors; j++)
		a->incomplete = a->incomplete ||
				(a->jurors[j].reviews > 0 && a->jurors[j].reviews < a->cells.items);
	return ok();
}

void advice_firmness(struct arena *arena, const struct advice *a, struct firmness *firmness)
{
	firmness_make(arena, &a->standing.matrix, &a->standing.rules, firmness);
}

void advice_agreement(struct arena *arena, const struct advice *a, struct agreement *agreement)
{
	agreement_make(arena, &a->standing.matrix, agreement);
}

const struct standing_row *advice_row(const struct advice *a, size_t item)
{
	size_t i = 0;

	while (i + 1 < a->standing.n && a->standing.rows[i].ranked.item != item)
		i++;
	return &a->standing.rows[i];
}

double advice_divided(const struct advice *a, size_t item)
{
	double low = 0, high = 0;
	size_t n = 0;

	for (size_t j = 0; j < a->cells.jurors; j++) {
		if (cells_at(&a->cells, item, j) == CELL_NONE)
			continue;
		double value = (double)cells_at(&a->cells, item, j) / (double)a->cells.unit;
		value -= a->severity.defined ? a->severity.jurors[j] : 0;
		low = n == 0 || value < low ? value : low;
		high = n == 0 || value > high ? value : high;
		n++;
	}
	return n < 2 ? -1 : high - low;
}

/* Between what the item's scores on one criterion lie. */
static struct division range_on(const struct advice *a, size_t item, size_t criterion)
{
	const struct matrix *m = &a->standing.matrix;
	struct division range = { criterion, INT64_MAX, 0 };

	for (size_t i = 0; i < m->n; i++) {
		int64_t score = m->ballots[i].scores[criterion];

		if (m->ballots[i].item != item)
			continue;
		range.low = score < range.low ? score : range.low;
		range.high = score > range.high ? score : range.high;
	}
	return range;
}

bool advice_divided_on(const struct advice *a, size_t item, struct division *division)
{
	struct ratio widest = { 0, 1 };

	for (size_t c = 0; c < a->criteria.n; c++) {
		const struct criterion *criterion = &a->criteria.rows[c];
		struct division range = range_on(a, item, c);
		struct ratio share = { range.high - range.low, criterion->high - criterion->low };

		if (range.high <= range.low || share.den <= 0 || ratio_compare(share, widest) <= 0)
			continue;
		widest = share;
		*division = range;
	}
	return widest.num > 0;
}
