/* SPDX-License-Identifier: MIT
 * What was painted last and what is painted now, line by line: a key changes two lines of a screen
 * that is painted whole, and only those are curses' business. A line is kept as what was put on it,
 * in that order, so that curses alone decides what letters do to their neighbours. Pure. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <wchar.h>

#include "ui/toolkit/term.h"

/* What was put on a line: where, how many letters, how they look, the letters; and again. */
struct painted_puts {
	wchar_t *data;
	size_t n, room;
};

struct painted_line {
	struct painted_puts was, now;
	bool known; /* the line is what `was` makes of an empty one */
};

struct painted {
	struct painted_line *lines;
	int rows, columns;
	bool from_nothing; /* what is painted now is all there is, not something over what was */
};

/* Takes a line that is to be made empty, and what is then put on it. */
struct painted_hand {
	void (*clear)(int y);
	void (*put)(int y, int x, const wchar_t *text, int n, enum style style);
};

/* A painting of that size begins with nothing. Of another size than the last, it has no line in
 * common with it. */
void painted_begin(struct painted *painted, int rows, int columns);
/* What lies above or below the lines is dropped. */
void painted_put(
	struct painted *painted, int y, int x, const wchar_t *text, int n, enum style style);
/* Gives on each line that is another than it was; returns how many. What is put afterwards, without
 * another beginning, lies over it. */
int painted_hand_over(struct painted *painted, const struct painted_hand *hand);
/* Whatever was painted, the next painting that begins is given on whole. */
void painted_forget(struct painted *painted);
void painted_free(struct painted *painted);
