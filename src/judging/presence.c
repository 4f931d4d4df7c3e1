/* SPDX-License-Identifier: MIT */
#include "src/judging/presence.h"

int64_t meeting_decided(const struct meeting_view *view, int64_t item_id)
{
	for (size_t i = 0; i < view->items.n; i++)
		if (view->items.rows[i].item_id == item_id)
			return view->items.rows[i].decided;
	return 0;
}

/* Was that absence on at that moment? Who went out for the item was out for it, whenever it was
 * written down. At 0 it is asked of now. */
static bool covers(const struct meeting_absence *a, int64_t item_id, int64_t at)
{
	if (item_id != 0 && a->item_id == item_id)
		return true;
	if (at == 0)
		return a->returned == 0;
	return a->since <= at && (a->returned == 0 || a->returned > at);
}

const struct meeting_absence *meeting_kept_out(
	const struct meeting_view *view, const struct decision_person *member, int64_t item_id)
{
	int64_t at = meeting_decided(view, item_id);

	for (size_t i = 0; i < view->absences.n; i++)
		if (view->absences.rows[i].member_id == member->member_id &&
			covers(&view->absences.rows[i], item_id, at))
			return &view->absences.rows[i];
	return NULL;
}

bool meeting_took_part(
	const struct meeting_view *view, const struct decision_person *member, int64_t item_id)
{
	return member_state_of(member->member_state) == MEMBER_STATE_ACTIVE &&
	       presence_of(member->presence) != PRESENCE_ABSENT &&
	       meeting_bar(view, member->member_id, item_id) == NULL &&
	       meeting_kept_out(view, member, item_id) == NULL;
}

int64_t meeting_part_takers(const struct meeting_view *view, int64_t item_id)
{
	int64_t n = 0;

	for (size_t i = 0; i < view->members.n; i++)
		n += meeting_took_part(view, &view->members.rows[i], item_id) ? 1 : 0;
	return n;
}

/* Its place among what was decided on, the number of those for what was not: those decided in one
 * second stand as they were written down. */
static size_t place_of(const struct meeting_view *view, int64_t item_id)
{
	for (size_t i = 0; i < view->items.n; i++)
		if (view->items.rows[i].item_id == item_id)
			return i;
	return view->items.n;
}

static bool goes_before(
	const struct meeting_view *view, const struct decision_items *items, size_t a, size_t b)
{
	int64_t first = meeting_decided(view, items->rows[a].item_id);
	int64_t second = meeting_decided(view, items->rows[b].item_id);

	if ((first == 0) != (second == 0))
		return first != 0;
	if (first != second)
		return first < second;
	size_t one = place_of(view, items->rows[a].item_id);
	size_t other = place_of(view, items->rows[b].item_id);
	return one != other ? one < other : a < b;
}

const size_t *meeting_order(
	struct arena *arena, const struct meeting_view *view, const struct decision_items *items)
{
	size_t *order = arena_alloc(arena, (items->n + 1) * sizeof(*order));

	for (size_t i = 0; i < items->n; i++) {
		size_t at = i;

		for (; at > 0 && goes_before(view, items, i, order[at - 1]); at--)
			order[at] = order[at - 1];
		order[at] = i;
	}
	return order;
}
