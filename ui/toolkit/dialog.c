/* SPDX-License-Identifier: MIT */
#include "ui/toolkit/dialog.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "db/base/utf8.h"
#include "src/base/i18n.h"
#include "ui/toolkit/cursor.h"
#include "ui/toolkit/edit.h"

enum { BOX_WIDTH = 64, MARGIN = 3, ASK_MAX = 4000 };

static void no_title(const struct screen *screen, char *out, size_t size)
{
	(void)screen;
	snprintf(out, size, "%s", "");
}

/* A box of that inner size in the middle of the body. */
static struct canvas box(const struct screen *screen, int height, int width)
{
	struct rect body = screen->body;
	int h = height + 2 < body.h ? height + 2 : body.h;
	int w = width + 2 * MARGIN < body.w ? width + 2 * MARGIN : body.w;
	struct canvas all = { body };
	struct canvas frame = canvas_part(&all, (body.h - h) / 2, (body.w - w) / 2, h, w);

	canvas_box(&frame);
	return canvas_part(&frame, 1, MARGIN, h - 2, w - 2 * MARGIN);
}

static int box_width(const struct screen *screen)
{
	int most = screen->body.w - 2 * MARGIN;

	return most < BOX_WIDTH ? most : BOX_WIDTH;
}

/* Draws wrapped text; returns the lines used. */
static int paint_text(const struct canvas *canvas, int y, enum style style, const char *text)
{
	struct arena arena = { 0 };
	int start = y;

	while (text != NULL) {
		const char *next;
		size_t n = text_wrap(text, canvas->area.w, &next);

		canvas_put(canvas, y++, 0, style, arena_bytes(&arena, text, n));
		text = next;
	}
	arena_clear(&arena);
	return y - start;
}

struct confirm {
	struct screen base;
	const char *question, *yes;
	bool on_yes;
	bool *answer;
};

static struct confirm *confirm_of(const struct screen *screen)
{
	return (struct confirm *)screen;
}

static void confirm_paint(const struct screen *screen, const struct canvas *body)
{
	const struct confirm *self = confirm_of(screen);
	int width = box_width(screen), lines = text_wrap_count(self->question, width);
	struct canvas inner = box(screen, lines + 2, width);
	char yes[80], no[80];

	(void)body;
	paint_text(&inner, 0, STYLE_PLAIN, self->question);
	snprintf(yes, sizeof(yes), "[ %s ]", self->yes);
	snprintf(no, sizeof(no), "[ %s ]", C_("button", "Cancel"));
	int x = canvas_put(&inner, lines + 1, 0, self->on_yes ? STYLE_SELECTED : STYLE_PLAIN, yes);
	canvas_put(&inner, lines + 1, x + 2, self->on_yes ? STYLE_PLAIN : STYLE_SELECTED, no);
}

static bool confirm_key(struct ui *ui, struct screen *screen, int key)
{
	struct confirm *self = confirm_of(screen);

	(void)ui;
	if (key == K_LEFT || key == K_RIGHT || key == K_TAB || key == K_BACKTAB) {
		self->on_yes = !self->on_yes;
	} else if (key == K_ENTER || key == ' ') {
		*self->answer = self->on_yes;
		screen_close(screen);
	} else if (key == K_ESC) {
		screen_close(screen);
	}
	return true;
}

static const struct screen_ops confirm_ops = {
	.size = sizeof(struct confirm),
	.title = no_title,
	.help = N_("Answer with the arrows and Enter; Esc cancels."),
	.paint = confirm_paint,
	.key = confirm_key,
	.overlay = true,
	.typing = true,
};

bool ui_confirm(struct ui *ui, const char *question, const char *yes)
{
	struct screen *screen = screen_new(ui, &confirm_ops);
	struct confirm *self = confirm_of(screen);
	bool answer = false;

	self->question = question;
	self->yes = yes;
	self->on_yes = true;
	self->answer = &answer;
	return ui_run(ui, screen) && answer;
}

struct tell {
	struct screen base;
	const char *title, *text;
};

static void tell_paint(const struct screen *screen, const struct canvas *body)
{
	const struct tell *self = (const struct tell *)screen;
	int width = box_width(screen), lines = text_wrap_count(self->text, width);
	struct canvas inner = box(screen, lines + 4, width);

	(void)body;
	canvas_put(&inner, 0, 0, STYLE_HEADING, self->title);
	paint_text(&inner, 2, STYLE_PLAIN, self->text);
	canvas_put(&inner, lines + 3, 0, STYLE_DIM, _("Any key goes on."));
}

static bool tell_key(struct ui *ui, struct screen *screen, int key)
{
	(void)ui;
	(void)key;
	screen_close(screen);
	return true;
}

static const struct screen_ops tell_ops = {
	.size = sizeof(struct tell),
	.title = no_title,
	.help = N_("Any key goes on."),
	.paint = tell_paint,
	.key = tell_key,
	.overlay = true,
	.typing = true,
};

void ui_tell(struct ui *ui, const char *title, const char *text)
{
	struct screen *screen = screen_new(ui, &tell_ops);
	struct tell *self = (struct tell *)screen;

	self->title = title;
	self->text = text;
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
	int *answer;
};

static struct choice *choice_of(const struct screen *screen)
{
	return (struct choice *)screen;
}

static int choice_height(const struct choice *self)
{
	int room = self->base.body.h - 6 - (self->searching ? 2 : 0);
	int wanted = (int)self->n;

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
	int height = choice_height(self), head = self->searching ? 4 : 2;
	int width = self->searching ? box_width(screen) : widest_option(self, box_width(screen));
	struct canvas inner = box(screen, height + head, width);

	(void)body;
	canvas_text(&inner, 0, 0, inner.area.w, STYLE_HEADING, ALIGN_LEFT, self->title);
	for (int i = 0; i < height; i++) {
		size_t at = self->cursor.top + (size_t)i;

		if (at >= self->cursor.count)
			break;
		bool selected = at == self->cursor.selected;
		canvas_text(&inner, head + i, 0, 2, selected ? STYLE_SELECTED : STYLE_PLAIN, ALIGN_LEFT,
			selected ? term_glyph(GLYPH_MARK) : "");
		canvas_text(&inner, head + i, 2, inner.area.w - 2,
			selected ? STYLE_SELECTED : STYLE_PLAIN, ALIGN_LEFT,
			self->options[self->shown[at]]);
	}
	if (self->cursor.count == 0)
		canvas_put(&inner, head, 0, STYLE_DIM, _("Nothing matches. Delete some letters."));
	if (self->searching) {
		struct canvas line = canvas_part(&inner, 2, 0, 1, inner.area.w);

		edit_paint(&self->words, &line, true);
	}
}

static bool choice_key(struct ui *ui, struct screen *screen, int key)
{
	struct choice *self = choice_of(screen);

	(void)ui;
	if (key == K_ESC) {
		screen_close(screen);
	} else if (key == K_ENTER) {
		if (self->cursor.count > 0)
			*self->answer = (int)self->shown[self->cursor.selected];
		if (self->cursor.count > 0)
			screen_close(screen);
	} else if (!cursor_key(&self->cursor, key) && self->searching &&
		edit_key(&self->words, key, BOX_WIDTH)) {
		narrow(self);
	}
	return true;
}

static void choice_close(struct screen *screen)
{
	struct choice *self = choice_of(screen);

	edit_clear(&self->words);
	free(self->shown);
}

static const struct screen_ops choice_ops = {
	.size = sizeof(struct choice),
	.title = no_title,
	.help = N_("Choose with the arrows and Enter; where there is a line, typing narrows the list."),
	.layout = choice_layout,
	.paint = choice_paint,
	.key = choice_key,
	.close = choice_close,
	.overlay = true,
	.typing = true,
};

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

int ui_pick(struct ui *ui, const char *title, const char *const *options, size_t n)
{
	return choose(ui, title, options, n, -1, true);
}

struct ask {
	struct screen base;
	const char *title, *prompt;
	struct edit edit;
	int lines;
	char **answer;
};

static struct ask *ask_of(const struct screen *screen)
{
	return (struct ask *)screen;
}

static void ask_paint(const struct screen *screen, const struct canvas *body)
{
	const struct ask *self = ask_of(screen);
	int width = box_width(screen), prompt = text_wrap_count(self->prompt, width);
	struct canvas inner = box(screen, prompt + self->lines + 5, width);

	(void)body;
	canvas_text(&inner, 0, 0, inner.area.w, STYLE_HEADING, ALIGN_LEFT, self->title);
	paint_text(&inner, 2, STYLE_PLAIN, self->prompt);
	struct canvas field = canvas_part(&inner, prompt + 3, 0, self->lines, inner.area.w);
	edit_paint(&self->edit, &field, true);
	canvas_text(&inner, prompt + self->lines + 4, 0, inner.area.w, STYLE_DIM, ALIGN_LEFT,
		self->lines > 1 ? _("Ctrl-S goes on  Esc cancels") : _("Enter goes on  Esc cancels"));
}

static bool ask_key(struct ui *ui, struct screen *screen, int key)
{
	struct ask *self = ask_of(screen);
	bool done = key == CTRL_KEY('S') || (key == K_ENTER && self->lines == 1);

	(void)ui;
	if (done)
		*self->answer = xstrdup(edit_text(&self->edit));
	if (done || key == K_ESC)
		screen_close(screen);
	else
		(void)edit_key(&self->edit, key, box_width(screen) - 1);
	return true;
}

static void ask_close(struct screen *screen)
{
	edit_clear(&ask_of(screen)->edit);
}

static const struct screen_ops ask_ops = {
	.size = sizeof(struct ask),
	.title = no_title,
	.help = N_("Type the text; Esc cancels."),
	.paint = ask_paint,
	.key = ask_key,
	.close = ask_close,
	.overlay = true,
	.typing = true,
};

char *ui_ask(struct ui *ui, const char *title, const char *prompt, const char *text, int lines)
{
	struct screen *screen = screen_new(ui, &ask_ops);
	struct ask *self = ask_of(screen);
	char *answer = NULL;

	self->title = title;
	self->prompt = prompt;
	self->lines = lines;
	self->answer = &answer;
	edit_init(&self->edit, text, lines > 1, ASK_MAX);
	return ui_run(ui, screen) ? answer : NULL;
}
