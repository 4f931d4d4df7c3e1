/* SPDX-License-Identifier: MIT
 * What the office sees beside the order of a closed round: who saw what and how strictly, how firm
 * the order is, how far the jurors agree. Computed on demand and kept nowhere. No document prints
 * any of it: an unannounced method in minutes or statement would be a ground of appeal, so the
 * panel would first have to decide on it, on record, and there is no such record (tests/layering.py
 * keeps these headers away from documents). */
#pragma once

#include "src/judging/agreement.h"
#include "src/judging/firmness.h"
#include "src/judging/severity.h"
#include "src/judging/standing.h"

struct advice_juror {
	const char *login, *name;
	size_t reviews;
};

struct advice {
	struct round round;
	struct criteria criteria;
	struct standing standing;
	struct advice_juror *jurors; /* one a juror of standing.matrix */
	struct cells cells;
	struct severity severity;
	struct place *places; /* the order by severity.items */
	bool incomplete;      /* jurors have seen different submissions */
};

/* E_DENIED but for the office; E_RULE until the round is closed. Counts as seeing the ranking. */
struct error advice_make(
	struct context *ctx, struct arena *arena, int64_t round_id, struct advice *advice);
/* Why there is none of it yet (N_()); NULL if there is. */
const char *advice_blocked(const struct round *round);

void advice_firmness(struct arena *arena, const struct advice *advice, struct firmness *firmness);
void advice_agreement(
	struct arena *arena, const struct advice *advice, struct agreement *agreement);

/* An item of the matrix: its rank, its codes as the acting account may see them. */
const struct standing_row *advice_row(const struct advice *advice, size_t item);
/* How far apart its jurors are, in points: the highest less the lowest of their scores, each
 * juror's severity taken off where it is known. Negative: fewer than two. */
double advice_divided(const struct advice *advice, size_t item);
/* The criterion on which its scores lie furthest apart, for the scale it has, and between what; the
 * first of several. False with fewer than two reviews, or where nothing lies apart. */
struct division {
	size_t criterion;
	int64_t low, high; /* thousandths */
};
bool advice_divided_on(const struct advice *advice, size_t item, struct division *division);
