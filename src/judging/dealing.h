/* SPDX-License-Identifier: MIT
 * Deals so many reviews of each submission to the jurors, without conflicts and as evenly as these
 * allow. Pure, and told here so that who knows the seed can deal the same again:
 *
 * 1. The submissions stand in the order of their codes, byte by byte; the jurors in the order in
 *    which they were put on the panel, without substitutes and those who left.
 * 2. The generator (dice.h) starts from the seed. dice_order gives an order of the jurors, and
 * after it one of the submissions; from here on both are always gone through in these orders.
 * 3. Each submission in turn gets its jurors one by one. A search, breadth first, begins at the
 *    submission. It goes from a submission to every juror not met yet who may review it and does
 * not have it, and from such a juror to every submission not met yet that the juror has. Among the
 *    jurors met who are below their limit, the one with the fewest submissions gets one more, the
 *    first met among equals: going back along the way that led there, each juror takes the
 *    submission they were met from, and the one before gives it away.
 *
 * Such a way always leads to a dealing if there is one, and the shares are then as even as any
 * (Harvey, Ladner, Lovász and Tamir, Semi-matchings for bipartite graphs and load balancing, 2006).
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "db/base/arena.h"

struct dealing {
	size_t items, jurors, per; /* per: reviews of each submission */
	const bool *barred;        /* barred[item * jurors + juror] */
	const size_t *most;        /* a juror's limit, one a juror; NULL: none */
	uint64_t seed;
};

/* Who gets what, in the form of `barred`, and how many jurors each submission got. Returns how many
 * submissions got fewer than they need: 0 if there is a dealing. */
size_t dealing_make(const struct dealing *dealing, bool *given, size_t *got);
