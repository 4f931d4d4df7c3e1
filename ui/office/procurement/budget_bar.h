/* SPDX-License-Identifier: MIT
 * The budget as a bar. */
#pragma once

#include "src/phases/procurement.h"
#include "ui/toolkit/canvas.h"

/* What is paid and committed, over the whole width, with its figures below. */
void budget_paint(const struct budget *budget, const struct canvas *canvas, int y);
/* The same on one line. */
void budget_paint_line(const struct budget *budget, const struct canvas *canvas, int y);
