/* SPDX-License-Identifier: MIT */
#include "src/phases/range.h"

#include "src/base/input.h"

enum { RANGE_MAX = 1000 };

struct error range_load_first(struct db *db)
{
	static const struct range first[] = {
		{ "challenges", 4, 6 },
		{ "teams", 8, 12 },
		{ "challenge_teams", 1, 5 },
		{ "members", 3, 5 },
		{ "winners", 1, 1 },
	};

	for (size_t i = 0; i < LEN(first); i++)
		TRY(store_range_put(db, &first[i]));
	return ok();
}

struct error range_list(struct context *ctx, struct arena *arena, struct ranges *ranges)
{
	TRY(require(ctx, ACT_READ));
	return store_ranges(ctx->db, arena, ranges);
}

struct error range_set(struct context *ctx, const struct range *range)
{
	TRY(require(ctx, ACT_PLAN));
	TRY(input_code("range", WORDS_RANGE, range->key));
	if (range->low < 0 || range->high < range->low || range->high > RANGE_MAX)
		return fail(E_INVALID, "range");
	TRY(context_begin(ctx));
	return context_end(ctx, store_range_put(ctx->db, range), "range.set", range->key);
}
