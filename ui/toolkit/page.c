/* SPDX-License-Identifier: MIT */
#include "ui/toolkit/page.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "db/base/utf8.h"
#include "src/base/i18n.h"
#include "src/export/field_cell.h"
#include "src/export/gate.h"

/* The bar that shows where one is has a blank beside it. */
enum { LABEL_MAX = 26, BAR_WIDTH = 2 };

void page_clear(struct page *page)
{
	const struct page kept = {
		.scroll = page->scroll, .link = page->link, .follows = page->follows
	};

	free(page->lines);
	arena_clear(&page->arena);
	*page = kept;
}

static void add(struct page *page, const char *label, enum style style, const char *text)
{
	if (page->n == page->capacity) {
		page->capacity = page->capacity == 0 ? 16 : page->capacity * 2;
		page->lines = xrealloc(page->lines, page->capacity * sizeof(*page->lines));
	}
	page->lines[page->n++] = (struct page_line){ .label = arena_text(&page->arena, label),
		.text = arena_text(&page->arena, text),
		.style = style };
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

void page_link(struct page *page, const char *label, enum kind kind, int64_t id, const char *text)
{
	if (*text == '\0')
		return;
	add(page, label, STYLE_PLAIN, text);
	page_leads_to(page, kind, id);
}

void page_leads_to(struct page *page, enum kind kind, int64_t id)
{
	page->lines[page->n - 1].kind = id == 0 ? KIND_NONE : kind;
	page->lines[page->n - 1].id = id;
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

static void add_shown(struct page *page, struct context *ctx, const struct field *field,
	const void *row, int64_t sealed_by)
{
	if (!gate_may_see(ctx, field->seen_by, SIDE_SENDER, sealed_by))
		return;
	struct cell cell = field_cell(field, row);

	page_field(page, i18n_lookup("field", field->word),
		cell_words(&page->arena, &cell, READ_SHOWN));
}

void page_record(struct page *page, struct context *ctx, const struct record *record,
	const void *row, int64_t sealed_by)
{
	for (size_t i = 0; i < record->n; i++) {
		const struct field *field = &record->fields[i];

		if ((field->in & IN_PAGE) != 0)
			add_shown(page, ctx, field, row, sealed_by);
	}
}

void page_value(struct page *page, struct context *ctx, const struct record *record,
	const void *row, const char *name)
{
	const struct field *field = record_named(record, name);

	assert(field != NULL);
	add_shown(page, ctx, field, row, 0);
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

static enum style style_of(const struct page *page, const struct page_line *line)
{
	if (!page->follows || line->kind == KIND_NONE)
		return line->style;
	if (line == page_link_chosen(page))
		return STYLE_SELECTED;
	return line->style == STYLE_PLAIN ? STYLE_LINK : line->style;
}

static void paint_line(const struct page_line *line, enum style style, const struct canvas *canvas,
	int *y, int labels)
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
			canvas_put(canvas, *y, indent, style, arena_bytes(&arena, text, n));
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

	canvas_rest(canvas);
	for (size_t i = 0; i < page->n && y < h; i++)
		paint_line(&page->lines[i], style_of(page, &page->lines[i]), &inner, &y, labels);
	if (total <= h || h < 2)
		return;
	int thumb = h * h / total > 0 ? h * h / total : 1;
	int at = page->scroll * (h - thumb) / (total - h > 0 ? total - h : 1);
	for (int i = 0; i < h; i++)
		canvas_put(canvas, i, canvas->area.w - 1, STYLE_FAINT,
			term_glyph(i >= at && i < at + thumb ? GLYPH_FULL : GLYPH_EMPTY));
}

static size_t count_links(const struct page *page)
{
	size_t links = 0;

	for (size_t i = 0; i < page->n; i++)
		links += page->lines[i].kind == KIND_NONE ? 0 : 1;
	return links;
}

bool page_has_links(const struct page *page)
{
	return count_links(page) > 0;
}

const struct page_line *page_link_chosen(const struct page *page)
{
	size_t links = 0;

	for (size_t i = 0; i < page->n && page->link > 0; i++) {
		links += page->lines[i].kind == KIND_NONE ? 0 : 1;
		if (links == page->link)
			return &page->lines[i];
	}
	return NULL;
}

/* So far that the whole line is seen, if it is no higher than the window. */
static void show_line(struct page *page, const struct page_line *wanted, int height, int width)
{
	int labels = label_width(page, width), top = 0;

	for (const struct page_line *line = page->lines; line != wanted; line++)
		top += line_height(line, width, labels);
	int bottom = top + line_height(wanted, width, labels);
	if (page->scroll < bottom - height)
		page->scroll = bottom - height;
	if (page->scroll > top)
		page->scroll = top;
}

void page_next_link(struct page *page, int step, int height, int width)
{
	size_t links = count_links(page);

	if (links == 0)
		return;
	if (page->link > links)
		page->link = 0;
	if (page->link == 0)
		page->link = step > 0 ? 1 : links;
	else
		page->link = (page->link - 1 + (step > 0 ? 1 : links - 1)) % links + 1;
	show_line(page, page_link_chosen(page), height, width - BAR_WIDTH);
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
