/* SPDX-License-Identifier: MIT */
#include "src/judging/dealing.h"

#include <string.h>

#include "src/base/dice.h"

enum { NOWHERE = -1 };

/* One search: where each juror and each submission was met from, and the submissions to go on from.
 */
struct search {
	const struct dealing *d;
	bool *given;
	size_t *shares;
	const size_t *items, *jurors; /* the orders of chance */
	size_t *queue;
	int64_t *juror_from, *item_from;
	bool *item_met;
	size_t queued;
};

static bool has_room(const struct search *s, size_t juror)
{
	return s->d->most == NULL || s->shares[juror] < s->d->most[juror];
}

/* The submissions that this juror could give away. */
static void go_on_from(struct search *s, size_t juror)
{
	for (size_t i = 0; i < s->d->items; i++) {
		size_t item = s->items[i];

		if (s->item_met[item] || !s->given[item * s->d->jurors + juror])
			continue;
		s->item_met[item] = true;
		s->item_from[item] = (int64_t)juror;
		s->queue[s->queued++] = item;
	}
}

static void meet_jurors(struct search *s, size_t item, size_t *best)
{
	for (size_t j = 0; j < s->d->jurors; j++) {
		size_t juror = s->jurors[j], at = item * s->d->jurors + juror;

		if (s->juror_from[juror] != NOWHERE || s->d->barred[at] || s->given[at])
			continue;
		s->juror_from[juror] = (int64_t)item;
		if (has_room(s, juror) &&
			(*best == s->d->jurors || s->shares[juror] < s->shares[*best]))
			*best = juror;
		go_on_from(s, juror);
	}
}

/* Back to the submission that began it: each takes what they were met from. */
static void hand_over(struct search *s, size_t start, size_t juror)
{
	size_t taker = juror;

	s->shares[juror]++;
	for (;;) {
		size_t item = (size_t)s->juror_from[taker];

		s->given[item * s->d->jurors + taker] = true;
		if (item == start)
			return;
		taker = (size_t)s->item_from[item];
		s->given[item * s->d->jurors + taker] = false;
	}
}

static bool give_one(struct search *s, size_t start)
{
	size_t best = s->d->jurors;

	for (size_t j = 0; j < s->d->jurors; j++)
		s->juror_from[j] = NOWHERE;
	memset(s->item_met, 0, s->d->items * sizeof(*s->item_met));
	s->item_met[start] = true;
	s->queued = 0;
	s->queue[s->queued++] = start;
	for (size_t i = 0; i < s->queued; i++)
		meet_jurors(s, s->queue[i], &best);
	if (best == s->d->jurors)
		return false;
	hand_over(s, start, best);
	return true;
}

size_t dealing_make(const struct dealing *d, bool *given, size_t *got)
{
	struct arena arena = { 0 };
	uint64_t state = d->seed;
	size_t *items = arena_alloc(&arena, (d->items + 1) * sizeof(*items));
	size_t *jurors = arena_alloc(&arena, (d->jurors + 1) * sizeof(*jurors));
	struct search s = { .d = d,
		.given = given,
		.items = items,
		.jurors = jurors,
		.shares = arena_alloc(&arena, (d->jurors + 1) * sizeof(*s.shares)),
		.queue = arena_alloc(&arena, (d->items + 1) * sizeof(*s.queue)),
		.juror_from = arena_alloc(&arena, (d->jurors + 1) * sizeof(*s.juror_from)),
		.item_from = arena_alloc(&arena, (d->items + 1) * sizeof(*s.item_from)),
		.item_met = arena_alloc(&arena, (d->items + 1) * sizeof(*s.item_met)) };
	size_t lacking = 0;

	dice_order(&state, jurors, d->jurors);
	dice_order(&state, items, d->items);
	memset(s.shares, 0, d->jurors * sizeof(*s.shares));
	memset(given, 0, d->items * d->jurors * sizeof(*given));
	for (size_t i = 0; i < d->items; i++) {
		size_t item = items[i];

		got[item] = 0;
		while (got[item] < d->per && give_one(&s, item))
			got[item]++;
		lacking += got[item] < d->per;
	}
	arena_clear(&arena);
	return lacking;
}
