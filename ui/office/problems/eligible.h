/* SPDX-License-Identifier: MIT
 * Judging a submission by the eligibility questions of its kind, and what a page says of it. */
#pragma once

#include "ui/office/record.h"

/* One question after the other, a key each; then what follows is offered: a no leads to the
 * exclusion, what is to be asked for to a request for completion. */
void eligible_judge(struct ui *ui, int64_t submission_id);
/* The questions with what was judged, and the requests for completion with their state; nothing
 * where there are none. */
struct error page_eligibility(
	struct context *ctx, struct arena *arena, int64_t submission_id, struct page *page);
struct error page_completions(
	struct context *ctx, struct arena *arena, int64_t submission_id, struct page *page);
