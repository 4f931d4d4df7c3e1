/* SPDX-License-Identifier: MIT */
#include "ui/office/place.h"

#include <assert.h>

#include "src/base/i18n.h"
#include "ui/office/place_list.h"
#include "ui/office/record.h"
#include "ui/toolkit/dialog.h"

static const struct place_row *row_of(const struct ui *ui, enum place_name name)
{
	return ui->places->rows[name];
}

static const struct place_row *page_of(const struct ui *ui, enum kind kind)
{
	for (size_t i = 0; i < PLACE_COUNT && kind != KIND_NONE; i++)
		if (ui->places->rows[i]->shows == kind)
			return ui->places->rows[i];
	return NULL;
}

static struct screen *screen_of(
	struct ui *ui, const struct place_row *place, const struct target *to)
{
	struct screen *screen = place->list != NULL ? place_list_new(ui, place, to) :
				place->fill != NULL ? record_new(ui, place, to->id) :
						      place->open(ui, to);

	if (screen != NULL) {
		screen->row = place;
		if (screen->shows == 0 && place->shows != KIND_NONE)
			screen->shows = to->id;
	}
	return screen;
}

static void push(struct ui *ui, const struct place_row *place, const struct target *to)
{
	struct screen *screen = screen_of(ui, place, to);

	if (screen != NULL)
		ui_push(ui, screen);
}

struct screen *place_screen(struct ui *ui, enum place_name name, const struct target *to)
{
	return screen_of(ui, row_of(ui, name), to);
}

void place_open_at(struct ui *ui, enum place_name name, const struct target *to)
{
	push(ui, row_of(ui, name), to);
}

void place_open(struct ui *ui, enum place_name name, int64_t id)
{
	place_open_at(ui, name, &(struct target){ .id = id });
}

void record_open(struct ui *ui, enum kind kind, int64_t id)
{
	const struct place_row *place = page_of(ui, kind);

	assert(place != NULL);
	push(ui, place, &(struct target){ .id = id });
}

struct target record_here(const struct screen *screen)
{
	const struct place_row *row = screen->row;

	if (row == NULL)
		return (struct target){ 0 };
	if (row->shows != KIND_NONE)
		return (struct target){ .kind = row->shows, .id = screen->shows };
	enum kind kind = row->files != KIND_NONE ? row->files : row->lists;
	if (kind == KIND_NONE)
		return (struct target){ 0 };
	return (struct target){
		.kind = kind,
		.id = row->filed != NULL ? row->filed(screen) : screen_selected(screen),
	};
}

bool record_has_place(const struct ui *ui, enum kind kind)
{
	return page_of(ui, kind) != NULL;
}

bool record_has_lines(const struct ui *ui, enum kind kind)
{
	const struct place_row *place = page_of(ui, kind);

	return place != NULL && place->fill != NULL;
}

static struct error lines(const struct place_row *place, struct context *ctx, struct arena *arena,
	int64_t id, struct page *page)
{
	char title[RECORD_TITLE];

	assert(place != NULL && place->fill != NULL);
	return place->fill(ctx, arena, id, page, title, sizeof(title));
}

struct error record_lines(struct ui *ui, struct context *ctx, struct arena *arena, enum kind kind,
	int64_t id, struct page *page)
{
	return lines(page_of(ui, kind), ctx, arena, id, page);
}

struct error place_lines(struct ui *ui, struct context *ctx, struct arena *arena,
	enum place_name name, int64_t id, struct page *page)
{
	return lines(row_of(ui, name), ctx, arena, id, page);
}

void place_go(struct ui *ui)
{
	const char *titles[PLACE_COUNT];
	enum place_name names[PLACE_COUNT];
	int n = 0;

	for (size_t i = 0; i < PLACE_COUNT; i++)
		if (row_of(ui, (enum place_name)i)->go) {
			titles[n] = i18n_lookup("title", row_of(ui, (enum place_name)i)->title);
			names[n++] = (enum place_name)i;
		}
	int chosen = ui_choose(ui, _("Go to"), titles, n, 0);
	if (chosen >= 0)
		ui_go(ui, place_screen(ui, names[chosen], &(struct target){ 0 }));
}
