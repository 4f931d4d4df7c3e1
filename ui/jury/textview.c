/* SPDX-License-Identifier: MIT */
#include "ui/jury/textview.h"

#include <stdlib.h>
#include <string.h>

#include "db/base/utf8.h"

enum { BAR = 2 }; /* the bar and the gap before it */

void textview_set(struct textview *view, const char *text)
{
	if (view->text != NULL && strcmp(view->text, text) == 0)
		return;
	free(view->text);
	view->text = xstrdup(text);
	view->width = 0;
	view->n = 0;
}

void textview_clear(struct textview *view)
{
	free(view->text);
	free(view->lines);
	*view = (struct textview){ 0 };
}

static void wrap(struct textview *view)
{
	const char *at = view->text;

	view->n = 0;
	while (at != NULL) {
		const char *next;
		size_t n = text_wrap(at, view->width, &next);

		if (view->n == view->capacity) {
			view->capacity = view->capacity == 0 ? 64 : view->capacity * 2;
			view->lines = xrealloc(view->lines, view->capacity * sizeof(*view->lines));
		}
		view->lines[view->n++] = (struct textline){ at, n };
		at = next;
	}
}

/* What stands first stays first when the width changes. */
void textview_layout(struct textview *view, int width, int height)
{
	size_t first = (size_t)view->scroll < view->n && view->text != NULL ?
			       (size_t)(view->lines[view->scroll].start - view->text) :
			       0;
	bool had_lines = view->n > 0;

	width = width > BAR + 1 ? width - BAR : 1;
	view->height = height > 0 ? height : 0;
	if (view->text != NULL && width != view->width) {
		view->width = width;
		wrap(view);
		for (size_t i = 0; had_lines && i < view->n; i++)
			if ((size_t)(view->lines[i].start - view->text) <= first)
				view->scroll = (int)i;
	}
	textview_scroll_to(view, view->scroll);
}

void textview_scroll_to(struct textview *view, int line)
{
	int most = (int)view->n - view->height;

	if (line > most)
		line = most;
	view->scroll = line > 0 ? line : 0;
}

int textview_share(const struct textview *view)
{
	if (view->n == 0)
		return 0;
	return textview_percent(view) == 100 && view->scroll > 0 ?
		       SHARE :
		       view->scroll * SHARE / (int)view->n;
}

void textview_set_share(struct textview *view, int share)
{
	textview_scroll_to(view, (share * (int)view->n + SHARE - 1) / SHARE);
}

bool textview_key(struct textview *view, int key, bool arrows)
{
	int page = view->height > 1 ? view->height - 1 : 1;

	if (arrows && (key == K_UP || key == K_DOWN)) {
		textview_scroll_to(view, view->scroll + (key == K_UP ? -1 : 1));
		return true;
	}
	switch (key) {
	case K_PAGE_UP:
		textview_scroll_to(view, view->scroll - page);
		return true;
	case K_PAGE_DOWN:
	case ' ':
		textview_scroll_to(view, view->scroll + page);
		return true;
	case K_HOME:
		textview_scroll_to(view, 0);
		return true;
	case K_END:
		textview_scroll_to(view, (int)view->n);
		return true;
	default:
		return false;
	}
}

int textview_percent(const struct textview *view)
{
	int seen = view->scroll + view->height;

	return view->n == 0 || seen >= (int)view->n ? 100 : seen * 100 / (int)view->n;
}

static bool line_holds(const struct textview *view, size_t line, const char *folded)
{
	struct arena arena = { 0 };
	const struct textline *at = &view->lines[line];
	/* Words may go on in the next line. */
	size_t n = line + 1 < view->n ? (size_t)(view->lines[line + 1].start - at->start) +
						view->lines[line + 1].n :
					at->n;
	const char *text = utf8_fold(&arena, arena_bytes(&arena, at->start, n));
	const char *found = strstr(text, folded);
	const char *own = utf8_fold(&arena, arena_bytes(&arena, at->start, at->n));

	bool holds = found != NULL && (size_t)(found - text) < strlen(own);
	arena_clear(&arena);
	return holds;
}

int textview_find(const struct textview *view, const char *words, int from)
{
	struct arena arena = { 0 };
	const char *folded = utf8_fold(&arena, words);
	int found = -1;

	for (size_t i = 1; *folded != '\0' && found < 0 && i <= view->n; i++) {
		size_t line = ((size_t)(from + 1) + i - 1) % view->n;

		if (line_holds(view, line, folded))
			found = (int)line;
	}
	arena_clear(&arena);
	return found;
}

static void paint_bar(const struct textview *view, const struct canvas *canvas)
{
	int h = view->height, total = (int)view->n;

	if (total <= h || h < 2)
		return;
	int thumb = h * h / total > 0 ? h * h / total : 1;
	int at = view->scroll * (h - thumb) / (total - h);
	for (int i = 0; i < h; i++)
		canvas_put(canvas, i, canvas->area.w - 1, STYLE_FAINT,
			term_glyph(i >= at && i < at + thumb ? GLYPH_FULL : GLYPH_EMPTY));
}

void textview_paint(const struct textview *view, const struct canvas *canvas, int marked)
{
	struct arena arena = { 0 };

	canvas_rest(canvas);
	for (int y = 0; y < view->height; y++) {
		size_t line = (size_t)(view->scroll + y);

		if (line >= view->n)
			break;
		canvas_put(canvas, y, 0, (int)line == marked ? STYLE_SELECTED : STYLE_PLAIN,
			arena_bytes(&arena, view->lines[line].start, view->lines[line].n));
	}
	paint_bar(view, canvas);
	arena_clear(&arena);
}
