/* SPDX-License-Identifier: MIT */
#include "src/ground/competition.h"

#include "src/base/i18n.h"
#include "src/base/input.h"

struct error competition_get(
	struct context *ctx, struct arena *arena, struct competition *competition)
{
	return store_competition_get(ctx->db, arena, competition);
}

struct error competition_rename(struct context *ctx, const struct competition *in)
{
	struct arena arena = { 0 };
	struct competition c = *in;

	TRY(require(ctx, ACT_PLAN));
	struct error e = input_line(&arena, "name_fi", in->name_fi, FIELD_MAX, true, &c.name_fi);
	if (e.code == E_OK)
		e = input_line(&arena, "name_sv", in->name_sv, FIELD_MAX, true, &c.name_sv);
	if (e.code == E_OK)
		e = input_line(&arena, "name_en", in->name_en, FIELD_MAX, false, &c.name_en);
	if (e.code == E_OK)
		e = context_begin(ctx);
	if (e.code == E_OK)
		e = context_end(
			ctx, store_competition_update(ctx->db, &c), "competition.rename", "");
	arena_clear(&arena);
	return e;
}

const char *competition_name(const struct competition *competition)
{
	return i18n_pick(competition->name_fi, competition->name_sv, competition->name_en, NULL);
}
