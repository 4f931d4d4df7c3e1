/* SPDX-License-Identifier: MIT
 * What stands between a draft and its approval. */
#pragma once

#include "src/judging/decision.h"

struct error approval_review(struct context *ctx, struct arena *arena,
	const struct decision *decision, struct review_of_decision *review);
/* The first of what the jury's conclusion itself still lacks (N_), or NULL: a meeting ends with
 * that settled, and an approval asks for more. */
const char *approval_conclusion(
	const struct decision *decision, const struct review_of_decision *review);
