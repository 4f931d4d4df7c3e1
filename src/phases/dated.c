/* SPDX-License-Identifier: MIT
 * Figures of the law that change with time: thresholds of procurement and the general rate of VAT.
 * They are tables with a date and a source (src/phases/data), never constants in code; the day
 * decides. */
#include <string.h>

#include "src/base/daytime.h"
#include "src/base/money.h"
#include "src/base/csv.h"
#include "src/phases/challenge.h"
#include "src/phases/procurement.h"

extern const char data_thresholds[], data_vat[];

enum { COLUMN_FROM, COLUMN_KIND, COLUMN_OBJECT, COLUMN_EUROS, COLUMN_SOURCE, THRESHOLD_COLUMNS };
enum { VAT_FROM, VAT_PERCENT, VAT_SOURCE, VAT_COLUMNS };

static const char *const kinds[THRESHOLD_KINDS] = { "national", "eu" };

/* The newest row that is not younger than the day, of one kind. */
struct search_by_day {
	int64_t day, since;
	const char *kind, *object;
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
		strcmp(row->cells[COLUMN_KIND].text, search->kind) != 0 ||
		strcmp(row->cells[COLUMN_OBJECT].text, search->object) != 0)
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

/* At least so many percent of the limit; both are far below overflow. The act applies to a value
 * that is not below the threshold: equal is enough (25 §; directive 2014/24/EU, article 4). */
static bool reaches(int64_t value, int64_t limit, int64_t percent)
{
	return value * 100 >= limit * percent;
}

static void compare(const struct search_by_day *found, int64_t alone, struct thresholds *thresholds)
{
	struct threshold t = {
		.kind = found->kind, .limit = found->limit, .source = found->source
	};

	t.past = reaches(thresholds->value, t.limit, 100);
	t.near = !t.past && reaches(thresholds->value, t.limit, THRESHOLD_NEAR_PERCENT);
	t.together = !reaches(alone, t.limit, t.past ? 100 : THRESHOLD_NEAR_PERCENT);
	if (t.past || t.near)
		thresholds->rows[thresholds->n++] = t;
}

/* What decides is the contest's: its notice, and the value estimated then. Where that has not been
 * recorded, the talks' own estimates and days stand in for it. */
static struct error fill_in(struct context *ctx, const struct negotiation *n,
	const struct challenge *challenge, struct thresholds *thresholds)
{
	thresholds->value = challenge->value;
	thresholds->day = challenge->notice != 0 ? challenge->notice :
			  n->started != 0        ? n->started :
						   day_of_time(context_now(ctx));
	thresholds->of_contest = challenge->value != 0;
	if (thresholds->of_contest || n->estimate < 0)
		return ok();
	return store_negotiation_estimates(ctx->db, n->challenge_id, &thresholds->value);
}

struct error negotiation_thresholds(struct context *ctx, struct arena *arena,
	const struct negotiation *n, struct thresholds *thresholds)
{
	struct challenge challenge;

	*thresholds = (struct thresholds){ 0 };
	TRY(challenge_get(ctx, arena, n->challenge_id, &challenge));
	TRY(fill_in(ctx, n, &challenge, thresholds));
	for (size_t i = 0; thresholds->value > 0 && i < LEN(kinds); i++) {
		struct search_by_day search = { .day = thresholds->day,
			.since = INT64_MIN,
			.kind = kinds[i],
			.object = challenge.procurement,
			.arena = arena,
			.limit = -1 };

		TRY(csv_each_row(data_thresholds, THRESHOLD_COLUMNS, take_threshold, &search));
		if (search.limit >= 0)
			compare(&search, thresholds->of_contest ? thresholds->value : n->estimate,
				thresholds);
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
