/* SPDX-License-Identifier: MIT
 * Which regime of correction and appeal a decision is made under. */
#pragma once

#include "db/store/decision.h"
#include "src/ground/context.h"

/* What is offered, and why in a sentence, translated. */
struct regime_offer {
	const char *code, *why;
};

/* The regime offered for a decision on the round. An authority acts under the Act on Public
 * Procurement where the contest's value is not below the national threshold of its notice's day
 * (1397/2016, 25 §), or is not known; below it there is no appeal to the Market Court, and the
 * Local Government Act is offered. Others follow their own rules. Against the choice of problems
 * there is none, for municipalities are no candidates. */
struct error regime_offered(
	struct context *ctx, struct arena *arena, int64_t round_id, struct regime_offer *offer);
/* Is the decision under another regime than the one offered, and nobody says why? Where it is one
 * without remedies, its ground says it. */
struct error regime_unexplained(
	struct context *ctx, struct arena *arena, const struct decision *decision, bool *yes);
/* Inside of the transaction: the row that is in force on the decision's day, of the regime that it
 * names by id or else by code, or of the one that is offered; on problems with the ground for
 * which there is none, unless another is written. A statement has none. E_RULE. */
struct error regime_settle(struct context *ctx, struct arena *arena, struct decision *decision);
/* The ground for which there is no appeal, in the language in use where it is the usual one. */
const char *regime_ground(const struct decision *decision);
