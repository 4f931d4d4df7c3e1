/* SPDX-License-Identifier: MIT
 * The only way to put text on the screen (src/base/wrap.h breaks it into lines). It clips by
 * display columns and shows what must not reach a terminal as U+FFFD, so that stored text can never
 * drive it. */
#pragma once

#include "src/base/wrap.h"
#include "ui/toolkit/term.h"

struct rect {
	int y, x, h, w;
};

struct canvas {
	struct rect area; /* on the screen; coordinates below are inside it */
};

enum align { ALIGN_LEFT, ALIGN_RIGHT, ALIGN_CENTRE };

struct canvas canvas_part(const struct canvas *canvas, int y, int x, int h, int w);
/* Exactly `width` columns: filled up, or cut with an ellipsis. */
void canvas_text(const struct canvas *canvas, int y, int x, int width, enum style style,
	enum align align, const char *text);
/* As much as fits, nothing filled up; returns the columns used. */
int canvas_put(const struct canvas *canvas, int y, int x, enum style style, const char *text);
void canvas_fill(const struct canvas *canvas, int y, int x, int h, int w, enum style style);
void canvas_rule(const struct canvas *canvas, int y);
/* `part` of `whole` as a bar; never full unless it is all, never empty unless it is none. */
void canvas_bar(const struct canvas *canvas, int y, int x, int width, int64_t part, int64_t whole);
/* Two amounts of one whole, the first within the second: full, then half, then empty. By the same
 * rule neither is hidden by the other. */
void canvas_gauge(const struct canvas *canvas, int y, int x, int width, int64_t full, int64_t part,
	int64_t whole);
void canvas_cursor(const struct canvas *canvas, int y, int x);
/* The hidden cursor stands at its first cell, where nothing is selected (term_rest). */
void canvas_rest(const struct canvas *canvas);
/* A frame around the area. */
void canvas_box(const struct canvas *canvas);
