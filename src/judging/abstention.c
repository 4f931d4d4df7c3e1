/* SPDX-License-Identifier: MIT */
#include "src/judging/abstention.h"

#include "src/base/i18n.h"
#include "src/base/input.h"

struct error abstention_list(
	struct context *ctx, struct arena *arena, int64_t round_id, struct abstentions *abstentions)
{
	TRY(require(ctx, ACT_READ));
	return store_abstentions(ctx->db, arena, round_id, abstentions);
}

struct error abstention_insert(
	struct context *ctx, int64_t assignment_id, const char *reason, const char *source)
{
	struct arena arena = { 0 };
	struct abstention row = { .assignment_id = assignment_id, .at = context_now(ctx) };
	struct error e = input_lines(&arena, "reason", reason, REASON_MAX, true, &row.reason);

	if (e.code == E_OK)
		e = input_line(&arena, "source", source, FIELD_MAX, false, &row.source);
	if (e.code == E_OK)
		e = store_abstention_add(ctx->db, &row, ctx->account.id);
	arena_clear(&arena);
	return e;
}

/* What both acts need, read inside the transaction. */
struct passing {
	struct arena arena;
	struct round round;
	struct assignment assignment;
	struct reference object;
};

static struct error read_passing(
	struct context *ctx, int64_t round_id, int64_t assignment_id, struct passing *p)
{
	struct members members;
	bool declared = false;

	TRY(round_get(ctx, &p->arena, round_id, &p->round));
	p->object = reference_key(KIND_ROUND, p->round.key);
	TRY(assignment_get(ctx, &p->arena, assignment_id, &p->assignment));
	TRY(round_members(ctx, &p->arena, round_id, &members));
	for (size_t i = 0; i < members.n; i++)
		if (members.rows[i].id == p->assignment.member_id)
			declared = members.rows[i].declared != 0;
	const char *blocked = assignment_blocked(&p->round, &p->assignment, declared);
	return blocked == NULL ? ok() : rule(blocked);
}

struct error abstention_add(struct context *ctx, int64_t round_id, int64_t assignment_id,
	const char *reason, const char *source)
{
	struct passing p = { 0 };

	TRY(require_self(ctx, ACT_REVIEW_ENTER));
	TRY(context_begin(ctx));
	struct error e = read_passing(ctx, round_id, assignment_id, &p);
	if (e.code == E_OK && p.assignment.abstained)
		e = rule(N_("The juror has abstained from it already."));
	if (e.code == E_OK)
		e = abstention_insert(ctx, assignment_id, reason, source);
	e = context_end(ctx, e, "review.abstain", p.object.text);
	arena_clear(&p.arena);
	return e;
}

struct error abstention_withdraw(struct context *ctx, int64_t round_id, int64_t assignment_id)
{
	struct passing p = { 0 };

	TRY(require_self(ctx, ACT_REVIEW_ENTER));
	TRY(context_begin(ctx));
	struct error e = read_passing(ctx, round_id, assignment_id, &p);
	if (e.code == E_OK && !p.assignment.abstained)
		e = rule(N_("The juror has not abstained from it."));
	if (e.code == E_OK)
		e = store_abstention_withdraw(ctx->db, assignment_id, context_now(ctx));
	e = context_end(ctx, e, "review.unabstain", p.object.text);
	arena_clear(&p.arena);
	return e;
}
