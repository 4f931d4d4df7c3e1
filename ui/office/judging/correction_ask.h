/* SPDX-License-Identifier: MIT
 * Of what kind a correction of a decision is, and which complaint it follows from. */
#pragma once

#include "src/judging/correcting.h"
#include "ui/toolkit/ui.h"

/* Asks nothing of a statement. False: it was cancelled. */
bool correction_ask(struct ui *ui, const struct decision *decision, struct correcting *correcting);
