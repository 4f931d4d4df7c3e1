/* SPDX-License-Identifier: MIT
 * Where one is in a list: pure arithmetic, at home with a list of none. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

struct cursor {
	size_t count, selected, top, height;
};

/* Takes a new count or height and keeps everything inside. */
void cursor_fit(struct cursor *cursor, size_t count, size_t height);
void cursor_go(struct cursor *cursor, size_t to);
/* Arrows, pages, ends; false if the key is another. */
bool cursor_key(struct cursor *cursor, int key);
