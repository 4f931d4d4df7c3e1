/* SPDX-License-Identifier: MIT
 * By what a round was judged and how what was judged compares: chapters that the minutes of the
 * jury, the ranking sheet and the feedback sheets have in common. */
#pragma once

#include "src/documents/scribe.h"
#include "src/judging/points.h"

struct comparison {
	struct scribe *w;
	struct round round;
	struct standing standing;
	struct points points;
	struct decision_items items; /* of the decision or statement whose outcomes count; n 0 */
};

/* Reads the round's standing; `decision_id` 0: no outcomes. */
struct error comparison_read(
	struct comparison *c, struct scribe *w, int64_t round_id, int64_t decision_id);
/* The approved decision on the round that none has corrected, else the jury's signed statement; 0:
 * neither. */
struct error comparison_decided(
	struct context *ctx, struct arena *arena, int64_t round_id, int64_t *decision_id);
/* The chapter on notice, method, rule for ties, criteria with weight and scale, and the hash of
 * the locked rules. */
void comparison_rules(const struct comparison *c);
/* The outcome of an item in words; "–" where there is none. */
const char *comparison_outcome(const struct comparison *c, int64_t item_id);
/* Are names kept off the paper? Until they are opened, whoever makes it: a paper goes on. */
bool comparison_hides(const struct comparison *c);
/* Who entered; "" where that is kept off the paper. */
const char *comparison_entrant(const struct comparison *c, const struct item *item);
