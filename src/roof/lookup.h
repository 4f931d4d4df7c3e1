/* SPDX-License-Identifier: MIT
 * Searching everything: the best hits with what a list shows of them. */
#pragma once

#include "src/roof/kinds.h"

struct founds {
	struct found *rows;
	size_t n;
};

/* Where a person looks for what kinds_find finds: what a team has sent is on the team's page. */
struct error lookup_code(
	struct context *ctx, struct arena *arena, const char *code, struct found *found);
/* The code itself where people use it, else the name it stands for. */
const char *lookup_shown(struct context *ctx, struct arena *arena, const char *code);

/* At most `limit`, the best first; none for an empty text. */
struct error lookup(struct context *ctx, struct arena *arena, const char *words, int64_t limit,
	struct founds *founds);
