/* SPDX-License-Identifier: MIT
 * Wrapped and whole at any width: nobody declares by half a sentence. */
#include "ui/jury/grounds.h"

#include <stdio.h>

#include "src/base/i18n.h"
#include "src/judging/ground.h"
#include "ui/toolkit/cursor.h"
#include "ui/toolkit/page.h"

enum { LEFT = 4, TOP = 2 };

struct grounds {
	struct screen base;
	const char *title;
	struct cursor cursor; /* 0: none */
	int64_t *answer;
};

static struct grounds *grounds_of(const struct screen *screen)
{
	return (struct grounds *)screen;
}

const char *jury_ground(int64_t ground)
{
	const char *words = juror_ground_words(ground);

	return words == NULL ? "" : _(words);
}

static void title(const struct screen *screen, char *out, size_t size)
{
	(void)screen;
	snprintf(out, size, "%s", _("A conflict of interest: which ground?"));
}

static void layout(struct screen *screen, struct rect body)
{
	(void)body;
	cursor_fit(&grounds_of(screen)->cursor, GROUNDS + 1, GROUNDS + 1);
}

static const char *option(struct arena *arena, size_t i)
{
	if (i == 0)
		return _("No conflict: go back");
	return arena_printf(arena, "%zu %s", i, jury_ground((int64_t)i));
}

static int option_height(size_t i, int width)
{
	struct arena arena = { 0 };
	int lines = text_wrap_count(option(&arena, i), width);

	arena_clear(&arena);
	return lines;
}

/* The first that lets the selected one be seen whole. */
static size_t first_option(const struct grounds *self, int height, int width)
{
	size_t first = self->cursor.selected;
	int used = option_height(first, width);

	while (first > 0 && used + option_height(first - 1, width) <= height)
		used += option_height(--first, width);
	return first;
}

static int paint_option(const struct canvas *canvas, int y, size_t i, bool selected)
{
	struct arena arena = { 0 };
	enum style style = selected ? STYLE_SELECTED : STYLE_PLAIN;
	const char *text = option(&arena, i);

	canvas_put(canvas, y, 1, STYLE_PLAIN, selected ? term_glyph(GLYPH_MARK) : "");
	while (text != NULL && y < canvas->area.h) {
		const char *next;
		size_t n = text_wrap(text, canvas->area.w - LEFT, &next);

		canvas_fill(canvas, y, LEFT - 1, 1, canvas->area.w - LEFT + 1, style);
		canvas_put(canvas, y++, LEFT - 1, style, arena_bytes(&arena, text, n));
		text = next;
	}
	arena_clear(&arena);
	return y;
}

static void paint(const struct screen *screen, const struct canvas *body)
{
	const struct grounds *self = grounds_of(screen);
	struct canvas rows = canvas_part(body, TOP, 0, body->area.h - TOP, body->area.w);
	int y = 0;

	canvas_text(body, 0, 1, body->area.w - 2, STYLE_HEADING, ALIGN_LEFT, self->title);
	for (size_t i = first_option(self, rows.area.h, rows.area.w - LEFT);
		i <= GROUNDS && y < rows.area.h; i++)
		y = paint_option(&rows, y, i, i == self->cursor.selected);
}

static bool on_key(struct ui *ui, struct screen *screen, int key)
{
	struct grounds *self = grounds_of(screen);

	(void)ui;
	if (key >= '1' && key <= '0' + GROUNDS) {
		cursor_go(&self->cursor, (size_t)(key - '0'));
		return true;
	}
	return cursor_key(&self->cursor, key);
}

static void on_enter(struct ui *ui, struct screen *screen)
{
	struct grounds *self = grounds_of(screen);

	(void)ui;
	*self->answer = (int64_t)self->cursor.selected;
	screen_close(screen);
}

static void on_about(struct ui *ui, struct screen *screen)
{
	(void)screen;
	jury_tell_grounds(ui);
}

static const struct command commands[] = {
	{ .keys = { K_ENTER },
		.action = ACT_COUNT,
		.label = NC_("command", "choose"),
		.help = N_("Take the marked ground; the first row goes back without one"),
		.run = on_enter },
	{ .written = "1–7",
		.action = ACT_COUNT,
		.label = NC_("command", "ground"),
		.help = N_("Mark the ground of that number") },
	{ .keys = { 'i' },
		.action = ACT_COUNT,
		.label = NC_("command", "who is close"),
		.help = N_("The grounds as the law has them, and who counts as close"),
		.run = on_about },
};

static const struct screen_ops ops = {
	.size = sizeof(struct grounds),
	.title = title,
	.help = N_("The grounds of 28 §. What you choose is asked about once more or can be "
		   "unmarked; Esc goes back without one."),
	.commands = { commands, LEN(commands) },
	.layout = layout,
	.paint = paint,
	.key = on_key,
};

int64_t jury_choose_ground(struct ui *ui, const char *title)
{
	struct screen *screen = screen_new(ui, &ops);
	struct grounds *self = grounds_of(screen);
	int64_t answer = 0;

	self->title = title;
	self->answer = &answer;
	(void)ui_run(ui, screen);
	return answer;
}

struct about {
	struct screen base;
	struct page page;
};

static struct about *about_of(const struct screen *screen)
{
	return (struct about *)screen;
}

static void about_title(const struct screen *screen, char *out, size_t size)
{
	(void)screen;
	snprintf(out, size, "%s", _("Grounds, and who is close"));
}

void jury_fill_grounds(struct page *page)
{
	char number[12];

	page_clear(page);
	page_heading(page, _("Who is close"));
	for (int i = 1; i <= CIRCLES; i++) {
		snprintf(number, sizeof(number), "%d", i);
		page_field(page, number, _(juror_circle_words(i)));
	}
	page_text(page, _(juror_circles_note()));
	page_gap(page);
	page_heading(page, _("Disqualified is (28 §)"));
	for (int i = 1; i <= GROUNDS; i++) {
		snprintf(number, sizeof(number), "%d", i);
		page_field(page, number, _(juror_ground_law(i)));
	}
}

/* Anew when the language changes. */
static struct error about_load(struct screen *screen, struct context *ctx)
{
	struct page *page = &about_of(screen)->page;
	int scroll = page->scroll;

	(void)ctx;
	jury_fill_grounds(page);
	page->scroll = scroll;
	return ok();
}

static void about_paint(const struct screen *screen, const struct canvas *body)
{
	struct canvas inner = canvas_part(body, 0, 1, body->area.h, body->area.w - 2);

	page_paint(&about_of(screen)->page, &inner);
}

static bool about_key(struct ui *ui, struct screen *screen, int key)
{
	(void)ui;
	return page_key(&about_of(screen)->page, key == ' ' ? K_PAGE_DOWN : key, screen->body.h,
		screen->body.w - 2);
}

static void about_close(struct screen *screen)
{
	page_clear(&about_of(screen)->page);
}

static void on_back(struct ui *ui, struct screen *screen)
{
	(void)ui;
	screen_close(screen);
}

static const struct command about_commands[] = {
	{ .keys = { K_ENTER, 'i' },
		.action = ACT_COUNT,
		.label = NC_("command", "back"),
		.help = N_("Back to where you were"),
		.run = on_back },
	{ .written = "↑↓",
		.action = ACT_COUNT,
		.label = NC_("command", "read on"),
		.help = N_("Read on; Space goes by pages") },
};

static const struct screen_ops about_ops = {
	.size = sizeof(struct about),
	.title = about_title,
	.help = N_("When one is disqualified, and which relatives count as close."),
	.commands = { about_commands, LEN(about_commands) },
	.load = about_load,
	.paint = about_paint,
	.key = about_key,
	.close = about_close,
};

void jury_tell_grounds(struct ui *ui)
{
	(void)ui_run(ui, screen_new(ui, &about_ops));
}
