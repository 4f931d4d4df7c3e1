/* SPDX-License-Identifier: MIT
 * Acts (src/ground/act.h) on the screens: asks what an act asks, does it, says so. Which key each
 * has is in ui/office/act_keys.h. */
#pragma once

#include "ui/toolkit/ui.h"

/* For commands with an act: on the selected record, or on all that are marked. */
void run_act(struct ui *ui, struct screen *screen);
/* On that record. True if it was done. */
bool do_act(struct ui *ui, const struct act *act, int64_t id);
