/* SPDX-License-Identifier: MIT
 * How long there is to answer a request: a row with a date and its source, the day decides. */
#include <stdlib.h>

#include "db/base/codes.h"
#include "src/base/csv.h"
#include "src/base/daytime.h"
#include "src/base/text.h"
#include "src/phases/request.h"

extern const char data_request_terms[];

enum { COLUMN_FROM, COLUMN_DAYS, COLUMN_MONTHS, COLUMN_SOURCE, TERM_COLUMNS };

struct search_by_day {
	int64_t day, since;
	struct arena *arena;
	struct request_term *term;
};

static int64_t number_in(const struct csv_cell *cell)
{
	return strtoll(cell->text, NULL, 10);
}

static struct error take(void *arg, const struct csv_row *row)
{
	struct search_by_day *search = arg;
	int64_t from;

	TRY(day_parse(row->cells[COLUMN_FROM].text, &from));
	if (from > search->day || from < search->since)
		return ok();
	search->since = from;
	*search->term = (struct request_term){ number_in(&row->cells[COLUMN_DAYS]),
		number_in(&row->cells[COLUMN_MONTHS]),
		arena_text(search->arena, row->cells[COLUMN_SOURCE].text) };
	return ok();
}

struct error request_term(struct arena *arena, int64_t day, struct request_term *term)
{
	struct search_by_day search = { day, INT64_MIN, arena, term };

	*term = (struct request_term){ .source = "" };
	return csv_each_row(data_request_terms, TERM_COLUMNS, take, &search);
}

/* The same day of the later month, or its last one if it has no such day. */
static int64_t months_later(int64_t day, int64_t months)
{
	struct civil c = civil_of_day(day);
	int month = c.month + (int)months, year = c.year + (month - 1) / 12;
	int64_t last;

	month = (month - 1) % 12 + 1;
	last = day_of_civil(month == 12 ? year + 1 : year, month % 12 + 1, 1) - DAY_SECONDS;
	int64_t same = day_of_civil(year, month, 1) + (c.day - 1) * (int64_t)DAY_SECONDS;
	return same < last ? same : last;
}

int64_t request_due(const struct request_term *term, int64_t received, const char *extent)
{
	return request_extent_of(extent) == EXTENT_PLAIN ? received + term->days * DAY_SECONDS :
							   months_later(received, term->months);
}
