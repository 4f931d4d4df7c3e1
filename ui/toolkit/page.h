/* SPDX-License-Identifier: MIT
 * A record as labelled lines that wrap and scroll: what Enter opens, and what stands beside a list
 * on a wide terminal. */
#pragma once

#include "db/base/arena.h"
#include "src/ground/context.h"
#include "src/ground/record.h"
#include "src/ground/kind.h"
#include "ui/toolkit/canvas.h"

struct page_line {
	const char *label; /* "" for none */
	const char *text;
	enum style style;
	enum kind kind; /* of the record that the text names; KIND_NONE: of none */
	int64_t id;
};

struct page {
	struct arena arena;
	struct page_line *lines;
	size_t n, capacity;
	int scroll;
	bool follows; /* its links can be followed: they are shown as such */
	size_t link;  /* the chosen one, counted from 1; 0: none */
};

void page_clear(struct page *page);
/* Label and text, already translated; copied. Nothing is added for an empty text. */
void page_field(struct page *page, const char *label, const char *text);
void page_styled(struct page *page, const char *label, enum style style, const char *text);
void page_printf(struct page *page, const char *label, const char *format, ...)
	__attribute__((format(printf, 3, 4)));
/* The plain lines of a record's page (IN_PAGE), in its order, as far as who asks may see them:
 * `sealed_by` is the round that keeps the row's sides apart for them (src/export/gate.h); 0: none.
 * The page is on the sender's side. */
void page_record(struct page *page, struct context *ctx, const struct record *record,
	const void *row, int64_t sealed_by);
/* One of its fields, where the page has it in another order or between other lines. Of rows whose
 * sides are never kept apart. */
void page_value(struct page *page, struct context *ctx, const struct record *record,
	const void *row, const char *name);
/* A line whose text names a record, which can be opened from here. With id 0 a plain field. */
void page_link(struct page *page, const char *label, enum kind kind, int64_t id, const char *text);
/* The same of the line that was written last. */
void page_leads_to(struct page *page, enum kind kind, int64_t id);
/* A paragraph of its own, and a heading over the next lines. */
void page_text(struct page *page, const char *text);
void page_heading(struct page *page, const char *text);
void page_gap(struct page *page);
void page_paint(const struct page *page, const struct canvas *canvas);
/* Scrolling; `height` and `width` are those it is painted at. False if the key is another. */
bool page_key(struct page *page, int key, int height, int width);
/* The line of the chosen link; NULL if there is none. */
const struct page_line *page_link_chosen(const struct page *page);
bool page_has_links(const struct page *page);
/* Chooses the next link (step 1) or the one before (-1), round the end, and scrolls to it. */
void page_next_link(struct page *page, int step, int height, int width);
