/* SPDX-License-Identifier: MIT */
#include "src/judging/agreement.h"

#include <math.h>
#include <stdlib.h>

static int compare_values(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

	return (x > y) - (x < y);
}

/* --- Krippendorff's alpha --- */

/* The values of one submission that has two or more; 0 otherwise. */
static size_t pairable(const struct cells *cells, size_t item, int64_t *values)
{
	size_t n = 0;

	for (size_t j = 0; j < cells->jurors; j++)
		if (cells_at(cells, item, j) != CELL_NONE)
			values[n++] = cells_at(cells, item, j);
	return n < 2 ? 0 : n;
}

static struct levels find_levels(struct arena *arena, int64_t *values, size_t n)
{
	int64_t *distinct = arena_alloc(arena, (n + 1) * sizeof(*distinct));
	double *counts = arena_alloc(arena, (n + 1) * sizeof(*counts));
	double *below = arena_alloc(arena, (n + 1) * sizeof(*below));
	struct levels levels = { distinct, counts, below, 0 };

	qsort(values, n, sizeof(*values), compare_values);
	for (size_t i = 0; i < n; i++) {
		if (levels.n == 0 || distinct[levels.n - 1] != values[i]) {
			distinct[levels.n] = values[i];
			below[levels.n++] = (double)i;
		}
		counts[levels.n - 1]++;
	}
	return levels;
}

static size_t level_of(const struct levels *levels, int64_t value)
{
	const int64_t *found =
		bsearch(&value, levels->values, levels->n, sizeof(value), compare_values);

	return (size_t)(found - levels->values);
}

double distance_interval(const struct levels *levels, size_t a, size_t b)
{
	double apart = (double)(levels->values[b] - levels->values[a]);

	return apart * apart;
}

double distance_ordinal(const struct levels *levels, size_t a, size_t b)
{
	double middle_a = levels->below[a] + levels->counts[a] / 2;
	double middle_b = levels->below[b] + levels->counts[b] / 2;

	return (middle_b - middle_a) * (middle_b - middle_a);
}

/* Between all values whoever gave them and whatever for. */
static double expected(const struct levels *levels, level_distance distance)
{
	double sum = 0;

	for (size_t a = 0; a < levels->n; a++)
		for (size_t b = a + 1; b < levels->n; b++)
			sum += levels->counts[a] * levels->counts[b] * distance(levels, a, b);
	return sum;
}

/* Between the values of one submission. */
static double observed(
	const struct levels *levels, level_distance distance, int64_t *values, size_t n)
{
	double sum = 0;

	qsort(values, n, sizeof(*values), compare_values);
	for (size_t i = 0; i < n; i++)
		for (size_t k = i + 1; k < n; k++)
			sum += distance(
				levels, level_of(levels, values[i]), level_of(levels, values[k]));
	return n < 2 ? 0 : sum / (double)(n - 1);
}

/* Jurors with a value that has another beside it. */
static size_t pairable_jurors(const struct cells *cells)
{
	size_t n = 0;

	for (size_t j = 0; j < cells->jurors; j++)
		for (size_t i = 0; i < cells->items; i++)
			if (cells_at(cells, i, j) != CELL_NONE && cells_of_item(cells, i) > 1) {
				n++;
				break;
			}
	return n;
}

struct figure agreement_alpha(
	struct arena *arena, const struct cells *cells, level_distance distance)
{
	int64_t *all = arena_alloc(arena, (cells->items * cells->jurors + 1) * sizeof(*all));
	int64_t *own = arena_alloc(arena, (cells->jurors + 1) * sizeof(*own));
	struct figure figure = { .jurors = pairable_jurors(cells) };
	size_t n = 0;

	for (size_t i = 0; i < cells->items; i++) {
		size_t more = pairable(cells, i, all + n);

		n += more;
		figure.items += more > 0 ? 1 : 0;
	}
	struct levels levels = find_levels(arena, all, n);
	if (levels.n < 2)
		return figure;
	double sum = 0;
	for (size_t i = 0; i < cells->items; i++)
		sum += observed(&levels, distance, own, pairable(cells, i, own));
	figure.defined = true;
	figure.value = 1 - (double)(n - 1) * sum / expected(&levels, distance);
	return figure;
}

/* --- Shrout and Fleiss; Kendall --- */

/* The submissions that every juror who reviewed at all has reviewed, row by row. */
static const int64_t *complete_rows(
	struct arena *arena, const struct cells *cells, size_t *n, size_t *k)
{
	int64_t *rows = arena_alloc(arena, (cells->items * cells->jurors + 1) * sizeof(*rows));

	*n = *k = 0;
	for (size_t j = 0; j < cells->jurors; j++)
		*k += cells_of_juror(cells, j) > 0 ? 1 : 0;
	for (size_t i = 0; i < cells->items; i++) {
		size_t filled = 0;

		if (cells_of_item(cells, i) != *k)
			continue;
		for (size_t j = 0; j < cells->jurors; j++)
			if (cells_at(cells, i, j) != CELL_NONE)
				rows[*n * *k + filled++] = cells_at(cells, i, j);
		(*n)++;
	}
	return rows;
}

static bool all_equal(const int64_t *rows, size_t n)
{
	for (size_t i = 1; i < n; i++)
		if (rows[i] != rows[0])
			return false;
	return true;
}

/* From one value of them all, so that large ones lose nothing. */
static double centred(const int64_t *rows, size_t i)
{
	return (double)(rows[i] - rows[0]);
}

/* The squared distances of the means of `groups` rows or columns from the mean of all. */
static double between(const int64_t *rows, size_t groups, size_t group_step, size_t size,
	size_t step, double mean)
{
	double sum = 0;

	for (size_t g = 0; g < groups; g++) {
		double own = 0;

		for (size_t i = 0; i < size; i++)
			own += centred(rows, g * group_step + i * step);
		own = own / (double)size - mean;
		sum += own * own;
	}
	return sum;
}

bool agreement_squares(struct arena *arena, const struct cells *cells, struct mean_squares *out)
{
	const int64_t *rows = complete_rows(arena, cells, &out->n, &out->k);
	double n = (double)out->n, k = (double)out->k, mean = 0, total = 0;

	if (out->n < 2 || out->k < 2 || all_equal(rows, out->n * out->k))
		return false;
	for (size_t i = 0; i < out->n * out->k; i++)
		mean += centred(rows, i) / (n * k);
	for (size_t i = 0; i < out->n * out->k; i++)
		total += (centred(rows, i) - mean) * (centred(rows, i) - mean);
	double items = k * between(rows, out->n, out->k, out->k, 1, mean);
	double jurors = n * between(rows, out->k, 1, out->n, out->k, mean);
	out->items = items / (n - 1);
	out->jurors = jurors / (k - 1);
	out->rest = (total - items - jurors) / ((n - 1) * (k - 1));
	out->within = (total - items) / (n * (k - 1));
	return true;
}

/* Not defined where what it is divided by is nothing but rounding. */
static struct figure quotient(const struct mean_squares *ms, double above, double below)
{
	double least = 1e-9 * (ms->items + ms->jurors + fabs(ms->rest));

	return (struct figure){ below > least, below > least ? above / below : 0, ms->n, ms->k };
}

struct figure agreement_icc_2_1(struct arena *arena, const struct cells *cells)
{
	struct mean_squares ms;

	if (!agreement_squares(arena, cells, &ms))
		return (struct figure){ false, 0, ms.n, ms.k };
	double n = (double)ms.n, k = (double)ms.k;
	return quotient(&ms, ms.items - ms.rest,
		ms.items + (k - 1) * ms.rest + k * (ms.jurors - ms.rest) / n);
}

struct figure agreement_icc_2_k(struct arena *arena, const struct cells *cells)
{
	struct mean_squares ms;

	if (!agreement_squares(arena, cells, &ms))
		return (struct figure){ false, 0, ms.n, ms.k };
	return quotient(&ms, ms.items - ms.rest, ms.items + (ms.jurors - ms.rest) / (double)ms.n);
}

/* Twice the rank of one of a juror's values, 1 for the smallest, equal ones in their middle; and
 * how many are equal to it. */
static int64_t twice_rank(
	const int64_t *rows, size_t n, size_t k, size_t item, size_t juror, int64_t *same)
{
	int64_t below = 0;

	*same = 0;
	for (size_t i = 0; i < n; i++) {
		below += rows[i * k + juror] < rows[item * k + juror] ? 1 : 0;
		*same += rows[i * k + juror] == rows[item * k + juror] ? 1 : 0;
	}
	return 2 * below + *same + 1;
}

/* All integers: W is 12 S / (k^2 (n^3 - n) - k T), with ranks in halves. T is t^3 - t over the
 * groups of equal ranks, which is t^2 - 1 over their members. */
struct figure agreement_w(struct arena *arena, const struct cells *cells)
{
	struct figure figure = { 0 };
	const int64_t *rows = complete_rows(arena, cells, &figure.items, &figure.jurors);
	int64_t n = (int64_t)figure.items, k = (int64_t)figure.jurors, squares = 0, ties = 0;

	for (size_t i = 0; i < figure.items; i++) {
		int64_t sum = 0;

		for (size_t j = 0; j < figure.jurors; j++) {
			int64_t same;

			sum += twice_rank(rows, figure.items, figure.jurors, i, j, &same);
			ties += same * same - 1;
		}
		squares += (sum - k * (n + 1)) * (sum - k * (n + 1));
	}
	int64_t below = k * k * (n * n * n - n) - k * ties;
	if (n < 2 || k < 2 || below == 0)
		return figure;
	figure.defined = true;
	figure.value = (double)(3 * squares) / (double)below;
	return figure;
}

void agreement_make(struct arena *arena, const struct matrix *matrix, struct agreement *out)
{
	struct cells cells = cells_make(arena, matrix);

	*out = (struct agreement){ 0 };
	for (size_t i = 0; i < cells.items; i++)
		out->items += cells_of_item(&cells, i) > 0 ? 1 : 0;
	for (size_t j = 0; j < cells.jurors; j++)
		out->jurors += cells_of_juror(&cells, j) > 0 ? 1 : 0;
	out->alpha_interval = agreement_alpha(arena, &cells, distance_interval);
	out->alpha_ordinal = agreement_alpha(arena, &cells, distance_ordinal);
	out->icc_2_1 = agreement_icc_2_1(arena, &cells);
	out->icc_2_k = agreement_icc_2_k(arena, &cells);
	out->kendall_w = agreement_w(arena, &cells);
}
