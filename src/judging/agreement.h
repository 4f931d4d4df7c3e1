/* SPDX-License-Identifier: MIT
 * How far jurors agree, in figures that others know:
 * Krippendorff's alpha (Krippendorff 2004, Content Analysis, chapter 11), which takes missing
 * reviews; the intraclass correlations of Shrout and Fleiss 1979, and Kendall's W corrected for
 * ties (Kendall and Gibbons 1990), over the submissions that every juror has reviewed. Nothing is
 * decided by them: they are floating point, but for who is equal to whom. With few submissions or
 * jurors all of them are rough, so each comes with how many there were. */
#pragma once

#include "src/judging/cells.h"

struct figure {
	bool defined;
	double value;
	size_t items, jurors; /* that it is over */
};

/* The values that are in use, in their order, with how often each is. */
struct levels {
	const int64_t *values;
	const double *counts, *below; /* below: how many smaller ones */
	size_t n;
};

/* How far apart two levels are, squared; a <= b. */
typedef double (*level_distance)(const struct levels *levels, size_t a, size_t b);
double distance_interval(const struct levels *levels, size_t a, size_t b);
/* By how many of the values lie between them. */
double distance_ordinal(const struct levels *levels, size_t a, size_t b);

/* Over the submissions that two or more have reviewed; not defined without such, and where all
 * values are equal. */
struct figure agreement_alpha(
	struct arena *arena, const struct cells *cells, level_distance distance);

/* Variance between submissions, between jurors, what is left, and within submissions. */
struct mean_squares {
	double items, jurors, rest, within;
	size_t n, k; /* submissions that all k jurors have reviewed */
};
/* False with fewer than two of either, or where all values are equal. */
bool agreement_squares(struct arena *arena, const struct cells *cells, struct mean_squares *out);
/* ICC(2,1): how far one juror taken from many could stand for the jury; ICC(2,k): how far the mean
 * of these k could stand for another jury's. May be negative. */
struct figure agreement_icc_2_1(struct arena *arena, const struct cells *cells);
struct figure agreement_icc_2_k(struct arena *arena, const struct cells *cells);

/* 0: orders that have nothing in common, 1: one and the same. */
struct figure agreement_w(struct arena *arena, const struct cells *cells);

struct agreement {
	size_t items, jurors; /* with a review */
	struct figure alpha_interval, alpha_ordinal, icc_2_1, icc_2_k, kendall_w;
};

void agreement_make(struct arena *arena, const struct matrix *matrix, struct agreement *out);
