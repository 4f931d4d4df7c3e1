/* SPDX-License-Identifier: MIT */
#include "src/judging/points.h"

#include "src/judging/decision.h"

struct ratio points_of(
	const struct points *points, const struct standing_row *row, size_t criterion)
{
	return points->of[row->ranked.item * points->criteria + criterion];
}

static void find_lowest(struct arena *arena, const struct standing *standing,
	const struct decision_items *items, struct points *points)
{
	struct ratio *lowest = arena_alloc(arena, (points->criteria + 1) * sizeof(*lowest));

	for (size_t r = 0; r < standing->n; r++) {
		const struct standing_row *row = &standing->rows[r];

		if (!row->ranked.enough || !decision_selects(items, row->item.id))
			continue;
		for (size_t c = 0; c < points->criteria; c++) {
			struct ratio own = points_of(points, row, c);

			if (own.den != 0 &&
				(lowest[c].den == 0 || ratio_compare(own, lowest[c]) < 0))
				lowest[c] = own;
		}
	}
	points->lowest = lowest;
}

void points_make(struct arena *arena, const struct standing *standing,
	const struct decision_items *items, struct points *points)
{
	points->judged = !method_by_order(standing->rules.method);
	points->criteria = standing->matrix.criteria;
	points->of = ranking_by_criterion(arena, &standing->matrix, standing->rules.method);
	find_lowest(arena, standing, items, points);
}
