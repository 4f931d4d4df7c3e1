/* SPDX-License-Identifier: MIT */
#include "src/phases/application.h"

#include <stdio.h>
#include <string.h>

#include "src/base/i18n.h"

struct error application_clean(
	struct context *ctx, struct arena *arena, struct application_input *in)
{
	struct submission *s = &in->submission;

	s->id = 0;
	s->kind = "application";
	s->team_id = -1; /* known only in the transaction */
	if (in->team.id == 0)
		TRY(team_clean(ctx, arena, &in->team));
	if (s->title == NULL || *s->title == '\0')
		s->title = in->team.name;
	return submission_clean(ctx, arena, s);
}

struct error application_insert(struct context *ctx, struct arena *arena,
	struct application_input *in, char code[16], int64_t *id)
{
	struct submission *s = &in->submission;

	s->team_id = in->team.id;
	if (in->team.id == 0)
		TRY(team_insert(ctx, arena, &in->team, in->members, in->n, s->lang, &s->team_id));
	s->fingerprint = submission_fingerprint(arena, s);
	return submission_enter(ctx, &(struct submission_input){ .submission = *s }, code, id);
}

struct error application_add(
	struct context *ctx, const struct application_input *input, int64_t *id)
{
	struct arena arena = { 0 };
	struct application_input in = *input;
	char code[16] = "";

	TRY(require(ctx, ACT_SUBMISSION));
	struct error e = application_clean(ctx, &arena, &in);
	if (e.code == E_OK)
		e = context_begin(ctx);
	if (e.code == E_OK)
		e = context_end(ctx, application_insert(ctx, &arena, &in, code, id),
			"application.add", code);
	arena_clear(&arena);
	return e;
}

struct error application_moved(struct context *ctx, struct arena *arena, const struct submission *s,
	const char *state, const char *reason)
{
	bool withdrawn = submission_state_of(state) == SUBMISSION_STATE_WITHDRAWN;
	bool out = withdrawn || submission_state_of(state) == SUBMISSION_STATE_INELIGIBLE;
	struct team team;

	TRY(team_get(ctx, arena, s->team_id, &team));
	const char *next = withdrawn ? "withdrawn" : out ? "not_selected" : "applied";
	if (strcmp(team.state, next) == 0 ||
		(out && team_state_of(team.state) != TEAM_STATE_APPLIED))
		return ok();
	TRY(store_team_act_add(ctx->db, team.id,
		&(struct team_act){
			out ? "withdraw" : "restore", context_now(ctx), team.state, reason, NULL },
		ctx->account.id));
	return store_team_set_state(ctx->db, team.id, next);
}

struct error application_fit(struct context *ctx, struct arena *arena, struct submission *s)
{
	struct team team;

	TRY(team_get(ctx, arena, s->team_id, &team));
	s->challenge_id = team.challenge_id;
	if (submission_kind_of(s->kind) == SUBMISSION_KIND_APPLICATION)
		return team.application_id == 0 ?
			       ok() :
			       rule(N_("The team has already applied: record a new "
				       "version of its application."));
	if (team_state_of(team.state) != TEAM_STATE_SELECTED)
		return rule(N_("Only a team that was selected hands in a solution."));
	return team.solution_id == 0 ?
		       ok() :
		       rule(N_("The team has already handed in a solution: record a new "
			       "version of it."));
}
