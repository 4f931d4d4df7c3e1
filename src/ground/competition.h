/* SPDX-License-Identifier: MIT
 * What the competition is called. */
#pragma once

#include "db/store/meta.h"
#include "src/ground/context.h"

struct error competition_get(
	struct context *ctx, struct arena *arena, struct competition *competition);
struct error competition_rename(struct context *ctx, const struct competition *competition);
/* In the language in use. */
const char *competition_name(const struct competition *competition);
