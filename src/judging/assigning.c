/* SPDX-License-Identifier: MIT
 * What each juror is given to review: everything, or an even share dealt by a published seed. */
#include <stdlib.h>
#include <string.h>

#include "db/store/review.h"
#include "src/base/dice.h"
#include "src/base/i18n.h"
#include "src/judging/change.h"

static void shuffle(int64_t *ids, size_t n, uint64_t *state)
{
	for (size_t i = n; i > 1; i--) {
		size_t k = (size_t)(dice_roll(state) % i);
		int64_t id = ids[i - 1];

		ids[i - 1] = ids[k];
		ids[k] = id;
	}
}

void reviewing_members(const struct members *members, struct id_list *ids)
{
	for (size_t i = 0; i < members->n; i++)
		if (!members->rows[i].substitute && strcmp(members->rows[i].state, "active") == 0)
			id_list_add(ids, members->rows[i].id);
}

/* Who has the fewest so far, is not barred from the item and does not have it yet; the first in the
 * shuffled order among equals. members->n if nobody is left. */
static struct error choose_member(struct context *ctx, const struct id_list *members,
	const size_t *shares, const bool *has, int64_t submission_id, size_t *chosen)
{
	*chosen = members->n;
	for (size_t m = 0; m < members->n; m++) {
		int64_t barred = 0;

		if (has[m] || (*chosen < members->n && shares[m] >= shares[*chosen]))
			continue;
		TRY(store_member_is_barred(ctx->db, members->ids[m], submission_id, &barred));
		if (barred == 0)
			*chosen = m;
	}
	return ok();
}

/* Shares differ by at most one, unless conflicts of interest leave no choice. */
static struct error deal(struct context *ctx, struct arena *arena, const struct id_list *items,
	const struct id_list *members, size_t per)
{
	size_t *shares = arena_alloc(arena, (members->n + 1) * sizeof(*shares));
	bool *has = arena_alloc(arena, (members->n + 1) * sizeof(*has));

	memset(shares, 0, (members->n + 1) * sizeof(*shares));
	for (size_t i = 0; i < items->n; i++) {
		struct item item;

		TRY(store_item_get(ctx->db, arena, items->ids[i], &item));
		memset(has, 0, (members->n + 1) * sizeof(*has));
		for (size_t k = 0; k < per; k++) {
			size_t m;

			TRY(choose_member(ctx, members, shares, has, item.submission_id, &m));
			if (m == members->n)
				break;
			TRY(store_assignment_add(
				ctx->db, items->ids[i], members->ids[m], (int64_t)i + 1));
			has[m] = true;
			shares[m]++;
		}
	}
	return ok();
}

/* Everybody reviews everything; what a conflict bars is left out when it is counted. */
static struct error give_all(
	struct context *ctx, const struct id_list *items, const struct id_list *members)
{
	for (size_t i = 0; i < items->n; i++)
		for (size_t m = 0; m < members->n; m++)
			TRY(store_assignment_add(
				ctx->db, items->ids[i], members->ids[m], (int64_t)i + 1));
	return ok();
}

struct error assign_items(
	struct context *ctx, struct arena *arena, const struct round *round, uint64_t seed)
{
	struct members members;
	struct id_list items = { 0 }, ids = { 0 };
	uint64_t state = seed;
	size_t per = (size_t)round->per_submission;
	struct error e = store_members(ctx->db, arena, round->id, &members);

	if (e.code == E_OK)
		e = store_item_ids(ctx->db, round->id, &items);
	if (e.code == E_OK)
		reviewing_members(&members, &ids);
	if (e.code == E_OK && per > ids.n)
		e = rule(N_("The panel has fewer jurors than each submission needs reviews."));
	if (e.code == E_OK && per == 0) {
		e = give_all(ctx, &items, &ids);
	} else if (e.code == E_OK) {
		shuffle(ids.ids, ids.n, &state);
		e = deal(ctx, arena, &items, &ids, per);
	}
	id_list_clear(&items);
	id_list_clear(&ids);
	return e;
}

struct dealing {
	int64_t per_submission;
	uint64_t seed;
};

static struct error assign(
	struct context *ctx, struct arena *arena, const struct round *round, void *arg)
{
	const struct dealing *dealing = arg;
	struct round changed = *round;
	int64_t reviews = 0;

	changed.per_submission = dealing->per_submission;
	TRY(check_rules(&changed));
	if (dealing->per_submission != round->per_submission && round->locked != 0)
		return rule(N_("How many review each submission is part of the locked rules."));
	TRY(store_round_update(ctx->db, &changed));
	if (strcmp(round->state, "open") != 0)
		return ok();
	TRY(store_round_review_count(ctx->db, round->id, &reviews));
	if (reviews > 0)
		return rule(N_("Reviews have begun; they cannot be dealt anew."));
	TRY(store_assignments_delete(ctx->db, round->id));
	return assign_items(ctx, arena, &changed, dealing->seed);
}

struct error round_assign(
	struct context *ctx, int64_t round_id, int64_t per_submission, uint64_t seed)
{
	struct dealing dealing = { per_submission, seed };

	return change_round(ctx, round_id, "round.assign", assign, &dealing);
}
