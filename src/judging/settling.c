/* SPDX-License-Identifier: MIT */
#include "src/judging/settling.h"

#include <string.h>

#include "db/store/submission.h"
#include "db/store/team.h"

/* An application's outcome is its team's. Of the solutions the selected one wins; the others stay
 * teams that took part, and a correction takes a win back. */
static struct error settle_team(
	struct context *ctx, struct arena *arena, const struct submission *s, const char *outcome)
{
	struct team team;

	TRY(store_team_get(ctx->db, arena, s->team_id, &team));
	enum team_state state = team_state_of(team.state);
	if (state == TEAM_STATE_WITHDRAWN || state == TEAM_STATE_DECLINED)
		return ok();
	if (submission_kind_of(s->kind) == SUBMISSION_KIND_APPLICATION)
		return store_team_set_state(ctx->db, team.id, outcome);
	if (item_outcome_of(outcome) == OUTCOME_SELECTED)
		return store_team_set_state(ctx->db, team.id, "winner");
	return state == TEAM_STATE_WINNER ? store_team_set_state(ctx->db, team.id, "selected") :
					    ok();
}

struct error settle(struct context *ctx, struct arena *arena, const struct decision *d)
{
	struct decision_items items;

	if (decision_kind_of(d->kind) == DECISION_KIND_STATEMENT)
		return ok();
	TRY(store_decision_items(ctx->db, arena, d->id, &items));
	for (size_t i = 0; i < items.n; i++) {
		const struct decision_item *item = &items.rows[i];
		struct submission s;

		TRY(store_submission_get(ctx->db, arena, item->submission_id, &s));
		/* Who withdrew in between stays withdrawn. */
		if (submission_state_of(s.state) == SUBMISSION_STATE_WITHDRAWN ||
			submission_state_of(s.state) == SUBMISSION_STATE_INELIGIBLE)
			continue;
		TRY(store_submission_set_state(ctx->db, s.id, item->outcome));
		if (s.team_id != 0)
			TRY(settle_team(ctx, arena, &s, item->outcome));
	}
	return ok();
}
