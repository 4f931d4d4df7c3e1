/* SPDX-License-Identifier: MIT
 * Ranking, exactly: integers and fractions, no floating point. Pure: works on a matrix in memory,
 * so that every variant (without one juror, by another method) can reuse it. The formulas are those
 * announced in the manual: see ranking.c. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "db/base/arena.h"
#include "db/base/codes.h"
#include "db/base/ratio.h"

/* METHOD_MEAN ...: a row of db/base/codes.h, and one of ranking.c. */
enum method { CODES_METHOD(CODES_VALUE) METHOD_COUNT };

/* One counting review: a score (thousandths) for every criterion. */
struct ballot {
	size_t item, juror;
	const int64_t *scores; /* one a criterion */
};

struct matrix {
	size_t items, jurors, criteria;
	const int64_t *weights; /* thousandths, one a criterion */
	const struct ballot *ballots;
	size_t n;
	/* ranking_make's own, not the caller's: where each item's ballots begin, and the next one
	 * of the same juror, around in a circle. */
	const size_t *starts, *next;
};

struct ranking_rules {
	enum method method;
	size_t min_reviews;
	size_t line;        /* how many can be selected; 0: no line */
	const size_t *ties; /* criteria that decide a tie across the line, in their order */
	size_t tie_count;
	const size_t *lot; /* each item's place in the lot that was drawn for what these leave, 0:
			      not in it; NULL: none was */
	const bool *apart; /* one an item: not ranked, whatever reviews it has; NULL: none */
};

/* One step of the tie rule: what the item has in the criterion, or its place in the lot. */
struct tie_step {
	bool lot;
	size_t criterion;
	struct ratio value;
};

struct ranked {
	size_t item;
	int64_t rank;           /* 1 2 2 4; 0 if there are too few reviews */
	bool enough, tied;      /* tied: shares its rank */
	bool crosses;           /* and those with it cross the line still */
	struct tie_step *steps; /* that were taken for its group, in their order */
	size_t step_count;
	size_t reviews;
	struct ratio score; /* points; den 0 without reviews */
	struct ratio median,
		spread; /* of the jurors' weighted scores; points; den 0 without reviews */
};

/* Best first; those with too few reviews last, in the order of their items. Rows into the arena,
 * one an item. */
struct ranked *ranking_make(
	struct arena *arena, const struct matrix *matrix, const struct ranking_rules *rules);

/* What each item has in each criterion alone, in points: a row an item. den 0 where it has too few
 * reviews, and everywhere by a method that compares orders (method_by_order). */
struct ratio *ranking_by_criterion(
	struct arena *arena, const struct matrix *matrix, enum method method);

/* METHOD_MEAN for an unknown code. */
enum method method_of_code(const char *code);
const char *method_code(enum method method);
/* Does it compare what each juror put above what? Then every juror must review everything, its
 * points are no scores, and more weight need not mean more of them. */
bool method_by_order(enum method method);
