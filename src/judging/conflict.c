/* SPDX-License-Identifier: MIT
 * Conflicts after the declaration: recorded later, and decided by the panel (hallintolaki 434/2003,
 * 29 §). */
#include <stdio.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/judging/assigning.h"
#include "src/judging/blind.h"
#include "src/judging/review.h"
#include "src/ground/sides.h"

/* While a blind round hides its names, what was found by code is told by code: the submission's own
 * would tie the code to a name. */
bool conflict_bars(const struct conflict *c)
{
	enum conflict_state state = conflict_state_of(c->state);

	return state == CONFLICT_STATE_DECLARED || state == CONFLICT_STATE_CONFIRMED;
}

struct error conflict_list(
	struct context *ctx, struct arena *arena, int64_t round_id, struct conflicts *conflicts)
{
	TRY(store_conflicts(ctx->db, arena, round_id, conflicts));
	for (size_t i = 0; i < conflicts->n; i++) {
		struct conflict *c = &conflicts->rows[i];

		c->by_code = conflict_found_of(c->found_in) == CONFLICT_FOUND_REVIEW &&
			     blind_hides(ctx, c->round_id);
		if (!c->by_code)
			continue;
		c->code = c->item_code;
		c->submission_id = 0;
	}
	return ok();
}

/* One that holds or waits already: a second row would have to be decided on as well. */
static struct error refuse_second(
	struct context *ctx, struct arena *arena, int64_t round_id, const struct conflict *row)
{
	struct conflicts all;
	bool sealed = sides_sealed(ctx, round_id);

	TRY(store_conflicts(ctx->db, arena, round_id, &all));
	for (size_t i = 0; i < all.n; i++) {
		const struct conflict *c = &all.rows[i];

		if (c->member_id != row->member_id || c->submission_id != row->submission_id)
			continue;
		/* What was found by code says nothing about a name, nor the other way round. */
		if (sealed && strcmp(c->found_in, row->found_in) != 0)
			continue;
		switch (conflict_state_of(c->state)) {
		case CONFLICT_STATE_DOUBTFUL:
			if (conflict_state_of(row->state) == CONFLICT_STATE_DOUBTFUL)
				return rule(N_("This doubt has been recorded already; the panel "
					       "decides on it."));
			break;
		case CONFLICT_STATE_DECLARED:
		case CONFLICT_STATE_CONFIRMED:
			return rule(N_("This conflict has been recorded already."));
		case CONFLICT_STATE_DISMISSED:
		case CONFLICT_STATE_WITHDRAWN:
		case CONFLICT_STATE_UNKNOWN:
			break;
		}
	}
	return ok();
}

struct error conflict_insert(struct context *ctx, int64_t round_id, int64_t member_id,
	const struct recorded_conflict *in)
{
	struct arena arena = { 0 };
	struct conflict row = { .member_id = member_id,
		.submission_id = in->conflict.submission_id,
		.ground = in->conflict.ground,
		.made = context_now(ctx),
		.state = in->doubtful ? "doubtful" : "declared",
		.decided_by = in->doubtful ? "nobody" : "self",
		.found_in = in->by_code ? "review" : "declaration" };
	struct round round;
	int64_t id;
	struct error e = row.ground < 1 || row.ground > 7 ? fail(E_INVALID, "ground") : ok();

	if (e.code == E_OK)
		e = round_get(ctx, &arena, round_id, &round);
	if (e.code == E_OK && !in->by_code)
		row.submission_id = deal_bars(&round, row.submission_id);
	if (e.code == E_OK)
		e = input_lines(&arena, "reason", in->conflict.reason, REASON_MAX, in->doubtful,
			&row.reason);
	if (e.code == E_OK)
		e = input_line(&arena, "source", in->source, FIELD_MAX, true, &row.source);
	if (e.code == E_OK)
		e = refuse_second(ctx, &arena, round_id, &row);
	if (e.code == E_OK)
		e = store_conflict_add(ctx->db, &row, ctx->account.id, &id);
	arena_clear(&arena);
	return e;
}

struct error conflict_add(struct context *ctx, int64_t round_id, const char *login,
	const struct recorded_conflict *conflict)
{
	struct arena arena = { 0 };
	struct round round;
	struct reference object = { "" };
	int64_t member;

	TRY(require_self(ctx, ACT_REVIEW_ENTER));
	struct error e = round_get(ctx, &arena, round_id, &round);
	if (e.code == E_OK)
		e = context_begin(ctx);
	if (e.code == E_OK) {
		object = reference_key(KIND_ROUND, round.key);
		e = member_find(ctx, &arena, round_id, login, &member);
		if (e.code == E_OK)
			e = conflict_insert(ctx, round_id, member, conflict);
		e = context_end(ctx, e, conflict->doubtful ? "conflict.doubt" : "conflict.add",
			object.text);
	}
	arena_clear(&arena);
	return e;
}

static struct error decide(
	struct context *ctx, struct arena *arena, int64_t id, bool stands, const char *reason)
{
	struct conflicts all;

	TRY(store_conflicts(ctx->db, arena, 0, &all));
	for (size_t i = 0; i < all.n; i++) {
		if (all.rows[i].id != id)
			continue;
		if (conflict_state_of(all.rows[i].state) != CONFLICT_STATE_DECLARED &&
			conflict_state_of(all.rows[i].state) != CONFLICT_STATE_DOUBTFUL)
			return rule(N_("This conflict has already been decided on or withdrawn."));
		return store_conflict_decide(
			ctx->db, id, stands ? "confirmed" : "dismissed", reason, context_now(ctx));
	}
	return fail(E_NOT_FOUND, "record");
}

struct error conflict_decide(
	struct context *ctx, int64_t conflict_id, bool stands, const char *reason)
{
	struct arena arena = { 0 };
	const char *why = "";
	struct reference object;

	TRY(require(ctx, ACT_REVIEW_ENTER));
	object = reference_number(KIND_CONFLICT, conflict_id);
	struct error e = input_lines(&arena, "reason", reason, REASON_MAX, true, &why);
	if (e.code == E_OK)
		e = context_begin(ctx);
	if (e.code == E_OK)
		e = context_end(ctx, decide(ctx, &arena, conflict_id, stands, why),
			stands ? "conflict.confirm" : "conflict.dismiss", object.text);
	arena_clear(&arena);
	return e;
}
