/* SPDX-License-Identifier: MIT
 * The box that questions stand in, over the screen below. */
#pragma once

#include "ui/toolkit/ui.h"

enum { BOX_WIDTH = 64 };

/* A box of that inner size in the middle of the body; what is inside of it. */
struct canvas box_paint(const struct screen *screen, int height, int width);
/* The widest that the inside of a box is, and the lines it can have. */
int box_width(const struct screen *screen);
int box_room(const struct screen *screen);
/* Draws wrapped text from its line `first` on, `rows` lines at most. */
void box_text(const struct canvas *canvas, int y, int first, int rows, const char *text);
/* Questions have no place of their own: "". */
void box_title(const struct screen *screen, char *out, size_t size);
