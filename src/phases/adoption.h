/* SPDX-License-Identifier: MIT
 * Which municipalities take which solution into use. Each step is recorded with its day and none is
 * overwritten; the newest record is how it stands. */
#pragma once

#include "db/store/adoption.h"
#include "src/ground/context.h"

/* One more step of a municipality with a team's solution; day 0: today. E_INVALID (field "state")
 * for no code of WORDS_ADOPTION_STATE. */
struct error adoption_set(struct context *ctx, const struct adoption *step, int64_t *id);
/* One id a pair of municipality and solution; team_id 0: all. */
struct error adoption_ids(
	struct context *ctx, enum adoption_sort sort, int64_t team_id, struct id_list *ids);
/* How many steps there are of a team's solution. */
struct error adoption_steps_of_team(struct context *ctx, int64_t team_id, int64_t *n);
struct error adoption_of_municipality(
	struct context *ctx, int64_t municipality_id, struct id_list *ids);
struct error adoption_get(
	struct context *ctx, struct arena *arena, int64_t id, struct adoption *adoption);
struct error adoption_steps(
	struct context *ctx, struct arena *arena, int64_t id, struct adoption_steps *steps);
struct error adoption_counts(
	struct context *ctx, struct arena *arena, struct adoption_counts *counts);
/* How many municipalities pilot or use at least one solution. */
struct error adoption_municipalities(struct context *ctx, int64_t *n);
/* Teams whose solution can be adopted, winners first. */
struct error adoption_teams(struct context *ctx, struct id_list *team_ids);
