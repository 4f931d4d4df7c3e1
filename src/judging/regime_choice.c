/* SPDX-License-Identifier: MIT */
#include "src/judging/regime_choice.h"

#include "src/ground/competition.h"
#include "src/judging/round.h"
#include "src/registers/regime.h"

struct error regime_default(
	struct context *ctx, struct arena *arena, int64_t round_id, const char **code)
{
	struct competition competition;
	struct round round;

	TRY(round_get(ctx, arena, round_id, &round));
	TRY(competition_get(ctx, arena, &competition));
	if (submission_kind_of(round.kind) == SUBMISSION_KIND_PROBLEM)
		*code = REGIME_NONE;
	else
		*code = legal_profile_of(competition.legal_profile) == LEGAL_PROFILE_AUTHORITY ?
				"hankinta" :
				"yhdistys";
	return ok();
}

struct error regime_settle(struct context *ctx, struct arena *arena, struct decision *d)
{
	const char *code = d->regime;

	if (decision_kind_of(d->kind) == DECISION_KIND_STATEMENT) {
		d->regime_id = 0;
		return ok();
	}
	if (d->regime_id != 0)
		return regime_on_day(ctx, d->regime_id, d->day, &d->regime_id);
	if (code == NULL || *code == '\0')
		TRY(regime_default(ctx, arena, d->round_id, &code));
	return regime_find(ctx, code, d->day, &d->regime_id);
}
