/* SPDX-License-Identifier: MIT */
#include "ui/toolkit/page.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "db/base/utf8.h"
#include "src/base/i18n.h"

/* The bar that shows where one is has a blank beside it. */
enum { LABEL_MAX = 26, BAR_WIDTH = 2 };

void page_clear(struct page *page)
{
	int scroll = page->scroll;

	free(page->lines);
	arena_clear(&page->arena);
	*page = (struct page){ .scroll = scroll };
}

static void add(struct page *page, const char *label, enum style style, const char *text)
{
	if (page->n == page->capacity) {
		page->capacity = page->capacity == 0 ? 16 : page->capacity * 2;
		page->lines = xrealloc(page->lines, page->capacity * sizeof(*page->lines));
	}
	page->lines[page->n++] = (struct page_line){ arena_text(&page->arena, label),
		arena_text(&page->arena, text), style };
}

void page_field(struct page *page, const char *label, const char *text)
{
	if (*text != '\0')
		add(page, label, STYLE_PLAIN, text);
}

void page_styled(struct page *page, const char *label, enum style style, const char *text)
{
	if (*text != '\0')
		add(page, label, style, text);
}

void page_printf(struct page *page, const char *label, const char *format, ...)
{
	char text[1000];
	va_list args;

	va_start(args, format);
	vsnprintf(text, sizeof(text), format, args);
	va_end(args);
	page_field(page, label, text);
}

void page_record(struct page *page, const struct record *record, const void *row, bool sealed)
{
	for (size_t i = 0; i < record->n; i++) {
		const struct field *field = &record->fields[i];

		if ((field->in & IN_PAGE) != 0 && !(sealed && field->seen_by == SEEN_BY_JURY))
			page_field(page, i18n_lookup("field", field->word),
				field_shown(&page->arena, field, row));
	}
}

void page_text(struct page *page, const char *text)
{
	if (*text != '\0')
		add(page, "", STYLE_PLAIN, text);
}

void page_heading(struct page *page, const char *text)
{
	if (page->n > 0)
		page_gap(page);
	add(page, "", STYLE_HEADING, text);
}

void page_gap(struct page *page)
{
	add(page, "", STYLE_PLAIN, "");
}

static int label_width(const struct page *page, int width)
{
	int widest = 0;

	for (size_t i = 0; i < page->n; i++) {
		int columns = utf8_columns(page->lines[i].label);

		widest = columns > widest ? columns : widest;
	}
	if (widest > LABEL_MAX)
		widest = LABEL_MAX;
	if (widest > width / 2)
		widest = width / 2;
	return widest == 0 ? 0 : widest + 2;
}

static int line_height(const struct page_line *line, int width, int labels)
{
	int indent = *line->label != '\0' ? labels : 0;

	return text_wrap_count(line->text, width - indent > 1 ? width - indent : 1);
}

static int total_height(const struct page *page, int width)
{
	int labels = label_width(page, width), lines = 0;

	for (size_t i = 0; i < page->n; i++)
		lines += line_height(&page->lines[i], width, labels);
	return lines;
}

static void paint_line(
	const struct page_line *line, const struct canvas *canvas, int *y, int labels)
{
	int indent = *line->label != '\0' ? labels : 0;
	int width = canvas->area.w - indent > 1 ? canvas->area.w - indent : 1;
	const char *text = line->text;
	struct arena arena = { 0 };

	if (*line->label != '\0' && *y >= 0)
		canvas_text(canvas, *y, 0, labels - 1, STYLE_LABEL, ALIGN_LEFT, line->label);
	while (text != NULL) {
		const char *next;
		size_t n = text_wrap(text, width, &next);

		if (*y >= 0 && *y < canvas->area.h)
			canvas_put(canvas, *y, indent, line->style, arena_bytes(&arena, text, n));
		text = next;
		(*y)++;
	}
	arena_clear(&arena);
}

void page_paint(const struct page *page, const struct canvas *canvas)
{
	struct canvas inner = canvas_part(canvas, 0, 0, canvas->area.h, canvas->area.w - BAR_WIDTH);
	int labels = label_width(page, inner.area.w);
	int y = -page->scroll, total = total_height(page, inner.area.w), h = canvas->area.h;

	for (size_t i = 0; i < page->n && y < h; i++)
		paint_line(&page->lines[i], &inner, &y, labels);
	if (total <= h || h < 2)
		return;
	int thumb = h * h / total > 0 ? h * h / total : 1;
	int at = page->scroll * (h - thumb) / (total - h > 0 ? total - h : 1);
	for (int i = 0; i < h; i++)
		canvas_put(canvas, i, canvas->area.w - 1, STYLE_DIM,
			term_glyph(i >= at && i < at + thumb ? GLYPH_FULL : GLYPH_EMPTY));
}

bool page_key(struct page *page, int key, int height, int width)
{
	int most = total_height(page, width - BAR_WIDTH) - height;

	switch (key) {
	case K_UP:
		page->scroll--;
		break;
	case K_DOWN:
		page->scroll++;
		break;
	case K_PAGE_UP:
		page->scroll -= height - 1;
		break;
	case K_PAGE_DOWN:
	case ' ':
		page->scroll += height - 1;
		break;
	case K_HOME:
		page->scroll = 0;
		break;
	case K_END:
		page->scroll = most;
		break;
	default:
		return false;
	}
	if (page->scroll > most)
		page->scroll = most;
	if (page->scroll < 0)
		page->scroll = 0;
	return true;
}
