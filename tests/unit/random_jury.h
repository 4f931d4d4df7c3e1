/* SPDX-License-Identifier: MIT
 * Juries of chance: weights, scores, who reviewed what, and the rules. A seed always makes the same
 * one; the seeds are fixed, and KLASH_SEED begins elsewhere. */
#pragma once

#include "tests/unit/fixture.h"

#include "src/base/dice.h"
#include "src/judging/ranking.h"

enum {
	JURY_ITEMS = 16,
	JURY_JURORS = 9,
	JURY_CRITERIA = 5,
	JURY_BALLOTS = JURY_ITEMS * JURY_JURORS,
	JURY_SEEDS = 10000,
};

/* A jury with all its numbers in one place. */
struct jury {
	struct matrix matrix;
	struct ranking_rules rules;
	int64_t weights[JURY_CRITERIA], scores[JURY_BALLOTS][JURY_CRITERIA];
	struct ballot ballots[JURY_BALLOTS];
	size_t ties[JURY_CRITERIA];
};

/* From 0 to n - 1. */
size_t roll_below(uint64_t *dice, size_t n);
void make_jury(struct jury *jury, uint64_t seed);
/* Runs the check with each of n seeds; the first that fails is named. */
void for_seeds(size_t n, bool (*check)(struct jury *jury, struct arena *arena, uint64_t seed));
