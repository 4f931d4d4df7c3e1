/* SPDX-License-Identifier: MIT
 * A record on a page of its own: scrolled, its links followed, left with Esc. */
#pragma once

#include "ui/toolkit/page.h"
#include "ui/toolkit/ui.h"

enum { RECORD_TITLE = 120 };

struct place_row;
struct list_screen;

/* Writes the record as lines, and what the title line calls it. */
typedef struct error (*record_fill)(struct context *ctx, struct arena *arena, int64_t id,
	struct page *page, char *title, size_t size);

/* What the struct of a page with more of its own begins with. */
struct record_screen {
	struct screen base;
	struct page page;
	const struct place_row *place;
	struct list_screen *beside; /* instead of the place: the list that shows it beside */
	int64_t id;
	char title[RECORD_TITLE];
	struct screen_ops ops; /* with the commands of its place */
};

/* For the load and close of a place that has its own. */
struct error record_load(struct screen *screen, struct context *ctx);
void record_close(struct screen *screen);
/* The page of a place that has a `fill`. */
struct screen *record_new(struct ui *ui, const struct place_row *place, int64_t id);
/* What a wide terminal shows beside the list, of its selected row, on a page of its own. */
void open_beside(struct ui *ui, struct screen *list, const char *name);
/* What every page ends with: the record's attachments, and the sections that follow its own text,
 * contact notes among them. */
struct error page_notes(
	struct context *ctx, struct arena *arena, const char *object, struct page *page);
