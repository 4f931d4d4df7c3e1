/* SPDX-License-Identifier: MIT */
#include "db/store/figure.h"

struct error store_range_put(struct db *db, const struct range *range)
{
	return db_run(db, Q_RANGE_PUT, ARGS(TXT(range->key), I64(range->low), I64(range->high)));
}

struct error store_ranges(struct db *db, struct arena *arena, struct ranges *ranges)
{
	static const struct row_field fields[] = {
		{ FIELD_TEXT, offsetof(struct range, key) },
		{ FIELD_INT, offsetof(struct range, low) },
		{ FIELD_INT, offsetof(struct range, high) },
	};
	static const struct shape shape = { sizeof(struct range), fields, LEN(fields) };

	return db_rows(db, Q_RANGES, NO_ARGS, &shape, arena, &ranges->rows, &ranges->n);
}

struct error store_figure_add(struct db *db, const struct figure *f, int64_t *id)
{
	return db_insert(db, Q_FIGURE_ADD,
		ARGS(TXT(f->key), I64(f->value), I64(f->day), TXT(f->source)), id);
}

struct error store_figures(struct db *db, struct arena *arena, struct figures *figures)
{
	static const struct row_field fields[] = {
		{ FIELD_INT, offsetof(struct figure, id) },
		{ FIELD_TEXT, offsetof(struct figure, key) },
		{ FIELD_INT, offsetof(struct figure, value) },
		{ FIELD_INT, offsetof(struct figure, day) },
		{ FIELD_TEXT, offsetof(struct figure, source) },
	};
	static const struct shape shape = { sizeof(struct figure), fields, LEN(fields) };

	return db_rows(db, Q_FIGURES, NO_ARGS, &shape, arena, &figures->rows, &figures->n);
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
