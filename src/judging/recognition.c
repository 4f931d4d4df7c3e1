/* SPDX-License-Identifier: MIT */
#include "src/judging/recognition.h"

#include <stdio.h>

#include "src/base/input.h"

struct error recognition_list(struct context *ctx, struct arena *arena, int64_t round_id,
	struct recognitions *recognitions)
{
	TRY(require(ctx, ACT_READ));
	return store_recognitions(ctx->db, arena, round_id, recognitions);
}

static struct error note(struct context *ctx, struct arena *arena, int64_t id, const char *decision,
	struct reference *object)
{
	struct recognitions all;
	struct round round;

	TRY(store_recognitions(ctx->db, arena, 0, &all));
	for (size_t i = 0; i < all.n; i++) {
		if (all.rows[i].id != id)
			continue;
		TRY(round_get(ctx, arena, all.rows[i].round_id, &round));
		*object = reference_part(KIND_ROUND, round.key, all.rows[i].code);
		return store_recognition_note(
			ctx->db, id, context_now(ctx), ctx->account.id, decision);
	}
	return fail(E_NOT_FOUND, "record");
}

struct error recognition_note(struct context *ctx, int64_t id, const char *decision)
{
	struct arena arena = { 0 };
	const char *words = "";
	struct reference object = { "" };

	TRY(require_self(ctx, ACT_REVIEW_ENTER));
	struct error e = input_lines(&arena, "decision", decision, REASON_MAX, true, &words);
	if (e.code == E_OK)
		e = context_begin(ctx);
	if (e.code == E_OK) {
		e = note(ctx, &arena, id, words, &object);
		e = context_end(ctx, e, "recognition.note", object.text);
	}
	arena_clear(&arena);
	return e;
}
