/* SPDX-License-Identifier: MIT
 * Counts are computed from the records; what was told to the public is kept beside them with its
 * source, and a mismatch shows. */
#pragma once

#include "db/store/figure.h"
#include "src/ground/context.h"

/* By the key of WORDS_FIGURE; E_NOT_FOUND (field "figure") for another. */
struct error figure_count(struct context *ctx, const char *key, int64_t *n);
/* Day 0 is today. The source is required: where the number was told. */
struct error figure_publish(struct context *ctx, const struct figure *figure, int64_t *id);
struct error figure_list(struct context *ctx, struct arena *arena, struct figures *figures);
