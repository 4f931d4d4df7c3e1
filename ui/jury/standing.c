/* SPDX-License-Identifier: MIT */
#include "ui/jury/standing.h"

#include "ui/jury/jury.h"
#include "ui/jury/sight.h"

/* `rest` is what it is while one may review. */
static enum urgency urgency_of(const struct juror_round *round, enum urgency rest)
{
	enum juror_stop stop = juror_stop(round);

	if (stop == JUROR_UNDECLARED)
		return WAITS;
	if (stop != JUROR_MAY)
		return stop == JUROR_PLANNED || stop == JUROR_UNRELEASED ? RESTS : OVER;
	return rest;
}

static struct error read_standing(
	struct context *ctx, const struct juror_round *round, struct jury_standing *standing)
{
	struct arena arena = { 0 };
	struct juror_items items;
	enum urgency rest = WAITS;
	struct error e = juror_items(ctx, &arena, round->id, &items);

	*standing = (struct jury_standing){ 0 };
	if (e.code == E_OK) {
		jury_count(&items, &standing->done, &standing->all);
		if (standing->done >= standing->all)
			rest = jury_unconfirmed(&items) > 0 ? CONFIRMS : RESTS;
	}
	standing->statement = jury_statement_waits(ctx, round->id);
	standing->urgency = standing->statement != 0 ? WAITS : urgency_of(round, rest);
	arena_clear(&arena);
	return e;
}

/* What closes next comes first; what has no closing time yet comes after. */
static bool is_before(const struct jury_standings *all, size_t a, size_t b)
{
	const struct juror_round *one = &all->rounds.rows[a], *other = &all->rounds.rows[b];

	if (all->rows[a].urgency != all->rows[b].urgency)
		return all->rows[a].urgency < all->rows[b].urgency;
	if (one->closes != other->closes && (one->closes == 0 || other->closes == 0))
		return one->closes != 0;
	return one->closes < other->closes;
}

static void put_in_order(struct jury_standings *all)
{
	for (size_t i = 0; i < all->rounds.n; i++) {
		size_t at = i;

		for (; at > 0 && is_before(all, i, all->order[at - 1]); at--)
			all->order[at] = all->order[at - 1];
		all->order[at] = i;
	}
}

struct error jury_standings(
	struct context *ctx, struct arena *arena, struct jury_standings *standings)
{
	*standings = (struct jury_standings){ 0 };
	TRY(juror_rounds(ctx, arena, &standings->rounds));
	size_t n = standings->rounds.n;
	standings->rows = arena_alloc(arena, (n + 1) * sizeof(*standings->rows));
	standings->order = arena_alloc(arena, (n + 1) * sizeof(*standings->order));
	for (size_t i = 0; i < n; i++)
		TRY(read_standing(ctx, &standings->rounds.rows[i], &standings->rows[i]));
	put_in_order(standings);
	return ok();
}

const struct juror_round *jury_next_waiting(
	const struct jury_standings *standings, int64_t but, int64_t *left)
{
	for (size_t i = 0; i < standings->rounds.n; i++) {
		size_t at = standings->order[i];

		*left = standings->rows[at].all - standings->rows[at].done;
		if (standings->rows[at].urgency == WAITS && standings->rounds.rows[at].id != but)
			return &standings->rounds.rows[at];
	}
	return NULL;
}
