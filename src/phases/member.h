/* SPDX-License-Identifier: MIT
 * Inside of team.h: a member in the caller's transaction. */
#pragma once

#include "src/phases/team.h"

/* E_EXISTS (field "member") if the person is already in the team. `lang`: a new person's language,
 * that of what the team sent. */
struct error member_insert(struct context *ctx, struct arena *arena, int64_t team_id,
	const struct member_input *member, const char *lang, int64_t day);
