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
	if (strcmp(team.state, "withdrawn") == 0 || strcmp(team.state, "declined") == 0)
		return ok();
	if (strcmp(s->kind, "application") == 0)
		return store_team_set_state(ctx->db, team.id, outcome);
	if (strcmp(outcome, "selected") == 0)
		return store_team_set_state(ctx->db, team.id, "winner");
	return strcmp(team.state, "winner") == 0 ?
		       store_team_set_state(ctx->db, team.id, "selected") :
		       ok();
}

struct error settle(struct context *ctx, struct arena *arena, const struct decision *d)
{
	struct decision_items items;

	if (strcmp(d->kind, "statement") == 0)
		return ok();
	TRY(store_decision_items(ctx->db, arena, d->id, &items));
	for (size_t i = 0; i < items.n; i++) {
		const struct decision_item *item = &items.rows[i];
		struct submission s;

		TRY(store_submission_get(ctx->db, arena, item->submission_id, &s));
		/* Who withdrew in between stays withdrawn. */
		if (strcmp(s.state, "withdrawn") == 0 || strcmp(s.state, "ineligible") == 0)
			continue;
		TRY(store_submission_set_state(ctx->db, s.id, item->outcome));
		if (s.team_id != 0)
			TRY(settle_team(ctx, arena, &s, item->outcome));
	}
	return ok();
}
