/* SPDX-License-Identifier: MIT
 * The office's desk: the phases as a timeline, what is to be done, how far the reviews are. */
#include "src/desk/desk.h"

#include <stdio.h>
#include <string.h>

#include "db/base/utf8.h"
#include "db/base/vocabulary.h"
#include "src/base/i18n.h"
#include "src/base/text.h"
#include "ui/office/desk/competition_form.h"
#include "ui/office/desk/timeline.h"
#include "ui/office/desk/todo.h"
#include "ui/office/place.h"
#include "ui/office/procurement/budget_bar.h"
#include "ui/toolkit/cursor.h"
#include "ui/toolkit/letters.h"

enum {
	GAUGE_ROOM = 4, /* a thing to do, with its heading and gaps */
	MINUTE = 60
};

struct desk {
	struct screen base;
	struct arena arena;
	struct todos todos;
	const char **places; /* where each leads, for people */
	struct cursor cursor;
	const char *bars[OPEN_ROUNDS_MAX]; /* what the open rounds are about */
	struct budget budget;
	int64_t loaded; /* when */
};

static struct desk *desk_of(const struct screen *screen)
{
	return (struct desk *)screen;
}

static void title(const struct screen *screen, char *out, size_t size)
{
	(void)screen;
	snprintf(out, size, "%s", C_("place", "Desk"));
}

/* "Solutions C-2": what the round is about. */
/* On a small terminal the timeline goes first. */
static bool shows_budget(const struct desk *self)
{
	return self->budget.decisions > 0 &&
	       self->base.body.h > TIMELINE_ROWS + GAUGE_ROOM + (int)self->todos.open_count;
}

/* The bars of the rounds, and the budget once it has been decided. */
static int gauge_rows(const struct desk *self)
{
	return (int)self->todos.open_count + (shows_budget(self) ? 1 : 0);
}

static int todo_height(const struct desk *self)
{
	int used = TIMELINE_ROWS + 2 + (gauge_rows(self) > 0 ? gauge_rows(self) + 1 : 0);
	int left = self->base.body.h - used;

	return left > 1 ? left : 1;
}

static void layout(struct screen *screen, struct rect body)
{
	struct desk *self = desk_of(screen);

	(void)body;
	cursor_fit(&self->cursor, self->todos.n, (size_t)todo_height(self));
}

/* Where a thing leads: the phase, the round or the record that its code names. */
static struct error load(struct screen *screen, struct context *ctx)
{
	struct desk *self = desk_of(screen);

	arena_clear(&self->arena);
	self->todos = (struct todos){ 0 };
	TRY(desk_todos(ctx, &self->arena, &self->todos));
	self->places = arena_alloc(&self->arena, (self->todos.n + 1) * sizeof(*self->places));
	for (size_t i = 0; i < self->todos.n; i++)
		self->places[i] = todo_place(&self->arena, &self->todos, &self->todos.rows[i]);
	for (size_t i = 0; i < self->todos.open_count; i++)
		self->bars[i] = todo_round_place(&self->arena, self->todos.open[i].round);
	TRY(budget_get(ctx, &self->budget));
	self->loaded = context_now(ctx);
	layout(screen, screen->body);
	return ok();
}

static void paint_todos(const struct desk *self, const struct canvas *body, int y)
{
	char count[80];
	int width = body->area.w;

	canvas_put(body, y, 1, STYLE_HEADING, _("To do"));
	snprintf(count, sizeof(count),
		ngettext("%lu thing", "%lu things", (unsigned long)self->todos.n),
		(unsigned long)self->todos.n);
	canvas_text(body, y, width - 21, 20, STYLE_QUIET, ALIGN_RIGHT, count);
	if (self->todos.n == 0)
		canvas_put(body, y + 1, 3, STYLE_PLAIN,
			_("Nothing waits. The keys 1 to 6 lead to the phases."));
	for (size_t i = 0; i < self->cursor.height && self->cursor.top + i < self->todos.n; i++) {
		size_t at = self->cursor.top + i;
		const struct todo *todo = &self->todos.rows[at];
		bool selected = at == self->cursor.selected;
		enum style style = selected                ? STYLE_SELECTED :
				   todo->urgency == URGENT ? STYLE_ALERT :
							     STYLE_PLAIN;
		const char *place = self->places[at];
		int right = utf8_columns(place) < 20 ? utf8_columns(place) : 20;

		canvas_text(body, y + 1 + (int)i, 0, 1, style, ALIGN_LEFT,
			selected ? term_glyph(GLYPH_MARK) : "");
		canvas_text(body, y + 1 + (int)i, 1, 2, style, ALIGN_LEFT,
			todo->urgency == URGENT ? "!" : "");
		canvas_text(
			body, y + 1 + (int)i, 3, width - right - 6, style, ALIGN_LEFT, todo->text);
		canvas_text(body, y + 1 + (int)i, width - right - 3, right + 2, style, ALIGN_RIGHT,
			place);
	}
}

static void paint_bars(const struct desk *self, const struct canvas *body, int y)
{
	for (size_t i = 0; i < self->todos.open_count; i++) {
		const struct progress *progress = &self->todos.open[i].progress;
		char text[120], figures[60];

		snprintf(text, sizeof(text), "%s: %s", C_("label", "Reviews"), self->bars[i]);
		snprintf(figures, sizeof(figures), "%lld/%lld", (long long)progress->submitted,
			(long long)progress->all);
		canvas_text(body, y + (int)i, 1, 28, STYLE_PLAIN, ALIGN_LEFT, text);
		int width = body->area.w - 28 - 3 - 12;
		canvas_bar(body, y + (int)i, 30, width, progress->submitted, progress->all);
		canvas_text(
			body, y + (int)i, 30 + width + 1, 10, STYLE_PLAIN, ALIGN_RIGHT, figures);
	}
}

static void paint(const struct screen *screen, const struct canvas *body)
{
	const struct desk *self = desk_of(screen);
	int y = TIMELINE_ROWS + 1;

	timeline_paint(&self->todos.phases, self->loaded, body);
	paint_todos(self, body, y);
	paint_bars(self, body, body->area.h - gauge_rows(self));
	if (shows_budget(self))
		budget_paint_line(&self->budget, body, body->area.h - 1);
}

static void status(const struct screen *screen, char *out, size_t size)
{
	char when[80];

	text_time(desk_of(screen)->loaded, when, sizeof(when));
	/* TRANSLATORS: %s is a date and time. */
	snprintf(out, size, _("As of %s"), when);
}

static bool on_key(struct ui *ui, struct screen *screen, int key)
{
	(void)ui;
	return cursor_key(&desk_of(screen)->cursor, key);
}

static const char *nothing_selected(const struct screen *screen, const struct context *ctx)
{
	(void)ctx;
	return desk_of(screen)->todos.n == 0 ? N_("Nothing waits to be opened.") : NULL;
}

static void on_open(struct ui *ui, struct screen *screen)
{
	const struct desk *self = desk_of(screen);
	const struct todo *todo = &self->todos.rows[self->cursor.selected];

	open_todo(ui, todo->what, todo->code);
}

static void on_name(struct ui *ui, struct screen *screen)
{
	(void)screen;
	competition_form(ui);
}

static void on_profile(struct ui *ui, struct screen *screen)
{
	(void)screen;
	competition_profile(ui);
}

static void on_municipalities(struct ui *ui, struct screen *screen)
{
	(void)screen;
	place_open(ui, PLACE_MUNICIPALITIES, 0);
}

static void on_people(struct ui *ui, struct screen *screen)
{
	(void)screen;
	place_open(ui, PLACE_PEOPLE, 0);
}

/* What is to be done depends on the hour too. */
static void on_idle(struct ui *ui, struct screen *screen)
{
	if (context_now(ui->ctx) - desk_of(screen)->loaded >= MINUTE)
		screen->stale = true;
}

static void on_close(struct screen *screen)
{
	arena_clear(&desk_of(screen)->arena);
}

static void on_sheet(struct ui *ui, struct screen *screen)
{
	(void)screen;
	place_open(ui, PLACE_SHEET, 0);
}

static const struct command commands[] = {
	{ .keys = { K_ENTER },
		.action = ACT_COUNT,
		.label = NC_("command", "open"),
		.help = N_("Go to what is to be done"),
		.blocked = nothing_selected,
		.run = on_open },
	{ .keys = { 'k' },
		.action = ACT_READ,
		.label = NC_("command", "municipalities"),
		.help = N_("The register of municipalities"),
		.run = on_municipalities },
	{ .keys = { 'h' },
		.action = ACT_READ,
		.label = NC_("command", "people"),
		.help = N_("The register of people"),
		.run = on_people },
	{ .keys = { 't' },
		.action = ACT_READ,
		.label = NC_("command", "situation"),
		.help = N_("A one-page situation sheet for the board"),
		.run = on_sheet },
	{ .keys = { K_EDIT },
		.action = ACT_PLAN,
		.label = NC_("command", "edit"),
		.help = N_("Change the competition's name"),
		.run = on_name,
		.quiet = true },
	{ .keys = { 'o' },
		.action = ACT_PROFILE,
		.label = NC_("command", "organizer"),
		.help = N_(
			"What kind of organizer it is: authority, association or company; which law binds follows from it"),
		.run = on_profile,
		.quiet = true },
};

static const struct screen_ops ops = {
	.size = sizeof(struct desk),
	.title = title,
	.help = N_("Your desk: the six phases on a timeline, what waits to be done (the urgent "
		   "first), "
		   "and how far the open rounds are. The keys 1 to 6 lead to the phases."),
	.commands = { commands, LEN(commands) },
	.watches = CHANGED_LOG,
	.load = load,
	.layout = layout,
	.paint = paint,
	.key = on_key,
	.status = status,
	.close = on_close,
	.idle = on_idle,
};

static struct screen *open_desk(struct ui *ui, const struct target *to)
{
	(void)to;
	return screen_new(ui, &ops);
}

const struct place_row desk_place = {
	.open = open_desk,
};
