/* SPDX-License-Identifier: MIT
 * How firm an order is: what would have come out without one juror, without one criterion, by
 * another method, and how far one weight must move until something else comes out. The same matrix
 * is ranked again each time by the same exact rules (ranking.h), so that nothing here can say other
 * than the ranking itself. Advice beside the order, never part of it.
 *
 * What was ranked stays what is compared: a submission that stands apart stays apart, and one that
 * was ranked needs only one review of those who are left. A way of counting that cannot rank one of
 * them (trimmed with two reviews) is no comparison and is left out. */
#pragma once

#include "src/judging/ranking.h"

enum variant_kind { VARIANT_JUROR, VARIANT_CRITERION, VARIANT_METHOD };

#define NO_WINNER ((size_t)-1) /* nobody, or several share the first place */

struct variant {
	enum variant_kind kind;
	size_t left_out; /* the juror or criterion, by number in the matrix; the method put in */
	size_t winner;   /* item */
	bool same_winner;
	bool selection_changes;
	/* How far the official winner is ahead of the best other, in ten-thousandths of its score;
	 * negative behind, 0 where the official first place is shared. */
	int64_t lead;
};

/* One weight, as a share of the whole; the others keep their proportions. */
struct tipping {
	struct ratio now;
	/* The nearest share that makes another winner, or another selection, in thousandths of the
	 * whole, from 1 to 999; -1: none does. */
	int64_t winner_at, selection_at;
	size_t then; /* who wins at winner_at */
};

struct firmness {
	size_t winner, ranked;
	int64_t lead;
	struct variant *variants;
	size_t n;
	size_t same, same_selection; /* of n */
	bool has_line;               /* fewer can be selected than are ranked */
	struct tipping *weights;     /* one a criterion; NULL where there is only one */
};

void firmness_make(struct arena *arena, const struct matrix *matrix,
	const struct ranking_rules *rules, struct firmness *out);
