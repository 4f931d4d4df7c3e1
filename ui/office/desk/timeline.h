/* SPDX-License-Identifier: MIT
 * The phases as bars over the months, with a line for today. */
#pragma once

#include "src/phases/phase.h"
#include "ui/toolkit/canvas.h"

enum {
	TIMELINE_PHASES = 6,
	TIMELINE_AXIS_ROWS = 2,
	TIMELINE_ROWS = TIMELINE_AXIS_ROWS + TIMELINE_PHASES
};

/* On the first TIMELINE_ROWS of the canvas. `now` is UTC seconds. */
void timeline_paint(const struct phases *phases, int64_t now, const struct canvas *canvas);
