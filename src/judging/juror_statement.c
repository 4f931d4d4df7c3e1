/* SPDX-License-Identifier: MIT */
#include "src/judging/juror_statement.h"

#include <strings.h>

#include "src/base/i18n.h"
#include "src/judging/signing.h"

struct error juror_statements(
	struct context *ctx, struct arena *arena, struct juror_statement_list *statements)
{
	TRY(require(ctx, ACT_REVIEW_OWN));
	return store_juror_statements(ctx->db, arena, statements);
}

struct error juror_statement_get(
	struct context *ctx, struct arena *arena, int64_t id, struct juror_statement *statement)
{
	TRY(require(ctx, ACT_REVIEW_OWN));
	struct error e = store_juror_statement(ctx->db, arena, id, statement);

	return e.code == E_NOT_FOUND ? fail(E_NOT_FOUND, "statement") : e;
}

struct error juror_statement_find(struct context *ctx, struct arena *arena, const char *code,
	struct juror_statement *statement)
{
	struct juror_statement_list all;

	TRY(juror_statements(ctx, arena, &all));
	for (size_t i = 0; i < all.n; i++)
		if (strcasecmp(all.rows[i].code, code) == 0)
			return juror_statement_get(ctx, arena, all.rows[i].id, statement);
	return fail(E_NOT_FOUND, "statement");
}

const char *juror_sign_blocked(const struct juror_statement *s)
{
	if (s->signed_on != 0)
		return N_("You have signed it.");
	if (s->corrected)
		return N_("Another statement corrects this one: sign that.");
	if (member_state_of(s->seat) != MEMBER_STATE_ACTIVE)
		return N_("You no longer sit on the panel: you do not sign.");
	if (s->barred)
		return N_("A conflict of interest bars you from this round: you do not sign.");
	return s->opened ? N_("The names have been opened: a signature after that is none of this "
			      "statement.") :
			   NULL;
}

/* What the quorum needs is outside of the fence: over a connection beside it, for as long as the
 * act takes. Nothing of it comes back but whether it was done. */
struct error juror_sign(struct context *ctx, int64_t id)
{
	struct context beside;
	struct arena arena = { 0 };
	struct juror_statement mine;
	const char *code = "";

	TRY(require_self(ctx, ACT_REVIEW_OWN));
	struct error e = juror_statement_get(ctx, &arena, id, &mine);
	if (e.code == E_OK)
		e = context_beside(ctx, &beside);
	if (e.code == E_OK) {
		e = context_begin(&beside);
		if (e.code == E_OK) {
			e = signing_own(&beside, &arena, id, &code);
			e = context_end(&beside, e, "statement.sign", code);
		}
		ctx->wrote = ctx->wrote || beside.wrote;
		context_close(&beside);
	}
	arena_clear(&arena);
	return e;
}
