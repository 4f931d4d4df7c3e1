/* SPDX-License-Identifier: MIT */
#include "src/phases/figure.h"

#include <string.h>

#include "db/store/submission.h"
#include "src/base/daytime.h"
#include "src/ground/record.h"

static const struct {
	const char *key;
	enum record_count count;
} records[] = {
	{ "challenges", COUNT_CHALLENGES },
	{ "teams", COUNT_TEAMS },
	{ "winners", COUNT_WINNERS },
	{ "sessions", COUNT_SESSIONS },
	{ "mentors", COUNT_MENTORS },
};

static const struct {
	const char *key, *kind;
} submissions[] = {
	{ "problems", "problem" },
	{ "applications", "application" },
	{ "solutions", "solution" },
};

static struct error count_municipalities(struct context *ctx, bool with_coapplicants, int64_t *n)
{
	struct municipality_counts counts;

	TRY(store_submission_municipalities(ctx->db, "problem", &counts));
	*n = with_coapplicants ? counts.with_coapplicants : counts.alone;
	return ok();
}

struct error figure_count(struct context *ctx, const char *key, int64_t *n)
{
	for (size_t i = 0; i < LEN(records); i++)
		if (strcmp(records[i].key, key) == 0)
			return store_record_count(ctx->db, records[i].count, n);
	for (size_t i = 0; i < LEN(submissions); i++) {
		struct submission_counts counts;

		if (strcmp(submissions[i].key, key) != 0)
			continue;
		TRY(store_submission_counts(ctx->db, submissions[i].kind, &counts));
		*n = counts.counted;
		return ok();
	}
	if (strcmp(key, "municipalities") == 0 ||
		strcmp(key, "municipalities_with_coapplicants") == 0)
		return count_municipalities(ctx, strcmp(key, "municipalities") != 0, n);
	return fail(E_NOT_FOUND, "figure");
}

struct error figure_publish(struct context *ctx, const struct figure *in, int64_t *id)
{
	struct arena arena = { 0 };
	struct figure f = *in;

	TRY(require(ctx, ACT_PLAN));
	if (f.day == 0)
		f.day = day_of_time(context_now(ctx));
	if (f.value < 0)
		return fail(E_INVALID, "value");
	struct error e = record_clean(&arena, &record_of_figure, &f, IN_ADD);
	if (e.code == E_OK)
		e = context_begin(ctx);
	if (e.code == E_OK)
		e = context_end(ctx, store_figure_add(ctx->db, &f, id), "figure.publish", "");
	arena_clear(&arena);
	return e;
}

struct error figure_list(struct context *ctx, struct arena *arena, struct figures *figures)
{
	TRY(require(ctx, ACT_READ));
	return store_figures(ctx->db, arena, figures);
}
