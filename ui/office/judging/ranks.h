/* SPDX-License-Identifier: MIT
 * How a ranking is shown in lists. All texts go into the arena. */
#pragma once

#include "src/judging/ranking.h"

/* "2." or "shared 2.", at most 10 columns; "too few" where it is not ranked. */
const char *rank_text(struct arena *arena, const struct ranked *row);
enum { HISTOGRAM_WIDTH = 11 };
/* All scores of the item in eleven bins over the widest scale: a picture, not a figure. */
const char *histogram(struct arena *arena, const struct matrix *matrix, size_t item);
