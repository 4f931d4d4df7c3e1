/* SPDX-License-Identifier: MIT
 * Challenges: what selected problems become, with a pilot municipality and titles in both
 * languages. A missing translation blocks only what is published in it. */
#pragma once

#include "db/store/challenge.h"
#include "src/ground/context.h"

/* From a problem an approved decision selected. Pilot 0: the problem's municipality. */
struct error challenge_add(
	struct context *ctx, int64_t problem_id, const struct challenge *challenge, int64_t *id);
struct error challenge_update(struct context *ctx, const struct challenge *challenge);
struct error challenge_get(
	struct context *ctx, struct arena *arena, int64_t id, struct challenge *challenge);
struct error challenge_find(struct context *ctx, const char *code, int64_t *id);
struct error challenge_ids(struct context *ctx, struct id_list *ids);
struct error challenge_problems(
	struct context *ctx, struct arena *arena, int64_t id, struct submission_titles *problems);
/* Selected problems that have become none yet. */
struct error challenge_candidates(struct context *ctx, struct id_list *ids);
/* In the language in use; `fallback` (may be NULL) says that it is another's. */
const char *challenge_title(const struct challenge *challenge, bool *fallback);
