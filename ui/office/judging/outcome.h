/* SPDX-License-Identifier: MIT
 * What a decision says of one submission. */
#pragma once

#include "src/judging/decision.h"
#include "ui/toolkit/ui.h"

/* The form of one item's outcome and reasons; NULL: of all that have none yet, which begins with
 * the usual reason. `kind` as of submissions. */
void outcome_edit(
	struct ui *ui, int64_t decision_id, const char *kind, const struct decision_item *item);
/* Gives it the outcome, and the reason that is usual for it in both languages; a reason that it has
 * already stays. `kind` as of submissions. True if it is so now. */
bool outcome_quick(struct ui *ui, int64_t decision_id, const char *kind,
	const struct decision_item *before, const char *outcome);
