/* SPDX-License-Identifier: MIT
 * What should be in order before a phase moves on: one table. Facts that leave the plan are listed
 * and need a reason; nothing stands in the way. */
#pragma once

#include "src/phases/phase.h"

/* `about`: the codes it is about; NULL for none. */
void checklist_add(struct checklist *list, bool missing, const char *sentence, const char *about);
struct error checklist_make(struct context *ctx, const struct phase *phase, enum phase_act_kind act,
	struct checklist *list);
