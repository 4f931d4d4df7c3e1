/* SPDX-License-Identifier: MIT
 * What the tests of the juror's side share: jurors j1 to j3 on two panels. "problems" is open, by
 * names, and a conflict bars one submission: P-001 to P-004. "solutions-C-1" is open, blind and
 * released, and a conflict bars the whole of it: the solutions of four teams, by their codes.
 * Nobody has declared. */
#pragma once

#include "tests/unit/fixture.h"

#include "src/judging/juror.h"
#include "src/judging/round.h"

enum { WORLD_SUBMISSIONS = 4, WORLD_JURORS = 3 };

struct world {
	struct fixture *f;
	struct context *ctx; /* office, an administrator */
	struct arena *arena;
	int64_t challenge, problems, solutions; /* the latter are rounds */
	const char *codes[WORLD_SUBMISSIONS]; /* in the blind round, of the teams in their order */
	const char *login, *body;
};

/* Every step must succeed. */
void world_make(struct world *world, struct fixture *f);
/* With another login than "j1" for the first juror, and another text of the solutions (may be
 * NULL). */
void world_make_for(struct world *world, struct fixture *f, const char *login, const char *body);

/* Another round with the same criteria and jurors, opened; a blind one is released before. */
int64_t world_round(struct world *world, const struct round *round);
/* Its steps: not opened yet, and the release of a blind one. */
int64_t world_plan(struct world *world, const struct round *round);
void world_release(struct world *world, int64_t round);
/* Attaches a plain text to the submission, under that name. */
void world_attach(struct context *ctx, const struct fixture *f, int64_t submission_id,
	const char *name, const char *text);
/* The code of a team's solution in a blind round. */
const char *world_code(const struct world *world, int64_t round, const char *team);
/* A session of that juror on the file. */
void world_enter(const struct world *world, const char *login, struct context *ctx);
/* That juror's assignment, by its code. */
int64_t world_assignment(
	const struct world *world, int64_t round, const char *login, const char *code);

extern const char *const world_teams[WORLD_SUBMISSIONS]; /* names */
