/* SPDX-License-Identifier: MIT
 * How a tie was decided, told step by step in the language in use. */
#pragma once

#include "src/judging/standing.h"

struct tie_words {
	const char **lines;
	size_t n;
};

/* For one row of the ranking; no lines if nothing has the same score. Into the arena. */
struct error tie_tell(struct context *ctx, struct arena *arena, const struct standing *standing,
	const struct round *round, size_t row, struct tie_words *out);
