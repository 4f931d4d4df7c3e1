/* SPDX-License-Identifier: MIT */
#include "src/judging/fitness.h"

#include <string.h>

#include "src/base/i18n.h"
#include "src/ground/record.h"
#include "src/judging/change.h"
#include "src/phases/checklist.h"

enum { ONE_IN = 3 };

struct error round_qualification(struct context *ctx, struct arena *arena, int64_t round_id,
	struct round_qualification *qualification)
{
	TRY(require(ctx, ACT_READ));
	return store_round_qualification_get(ctx->db, arena, round_id, qualification);
}

static struct error put_qualification(
	struct context *ctx, struct arena *arena, const struct round *round, void *arg)
{
	struct round_qualification *q = arg;

	TRY(record_clean(arena, &record_of_round_qualification, q, IN_EDIT));
	return store_round_qualification_put(ctx->db, round->id, q->qualification);
}

struct error round_qualification_set(
	struct context *ctx, int64_t round_id, const char *qualification)
{
	struct round_qualification q = { round_id, qualification };

	return change_round(ctx, round_id, "round.qualification", put_qualification, &q);
}

struct error juror_fitness(
	struct context *ctx, struct arena *arena, int64_t member_id, struct juror_fitness *fitness)
{
	TRY(require(ctx, ACT_READ));
	return store_juror_fitness_get(ctx->db, arena, member_id, fitness);
}

struct saying {
	const char *login;
	struct juror_fitness fitness;
};

static struct error put_fitness(
	struct context *ctx, struct arena *arena, const struct round *round, void *arg)
{
	struct saying *said = arg;
	struct juror_fitness *f = &said->fitness;
	struct members members;

	TRY(store_members(ctx->db, arena, round->id, &members));
	for (size_t i = 0; i < members.n; i++)
		if (strcmp(members.rows[i].login, said->login) == 0)
			f->panel_member_id = members.rows[i].id;
	if (f->panel_member_id == 0)
		return fail(E_NOT_FOUND, "juror");
	TRY(record_clean(arena, &record_of_juror_fitness, f, IN_EDIT));
	f->independent = f->independent == NULL ? "" : f->independent;
	f->qualified = f->qualified == NULL ? "" : f->qualified;
	return store_juror_fitness_put(ctx->db, f);
}

static const char *code_or_none(const char *code)
{
	return code == NULL || *code == '\0' ? NULL : code;
}

struct error juror_fitness_set(struct context *ctx, int64_t round_id, const char *login,
	const struct juror_fitness *fitness)
{
	struct saying said = { login, { 0, code_or_none(fitness->independent),
					      code_or_none(fitness->qualified), fitness->note } };

	return change_round(ctx, round_id, "round.fitness", put_fitness, &said);
}

struct error fitness_check(struct context *ctx, struct arena *arena, const struct round *round,
	const struct members *members, struct checklist *list)
{
	struct round_qualification q;
	size_t reviewing = 0, qualified = 0;
	const char *dependent = "";

	TRY(store_round_qualification_get(ctx->db, arena, round->id, &q));
	for (size_t i = 0; i < members->n; i++) {
		const struct member *m = &members->rows[i];
		struct juror_fitness f;

		if (m->substitute || member_state_of(m->state) != MEMBER_STATE_ACTIVE)
			continue;
		TRY(store_juror_fitness_get(ctx->db, arena, m->id, &f));
		reviewing++;
		qualified += juror_known_of(f.qualified) == KNOWN_YES ? 1 : 0;
		if (juror_known_of(f.independent) == KNOWN_NO)
			dependent = arena_printf(arena, "%s%s%s", dependent,
				*dependent == '\0' ? "" : ", ", m->login);
	}
	checklist_add(list, *dependent != '\0',
		N_("Of a juror it is known that they are not independent of the entrants:"),
		dependent);
	checklist_add(list, *q.qualification != '\0' && qualified * ONE_IN < reviewing,
		N_("Less than a third of the jurors have the qualification that is asked of the "
		   "entrants:"),
		q.qualification);
	return ok();
}
