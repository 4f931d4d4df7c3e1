/* SPDX-License-Identifier: MIT
 * Declarations of interest: Administrative Procedure Act (hallintolaki 434/2003) 27-30 §. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/judging/assigning.h"
#include "src/judging/review.h"

int64_t ground_of(const char *text)
{
	const char *code;

	for (size_t i = 0; (code = text_code(WORDS_GROUND, i)) != NULL; i++)
		if (strcmp(code, text) == 0 || strcmp(text_word(WORDS_GROUND, code), text) == 0)
			return (int64_t)i + 1;
	return 0;
}

static struct error add_conflict(struct context *ctx, const struct round *round, int64_t member_id,
	const struct declared_conflict *in)
{
	struct arena arena = { 0 };
	struct conflict row = { .member_id = member_id,
		.submission_id = deal_bars(round, in->submission_id),
		.ground = in->ground,
		.made = context_now(ctx),
		.state = "declared",
		.decided_by = "self",
		.found_in = "declaration",
		.source = "" };
	int64_t id;
	struct error e = input_lines(&arena, "reason", in->reason, REASON_MAX, false, &row.reason);

	if (e.code == E_OK && (in->ground < 1 || in->ground > 7))
		e = fail(E_INVALID, "ground");
	if (e.code == E_OK)
		e = store_conflict_add(ctx->db, &row, 0, &id);
	arena_clear(&arena);
	return e;
}

struct error declaration_insert(struct context *ctx, const struct round *round, int64_t member_id,
	const struct declared_conflict *conflicts, size_t n, const char *source)
{
	if (round_state_of(round->state) == ROUND_STATE_CLOSED)
		return rule(N_("The round is closed."));
	struct error e = store_declaration_add(ctx->db, member_id, context_now(ctx), source,
		*source == '\0' ? 0 : ctx->account.id);
	if (e.code == E_EXISTS)
		return rule(
			N_("This juror has already declared. A mistake is put right by the panel's "
			   "decision on the conflict."));
	TRY(e);
	for (size_t i = 0; i < n; i++)
		TRY(add_conflict(ctx, round, member_id, &conflicts[i]));
	return ok();
}

struct error member_find(
	struct context *ctx, struct arena *arena, int64_t round_id, const char *login, int64_t *id)
{
	struct members members;

	TRY(round_members(ctx, arena, round_id, &members));
	for (size_t i = 0; i < members.n; i++) {
		if (strcmp(members.rows[i].login, login) != 0)
			continue;
		*id = members.rows[i].id;
		return ok();
	}
	return fail(E_NOT_FOUND, "juror");
}

struct error declaration_enter(struct context *ctx, int64_t round_id, const char *login,
	const struct declared_conflict *conflicts, size_t n, const char *source)
{
	struct arena arena = { 0 };
	struct round round;
	const char *where = "";
	struct reference object = { "" };
	int64_t member;

	TRY(require_self(ctx, ACT_REVIEW_ENTER));
	struct error e = input_line(&arena, "source", source, FIELD_MAX, true, &where);
	if (e.code == E_OK)
		e = round_get(ctx, &arena, round_id, &round);
	if (e.code == E_OK)
		e = context_begin(ctx);
	if (e.code == E_OK) {
		object = reference_key(KIND_ROUND, round.key);
		e = member_find(ctx, &arena, round_id, login, &member);
		if (e.code == E_OK)
			e = declaration_insert(ctx, &round, member, conflicts, n, where);
		e = context_end(ctx, e, "declaration.enter", object.text);
	}
	arena_clear(&arena);
	return e;
}

struct error declaration_list(struct context *ctx, struct arena *arena, int64_t round_id,
	struct declarations *declarations)
{
	return store_declarations(ctx->db, arena, round_id, declarations);
}
