/* SPDX-License-Identifier: MIT */
#include "ui/toolkit/ask_each.h"

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "ui/toolkit/box.h"
#include "ui/toolkit/term.h"

enum { ANSWER_WIDTH = 12 };

struct asking {
	struct screen base;
	const struct ask_each *each;
	const struct ask_row *rows;
	size_t n, at, last; /* the one at hand, and the one that was answered last */
};

static struct asking *asking_of(const struct screen *screen)
{
	return (struct asking *)screen;
}

static void paint_row(const struct asking *self, const struct canvas *inner, int y, size_t i)
{
	const struct ask_row *row = &self->rows[i];
	enum style style = i == self->at ? STYLE_SELECTED : STYLE_PLAIN;
	int room = inner->area.w - 2 - ANSWER_WIDTH - 1;

	canvas_text(inner, y, 0, 2, style, ALIGN_LEFT, i == self->at ? term_glyph(GLYPH_MARK) : "");
	canvas_text(inner, y, 2, room, style, ALIGN_LEFT, row->text);
	canvas_text(inner, y, 2 + room + 1, ANSWER_WIDTH, row->style, ALIGN_LEFT,
		*row->answer == '\0' ? "–" : row->answer);
}

/* "1 yes   2 no   3 ask for it". */
static const char *keys_line(struct arena *arena, const struct ask_each *each)
{
	const char *line = "";

	for (int i = 0; i < each->n; i++)
		line = arena_printf(
			arena, "%s%s%d %s", line, i > 0 ? "   " : "", i + 1, each->words[i]);
	return line;
}

/* The title, the questions as far as there is room, then the one at hand in full. */
static void paint(const struct screen *screen, const struct canvas *body)
{
	const struct asking *self = asking_of(screen);
	const struct ask_row *row = &self->rows[self->at];
	struct arena arena = { 0 };
	int width = box_width(screen);
	const char *full = arena_printf(
		&arena, "%s%s%s", row->text, *row->more == '\0' ? "" : "\n", row->more);
	int lines = text_wrap_count(full, width), rows = (int)self->n, most = box_room(screen) - 5;

	(void)body;
	if (rows + lines > most)
		rows = most - lines > 1 ? most - lines : 1;
	size_t first = self->at >= (size_t)rows ? self->at - (size_t)rows + 1 : 0;
	struct canvas inner = box_paint(screen, rows + lines + 5, width);
	canvas_text(&inner, 0, 0, inner.area.w, STYLE_HEADING, ALIGN_LEFT, self->each->title);
	for (int i = 0; i < rows; i++)
		paint_row(self, &inner, 2 + i, first + (size_t)i);
	box_text(&inner, rows + 3, 0, lines, full);
	canvas_text(&inner, rows + lines + 4, 0, inner.area.w, STYLE_QUIET, ALIGN_LEFT,
		keys_line(&arena, self->each));
	arena_clear(&arena);
}

static void read_rows(struct asking *self)
{
	self->n = self->each->rows(self->each->arg, &self->rows);
}

/* The answer of a key; -1: none has it. */
static int word_of(const struct ask_each *each, int key)
{
	for (int i = 0; i < each->n; i++)
		if (key == '1' + i || key == (unsigned char)*each->words[i])
			return i;
	return -1;
}

static void answer(struct ui *ui, struct asking *self, int word)
{
	self->last = self->at;
	self->each->answer(ui, self->each->arg, self->at, word);
	read_rows(self);
}

/* Before the question at hand is answered, the remark is on the one before it. */
static void remark(struct ui *ui, struct asking *self)
{
	size_t on = *self->rows[self->at].answer == '\0' ? self->last : self->at;

	if (*self->rows[on].answer == '\0') {
		ui_complain(ui, rule(N_("First answer the question, then write the remark.")));
		return;
	}
	self->each->remark(ui, self->each->arg, on);
	read_rows(self);
}

static bool key(struct ui *ui, struct screen *screen, int pressed)
{
	struct asking *self = asking_of(screen);
	int word = word_of(self->each, pressed);
	bool is_last = self->at + 1 == self->n;

	if (word >= 0) {
		answer(ui, self, word);
		self->at += is_last ? 0 : 1;
	} else if (pressed == K_BACKSPACE || pressed == K_DELETE) {
		answer(ui, self, -1);
	} else if (pressed == 'm') {
		remark(ui, self);
	} else if (pressed == K_DOWN && !is_last) {
		self->at++;
	} else if (pressed == K_UP && self->at > 0) {
		self->at--;
	} else if (pressed != K_ENTER) {
		return false;
	}
	if (pressed == K_ENTER || (word >= 0 && is_last))
		screen_close(screen);
	return true;
}

static const struct screen_ops ops = {
	.size = sizeof(struct asking),
	.title = box_title,
	.help = N_(
		"A digit, or the first letter of the answer, answers the question and goes on to "
		"the next; m writes a remark, Backspace takes the answer back, the arrows move."),
	.paint = paint,
	.key = key,
	.overlay = true,
	.typing = true,
};

static const struct command hint_rows[] = {
	{ .keys = { '1' }, .action = ACT_COUNT, .label = NC_("command", "answer") },
	{ .keys = { 'm' }, .action = ACT_COUNT, .label = NC_("command", "remark") },
	{ .keys = { K_BACKSPACE }, .action = ACT_COUNT, .label = NC_("command", "take back") },
	{ .keys = { K_ENTER }, .action = ACT_COUNT, .label = NC_("command", "finish") },
};
static const struct commands hints = { hint_rows, LEN(hint_rows) };

void ui_ask_each(struct ui *ui, const struct ask_each *each)
{
	struct screen *screen = screen_new(ui, &ops);
	struct asking *self = asking_of(screen);

	self->each = each;
	self->base.hints = &hints;
	read_rows(self);
	while (self->at + 1 < self->n && *self->rows[self->at].answer != '\0')
		self->at++;
	ui_run(ui, screen);
}
