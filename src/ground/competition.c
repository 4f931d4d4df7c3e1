/* SPDX-License-Identifier: MIT */
#include "src/ground/competition.h"

#include <string.h>

#include "db/store/decision.h"
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

struct error competition_make_rehearsal(struct context *ctx, const struct competition *names)
{
	struct arena arena = { 0 };
	struct competition c = *names;
	struct error e = record_clean(&arena, &record_of_competition, &c, IN_EDIT);

	if (e.code == E_OK)
		e = context_begin(ctx);
	if (e.code == E_OK) {
		e = store_meta_put(ctx->db, "rehearsal", "1");
		if (e.code == E_OK)
			e = store_competition_update(ctx->db, &c);
		e = context_end(ctx, e, "competition.rehearse", "");
	}
	ctx->rehearsal = ctx->rehearsal || e.code == E_OK;
	arena_clear(&arena);
	return e;
}

/* Inside of the transaction. */
static struct error change_profile(struct context *ctx, struct profile_act *act)
{
	struct arena arena = { 0 };
	struct competition now = { .legal_profile = "" };
	int64_t decisions = 0;
	struct error e = competition_get(ctx, &arena, &now);

	if (e.code == E_OK && strcmp(now.legal_profile, act->legal_profile) == 0)
		e = rule(N_("That is the kind of organizer already."));
	if (e.code == E_OK)
		e = store_decision_count_signed(ctx->db, &decisions);
	if (e.code == E_OK && decisions > 0)
		e = rule(N_(
			"A decision has been approved by the rules of this kind of organizer: it "
			"cannot be changed any more."));
	act->before = now.legal_profile;
	if (e.code == E_OK)
		e = store_competition_profile(ctx->db, act);
	arena_clear(&arena);
	return e;
}

struct error competition_set_profile(struct context *ctx, const char *profile, const char *reason)
{
	struct arena arena = { 0 };
	struct profile_act act = { .at = context_now(ctx),
		.account_id = ctx->account.id,
		.legal_profile = profile,
		.reason = reason };

	TRY(require(ctx, ACT_PROFILE));
	struct error e = record_clean(&arena, &record_of_profile_act, &act, IN_ADD);
	if (e.code == E_OK)
		e = context_begin(ctx);
	if (e.code == E_OK)
		e = context_end(ctx, change_profile(ctx, &act), "competition.profile", "");
	arena_clear(&arena);
	return e;
}

struct error competition_profile_acts(
	struct context *ctx, struct arena *arena, struct profile_acts *acts)
{
	TRY(require(ctx, ACT_READ));
	return store_profile_acts(ctx->db, arena, acts);
}

const char *competition_name(const struct competition *competition)
{
	return i18n_pick(competition->name_fi, competition->name_sv, competition->name_en, NULL);
}
