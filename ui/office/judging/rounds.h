/* SPDX-License-Identifier: MIT
 * Which round is meant, where each challenge has its own. */
#pragma once

#include "ui/toolkit/ui.h"

/* The newest round of the kind; of that challenge, which is asked for, beginning at `near`, if it
 * is 0 and not the only one. `make`: by its form if there is none; 0 if that is left, or there is
 * nothing to choose. */
int64_t choose_round(
	struct ui *ui, const char *kind, int64_t challenge_id, int64_t near, bool make);
/* That round, made if there is none. */
void open_round_of_kind(struct ui *ui, const char *kind, int64_t challenge_id, int64_t near);
/* The decision or statement (kind) in force or in preparation; without one, the meeting's form
 * comes first. */
void open_decision_of_round(struct ui *ui, int64_t round_id, const char *kind);
/* What comes next on a closed round: the decision, or on solutions first the statement. */
void open_conclusion(struct ui *ui, int64_t round_id);
