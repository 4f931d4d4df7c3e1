/* SPDX-License-Identifier: MIT
 * Who saw what, and how each judged it: a table of submissions and jurors with each juror's
 * weighted score, or nothing. The statistics of advice work on it. */
#pragma once

#include "src/judging/ranking.h"

enum { CELL_NONE = -1 };

struct cells {
	size_t items, jurors;
	const int64_t *values; /* items x jurors; points times `unit`, or CELL_NONE */
	int64_t unit;
};

struct cells cells_make(struct arena *arena, const struct matrix *matrix);
int64_t cells_at(const struct cells *cells, size_t item, size_t juror);
/* How many a submission or a juror has. */
size_t cells_of_item(const struct cells *cells, size_t item);
size_t cells_of_juror(const struct cells *cells, size_t juror);
