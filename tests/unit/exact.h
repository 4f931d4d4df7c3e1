/* SPDX-License-Identifier: MIT
 * Rankings computed another way, to compare with: fractions of 128-bit integers added one by one,
 * ranks by counting who is better. Slow and plain; shares no code with what it checks. */
#pragma once

#include "src/judging/ranking.h"

enum { EXACT_ITEMS = 16 };

__extension__ typedef __int128 wide;

struct fraction {
	wide num, den; /* reduced, den > 0; den 0: none */
};

struct exact {
	struct fraction score[EXACT_ITEMS];  /* points */
	struct fraction median[EXACT_ITEMS]; /* of the jurors' weighted scores */
	struct fraction spread[EXACT_ITEMS];
	size_t reviews[EXACT_ITEMS];
	size_t rank[EXACT_ITEMS]; /* 0: too few reviews */
	bool tied[EXACT_ITEMS];
};

void exact_rank(const struct matrix *m, const struct ranking_rules *rules, struct exact *out);
/* -1, 0 or 1. */
int fraction_compare(struct fraction a, struct fraction b);
bool fraction_is(struct fraction a, struct ratio b);
/* Four decimals, half up. */
void fraction_format(struct fraction a, char *out, size_t size);
