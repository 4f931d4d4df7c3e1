/* SPDX-License-Identifier: MIT
 * What should be in order before a phase moves on: one table. Facts that leave the plan are listed
 * and need a reason; nothing stands in the way. */
#pragma once

#include "src/phases/phase.h"

struct error checklist_make(struct context *ctx, const struct phase *phase, enum phase_act_kind act,
	struct checklist *list);
