/* SPDX-License-Identifier: MIT
 * What each juror is given to review: everything, or an even share dealt (dealing.h) by a seed that
 * was written down before the round opened. In a blind round, from its release on, the sides must
 * not meet (sides.h): so nobody learns from the lists of codes, from what cannot be dealt or from
 * the seed which code a declared name bars. Not for anyone outside judging. */
#pragma once

#include "src/judging/change.h"
#include "src/judging/dealing.h"

/* What is dealt among whom, read from the file. */
struct deal_table {
	struct {
		int64_t id, submission_id; /* id 0: the round has no items yet */
		int64_t position;
		const char *code;
	} * items; /* by their codes */
	struct {
		int64_t id;
		const char *name;
	} * jurors;
	struct dealing dealing;
	bool *given;
	size_t *got, lacking;
};

/* Deals in memory. `seed`: any where only what can be dealt is asked for. */
struct error deal_try(struct context *ctx, struct arena *arena, const struct round *round,
	uint64_t seed, struct deal_table *table);
/* Writes down what the round will be dealt by; < 0: draws it. */
struct error deal_keep_seed(struct context *ctx, const struct round *round, int64_t seed);
/* Where one conflict bars one submission of a blind round, a list of all but that one would tell
 * which code it is: then reviews must be dealt. */
struct error deal_check_rules(const struct round *round);
/* The same at the opening: all have declared, and no doubt waits. */
struct error deal_check_opening(
	struct context *ctx, struct arena *arena, const struct round *round);
/* Gives the round's items to its members, as it opens. */
struct error assign_items(struct context *ctx, struct arena *arena, const struct round *round);
/* What a conflict declared now by name bars: the submission, or (0) the whole round, where the
 * juror's list of codes is known already and what was missing from it would tell. */
int64_t deal_bars(const struct round *round, int64_t submission_id);
