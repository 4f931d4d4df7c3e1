/* SPDX-License-Identifier: MIT
 * What the figures say of one entrant, in whole sentences: its rank among those compared, and its
 * points in each criterion beside the least that one of those selected has. */
#pragma once

#include "src/judging/points.h"

/* Of a round and what was decided in it. */
struct figures {
	struct standing standing;
	struct points points;
	size_t selected; /* how many are */
};

struct error figures_read(struct context *ctx, struct arena *arena, int64_t round_id,
	const struct decision_items *items, struct figures *figures);
/* NULL: it is not in the ranking. */
const struct ranked *figures_ranked(const struct figures *figures, int64_t item_id);
/* In that language, whichever is in use; into the arena. "" of what is not in the ranking. */
const char *reason_text(struct arena *arena, const struct figures *figures,
	const struct decision_item *item, const char *lang);
