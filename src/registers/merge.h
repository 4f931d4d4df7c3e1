/* SPDX-License-Identifier: MIT
 * Two records that are one person, or one organization: the second becomes the first. Everything
 * that named it names the first from then on, and its name goes on finding it. It cannot be taken
 * back, so it has its reason. */
#pragma once

#include "db/store/organization.h"
#include "src/ground/context.h"

/* Where both stand, so that they cannot be one (two seats in one team, two logins): empty when they
 * can. */
struct error person_merge_clashes(struct context *ctx, struct arena *arena, int64_t keep,
	int64_t gone, struct text_rows *clashes);
/* E_RULE when they clash or are the same record; E_REQUIRED without a reason. */
struct error person_merge(struct context *ctx, int64_t keep, int64_t gone, const char *reason);

struct error organization_merge_clashes(struct context *ctx, struct arena *arena, int64_t keep,
	int64_t gone, struct text_rows *clashes);
struct error organization_merge(
	struct context *ctx, int64_t keep, int64_t gone, const char *reason);
