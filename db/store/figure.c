/* SPDX-License-Identifier: MIT */
#include "db/store/figure.h"

struct error store_range_put(struct db *db, const struct range *range)
{
	return db_put(db, Q_RANGE_PUT, range, NO_ARGS, NULL);
}

static const struct field range_fields[] = {
	{ COLUMN(struct range, key) },
	{ COLUMN(struct range, low) },
	{ COLUMN(struct range, high) },
};
const struct record record_of_range = RECORD(range);

struct error store_ranges(struct db *db, struct arena *arena, struct ranges *ranges)
{
	return db_rows(db, Q_RANGES, NO_ARGS, arena, &ranges->rows, &ranges->n);
}

struct error store_figure_add(struct db *db, const struct figure *f, int64_t *id)
{
	return db_put(db, Q_FIGURE_ADD, f, NO_ARGS, id);
}

static const struct field figure_fields[] = {
	{ COLUMN(struct figure, id) },
	{ COLUMN(struct figure, key) },
	{ COLUMN(struct figure, value) },
	{ COLUMN(struct figure, day) },
	{ COLUMN(struct figure, source) },
};
const struct record record_of_figure = RECORD(figure);

struct error store_figures(struct db *db, struct arena *arena, struct figures *figures)
{
	return db_rows(db, Q_FIGURES, NO_ARGS, arena, &figures->rows, &figures->n);
}

struct error store_record_count(struct db *db, enum record_count what, int64_t *n)
{
	static const enum query queries[] = {
		[COUNT_CHALLENGES] = Q_FIGURE_CHALLENGES,
		[COUNT_TEAMS] = Q_FIGURE_TEAMS,
		[COUNT_WINNERS] = Q_FIGURE_WINNERS,
		[COUNT_SESSIONS] = Q_FIGURE_SESSIONS,
		[COUNT_MENTORS] = Q_FIGURE_MENTORS,
	};

	return db_number(db, queries[what], NO_ARGS, n);
}
