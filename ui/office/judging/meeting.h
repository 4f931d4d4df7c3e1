/* SPDX-License-Identifier: MIT
 * The meeting of a decision or statement. */
#pragma once

#include "ui/toolkit/ui.h"

/* Its form; with *id 0 a new draft, whose id it becomes. False: left without saving. */
bool meeting_edit(struct ui *ui, int64_t round_id, const char *kind, int64_t *id);
/* Asks of each member whether they are there. */
void meeting_presence(struct ui *ui, int64_t id);
