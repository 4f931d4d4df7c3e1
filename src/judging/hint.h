/* SPDX-License-Identifier: MIT
 * Hints from Klash's own data: conflict hints (a juror is in a team, works for an applicant, shares
 * an organization or an own e-mail domain with one) and, in a blind round, anonymity risks
 * (mentored the team, sat in an earlier panel that knew it by name). They never decide anything:
 * each is taken up as a doubtful ground for the panel (hallintolaki 434/2003, 29 §) or set aside
 * with a reason. They go by names and the office's own codes, never by a code of the blind round.
 */
#pragma once

#include "db/store/hint.h"
#include "src/ground/context.h"

/* Of the round's active members. */
struct error hint_list(
	struct context *ctx, struct arena *arena, int64_t round_id, struct hints *hints);
/* "maija/S-001/works", "maija/-/panel": how a hint is named in its round. Into the arena. */
const char *hint_name(struct arena *arena, const struct hint *hint);
/* An anonymity risk rather than a conflict? */
bool hint_is_risk(const struct hint *hint);
/* "works for: Malliyritys Oy", in the language in use. Into the arena. */
const char *hint_words(struct arena *arena, const struct hint *hint);

/* The ground (1 to 7) and why; it becomes a doubtful conflict. E_NOT_FOUND (field "hint"). */
struct error hint_take(struct context *ctx, int64_t round_id, const char *name, int64_t ground,
	const char *reason);
struct error hint_set_aside(
	struct context *ctx, int64_t round_id, const char *name, const char *reason);
