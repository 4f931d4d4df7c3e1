/* SPDX-License-Identifier: MIT */
#include "src/phases/notice.h"

#include <stdio.h>
#include <string.h>

#include "db/store/code.h"
#include "src/base/daytime.h"
#include "src/base/i18n.h"
#include "src/ground/record.h"
#include "src/phases/challenge.h"
#include "src/phases/contract.h"
#include "src/phases/procurement.h"
#include "src/phases/threshold.h"

enum { CODE_SIZE = 24 };

static int64_t today(const struct context *ctx)
{
	return day_of_time(context_now(ctx));
}

/* A contract's notice is its challenge's too. */
static struct error find_challenge(struct context *ctx, struct arena *arena, struct notice *n)
{
	struct negotiation talks;
	struct contract c;

	if (n->contract_id == 0)
		return notice_kind_of(n->kind) == NOTICE_KIND_AWARD ? fail(E_REQUIRED, "contract") :
								      ok();
	TRY(contract_get(ctx, arena, n->contract_id, &c));
	TRY(negotiation_get(ctx, arena, c.team_id, &talks));
	if (n->challenge_id != 0 && n->challenge_id != talks.challenge_id)
		return rule(N_("The contract is of another challenge: leave the challenge out, or "
			       "give the contract's."));
	n->challenge_id = talks.challenge_id;
	return ok();
}

static struct error check_days(struct context *ctx, const struct notice *n)
{
	if (n->published != 0 && n->sent == 0)
		return rule(N_("What has been published has been sent: give the day of the sending "
			       "too."));
	if (n->published != 0 && n->published < n->sent)
		return rule(N_("A notice is not published before it is sent."));
	if (n->sent > today(ctx) || n->published > today(ctx))
		return rule(N_("That day has not come yet: a notice is marked as sent or published "
			       "when it has been."));
	return ok();
}

/* The day that its time runs from: 0 where there is none. */
static struct error begins(
	struct context *ctx, struct arena *arena, const struct notice *n, int64_t *day)
{
	struct owed_results results;
	struct contract c;

	*day = 0;
	if (notice_kind_of(n->kind) == NOTICE_KIND_AWARD) {
		TRY(contract_get(ctx, arena, n->contract_id, &c));
		*day = c.day;
	}
	if (notice_kind_of(n->kind) != NOTICE_KIND_RESULT || n->challenge_id == 0)
		return ok();
	TRY(store_notice_owed_results(ctx->db, arena, &results));
	for (size_t i = 0; i < results.n; i++)
		if (results.rows[i].challenge_id == n->challenge_id)
			*day = results.rows[i].day;
	return ok();
}

static const char *figure_of(const char *notice_kind)
{
	return notice_kind_of(notice_kind) == NOTICE_KIND_AWARD ? "award_notice" : "result_notice";
}

static struct error count_due(struct context *ctx, struct arena *arena, struct notice *n)
{
	int64_t from;

	if (n->due != 0)
		return ok();
	TRY(begins(ctx, arena, n, &from));
	return from == 0 ? ok() : threshold_due(ctx, figure_of(n->kind), from, &n->due);
}

static struct error insert(struct context *ctx, struct arena *arena, struct notice *n,
	char code[CODE_SIZE], int64_t *id)
{
	TRY(find_challenge(ctx, arena, n));
	TRY(check_days(ctx, n));
	TRY(count_due(ctx, arena, n));
	TRY(store_code_next(ctx->db, "notice", &n->number));
	snprintf(code, CODE_SIZE, "N-%lld", (long long)n->number);
	n->code = code;
	return store_notice_add(ctx->db, n, id);
}

struct error notice_add(struct context *ctx, const struct notice *in, int64_t *id)
{
	struct arena arena = { 0 };
	struct notice n = *in;
	char code[CODE_SIZE] = "";

	TRY(require(ctx, ACT_MONEY));
	struct error e = record_clean(&arena, &record_of_notice, &n, IN_ADD);
	if (e.code == E_OK)
		e = context_begin(ctx);
	if (e.code == E_OK) {
		e = insert(ctx, &arena, &n, code, id);
		e = context_end(ctx, e, "notice.add", code);
	}
	arena_clear(&arena);
	return e;
}

static struct error update(struct context *ctx, struct arena *arena, struct notice *n)
{
	struct notice now;

	TRY(notice_get(ctx, arena, n->id, &now));
	n->code = now.code;
	n->kind = now.kind;
	TRY(find_challenge(ctx, arena, n));
	TRY(check_days(ctx, n));
	return store_notice_update(ctx->db, n);
}

struct error notice_update(struct context *ctx, const struct notice *in)
{
	struct arena arena = { 0 };
	struct notice n = *in;

	TRY(require(ctx, ACT_MONEY));
	struct error e = record_clean(&arena, &record_of_notice, &n, IN_EDIT);
	if (e.code == E_OK)
		e = context_begin(ctx);
	if (e.code == E_OK) {
		e = update(ctx, &arena, &n);
		e = context_end(ctx, e, "notice.edit", n.code == NULL ? "" : n.code);
	}
	arena_clear(&arena);
	return e;
}

struct error notice_get(struct context *ctx, struct arena *arena, int64_t id, struct notice *notice)
{
	TRY(require(ctx, ACT_READ));
	struct error e = store_notice_get(ctx->db, arena, id, notice);

	return e.code == E_NOT_FOUND ? fail(E_NOT_FOUND, "notice_record") : e;
}

struct error notice_find(struct context *ctx, const char *code, int64_t *id)
{
	struct error e = store_notice_find(ctx->db, code, id);

	return e.code == E_NOT_FOUND ? fail(E_NOT_FOUND, "notice_record") : e;
}

struct error notice_ids(struct context *ctx, struct id_list *ids)
{
	TRY(require(ctx, ACT_READ));
	return store_notice_ids(ctx->db, ids);
}

struct error notice_due_ids(struct context *ctx, int days, struct id_list *ids)
{
	TRY(require(ctx, ACT_READ));
	return store_notice_due_ids(ctx->db, today(ctx) + (int64_t)days * DAY_SECONDS, ids);
}

const char *notice_state(const struct context *ctx, const struct notice *n)
{
	if (n->published != 0)
		return "published";
	if (n->sent != 0)
		return "sent";
	return n->due != 0 && n->due < today(ctx) ? "overdue" : "open";
}

/* Does the act ask for notices about that challenge? */
static struct error reaches_national(
	struct context *ctx, struct arena *arena, int64_t challenge_id, bool *reaches)
{
	struct thresholds list;

	*reaches = false;
	TRY(challenge_thresholds(ctx, arena, challenge_id, &list));
	for (size_t i = 0; i < list.n; i++)
		*reaches = *reaches || list.rows[i].past;
	return ok();
}

static struct error owe(
	struct context *ctx, struct owed_notices *owed, const struct owed_notice *one, int64_t from)
{
	struct owed_notice *row = &owed->rows[owed->n++];

	*row = *one;
	return threshold_due(ctx, figure_of(one->kind), from, &row->due);
}

static struct error owe_award(
	struct context *ctx, struct arena *arena, int64_t contract_id, struct owed_notices *owed)
{
	struct negotiation talks;
	struct contract c;
	bool reaches;

	TRY(contract_get(ctx, arena, contract_id, &c));
	TRY(negotiation_get(ctx, arena, c.team_id, &talks));
	TRY(reaches_national(ctx, arena, talks.challenge_id, &reaches));
	return reaches ? owe(ctx, owed, &(struct owed_notice){ "award", c.code, c.id, 0 }, c.day) :
			 ok();
}

static struct error owe_result(struct context *ctx, struct arena *arena,
	const struct owed_result *result, struct owed_notices *owed)
{
	const struct owed_notice one = { "result", result->challenge_code, result->challenge_id,
		0 };
	bool reaches;

	TRY(reaches_national(ctx, arena, result->challenge_id, &reaches));
	return reaches ? owe(ctx, owed, &one, result->day) : ok();
}

struct error notice_owed(struct context *ctx, struct arena *arena, struct owed_notices *owed)
{
	struct owed_results results;
	struct id_list contracts = { 0 };

	TRY(require(ctx, ACT_READ));
	TRY(store_notice_owed_results(ctx->db, arena, &results));
	struct error e = store_notice_owed_contracts(ctx->db, &contracts);
	*owed = (struct owed_notices){
		arena_alloc(arena, (results.n + contracts.n + 1) * sizeof(*owed->rows)), 0
	};
	for (size_t i = 0; e.code == E_OK && i < results.n; i++)
		e = owe_result(ctx, arena, &results.rows[i], owed);
	for (size_t i = 0; e.code == E_OK && i < contracts.n; i++)
		e = owe_award(ctx, arena, contracts.ids[i], owed);
	id_list_clear(&contracts);
	return e;
}
