/* SPDX-License-Identifier: MIT
 * What a value is beside the figures of the law of its day: the thresholds of procurement
 * (src/phases/threshold.h), and the general rate of VAT, a table with dates and sources
 * (src/phases/data). */
#include <string.h>

#include "src/base/daytime.h"
#include "src/base/money.h"
#include "src/base/csv.h"
#include "src/phases/challenge.h"
#include "src/phases/procurement.h"
#include "src/phases/threshold.h"

extern const char data_vat[];

enum { VAT_FROM, VAT_PERCENT, VAT_SOURCE, VAT_COLUMNS };

static const char *const kinds[THRESHOLD_KINDS] = { "national", "eu" };

/* The newest row that is not younger than the day. */
struct search_by_day {
	int64_t day, since;
	int64_t vat;
};

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

static void compare(const struct threshold_row *found, int64_t alone, struct thresholds *thresholds)
{
	struct threshold t = {
		.kind = found->kind, .limit = found->amount, .source = found->source
	};

	t.past = reaches(thresholds->value, t.limit, 100);
	t.near = !t.past && reaches(thresholds->value, t.limit, THRESHOLD_NEAR_PERCENT);
	t.together = !reaches(alone, t.limit, t.past ? 100 : THRESHOLD_NEAR_PERCENT);
	if (t.past || t.near)
		thresholds->rows[thresholds->n++] = t;
}

static struct error compare_all(struct context *ctx, struct arena *arena,
	const struct challenge *challenge, int64_t alone, struct thresholds *thresholds)
{
	for (size_t i = 0; thresholds->value > 0 && i < LEN(kinds); i++) {
		struct threshold_row found;
		struct error e = threshold_on(
			ctx, arena, kinds[i], challenge->procurement, thresholds->day, &found);

		if (e.code == E_OK)
			compare(&found, alone, thresholds);
		else if (e.code != E_NOT_FOUND)
			return e;
	}
	return ok();
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
	return compare_all(ctx, arena, &challenge,
		thresholds->of_contest ? thresholds->value : n->estimate, thresholds);
}

struct error challenge_thresholds(struct context *ctx, struct arena *arena, int64_t challenge_id,
	struct thresholds *thresholds)
{
	struct challenge challenge;

	*thresholds = (struct thresholds){ 0 };
	TRY(challenge_get(ctx, arena, challenge_id, &challenge));
	thresholds->value = challenge.value;
	thresholds->day = challenge.notice != 0 ? challenge.notice : day_of_time(context_now(ctx));
	thresholds->of_contest = challenge.value != 0;
	if (!thresholds->of_contest)
		TRY(store_negotiation_estimates(ctx->db, challenge_id, &thresholds->value));
	return compare_all(ctx, arena, &challenge, thresholds->value, thresholds);
}

struct error vat_general(int64_t day, int64_t *tenths)
{
	struct search_by_day search = { .day = day, .since = INT64_MIN };

	TRY(csv_each_row(data_vat, VAT_COLUMNS, take_vat, &search));
	*tenths = search.vat;
	return ok();
}
