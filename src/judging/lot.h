/* SPDX-License-Identifier: MIT
 * The lot: where the locked tie rule ends in "lot", what its criteria leave tied across the
 * selection line is decided by chance; once, by an act that the log has, never again. The seed is
 * drawn as the rules are locked, is committed to in the log, and is shown once the lot is drawn.
 * Who then wants to draw again: those tied stand in the order of their codes, byte by byte, and
 * dice_order (dice.h), from the seed, says who comes first, second and so on. A lot is neutral
 * where nothing else tells offers apart; without the rule the panel votes. */
#pragma once

#include "src/judging/change.h"
#include "src/judging/standing.h"

extern const char lot_key[]; /* in the tie rule, behind the criteria */

/* Is a lot the last step of that tie rule? */
bool lot_is_ruled(const char *ties);
/* Inside the transaction that locks the rules. */
struct error lot_keep_seed(struct context *ctx, const struct round *round);
/* E_RULE, where there is nothing to draw or it has been drawn. From then on the round cannot be
 * opened again. */
struct error lot_draw(struct context *ctx, int64_t round_id);
/* E_NOT_FOUND before it is drawn. */
struct error lot_seed(
	struct context *ctx, struct arena *arena, int64_t round_id, struct draw_seed *seed);
