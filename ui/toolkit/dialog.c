/* SPDX-License-Identifier: MIT */
#include "ui/toolkit/dialog.h"

#include <stdlib.h>
#include <string.h>

#include "db/base/utf8.h"
#include "src/base/i18n.h"
#include "ui/toolkit/box.h"
#include "ui/toolkit/cursor.h"
#include "ui/toolkit/edit.h"
#include "ui/toolkit/jump.h"

struct tell {
	struct screen base;
	const char *title, *text;
	int top; /* the first line shown: what does not fit comes with the next key */
};

/* In a small window there are no blank lines around the text, and nothing under it. */
static bool tell_is_tight(const struct screen *screen)
{
	return box_room(screen) < 8;
}

/* Line ends at the end of the text make no lines. */
static int tell_lines(const struct screen *screen)
{
	const char *text = ((const struct tell *)screen)->text;
	int lines = text_wrap_count(text, box_width(screen));

	for (size_t n = strlen(text); n > 0 && text[n - 1] == '\n'; n--)
		lines--;
	return lines;
}

static int tell_rows(const struct screen *screen)
{
	int lines = tell_lines(screen);
	int room = box_room(screen) - (tell_is_tight(screen) ? 1 : 4);

	if (room < 1)
		room = 1;
	return lines < room ? lines : room;
}

static void tell_paint(const struct screen *screen, const struct canvas *body)
{
	const struct tell *self = (const struct tell *)screen;
	int width = box_width(screen);
	int rows = tell_rows(screen);
	struct canvas inner = box_paint(screen, rows + 4, width);

	(void)body;
	canvas_text(&inner, 0, 0, inner.area.w, STYLE_HEADING, ALIGN_LEFT, self->title);
	box_text(&inner, tell_is_tight(screen) ? 1 : 2, self->top, rows, self->text);
	canvas_put(&inner, rows + 3, 0, STYLE_QUIET, _("Any key goes on."));
}

static bool tell_key(struct ui *ui, struct screen *screen, int key)
{
	struct tell *self = (struct tell *)screen;

	(void)ui;
	(void)key;
	self->top += tell_rows(screen);
	if (self->top >= tell_lines(screen))
		screen_close(screen);
	return true;
}

static const struct screen_ops tell_ops = {
	.size = sizeof(struct tell),
	.title = box_title,
	.help = N_("Any key goes on."),
	.paint = tell_paint,
	.key = tell_key,
	.overlay = true,
	.typing = true,
};

static const struct command tell_keys[] = {
	{ .keys = { K_ENTER }, .action = ACT_COUNT, .label = NC_("command", "go on") },
};
static const struct commands tell_hints = { tell_keys, LEN(tell_keys) };

void ui_tell(struct ui *ui, const char *title, const char *text)
{
	struct screen *screen = screen_new(ui, &tell_ops);
	struct tell *self = (struct tell *)screen;

	self->title = title;
	self->text = text;
	self->base.hints = &tell_hints;
	ui_run(ui, screen);
}

/* Choosing and picking are one: a list in a box, with or without a line to narrow it. */
struct choice {
	struct screen base;
	const char *title;
	const char *const *options;
	size_t n;
	bool searching;
	struct edit words;
	size_t *shown; /* indexes of options that match */
	struct cursor cursor;
	struct jump jump;
	int *answer;
};

static struct choice *choice_of(const struct screen *screen)
{
	return (struct choice *)screen;
}

/* In a small window there are no blank lines. */
static bool is_tight(const struct choice *self)
{
	return self->base.body.h < 10;
}

/* The lines over the options: the title and, with a search, what is typed. */
static int choice_head(const struct choice *self)
{
	return (self->searching ? 2 : 1) * (is_tight(self) ? 1 : 2);
}

static int choice_height(const struct choice *self)
{
	int room = box_room(&self->base) - choice_head(self) - (is_tight(self) ? 0 : 2);
	int wanted = self->n > 0 ? (int)self->n : 1; /* the line that says there is none */

	return wanted < room ? wanted : room > 1 ? room : 1;
}

static void narrow(struct choice *self)
{
	struct arena arena = { 0 };
	const char *wanted = utf8_fold(&arena, edit_text(&self->words));
	size_t count = 0;

	for (size_t i = 0; i < self->n; i++)
		if (strstr(utf8_fold(&arena, self->options[i]), wanted) != NULL)
			self->shown[count++] = i;
	arena_clear(&arena);
	cursor_fit(&self->cursor, count, (size_t)choice_height(self));
	cursor_go(&self->cursor, 0);
}

static void choice_layout(struct screen *screen, struct rect body)
{
	struct choice *self = choice_of(screen);

	(void)body;
	cursor_fit(&self->cursor, self->cursor.count, (size_t)choice_height(self));
}

static int widest_option(const struct choice *self, int most)
{
	int widest = utf8_columns(self->title);

	for (size_t i = 0; i < self->n; i++) {
		int columns = utf8_columns(self->options[i]) + 2;

		widest = columns > widest ? columns : widest;
	}
	return widest < most ? widest : most;
}

static void choice_paint(const struct screen *screen, const struct canvas *body)
{
	const struct choice *self = choice_of(screen);
	int height = choice_height(self), head = choice_head(self);
	int width = self->searching ? box_width(screen) : widest_option(self, box_width(screen));
	struct canvas inner = box_paint(screen, height + head, width);

	(void)body;
	canvas_text(&inner, 0, 0, inner.area.w, STYLE_HEADING, ALIGN_LEFT, self->title);
	for (int i = 0; i < height; i++) {
		size_t at = self->cursor.top + (size_t)i;

		if (at >= self->cursor.count)
			break;
		bool selected = at == self->cursor.selected;
		canvas_text(&inner, head + i, 0, 2, selected ? STYLE_SELECTED : STYLE_PLAIN,
			ALIGN_LEFT, selected ? term_glyph(GLYPH_MARK) : "");
		canvas_text(&inner, head + i, 2, inner.area.w - 2,
			selected ? STYLE_SELECTED : STYLE_PLAIN, ALIGN_LEFT,
			self->options[self->shown[at]]);
	}
	if (self->cursor.count == 0)
		canvas_put(
			&inner, head, 0, STYLE_QUIET, _("Nothing matches. Delete some letters."));
	if (self->searching) {
		struct canvas line = canvas_part(&inner, head / 2, 0, 1, inner.area.w);

		edit_paint(&self->words, &line, true);
	}
}

/* A letter leads to the next option that begins with it. */
static bool choice_jump(struct choice *self, int key)
{
	size_t to = jump_to(&self->jump, self->options, self->n, self->cursor.selected, key);
	bool found = to != self->cursor.selected;

	cursor_go(&self->cursor, to);
	return found;
}

static bool choice_key(struct ui *ui, struct screen *screen, int key)
{
	struct choice *self = choice_of(screen);

	(void)ui;
	if (key == K_ENTER && self->cursor.count > 0) {
		*self->answer = (int)self->shown[self->cursor.selected];
		screen_close(screen);
		return true;
	}
	if (key == K_ENTER || cursor_key(&self->cursor, key))
		return true;
	if (!self->searching)
		return key != K_ESC && choice_jump(self, key);
	if (!edit_key(&self->words, key, BOX_WIDTH))
		return false;
	narrow(self);
	return true;
}

static bool choice_leave(struct ui *ui, struct screen *screen)
{
	return ui->leaving || *edit_text(&choice_of(screen)->words) == '\0' ||
	       ui_ask_left(ui, false) == LEFT_DISCARD;
}

static void choice_close(struct screen *screen)
{
	struct choice *self = choice_of(screen);

	edit_clear(&self->words);
	free(self->shown);
}

static const struct screen_ops choice_ops = {
	.size = sizeof(struct choice),
	.title = box_title,
	.help = N_(
		"Choose with the arrows and Enter; where there is a line, typing narrows the list."),
	.layout = choice_layout,
	.paint = choice_paint,
	.key = choice_key,
	.leave = choice_leave,
	.close = choice_close,
	.overlay = true,
	.typing = true,
};

static const struct command choice_keys[] = {
	{ .keys = { K_ENTER }, .action = ACT_COUNT, .label = NC_("command", "choose") },
	{ .keys = { K_ESC }, .action = ACT_COUNT, .label = NC_("command", "cancel") },
};
static const struct commands choice_hints = { choice_keys, LEN(choice_keys) };

static int choose(struct ui *ui, const char *title, const char *const *options, size_t n,
	int current, bool searching)
{
	struct screen *screen = screen_new(ui, &choice_ops);
	struct choice *self = choice_of(screen);
	int answer = -1;

	self->title = title;
	self->options = options;
	self->n = n;
	self->searching = searching;
	self->answer = &answer;
	self->base.hints = &choice_hints;
	self->shown = xmalloc((n + 1) * sizeof(*self->shown));
	self->base.body = (struct rect){ 3, 0, term_rows() - 5, term_columns() };
	edit_init(&self->words, "", false, 100);
	narrow(self);
	if (current > 0)
		cursor_go(&self->cursor, (size_t)current);
	return ui_run(ui, screen) ? answer : -1;
}

int ui_choose(struct ui *ui, const char *title, const char *const *options, int n, int current)
{
	return choose(ui, title, options, (size_t)n, current, false);
}

int ui_pick_from(
	struct ui *ui, const char *title, const char *const *options, size_t n, size_t current)
{
	return choose(ui, title, options, n, (int)current, true);
}
