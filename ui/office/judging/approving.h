/* SPDX-License-Identifier: MIT
 * What is asked before a decision is approved, beside the question itself. */
#pragma once

#include "ui/toolkit/ui.h"

/* Tells whose reasons are missing; asks whether one and the same reason is meant for several, and
 * records that it is. False: it is not to be approved now. */
bool approve_reasons(struct ui *ui, int64_t decision_id);
