/* SPDX-License-Identifier: MIT
 * The ranking of a round: reads its submitted reviews and ranks them by the locked rules. */
#pragma once

#include "src/ground/context.h"
#include "src/judging/ranking.h"
#include "src/judging/round.h"

struct standing_row {
	struct ranked ranked;
	struct item item;
	const char *submission_code; /* the item's, where the submission's may not be seen */
};

struct standing {
	struct standing_row *rows;
	size_t n;
	struct matrix matrix;
	struct criteria criteria;
	struct lot lot; /* n 0: none was drawn */
	bool lot_waits; /* the rule leaves a tie across the line to a lot that is not drawn yet */
	struct ranking_rules rules; /* by which it was made; arrays as in the matrix */
	const int64_t *members;     /* of the panel, one a juror of the matrix */
};

/* NULL method: the locked one. What was withdrawn before it was decided on has no place in it.
 * Under the conflict scope `challenge` only the reviews of jurors who cover every submission count.
 */
struct error standing_make(struct context *ctx, struct arena *arena, int64_t round_id,
	const char *method, struct standing *standing);
/* The row of an item of the round; NULL: it has no place. It lies in the standing. */
const struct standing_row *standing_row_of(const struct standing *standing, int64_t item_id);
/* How many were ranked: those with enough reviews. */
int64_t standing_ranked(const struct standing *standing);
/* Marks the ranking as seen: from then on the round cannot be opened again. */
struct error standing_show(struct context *ctx, int64_t round_id);
