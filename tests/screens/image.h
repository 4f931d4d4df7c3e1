/* SPDX-License-Identifier: MIT
 * What the screen shows now, read back from its cells: the text, and what stands out. */
#pragma once

#include <stdbool.h>

#include "db/base/arena.h"
#include "ui/toolkit/term.h"

enum { IMAGE_ROWS = 100, IMAGE_COLUMNS = 240 };

struct image_cell {
	char text[24]; /* "" where a wide character goes on */
	struct cell_look look;
};

struct image {
	int rows, columns;
	bool cursor_shown;
	int cursor_y, cursor_x;
	struct image_cell cells[IMAGE_ROWS][IMAGE_COLUMNS];
};

void image_read(struct image *image);
/* Columns from (inclusive) to (exclusive) of a row. */
void image_text(const struct image *image, int y, int from, int to, struct buffer *out);
/* The rows, and under them where a style tells something, and the cursor if it is visible. */
void image_print(const struct image *image, struct buffer *out);
/* The whole screen as one line: what a person reads, box lines left out, white space as one space.
 */
void image_words(const struct image *image, struct buffer *out);
/* True if the words stand somewhere on it, also over a line's end. */
bool image_has(const struct image *image, const char *words);
