/* SPDX-License-Identifier: MIT
 * Who was in the room for what, afterwards: read from when somebody went out and came back, and
 * when an item got its outcome. What the minutes say of each paragraph (Administrative Procedure
 * Act 434/2003, 28 § with 29 §: who is barred takes no part and is not in the room). Pure. */
#pragma once

#include "src/judging/meeting.h"

/* When the item got the outcome that it has; 0: it has none. */
int64_t meeting_decided(const struct meeting_view *view, int64_t item_id);
/* Was the member in the room, and free to deal with the item, when it got its outcome? Of an item
 * without one: is it so now? */
bool meeting_took_part(
	const struct meeting_view *view, const struct decision_person *member, int64_t item_id);
/* How many were. */
int64_t meeting_part_takers(const struct meeting_view *view, int64_t item_id);
/* The absence that kept the member out of the item; NULL: none is noted, or they were in. */
const struct meeting_absence *meeting_kept_out(
	const struct meeting_view *view, const struct decision_person *member, int64_t item_id);
/* The items in the order in which they were decided on, then the others: places in `items`, into
 * the arena. The paragraphs of the minutes are numbered by it. */
const size_t *meeting_order(
	struct arena *arena, const struct meeting_view *view, const struct decision_items *items);
