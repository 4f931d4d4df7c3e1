/* SPDX-License-Identifier: MIT
 * Strict and kind jurors. Where jurors have seen different submissions a plain mean rewards who got
 * the kind ones: the additive model (score = submission + juror, the jurors' shares summing to 0,
 * by least squares) takes that out. It has no solution where jurors and submissions fall into parts
 * that no review connects, and then there is none. On a full table it is the plain means. */
#pragma once

#include "src/judging/cells.h"

struct severity {
	bool defined;
	double *items;  /* points; NAN without reviews */
	double *jurors; /* points above (kind) or below (strict) the others; NAN without */
};

struct severity severity_fit(struct arena *arena, const struct cells *cells);

/* An order by them: 1 2 2 4, equal if less than half a millionth of a point apart; 0 without
 * reviews. */
struct place {
	int64_t rank;
	bool tied;
};
struct place *severity_order(
	struct arena *arena, const struct severity *severity, const struct cells *cells);

/* Each score on its juror's own scale: above the juror's mean, in standard deviations (of a sample,
 * n - 1); 0 of who gives all the same. NAN where there is none. items x jurors. */
double *severity_z(struct arena *arena, const struct cells *cells);
