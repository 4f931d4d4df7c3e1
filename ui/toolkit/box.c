/* SPDX-License-Identifier: MIT */
#include "ui/toolkit/box.h"

#include <stdio.h>

enum { MARGIN = 3 };

void box_title(const struct screen *screen, char *out, size_t size)
{
	(void)screen;
	snprintf(out, size, "%s", "");
}

struct canvas box_paint(const struct screen *screen, int height, int width)
{
	struct rect body = screen->body;
	int h = height + 2 < body.h ? height + 2 : body.h;
	int w = width + 2 * MARGIN < body.w ? width + 2 * MARGIN : body.w;
	struct canvas all = { body };
	struct canvas frame = canvas_part(&all, (body.h - h) / 2, (body.w - w) / 2, h, w);

	canvas_box(&frame);
	struct canvas inner = canvas_part(&frame, 1, MARGIN, h - 2, w - 2 * MARGIN);
	canvas_rest(&inner);
	return inner;
}

int box_width(const struct screen *screen)
{
	int most = screen->body.w - 2 * MARGIN;

	return most < BOX_WIDTH ? most : BOX_WIDTH;
}

int box_room(const struct screen *screen)
{
	return screen->body.h - 2;
}

void box_text(const struct canvas *canvas, int y, int first, int rows, const char *text)
{
	struct arena arena = { 0 };

	for (int line = 0; text != NULL && line < first + rows; line++) {
		const char *next;
		size_t n = text_wrap(text, canvas->area.w, &next);

		if (line >= first)
			canvas_put(canvas, y + line - first, 0, STYLE_PLAIN,
				arena_bytes(&arena, text, n));
		text = next;
	}
	arena_clear(&arena);
}
