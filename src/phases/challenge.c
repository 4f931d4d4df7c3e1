/* SPDX-License-Identifier: MIT */
#include "src/phases/challenge.h"

#include <stdio.h>
#include <string.h>

#include "db/search.h"
#include "db/store/code.h"
#include "db/store/decision.h"
#include "src/base/i18n.h"
#include "src/ground/record.h"
#include "src/base/money.h"
#include "src/phases/submission.h"

static struct error clean(struct arena *arena, struct challenge *c)
{
	TRY(record_clean(arena, &record_of_challenge, c, IN_ADD));
	if (c->value < 0 || c->value > MONEY_MAX)
		return (struct error){
			.code = E_RANGE, .field = "contest_value", .high = MONEY_MAX / 100
		};
	if (*c->title_fi == '\0' && *c->title_sv == '\0')
		return fail(E_REQUIRED, "title_fi");
	return ok();
}

static struct error check_problem(
	struct context *ctx, struct arena *arena, int64_t problem_id, struct submission *problem)
{
	int64_t challenge;

	TRY(submission_get(ctx, arena, problem_id, problem));
	if (submission_kind_of(problem->kind) != SUBMISSION_KIND_PROBLEM)
		return fail(E_NOT_FOUND, "problem");
	if (submission_state_of(problem->state) != SUBMISSION_STATE_SELECTED)
		return rule(N_("Only a problem that an approved decision selected becomes a "
			       "challenge."));
	struct error e = store_challenge_of_problem(ctx->db, problem_id, &challenge);
	if (e.code == E_OK)
		return rule(N_("The problem has already become a challenge."));
	return e.code == E_NOT_FOUND ? ok() : e;
}

static struct error insert(struct context *ctx, struct arena *arena, int64_t problem_id,
	struct challenge *c, char code[16], int64_t *id)
{
	struct submission problem;

	TRY(check_problem(ctx, arena, problem_id, &problem));
	if (c->pilot_id == 0)
		c->pilot_id = problem.municipality_id;
	if (c->pilot_id == 0)
		return fail(E_REQUIRED, "pilot");
	TRY(store_code_next(ctx->db, "challenge", &c->number));
	snprintf(code, 16, "C-%d", (int)c->number);
	c->code = code;
	TRY(store_challenge_add(ctx->db, c, id));
	TRY(store_challenge_problem_add(ctx->db, *id, problem_id));
	return search_index(ctx->db, SEARCH_CHALLENGE, *id);
}

struct error challenge_add(
	struct context *ctx, int64_t problem_id, const struct challenge *challenge, int64_t *id)
{
	struct arena arena = { 0 };
	struct challenge c = *challenge;
	char code[16] = "";

	TRY(require(ctx, ACT_CHALLENGE));
	struct error e = clean(&arena, &c);
	if (e.code == E_OK)
		e = context_begin(ctx);
	if (e.code == E_OK)
		e = context_end(
			ctx, insert(ctx, &arena, problem_id, &c, code, id), "challenge.add", code);
	arena_clear(&arena);
	return e;
}

struct error challenge_update(struct context *ctx, const struct challenge *challenge)
{
	struct arena arena = { 0 };
	struct challenge c = *challenge;

	TRY(require(ctx, ACT_CHALLENGE));
	struct error e = clean(&arena, &c);
	if (e.code == E_OK)
		e = context_begin(ctx);
	if (e.code == E_OK) {
		e = store_challenge_update(ctx->db, &c);
		if (e.code == E_OK)
			e = search_index(ctx->db, SEARCH_CHALLENGE, c.id);
		e = context_end(ctx, e, "challenge.edit", challenge->code);
	}
	arena_clear(&arena);
	return e;
}

struct error challenge_get(
	struct context *ctx, struct arena *arena, int64_t id, struct challenge *challenge)
{
	struct error e = store_challenge_get(ctx->db, arena, id, challenge);

	return e.code == E_NOT_FOUND ? fail(E_NOT_FOUND, "challenge") : e;
}

struct error challenge_find(struct context *ctx, const char *code, int64_t *id)
{
	struct error e = store_challenge_find(ctx->db, code, id);

	return e.code == E_NOT_FOUND ? fail(E_NOT_FOUND, "challenge") : e;
}

struct error challenge_ids(struct context *ctx, struct id_list *ids)
{
	return store_challenge_ids(ctx->db, ids);
}

struct error challenge_problems(
	struct context *ctx, struct arena *arena, int64_t id, struct submission_titles *problems)
{
	return store_challenge_problems(ctx->db, arena, id, problems);
}

struct error challenge_candidates(struct context *ctx, struct id_list *ids)
{
	return store_problems_without_challenge_ids(ctx->db, ids);
}

const char *challenge_title(const struct challenge *challenge, bool *fallback)
{
	return i18n_pick(challenge->title_fi, challenge->title_sv, challenge->title_en, fallback);
}
