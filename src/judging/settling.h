/* SPDX-License-Identifier: MIT
 * What an approved decision does to submissions and teams. */
#pragma once

#include "db/store/decision.h"
#include "src/ground/context.h"

/* In the transaction that signs it. A statement settles nothing: the decision after it does. */
struct error settle(struct context *ctx, struct arena *arena, const struct decision *decision);
