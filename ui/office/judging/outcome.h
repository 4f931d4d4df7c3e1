/* SPDX-License-Identifier: MIT
 * What a decision says of one submission. */
#pragma once

#include "src/judging/decision.h"
#include "ui/toolkit/ui.h"

/* The form of one item's outcome and reasons; NULL: of all that have none yet, which begins with
 * the usual reason. `kind` as of submissions. */
void outcome_edit(
	struct ui *ui, int64_t decision_id, const char *kind, const struct decision_item *item);
/* Gives it the reason that is usual for the outcome, in both languages; `kind` as of submissions.
 */
void usual_reason(const char *kind, const char *outcome, struct decision_item *item);
