/* SPDX-License-Identifier: MIT */
#include "src/phases/adoption.h"

#include <string.h>

#include "db/store/contract.h"
#include "src/base/daytime.h"
#include "src/base/i18n.h"
#include "src/ground/record.h"

/* Only teams that came as far as to work out a solution have one to adopt. */
static struct error check_team(
	struct context *ctx, struct arena *arena, int64_t team_id, const char **code)
{
	struct negotiation n;

	struct error e = store_negotiation_get(ctx->db, arena, team_id, &n);
	if (e.code == E_NOT_FOUND)
		return fail(E_NOT_FOUND, "team");
	TRY(e);
	*code = n.team_code;
	switch (team_state_of(n.team_state)) {
	case TEAM_STATE_WINNER:
	case TEAM_STATE_SELECTED:
	case TEAM_STATE_DECLINED:
		return ok();
	case TEAM_STATE_APPLIED:
	case TEAM_STATE_RESERVE:
	case TEAM_STATE_NOT_SELECTED:
	case TEAM_STATE_WITHDRAWN:
	case TEAM_STATE_UNKNOWN:
		break;
	}
	return rule(
		N_("This team was not selected to work out a solution: there is nothing to take "
		   "into use."));
}

static struct error insert(struct context *ctx, struct arena *arena, const struct adoption *step,
	const char **code, int64_t *id)
{
	int64_t added;

	TRY(check_team(ctx, arena, step->team_id, code));
	TRY(store_adoption_add(ctx->db, step, &added));
	return store_adoption_find(ctx->db, step->municipality_id, step->team_id, id);
}

struct error adoption_set(struct context *ctx, const struct adoption *in, int64_t *id)
{
	struct arena arena = { 0 };
	struct adoption step = *in;
	const char *code = "";

	TRY(require(ctx, ACT_MONEY));
	if (step.municipality_id == 0)
		return fail(E_REQUIRED, "municipality");
	if (step.team_id == 0)
		return fail(E_REQUIRED, "team");
	if (step.day == 0)
		step.day = day_of_time(context_now(ctx));
	struct error e = record_clean(&arena, &record_of_adoption, &step, IN_ADD);
	if (e.code == E_OK)
		e = context_begin(ctx);
	if (e.code == E_OK) {
		e = insert(ctx, &arena, &step, &code, id);
		e = context_end(ctx, e, "adoption.set", code);
	}
	arena_clear(&arena);
	return e;
}

struct error adoption_ids(
	struct context *ctx, enum adoption_sort sort, int64_t team_id, struct id_list *ids)
{
	const char *lang = strcmp(i18n_lang(), "sv") == 0 ? "sv" : "fi";

	TRY(require(ctx, ACT_READ));
	return store_adoption_ids(ctx->db, sort, team_id, lang, ids);
}

struct error adoption_steps_of_team(struct context *ctx, int64_t team_id, int64_t *n)
{
	TRY(require(ctx, ACT_READ));
	return store_adoption_steps_of_team(ctx->db, team_id, n);
}

struct error adoption_of_municipality(
	struct context *ctx, int64_t municipality_id, struct id_list *ids)
{
	TRY(require(ctx, ACT_READ));
	return store_adoption_of_municipality(ctx->db, municipality_id, ids);
}

struct error adoption_get(
	struct context *ctx, struct arena *arena, int64_t id, struct adoption *adoption)
{
	TRY(require(ctx, ACT_READ));
	return store_adoption_get(ctx->db, arena, id, adoption);
}

struct error adoption_steps(
	struct context *ctx, struct arena *arena, int64_t id, struct adoption_steps *steps)
{
	TRY(require(ctx, ACT_READ));
	return store_adoption_steps(ctx->db, arena, id, steps);
}

struct error adoption_counts(
	struct context *ctx, struct arena *arena, struct adoption_counts *counts)
{
	TRY(require(ctx, ACT_READ));
	return store_adoption_counts(ctx->db, arena, counts);
}

struct error adoption_municipalities(struct context *ctx, int64_t *n)
{
	TRY(require(ctx, ACT_READ));
	return store_adoption_municipalities(ctx->db, n);
}

struct error adoption_teams(struct context *ctx, struct id_list *team_ids)
{
	TRY(require(ctx, ACT_READ));
	return store_adoption_teams(ctx->db, team_ids);
}
