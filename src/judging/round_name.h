/* SPDX-License-Identifier: MIT
 * What a round is called: by what is judged in it. */
#pragma once

#include "src/judging/round.h"

/* For people: "Reviews of applications, challenge C-1"; challenge "" is all. */
const char *round_about(struct arena *arena, const char *kind, const char *challenge);
/* Of that round, in the arena. E_NOT_FOUND (its challenge), or as statements fail. */
struct error round_name(
	struct context *ctx, struct arena *arena, const struct round *round, const char **name);
