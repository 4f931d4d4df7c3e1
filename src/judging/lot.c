/* SPDX-License-Identifier: MIT */
#include "src/judging/lot.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "src/base/dice.h"
#include "src/base/i18n.h"

const char lot_key[] = "lot";

bool lot_is_ruled(const char *ties)
{
	const char *comma = strrchr(ties, ',');

	return strcmp(comma == NULL ? ties : comma + 1, lot_key) == 0;
}

struct error lot_keep_seed(struct context *ctx, const struct round *round)
{
	uint64_t drawn;

	if (!lot_is_ruled(round->ties))
		return ok();
	randombytes_buf(&drawn, sizeof(drawn));
	return store_seed_add(ctx->db, round->id, "lot", (int64_t)(drawn >> 1), context_now(ctx));
}

static int compare_codes(const void *a, const void *b)
{
	const struct standing_row *const *x = a, *const *y = b;

	return strcmp((*x)->item.code, (*y)->item.code);
}

/* Those tied across the line, by their codes; how many. */
static size_t tied_rows(const struct standing *standing, const struct standing_row **rows)
{
	size_t n = 0;

	for (size_t i = 0; i < standing->n; i++)
		if (standing->rows[i].ranked.crosses)
			rows[n++] = &standing->rows[i];
	qsort(rows, n, sizeof(*rows), compare_codes);
	return n;
}

static struct error keep_places(struct context *ctx, struct arena *arena, const struct round *round,
	const struct standing *standing)
{
	const struct standing_row **rows = arena_alloc(arena, (standing->n + 1) * sizeof(*rows));
	size_t n = tied_rows(standing, rows);
	size_t *order = arena_alloc(arena, (n + 1) * sizeof(*order));
	struct draw_seed seed;

	TRY(store_seed(ctx->db, arena, round->id, "lot", &seed));
	uint64_t state = (uint64_t)seed.value;
	dice_order(&state, order, n);
	for (size_t i = 0; i < n; i++)
		TRY(store_lot_add(ctx->db, round->id,
			&(struct lot_place){
				rows[order[i]]->item.id, (int64_t)i + 1, context_now(ctx) }));
	return store_round_set_shown(ctx->db, round->id);
}

static struct error draw(
	struct context *ctx, struct arena *arena, const struct round *round, void *arg)
{
	struct standing standing;

	(void)arg;
	if (!lot_is_ruled(round->ties))
		return rule(N_("The locked tie rule knows no lot: the panel votes, and its vote is "
			       "written into the decision."));
	if (round_state_of(round->state) != ROUND_STATE_CLOSED)
		return rule(N_("A lot is drawn once the round is closed."));
	TRY(standing_make(ctx, arena, round->id, NULL, &standing));
	if (standing.lot.n > 0)
		return rule(N_("The lot has been drawn; it is never drawn again."));
	if (!standing.lot_waits)
		return rule(N_("The tie rule leaves nothing to draw lots about."));
	return keep_places(ctx, arena, round, &standing);
}

struct error lot_draw(struct context *ctx, int64_t round_id)
{
	TRY(require_self(ctx, ACT_ROUND));
	return change_round(ctx, round_id, "round.lot", draw, NULL);
}

struct error lot_seed(
	struct context *ctx, struct arena *arena, int64_t round_id, struct draw_seed *seed)
{
	struct lot lot;

	TRY(require(ctx, ACT_READ));
	TRY(store_lot(ctx->db, arena, round_id, &lot));
	return lot.n == 0 ? fail(E_NOT_FOUND, NULL) :
			    store_seed(ctx->db, arena, round_id, "lot", seed);
}
