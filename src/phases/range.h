/* SPDX-License-Identifier: MIT
 * How many were planned, by the keys of WORDS_RANGE. */
#pragma once

#include "db/store/figure.h"
#include "src/ground/context.h"

/* What a new competition begins with: 4-6 challenges, 8-12 teams, at most 5 a challenge, 3-5
 * members, one winner a challenge. */
struct error range_load_first(struct db *db);
struct error range_list(struct context *ctx, struct arena *arena, struct ranges *ranges);
struct error range_set(struct context *ctx, const struct range *range);
