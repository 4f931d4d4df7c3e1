/* SPDX-License-Identifier: MIT
 * What stands between a draft and its approval. */
#pragma once

#include "src/judging/decision.h"

struct error approval_review(struct context *ctx, struct arena *arena,
	const struct decision *decision, struct review_of_decision *review);
/* The first of what the review found that blocks (N_), or NULL. */
const char *approval_blocker(
	const struct decision *decision, const struct review_of_decision *review);
