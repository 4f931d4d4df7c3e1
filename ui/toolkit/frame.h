/* SPDX-License-Identifier: MIT
 * The frame, the same everywhere: title line, phase ribbon, body, status line, hint line. */
#pragma once

#include "ui/toolkit/ui.h"

/* "DEMO 11.12.2019", without its day unless `dated`; "" in a competition. Into the arena. */
const char *frame_mark(const struct context *ctx, struct arena *arena, bool dated);
struct rect frame_body(const struct screen *screen);
void frame_paint(struct ui *ui);
void frame_paint_status(struct ui *ui);
/* A message on the status line as it is painted, nothing else: while something goes on. */
void frame_paint_message(const struct ui *ui, const char *message);
