/* SPDX-License-Identifier: MIT
 * Which regime of correction and appeal a decision is made under. */
#pragma once

#include "db/store/decision.h"
#include "src/ground/context.h"

/* The regime offered for a decision on the round: by the organizer's legal profile (an authority
 * acts under the Act on Public Procurement, others by their own rules); against the choice of
 * problems there is none, for municipalities are no candidates. Its code. */
struct error regime_default(
	struct context *ctx, struct arena *arena, int64_t round_id, const char **code);
/* Inside of the transaction: the row that is in force on the decision's day, of the regime that it
 * names by id or else by code, or of the one that is offered. A statement has none. E_RULE. */
struct error regime_settle(struct context *ctx, struct arena *arena, struct decision *decision);
