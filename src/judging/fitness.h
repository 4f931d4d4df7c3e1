/* SPDX-License-Identifier: MIT
 * The jury of a design contest (directive 2014/24/EU, article 81): its members are independent of
 * the entrants, and where the entrants must have a qualification, a third of them at least have it
 * too. What is known of each juror is written down; at the opening of the round it is held against
 * the rule, and the opening then needs its reason. */
#pragma once

#include "db/store/fitness.h"
#include "src/ground/checklist.h"
#include "src/judging/round.h"

/* What qualification the entrants must have; "" for none. */
struct error round_qualification(struct context *ctx, struct arena *arena, int64_t round_id,
	struct round_qualification *qualification);
struct error round_qualification_set(
	struct context *ctx, int64_t round_id, const char *qualification);
/* Of a member of the round. */
struct error juror_fitness(
	struct context *ctx, struct arena *arena, int64_t member_id, struct juror_fitness *fitness);
/* By the member's login: E_NOT_FOUND (field "juror"). "yes", "no", or "" for not known. */
struct error juror_fitness_set(struct context *ctx, int64_t round_id, const char *login,
	const struct juror_fitness *fitness);
/* What of it is missing, among the members that review. */
struct error fitness_check(struct context *ctx, struct arena *arena, const struct round *round,
	const struct members *members, struct checklist *list);
