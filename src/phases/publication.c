/* SPDX-License-Identifier: MIT */
#include "src/phases/publication.h"

#include "src/base/daytime.h"
#include "src/base/i18n.h"
#include "src/ground/record.h"

static int64_t today(const struct context *ctx)
{
	return day_of_time(context_now(ctx));
}

struct error publication_possible(struct context *ctx)
{
	TRY(require(ctx, ACT_PUBLISH));
	TRY(context_mode_fault(ctx));
	if (db_is_readonly(ctx->db))
		return rule(N_("A page is made only where it can be written down that it was, and "
			       "this file can only be read."));
	return ok();
}

struct error publication_until_check(const struct context *ctx, int64_t until)
{
	return until < today(ctx) ? fail(E_INVALID, "take_down") : ok();
}

struct error publication_add(struct context *ctx, const struct publication *in, int64_t *id)
{
	struct arena arena = { 0 };
	struct publication p = *in;

	TRY(publication_possible(ctx));
	p.at = context_now(ctx);
	TRY(publication_until_check(ctx, p.until));
	struct error e = record_clean(&arena, &record_of_publication, &p, IN_ADD);
	if (e.code == E_OK)
		e = context_begin(ctx);
	if (e.code == E_OK) {
		e = store_publication_add(ctx->db, &p, ctx->account.id, id);
		e = context_end(ctx, e, "publication.add",
			reference_number(KIND_PUBLICATION, e.code == E_OK ? *id : 0).text);
	}
	arena_clear(&arena);
	return e;
}

struct error publication_ids(struct context *ctx, struct id_list *ids)
{
	TRY(require(ctx, ACT_READ));
	return store_publication_ids(ctx->db, ids);
}

struct error publication_due_ids(struct context *ctx, struct id_list *ids)
{
	TRY(require(ctx, ACT_READ));
	return store_publication_due_ids(ctx->db, today(ctx), ids);
}

struct error publication_get(
	struct context *ctx, struct arena *arena, int64_t id, struct publication *publication)
{
	TRY(require(ctx, ACT_READ));
	struct error e = store_publication_get(ctx->db, arena, id, publication);

	return e.code == E_NOT_FOUND ? fail(E_NOT_FOUND, "publication") : e;
}

const char *publication_state(const struct context *ctx, const struct publication *publication)
{
	if (publication->down != 0)
		return "down";
	return publication->until <= today(ctx) ? "due" : "published";
}

static struct error blocked(struct context *ctx, struct arena *arena, const struct act *act,
	int64_t id, const char **why)
{
	struct publication p;

	(void)act;
	TRY(publication_get(ctx, arena, id, &p));
	*why = p.down == 0 ? NULL : N_("It has been taken down already.");
	return ok();
}

/* Between the day it was made and today. */
static struct error check_day(struct context *ctx, struct arena *arena, int64_t id, int64_t day)
{
	struct publication p;

	TRY(publication_get(ctx, arena, id, &p));
	if (p.down != 0)
		return rule(N_("It has been taken down already."));
	if (day > today(ctx) || day < day_of_time(p.at))
		return rule(N_("A page is taken down between the day it was made and today."));
	return ok();
}

static struct error run(
	struct context *ctx, const struct act *act, int64_t id, const struct answers *answers)
{
	int64_t day = answers->rows[0].day == 0 ? today(ctx) : answers->rows[0].day;
	struct arena arena = { 0 };

	TRY(require(ctx, act->action));
	TRY(context_begin(ctx));
	struct error e = check_day(ctx, &arena, id, day);
	if (e.code == E_OK)
		e = store_publication_down(ctx->db, id, day);
	arena_clear(&arena);
	return context_end(ctx, e, act->log, reference_number(KIND_PUBLICATION, id).text);
}

static const struct act_ask asks[] = {
	{ .name = "taken_down",
		.option = "day",
		.kind = ASK_DAY,
		.help = N_("the day on which it was taken down; today unless given") },
};

const struct act publication_taking_down = { .verb = "take-down",
	.log = "publication.take_down",
	.told = N_("%s recorded that a page was taken off the web: %s."),
	.action = ACT_PUBLISH,
	.asks = asks,
	.ask_count = LEN(asks),
	.help = N_("Notes that the page has been taken off the web."),
	.title = NC_("title", "Taken down"),
	.question = N_("On which day was it taken off the web? Empty: today."),
	.done = N_("Noted that it has been taken down."),
	.many = N_("Have these %lu pages been taken off the web?"),
	.blocked = blocked,
	.run = run };
