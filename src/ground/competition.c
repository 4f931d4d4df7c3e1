/* SPDX-License-Identifier: MIT */
#include "src/ground/competition.h"

#include "src/base/i18n.h"
#include "src/ground/record.h"

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
	struct error e = record_clean(&arena, &record_of_competition, &c, IN_EDIT);
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
