/* SPDX-License-Identifier: MIT */
#include "ui/toolkit/marks.h"

#include <stdio.h>

#include "db/base/utf8.h"
#include "src/base/i18n.h"
#include "src/base/text.h"
#include "ui/toolkit/cursor.h"
#include "ui/toolkit/dialog.h"

enum { TICK = 6, NAME_LEAST = 16 };

struct marks {
	struct screen base;
	const struct marks_def *def;
	struct mark *rows;
	size_t n;
	void *arg;
	struct cursor cursor;
	bool changed;
	bool *saved;
};

static struct marks *marks_of(const struct screen *screen)
{
	return (struct marks *)screen;
}

static void title(const struct screen *screen, char *out, size_t size)
{
	snprintf(out, size, "%s", i18n_lookup("title", marks_of(screen)->def->title));
}

/* The lines of the explanation, with a blank one below. */
static int head_lines(const struct marks *self, int width)
{
	return text_wrap_count(_(self->def->help), width) + 1;
}

static void layout(struct screen *screen, struct rect body)
{
	struct marks *self = marks_of(screen);
	int left = body.h - head_lines(self, body.w - 2);

	cursor_fit(&self->cursor, self->n, (size_t)(left > 1 ? left : 1));
}

static int paint_head(const struct marks *self, const struct canvas *body)
{
	struct arena arena = { 0 };
	const char *text = _(self->def->help);
	int y = 0;

	for (; text != NULL && y < body->area.h - 2; y++) {
		const char *next;
		size_t n = text_wrap(text, body->area.w - 2, &next);

		canvas_put(body, y, 1, STYLE_QUIET, arena_bytes(&arena, text, n));
		text = next;
	}
	arena_clear(&arena);
	return y + 1;
}

static void paint_row(const struct marks *self, const struct canvas *body, int y, size_t at)
{
	const struct mark *mark = &self->rows[at];
	bool selected = at == self->cursor.selected;
	enum style style = selected ? STYLE_SELECTED : STYLE_PLAIN;
	const char *word = self->def->word(mark->value);
	int width = body->area.w - 1, words = utf8_columns(word);

	if (words > width - TICK - NAME_LEAST)
		words = width - TICK - NAME_LEAST;

	if (selected)
		canvas_fill(body, y, 0, 1, width, style);
	canvas_put(body, y, 0, style, selected ? term_glyph(GLYPH_MARK) : "");
	canvas_put(body, y, 2, style, mark->value == self->def->unticked ? "[ ]" : "[x]");
	canvas_text(body, y, TICK, width - TICK - words - 2, style, ALIGN_LEFT, mark->name);
	canvas_text(body, y, width - words, words, style, ALIGN_LEFT, word);
}

static void paint(const struct screen *screen, const struct canvas *body)
{
	const struct marks *self = marks_of(screen);
	int y = paint_head(self, body);

	for (size_t i = 0; i < self->cursor.height; i++)
		if (self->cursor.top + i < self->n && y < body->area.h)
			paint_row(self, body, y++, self->cursor.top + i);
}

static void status(const struct screen *screen, char *out, size_t size)
{
	const struct marks *self = marks_of(screen);
	size_t ticked = 0;

	for (size_t i = 0; i < self->n; i++)
		ticked += self->rows[i].value != self->def->unticked;
	/* TRANSLATORS: how many rows of a form are ticked, of how many. */
	snprintf(out, size, _("%zu/%zu ticked"), ticked, self->n);
}

static bool on_key(struct ui *ui, struct screen *screen, int key)
{
	struct marks *self = marks_of(screen);

	if (cursor_key(&self->cursor, key))
		return true;
	if ((key != ' ' && key != K_ENTER) || self->n == 0)
		return false;
	struct mark *mark = &self->rows[self->cursor.selected];
	int value = self->def->next(ui, mark->value);
	self->changed = self->changed || value != mark->value;
	mark->value = value;
	return true;
}

static void on_save(struct ui *ui, struct screen *screen)
{
	struct marks *self = marks_of(screen);
	struct error e = self->def->save(ui, self->rows, self->n, self->arg);

	ui_complain(ui, e);
	if (e.code != E_OK)
		return;
	*self->saved = true;
	screen_close(screen);
}

static bool on_leave(struct ui *ui, struct screen *screen)
{
	struct marks *self = marks_of(screen);
	enum ui_left left = !self->changed || ui->leaving ? LEFT_DISCARD : ui_ask_left(ui, true);

	if (left == LEFT_SAVE)
		on_save(ui, screen); /* which closes it, or says what is wrong */
	return left == LEFT_DISCARD;
}

static const struct command rows[] = {
	{ .keys = { CTRL_KEY('S') },
		.action = ACT_COUNT,
		.label = NC_("command", "save"),
		.help = N_("Save the record"),
		.run = on_save },
};

static const struct screen_ops ops = {
	.size = sizeof(struct marks),
	.title = title,
	.help = N_("Space changes the row, Ctrl-S saves, Esc leaves without saving."),
	.commands = { rows, LEN(rows) },
	.layout = layout,
	.paint = paint,
	.key = on_key,
	.status = status,
	.leave = on_leave,
	.typing = true,
};

static const struct command hint_keys[] = {
	{ .keys = { ' ' }, .action = ACT_COUNT, .label = NC_("command", "change") },
	{ .keys = { CTRL_KEY('S') }, .action = ACT_COUNT, .label = NC_("command", "save") },
	{ .keys = { K_ESC }, .action = ACT_COUNT, .label = NC_("command", "cancel") },
};
static const struct commands hints = { hint_keys, LEN(hint_keys) };

bool ui_marks(struct ui *ui, const struct marks_def *def, struct mark *marks, size_t n, void *arg)
{
	struct screen *screen = screen_new(ui, &ops);
	struct marks *self = marks_of(screen);
	bool saved = false;

	self->def = def;
	self->rows = marks;
	self->n = n;
	self->arg = arg;
	self->saved = &saved;
	self->base.hints = &hints;
	ui_run(ui, screen);
	return saved;
}
