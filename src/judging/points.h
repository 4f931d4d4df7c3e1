/* SPDX-License-Identifier: MIT
 * What each submission of a round has in each criterion, and the least that one of those selected
 * has: what reasons and letters say of the comparison. */
#pragma once

#include "db/store/decision.h"
#include "src/judging/standing.h"

struct points {
	bool judged; /* by points; a method that compares orders has none */
	size_t criteria;
	const struct ratio *of;     /* a row an item of the standing's matrix; den 0: none */
	const struct ratio *lowest; /* of those selected, one a criterion; den 0: none was */
};

/* Everything into the arena; `items` say who was selected. */
void points_make(struct arena *arena, const struct standing *standing,
	const struct decision_items *items, struct points *points);
/* In points; den 0 without any. */
struct ratio points_of(
	const struct points *points, const struct standing_row *row, size_t criterion);
