/* SPDX-License-Identifier: MIT */
#include "src/judging/severity.h"

#include <math.h>

static double points(const struct cells *cells, size_t item, size_t juror)
{
	return (double)cells_at(cells, item, juror) / (double)cells->unit;
}

static double item_mean(const struct cells *cells, size_t item)
{
	double sum = 0;

	for (size_t j = 0; j < cells->jurors; j++)
		if (cells_at(cells, item, j) != CELL_NONE)
			sum += points(cells, item, j);
	return sum / (double)cells_of_item(cells, item);
}

/* From one juror over what they have reviewed to others, as far as it leads: are all reached who
 * have reviewed anything? */
static bool is_connected(struct arena *arena, const struct cells *cells)
{
	bool *reached = arena_alloc(arena, (cells->jurors + 1) * sizeof(*reached));
	size_t first = 0;

	while (first < cells->jurors && cells_of_juror(cells, first) == 0)
		first++;
	if (first == cells->jurors)
		return false;
	reached[first] = true;
	for (bool more = true; more;) {
		more = false;
		for (size_t i = 0; i < cells->items; i++) {
			bool known = false;

			for (size_t j = 0; j < cells->jurors; j++)
				known = known || (reached[j] && cells_at(cells, i, j) != CELL_NONE);
			for (size_t j = 0; known && j < cells->jurors; j++)
				if (!reached[j] && cells_at(cells, i, j) != CELL_NONE)
					reached[j] = more = true;
		}
	}
	for (size_t j = 0; j < cells->jurors; j++)
		if (!reached[j] && cells_of_juror(cells, j) > 0)
			return false;
	return true;
}

/* The normal equations with the submissions taken out: one a juror, the last column what it is
 * equal to. Of these one follows from the others, so that each gets 1 added everywhere: the sum is
 * 0. */
static double *make_equations(struct arena *arena, const struct cells *cells)
{
	size_t n = cells->jurors, width = n + 1;
	double *rows = arena_alloc(arena, (n * width + 1) * sizeof(*rows));

	for (size_t j = 0; j < n; j++) {
		for (size_t k = 0; k < n; k++)
			rows[j * width + k] = 1;
		if (cells_of_juror(cells, j) == 0)
			rows[j * width + j] += 1; /* nothing is known: 0 */
	}
	for (size_t i = 0; i < cells->items; i++) {
		double mean = item_mean(cells, i), share = 1 / (double)cells_of_item(cells, i);

		for (size_t j = 0; j < n; j++) {
			if (cells_at(cells, i, j) == CELL_NONE)
				continue;
			rows[j * width + j] += 1;
			rows[j * width + n] += points(cells, i, j) - mean;
			for (size_t k = 0; k < n; k++)
				if (cells_at(cells, i, k) != CELL_NONE)
					rows[j * width + k] -= share;
		}
	}
	return rows;
}

/* Symmetric and positive definite: Gauss without looking for a pivot. The last column becomes the
 * solution. */
static void solve(double *rows, size_t n)
{
	size_t width = n + 1;

	for (size_t p = 0; p < n; p++)
		for (size_t r = 0; r < n; r++) {
			double factor = rows[r * width + p] / rows[p * width + p];

			for (size_t c = p; r != p && c < width; c++)
				rows[r * width + c] -= factor * rows[p * width + c];
		}
	for (size_t r = 0; r < n; r++)
		rows[r * width + n] /= rows[r * width + r];
}

struct severity severity_fit(struct arena *arena, const struct cells *cells)
{
	struct severity s = { .defined = is_connected(arena, cells) };
	size_t n = cells->jurors;

	s.items = arena_alloc(arena, (cells->items + 1) * sizeof(*s.items));
	s.jurors = arena_alloc(arena, (n + 1) * sizeof(*s.jurors));
	if (!s.defined)
		return s;
	double *rows = make_equations(arena, cells);
	solve(rows, n);
	for (size_t j = 0; j < n; j++)
		s.jurors[j] = cells_of_juror(cells, j) == 0 ? (double)NAN : rows[j * (n + 1) + n];
	for (size_t i = 0; i < cells->items; i++) {
		double sum = 0;

		for (size_t j = 0; j < n; j++)
			if (cells_at(cells, i, j) != CELL_NONE)
				sum += points(cells, i, j) - s.jurors[j];
		s.items[i] = sum / (double)cells_of_item(cells, i); /* NAN without any */
	}
	return s;
}

struct place *severity_order(
	struct arena *arena, const struct severity *s, const struct cells *cells)
{
	struct place *places = arena_alloc(arena, (cells->items + 1) * sizeof(*places));

	for (size_t i = 0; s->defined && i < cells->items; i++) {
		size_t better = 0, same = 0;

		if (cells_of_item(cells, i) == 0)
			continue;
		for (size_t k = 0; k < cells->items; k++) {
			if (cells_of_item(cells, k) == 0)
				continue;
			long long apart = llround((s->items[k] - s->items[i]) * 1e6);
			better += apart > 0 ? 1 : 0;
			same += apart == 0 ? 1 : 0;
		}
		places[i] = (struct place){ (int64_t)better + 1, same > 1 };
	}
	return places;
}

/* Mean and standard deviation of one juror's scores; 0 where all are equal. */
static void own_scale(const struct cells *cells, size_t juror, double *mean, double *deviation)
{
	double n = (double)cells_of_juror(cells, juror), sum = 0, squares = 0;
	int64_t seen = CELL_NONE;
	bool differ = false;

	for (size_t i = 0; i < cells->items; i++) {
		int64_t value = cells_at(cells, i, juror);

		if (value == CELL_NONE)
			continue;
		differ = differ || (seen != CELL_NONE && value != seen);
		seen = value;
		sum += points(cells, i, juror);
	}
	*mean = sum / n;
	for (size_t i = 0; i < cells->items; i++)
		if (cells_at(cells, i, juror) != CELL_NONE) {
			double apart = points(cells, i, juror) - *mean;

			squares += apart * apart;
		}
	*deviation = differ ? sqrt(squares / (n - 1)) : 0;
}

double *severity_z(struct arena *arena, const struct cells *cells)
{
	double *z = arena_alloc(arena, (cells->items * cells->jurors + 1) * sizeof(*z));

	for (size_t j = 0; j < cells->jurors; j++) {
		double mean, deviation;

		own_scale(cells, j, &mean, &deviation);
		for (size_t i = 0; i < cells->items; i++)
			z[i * cells->jurors + j] =
				cells_at(cells, i, j) == CELL_NONE ? (double)NAN :
				deviation > 0 ? (points(cells, i, j) - mean) / deviation :
						0;
	}
	return z;
}
