/* SPDX-License-Identifier: MIT
 * Figures of the law that change with time: thresholds of procurement and the general rate of VAT.
 * They are tables with a date and a source (src/phases/data), never constants in code; the day
 * decides. */
#include <string.h>

#include "src/base/daytime.h"
#include "src/base/money.h"
#include "src/intake/csv.h"
#include "src/phases/procurement.h"

extern const char data_thresholds[], data_vat[];

enum { COLUMN_FROM, COLUMN_KIND, COLUMN_EUROS, COLUMN_SOURCE, THRESHOLD_COLUMNS };
enum { VAT_FROM, VAT_PERCENT, VAT_SOURCE, VAT_COLUMNS };

static const char *const kinds[THRESHOLD_KINDS] = { "national", "eu" };

/* The newest row that is not younger than the day, of one kind. */
struct search_by_day {
	int64_t day, since;
	const char *kind;
	struct arena *arena;
	int64_t limit, vat;
	const char *source;
};

static struct error take_threshold(void *arg, const struct csv_row *row)
{
	struct search_by_day *search = arg;
	int64_t from;

	TRY(day_parse(row->cells[COLUMN_FROM].text, &from));
	if (from > search->day || from < search->since ||
		strcmp(row->cells[COLUMN_KIND].text, search->kind) != 0)
		return ok();
	search->since = from;
	search->source = arena_text(search->arena, row->cells[COLUMN_SOURCE].text);
	return money_parse("estimate", row->cells[COLUMN_EUROS].text, &search->limit);
}

static struct error take_vat(void *arg, const struct csv_row *row)
{
	struct search_by_day *search = arg;
	int64_t from;

	TRY(day_parse(row->cells[VAT_FROM].text, &from));
	if (from > search->day || from < search->since)
		return ok();
	search->since = from;
	return vat_parse("vat", row->cells[VAT_PERCENT].text, &search->vat);
}

/* At least so many percent of the limit; both are far below overflow. */
static bool reaches(int64_t value, int64_t limit, int64_t percent)
{
	return value * 100 >= limit * percent;
}

static void compare(
	const struct search_by_day *found, int64_t estimate, struct thresholds *thresholds)
{
	struct threshold t = {
		.kind = found->kind, .limit = found->limit, .source = found->source
	};

	t.past = estimate > t.limit || thresholds->together > t.limit;
	t.near = !t.past && (reaches(estimate, t.limit, THRESHOLD_NEAR_PERCENT) ||
				    reaches(thresholds->together, t.limit, THRESHOLD_NEAR_PERCENT));
	t.together =
		t.past ? estimate <= t.limit : !reaches(estimate, t.limit, THRESHOLD_NEAR_PERCENT);
	if (t.past || t.near)
		thresholds->rows[thresholds->n++] = t;
}

struct error negotiation_thresholds(struct context *ctx, struct arena *arena,
	const struct negotiation *n, struct thresholds *thresholds)
{
	int64_t day = n->started != 0 ? n->started : day_of_time(context_now(ctx));

	*thresholds = (struct thresholds){ 0 };
	if (n->estimate < 0)
		return ok();
	TRY(store_negotiation_estimates(ctx->db, n->challenge_id, &thresholds->together));
	for (size_t i = 0; i < LEN(kinds); i++) {
		struct search_by_day search = { .day = day,
			.since = INT64_MIN,
			.kind = kinds[i],
			.arena = arena,
			.limit = -1 };

		TRY(csv_each_row(data_thresholds, THRESHOLD_COLUMNS, take_threshold, &search));
		if (search.limit >= 0)
			compare(&search, n->estimate, thresholds);
	}
	return ok();
}

struct error vat_general(int64_t day, int64_t *tenths)
{
	struct search_by_day search = { .day = day, .since = INT64_MIN };

	TRY(csv_each_row(data_vat, VAT_COLUMNS, take_vat, &search));
	*tenths = search.vat;
	return ok();
}
