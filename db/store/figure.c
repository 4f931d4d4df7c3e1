/* SPDX-License-Identifier: MIT */
#include "db/store/figure.h"

struct error store_range_put(struct db *db, const struct range *range)
{
	return db_put(db, Q_RANGE_PUT, range, NO_ARGS, NULL);
}

static const struct field range_fields[] = {
	{ COLUMN(struct range, key), .name = "range", .word = NC_("field", "Planned range"),
		.meaning = MEANS_CODE, .words = WORDS_RANGE, .in = IN_TOLD },
	{ COLUMN(struct range, low), .name = "low", .word = NC_("field", "Least"),
		.meaning = MEANS_NUMBER, .in = IN_TOLD },
	{ COLUMN(struct range, high), .name = "high", .word = NC_("field", "Most"),
		.meaning = MEANS_NUMBER, .in = IN_TOLD },
};
const struct record record_of_range = RECORD_OF(range, "planned_range");

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
	{ COLUMN(struct figure, key), .name = "figure", .word = NC_("field", "Figure"),
		.meaning = MEANS_CODE, .words = WORDS_FIGURE,
		.in = IN_ADD | IN_TOLD | IN_REQUIRED },
	{ COLUMN(struct figure, value), .name = "published", .code = "value",
		.word = NC_("field", "Number"), .meaning = MEANS_NUMBER,
		.in = IN_ADD | IN_TOLD | IN_REQUIRED },
	{ COLUMN(struct figure, day), .name = "date", .word = NC_("field", "Date"),
		.meaning = MEANS_DAY, .in = IN_ADD | IN_TOLD },
	{ COLUMN(struct figure, source), .name = "source", .word = NC_("field", "Source"),
		.meaning = MEANS_LINE, .in = IN_ADD | IN_TOLD | IN_REQUIRED },
};
const struct record record_of_figure = RECORD_OF(figure, "published_figure");

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
