/* SPDX-License-Identifier: MIT
 * What is told and planned in numbers: published figures, planned ranges. */
#pragma once

#include "ui/toolkit/ui.h"

/* A number that was told to the public, with its source. */
void publish_figure(struct ui *ui, struct screen *screen);
/* How many of something are planned. */
void set_range(struct ui *ui, struct screen *screen);
