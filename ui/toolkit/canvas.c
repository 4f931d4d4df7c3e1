/* SPDX-License-Identifier: MIT */
#include "ui/toolkit/canvas.h"

#include <string.h>

#include "db/base/utf8.h"

enum { CHUNK = 256 };

struct canvas canvas_part(const struct canvas *canvas, int y, int x, int h, int w)
{
	struct rect area = { canvas->area.y + y, canvas->area.x + x, h, w };

	if (h > canvas->area.h - y)
		area.h = canvas->area.h - y;
	if (w > canvas->area.w - x)
		area.w = canvas->area.w - x;
	if (area.h < 0)
		area.h = 0;
	if (area.w < 0)
		area.w = 0;
	return (struct canvas){ area };
}

static bool is_mark(uint32_t code)
{
	return utf8_width(code) == 0;
}

/* Draws up to `width` columns; returns the columns used. */
static int draw(
	const struct canvas *canvas, int y, int x, int width, enum style style, const char *text)
{
	wchar_t wide[CHUNK];
	int n = 0, used = 0;
	bool first = true;

	while (*text != '\0' && n < CHUNK - 2) {
		uint32_t code;
		size_t bytes = utf8_decode(text, &code);

		if (utf8_unsafe(code))
			code = 0xFFFD;
		int columns = utf8_width(code);
		if (used + columns > width)
			break;
		if (first && is_mark(code)) { /* it would join the cell before it */
			wide[n++] = 0x25CC;
			used++;
		}
		first = false;
		wide[n++] = (wchar_t)code;
		used += columns;
		text += bytes;
	}
	if (n > 0)
		term_put(canvas->area.y + y, canvas->area.x + x, wide, n, style);
	return used;
}

static bool is_inside(const struct canvas *canvas, int y, int x)
{
	return y >= 0 && y < canvas->area.h && x >= 0 && x < canvas->area.w;
}

static void fill(const struct canvas *canvas, int y, int x, int n, enum style style, wchar_t code)
{
	wchar_t wide[CHUNK];

	for (int i = 0; i < n && i < CHUNK; i++)
		wide[i] = code;
	for (; n > 0; n -= CHUNK, x += CHUNK)
		term_put(
			canvas->area.y + y, canvas->area.x + x, wide, n < CHUNK ? n : CHUNK, style);
}

static void blanks(const struct canvas *canvas, int y, int x, int n, enum style style)
{
	fill(canvas, y, x, n, style, L' ');
}

void canvas_text(const struct canvas *canvas, int y, int x, int width, enum style style,
	enum align align, const char *text)
{
	if (!is_inside(canvas, y, x))
		return;
	if (width > canvas->area.w - x)
		width = canvas->area.w - x;
	int columns = utf8_columns(text);
	if (columns > width) {
		int used = draw(canvas, y, x, width - 1, style, text);

		used += draw(canvas, y, x + used, 1, style, term_glyph(GLYPH_ELLIPSIS));
		blanks(canvas, y, x + used, width - used, style);
		return;
	}
	int gap = width - columns;
	int left = align == ALIGN_RIGHT ? gap : align == ALIGN_CENTRE ? gap / 2 : 0;
	blanks(canvas, y, x, left, style);
	draw(canvas, y, x + left, width - left, style, text);
	blanks(canvas, y, x + left + columns, gap - left, style);
}

int canvas_put(const struct canvas *canvas, int y, int x, enum style style, const char *text)
{
	if (!is_inside(canvas, y, x))
		return 0;
	return draw(canvas, y, x, canvas->area.w - x, style, text);
}

void canvas_fill(const struct canvas *canvas, int y, int x, int h, int w, enum style style)
{
	for (int line = y; line < y + h; line++)
		if (is_inside(canvas, line, x))
			blanks(canvas, line, x, w < canvas->area.w - x ? w : canvas->area.w - x,
				style);
}

static void repeat(
	const struct canvas *canvas, int y, int x, int n, enum style style, const char *glyph)
{
	uint32_t code;

	if (!is_inside(canvas, y, x))
		return;
	if (n > canvas->area.w - x)
		n = canvas->area.w - x;
	utf8_decode(glyph, &code);
	fill(canvas, y, x, n, style, (wchar_t)code);
}

void canvas_rule(const struct canvas *canvas, int y)
{
	repeat(canvas, y, 0, canvas->area.w, STYLE_FAINT, term_glyph(GLYPH_RULE));
}

static int cells_of(int width, int64_t part, int64_t whole)
{
	int64_t full = whole <= 0 ? 0 : part * width / whole;

	if (part > 0 && full == 0)
		full = 1;
	if (part < whole && full == width && width > 0)
		full = width - 1;
	return (int)full;
}

void canvas_bar(const struct canvas *canvas, int y, int x, int width, int64_t part, int64_t whole)
{
	int full = cells_of(width, part, whole);

	repeat(canvas, y, x, full, STYLE_BAR, term_glyph(GLYPH_FULL));
	repeat(canvas, y, x + full, width - full, STYLE_FAINT, term_glyph(GLYPH_EMPTY));
}

void canvas_gauge(const struct canvas *canvas, int y, int x, int width, int64_t full, int64_t part,
	int64_t whole)
{
	int first = cells_of(width, full, whole), second = cells_of(width, part, whole);

	if (part > full && second <= first && second < width - 1)
		second = first + 1;
	if (part > full && second <= first)
		first = second - 1;
	repeat(canvas, y, x, first, STYLE_BAR, term_glyph(GLYPH_FULL));
	repeat(canvas, y, x + first, second - first, STYLE_BAR, term_glyph(GLYPH_PART));
	repeat(canvas, y, x + second, width - second, STYLE_FAINT, term_glyph(GLYPH_EMPTY));
}

void canvas_cursor(const struct canvas *canvas, int y, int x)
{
	if (is_inside(canvas, y, x))
		term_cursor(canvas->area.y + y, canvas->area.x + x);
}

void canvas_rest(const struct canvas *canvas)
{
	term_rest(canvas->area.y, canvas->area.x);
}

void canvas_box(const struct canvas *canvas)
{
	int h = canvas->area.h, w = canvas->area.w;

	canvas_fill(canvas, 0, 0, h, w, STYLE_PLAIN);
	repeat(canvas, 0, 0, w, STYLE_FAINT, term_glyph(GLYPH_RULE));
	repeat(canvas, h - 1, 0, w, STYLE_FAINT, term_glyph(GLYPH_RULE));
	for (int y = 1; y < h - 1; y++) {
		draw(canvas, y, 0, 1, STYLE_FAINT, term_glyph(GLYPH_VERTICAL));
		draw(canvas, y, w - 1, 1, STYLE_FAINT, term_glyph(GLYPH_VERTICAL));
	}
	draw(canvas, 0, 0, 1, STYLE_FAINT, term_glyph(GLYPH_TOP_LEFT));
	draw(canvas, 0, w - 1, 1, STYLE_FAINT, term_glyph(GLYPH_TOP_RIGHT));
	draw(canvas, h - 1, 0, 1, STYLE_FAINT, term_glyph(GLYPH_BOTTOM_LEFT));
	draw(canvas, h - 1, w - 1, 1, STYLE_FAINT, term_glyph(GLYPH_BOTTOM_RIGHT));
}
