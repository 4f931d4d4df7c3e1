/* SPDX-License-Identifier: MIT
 * A text wrapped to a width, scrolled by lines, with a bar that shows where one is. Wrapped once a
 * width, so that a long one scrolls as fast as a short one. */
#pragma once

#include "db/base/arena.h"
#include "ui/toolkit/canvas.h"

struct textview {
	char *text;
	struct textline {
		const char *start;
		size_t n;
	} * lines;
	size_t n, capacity;
	int width, height; /* of the text, without the bar */
	int scroll;
};

/* Keeps the scroll. */
void textview_set(struct textview *view, const char *text);
void textview_clear(struct textview *view);
/* `width` includes the bar. */
void textview_layout(struct textview *view, int width, int height);
void textview_scroll_to(struct textview *view, int line);
/* How far down one is, whatever the width: all of it at the end. */
enum { SHARE = 100000 };
int textview_share(const struct textview *view);
void textview_set_share(struct textview *view, int share);
/* Arrows only if `arrows`; pages, Space, Home and End always. False if the key is another. */
bool textview_key(struct textview *view, int key, bool arrows);
/* How much has been on the screen, in percent. */
int textview_percent(const struct textview *view);
/* The next line after `from` that holds the words, whatever their case; -1: none. Goes round. */
int textview_find(const struct textview *view, const char *words, int from);
/* `marked` (-1: none) is a line that stands out. */
void textview_paint(const struct textview *view, const struct canvas *canvas, int marked);
