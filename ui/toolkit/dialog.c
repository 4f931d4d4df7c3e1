/* SPDX-License-Identifier: MIT */
#include "ui/toolkit/dialog.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "db/base/utf8.h"
#include "src/base/i18n.h"
#include "ui/toolkit/cursor.h"
#include "ui/toolkit/edit.h"
#include "ui/toolkit/jump.h"

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

/* Lines that the inside of a box can have. */
static int box_room(const struct screen *screen)
{
	return screen->body.h - 2;
}

/* Draws wrapped text from its line `first` on, `rows` lines at most. */
static void paint_text(const struct canvas *canvas, int y, int first, int rows, const char *text)
{
	struct arena arena = { 0 };

	for (int line = 0; text != NULL && line < first + rows; line++) {
		const char *next;
		size_t n = text_wrap(text, canvas->area.w, &next);

		if (line >= first)
			canvas_put(canvas, y + line - first, 0, STYLE_PLAIN,
				arena_bytes(&arena, text, n));
		text = next;
	}
	arena_clear(&arena);
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
	int buttons = lines + 1 < inner.area.h ? lines + 1 : inner.area.h - 1;
	char yes[80], no[80];

	(void)body;
	paint_text(&inner, 0, 0, buttons, self->question);
	snprintf(yes, sizeof(yes), "[ %s ]", self->yes);
	snprintf(no, sizeof(no), "[ %s ]", C_("button", "Cancel"));
	int x = canvas_put(&inner, buttons, 0, self->on_yes ? STYLE_SELECTED : STYLE_PLAIN, yes);
	canvas_put(&inner, buttons, x + 2, self->on_yes ? STYLE_PLAIN : STYLE_SELECTED, no);
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

static const struct command confirm_keys[] = {
	{ .keys = { K_ENTER }, .action = ACT_COUNT, .label = NC_("command", "choose") },
	{ .keys = { K_TAB }, .action = ACT_COUNT, .label = NC_("command", "other button") },
	{ .keys = { K_ESC }, .action = ACT_COUNT, .label = NC_("command", "cancel") },
};
static const struct commands confirm_hints = { confirm_keys, LEN(confirm_keys) };

bool ui_confirm_from(struct ui *ui, const char *question, const char *yes, bool on_yes)
{
	struct screen *screen = screen_new(ui, &confirm_ops);
	struct confirm *self = confirm_of(screen);
	bool answer = false;

	self->question = question;
	self->yes = yes;
	self->on_yes = on_yes;
	self->base.hints = &confirm_hints;
	self->answer = &answer;
	return ui_run(ui, screen) && answer;
}

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
	struct canvas inner = box(screen, rows + 4, width);

	(void)body;
	canvas_text(&inner, 0, 0, inner.area.w, STYLE_HEADING, ALIGN_LEFT, self->title);
	paint_text(&inner, tell_is_tight(screen) ? 1 : 2, self->top, rows, self->text);
	canvas_put(&inner, rows + 3, 0, STYLE_DIM, _("Any key goes on."));
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
	.title = no_title,
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
	struct canvas inner = box(screen, height + head, width);

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
		canvas_put(&inner, head, 0, STYLE_DIM, _("Nothing matches. Delete some letters."));
	if (self->searching) {
		struct canvas line = canvas_part(&inner, head / 2, 0, 1, inner.area.w);

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
	} else if (cursor_key(&self->cursor, key)) {
		return true;
	} else if (!self->searching) {
		cursor_go(&self->cursor,
			jump_to(&self->jump, self->options, self->n, self->cursor.selected, key));
	} else if (edit_key(&self->words, key, BOX_WIDTH)) {
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
	.help = N_(
		"Choose with the arrows and Enter; where there is a line, typing narrows the list."),
	.layout = choice_layout,
	.paint = choice_paint,
	.key = choice_key,
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
	int room = inner.area.h, gap = room > prompt + self->lines + 2 ? 1 : 0;
	int lines = self->lines < room - 1 ? self->lines : room - 1;

	(void)body;
	if (prompt > room - lines - 1)
		prompt = room - lines - 1; /* what is typed must be seen */
	canvas_text(&inner, 0, 0, inner.area.w, STYLE_HEADING, ALIGN_LEFT, self->title);
	paint_text(&inner, 1 + gap, 0, prompt, self->prompt);
	struct canvas field = canvas_part(&inner, 1 + gap + prompt + gap, 0, lines, inner.area.w);
	edit_paint(&self->edit, &field, true);
	canvas_text(&inner, prompt + lines + 4, 0, inner.area.w, STYLE_DIM, ALIGN_LEFT,
		self->lines > 1 ? _("Ctrl-S goes on  Esc cancels") :
				  _("Enter goes on  Esc cancels"));
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

static const struct command line_keys[] = {
	{ .keys = { K_ENTER }, .action = ACT_COUNT, .label = NC_("command", "go on") },
	{ .keys = { K_ESC }, .action = ACT_COUNT, .label = NC_("command", "cancel") },
};
static const struct command lines_keys[] = {
	{ .keys = { CTRL_KEY('S') }, .action = ACT_COUNT, .label = NC_("command", "go on") },
	{ .keys = { K_ESC }, .action = ACT_COUNT, .label = NC_("command", "cancel") },
};
static const struct commands line_hints = { line_keys, LEN(line_keys) };
static const struct commands lines_hints = { lines_keys, LEN(lines_keys) };

char *ui_ask(struct ui *ui, const char *title, const char *prompt, const char *text, int lines)
{
	struct screen *screen = screen_new(ui, &ask_ops);
	struct ask *self = ask_of(screen);
	char *answer = NULL;

	self->title = title;
	self->prompt = prompt;
	self->lines = lines;
	self->base.hints = lines > 1 ? &lines_hints : &line_hints;
	self->answer = &answer;
	edit_init(&self->edit, text, lines > 1, ASK_MAX);
	return ui_run(ui, screen) ? answer : NULL;
}
