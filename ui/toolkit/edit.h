/* SPDX-License-Identifier: MIT
 * A text field, of one line or of many: typing, moving by letters, words and lines, undo, pasting.
 * Works on whole letters (grapheme clusters), knows nothing of the terminal. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "db/base/arena.h"
#include "ui/toolkit/canvas.h"

struct edit_step;

/* Between the marks of a paste all that comes is one step of undo. */
enum edit_paste { PASTE_NONE, PASTE_BEGUN, PASTE_GOES_ON };

struct edit {
	struct buffer text;
	size_t cursor; /* byte offset, between letters */
	bool multiline;
	size_t max;   /* characters; what would exceed it is not taken */
	bool refused; /* the last key was not taken because the field is full */
	struct edit_step *undo, *redo;
	bool typing; /* the last change was a letter: the next one joins its undo step */
	enum edit_paste paste;
	int wanted; /* column that up and down keep to; -1: the present one */
};

void edit_init(struct edit *edit, const char *text, bool multiline, size_t max);
void edit_clear(struct edit *edit);
void edit_set(struct edit *edit, const char *text);
const char *edit_text(const struct edit *edit);
/* True if the key was for the field. `width` is that of the field, for moving by lines. */
bool edit_key(struct edit *edit, int key, int width);
/* Draws the lines around the cursor and, if focused, the terminal's cursor. */
void edit_paint(const struct edit *edit, const struct canvas *canvas, bool focused);
