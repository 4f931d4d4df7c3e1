/* SPDX-License-Identifier: MIT */
#include "ui/office/record.h"

#include <stdio.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/roof/kinds.h"
#include "ui/office/attachments_page.h"
#include "ui/office/place.h"
#include "ui/office/sections_page.h"
#include "ui/toolkit/list.h"

static struct record_screen *record_of(const struct screen *screen)
{
	return (struct record_screen *)screen;
}

static void record_title(const struct screen *screen, char *out, size_t size)
{
	snprintf(out, size, "%s", record_of(screen)->title);
}

struct error record_load(struct screen *screen, struct context *ctx)
{
	struct record_screen *self = record_of(screen);
	struct arena arena = { 0 };

	page_clear(&self->page);
	self->page.follows = true;
	struct error e = self->beside != NULL ?
				 self->beside->list.source->record(
					 &self->beside->base, ctx, &arena, self->id, &self->page) :
				 self->place->fill(ctx, &arena, self->id, &self->page, self->title,
					 sizeof(self->title));
	arena_clear(&arena);
	return e;
}

static void record_paint(const struct screen *screen, const struct canvas *body)
{
	struct canvas inner = canvas_part(body, 0, 1, body->area.h, body->area.w - 1);

	page_paint(&record_of(screen)->page, &inner);
}

static bool record_key(struct ui *ui, struct screen *screen, int key)
{
	(void)ui;
	return page_key(&record_of(screen)->page, key, screen->body.h, screen->body.w - 1);
}

static int64_t record_selected(const struct screen *screen)
{
	return record_of(screen)->id;
}

void record_close(struct screen *screen)
{
	page_clear(&record_of(screen)->page);
}

static const char *no_links(const struct screen *screen, const struct context *ctx)
{
	(void)ctx;
	return page_has_links(&record_of(screen)->page) ?
		       NULL :
		       N_("This page names no record that could be opened.");
}

static const char *no_link_chosen(const struct screen *screen, const struct context *ctx)
{
	const char *why = no_links(screen, ctx);

	return why != NULL ? why :
	       page_link_chosen(&record_of(screen)->page) == NULL ?
			     N_("Tab goes to what the page names; Enter then opens it.") :
			     NULL;
}

/* What a list shows beside itself may be opened by a form from the next row. */
static const char *no_neighbour(const struct screen *screen, const struct context *ctx)
{
	return record_of(screen)->beside != NULL ?
		       N_("There is no list here whose next record could be opened.") :
		       list_no_neighbour(screen, ctx);
}

static void go_to_link(struct screen *screen, int step)
{
	page_next_link(&record_of(screen)->page, step, screen->body.h, screen->body.w - 1);
}

static void on_next_link(struct ui *ui, struct screen *screen)
{
	(void)ui;
	go_to_link(screen, 1);
}

static void on_link_before(struct ui *ui, struct screen *screen)
{
	(void)ui;
	go_to_link(screen, -1);
}

static void on_follow(struct ui *ui, struct screen *screen)
{
	const struct page_line *link = page_link_chosen(&record_of(screen)->page);

	record_open(ui, link->kind, link->id);
}

/* The first two lead in the hint line. */
static const struct command record_rows[] = {
	{ .keys = { K_TAB },
		.action = ACT_COUNT,
		.label = NC_("command", "links"),
		.help = N_("Go to the next record that this page names"),
		.blocked = no_links,
		.run = on_next_link },
	{ .keys = { K_RIGHT },
		.action = ACT_COUNT,
		.label = NC_("command", "next record"),
		.help = N_("The next record in the list that this one was opened from"),
		.blocked = no_neighbour,
		.run = list_on_next,
		.written = "→" },
	{ .keys = { K_LEFT },
		.action = ACT_COUNT,
		.label = NC_("command", "record before"),
		.help = N_("The record before this one in that list"),
		.blocked = no_neighbour,
		.run = list_on_before,
		.quiet = true },
	{ .keys = { K_BACKTAB },
		.action = ACT_COUNT,
		.label = NC_("command", "link before"),
		.help = N_("Go to the record that this page names before"),
		.blocked = no_links,
		.run = on_link_before,
		.quiet = true },
	{ .keys = { K_ENTER },
		.action = ACT_COUNT,
		.label = NC_("command", "open link"),
		.help = N_("Open the record that Tab has gone to"),
		.blocked = no_link_chosen,
		.run = on_follow,
		.quiet = true },
};
static const struct commands record_shared = { record_rows, LEN(record_rows) };

/* "12/77", or "12/77 · Enter opens: Akaa". */
static void record_status(const struct screen *screen, char *out, size_t size)
{
	const struct page_line *link = page_link_chosen(&record_of(screen)->page);
	char place[40] = "";

	if (no_neighbour(screen, screen->ui->ctx) == NULL)
		list_describe(screen->from, place, sizeof(place));
	if (link == NULL)
		snprintf(out, size, "%s", place);
	else if (*place == '\0')
		/* TRANSLATORS: %s is what the page says of a record: "C-1 Care at home". */
		snprintf(out, size, _("Enter opens: %s"), link->text);
	else
		/* TRANSLATORS: where one is in a list ("12/77"), and what the page says of a
		 * record. */
		snprintf(out, size, _("%s · Enter opens: %s"), place, link->text);
}

static const struct screen_ops record_ops = {
	.title = record_title,
	.help = N_("One record. The arrows scroll, Esc goes back."),
	.shared = &record_shared,
	.leading = 2,
	.watches = CHANGED_LOG,
	.paint = record_paint,
	.key = record_key,
	.selected = record_selected,
	.status = record_status,
};

/* Two kinds of pages: of a place, or of a row of a list without one. */
static struct record_screen *make(struct ui *ui, const struct place_row *place, int64_t id)
{
	struct screen_ops sized = { .size = place->size == 0 ? sizeof(struct record_screen) :
							       place->size };
	struct screen *screen = screen_new(ui, &sized);
	struct record_screen *self = record_of(screen);

	self->place = place;
	self->id = id;
	self->ops = record_ops;
	self->ops.help = place->help != NULL ? place->help : record_ops.help;
	self->ops.commands = place->commands;
	self->ops.phase = place->phase;
	self->ops.load = place->load != NULL ? place->load : record_load;
	self->ops.close = place->close != NULL ? place->close : record_close;
	screen->ops = &self->ops;
	return self;
}

struct screen *record_new(struct ui *ui, const struct place_row *place, int64_t id)
{
	return &make(ui, place, id)->base;
}

void open_beside(struct ui *ui, struct screen *list, const char *name)
{
	static const struct place_row beside = { 0 };
	struct record_screen *self = make(ui, &beside, screen_selected(list));

	self->beside = (struct list_screen *)list;
	snprintf(self->title, sizeof(self->title), "%s", name);
	ui_push(ui, &self->base);
}

/* A submission's stand among what it sent; its own page has them there. */
static struct error page_files(
	struct context *ctx, struct arena *arena, const struct found *found, struct page *page)
{
	if (kind_rows[found->kind].search == SEARCH_SUBMISSION)
		return ok();
	return page_attachments(ctx, arena, found->kind, found->id, page);
}

struct error page_notes(
	struct context *ctx, struct arena *arena, const char *code, struct page *page)
{
	struct found found;

	TRY(kinds_find(ctx, arena, code, &found));
	TRY(page_files(ctx, arena, &found, page));
	return page_sections(ctx, arena, found.kind, found.id, false, page);
}
