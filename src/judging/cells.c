/* SPDX-License-Identifier: MIT */
#include "src/judging/cells.h"

struct cells cells_make(struct arena *arena, const struct matrix *m)
{
	int64_t *values = arena_alloc(arena, (m->items * m->jurors + 1) * sizeof(*values));
	struct cells cells = {
		.items = m->items, .jurors = m->jurors, .values = values, .unit = 0
	};

	for (size_t i = 0; i < m->items * m->jurors; i++)
		values[i] = CELL_NONE;
	for (size_t c = 0; c < m->criteria; c++)
		cells.unit += m->weights[c] * 1000;
	for (size_t i = 0; i < m->n; i++) {
		const struct ballot *b = &m->ballots[i];
		int64_t *value = &values[b->item * m->jurors + b->juror];

		*value = 0;
		for (size_t c = 0; c < m->criteria; c++)
			*value += m->weights[c] * b->scores[c];
	}
	return cells;
}

int64_t cells_at(const struct cells *cells, size_t item, size_t juror)
{
	return cells->values[item * cells->jurors + juror];
}

size_t cells_of_item(const struct cells *cells, size_t item)
{
	size_t n = 0;

	for (size_t j = 0; j < cells->jurors; j++)
		n += cells_at(cells, item, j) != CELL_NONE ? 1 : 0;
	return n;
}

size_t cells_of_juror(const struct cells *cells, size_t juror)
{
	size_t n = 0;

	for (size_t i = 0; i < cells->items; i++)
		n += cells_at(cells, i, juror) != CELL_NONE ? 1 : 0;
	return n;
}
