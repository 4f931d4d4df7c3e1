/* SPDX-License-Identifier: MIT */
#include "ui/toolkit/edit.h"

#include <stdlib.h>
#include <string.h>

#include "db/base/utf8.h"

enum { UNDO_MAX = 200 };

struct edit_step {
	struct edit_step *next;
	char *text;
	size_t cursor;
};

static void drop_steps(struct edit_step **steps)
{
	while (*steps != NULL) {
		struct edit_step *next = (*steps)->next;

		free((*steps)->text);
		free(*steps);
		*steps = next;
	}
}

static void push_step(struct edit_step **steps, const struct edit *edit)
{
	struct edit_step *step = xmalloc(sizeof(*step));
	int depth = 0;

	*step = (struct edit_step){ *steps, xstrdup(edit_text(edit)), edit->cursor };
	*steps = step;
	for (struct edit_step *at = step; at != NULL; at = at->next)
		if (++depth == UNDO_MAX)
			drop_steps(&at->next);
}

void edit_init(struct edit *edit, const char *text, bool multiline, size_t max)
{
	*edit = (struct edit){ .multiline = multiline, .max = max, .wanted = -1 };
	edit_set(edit, text);
}

void edit_clear(struct edit *edit)
{
	drop_steps(&edit->undo);
	drop_steps(&edit->redo);
	buffer_clear(&edit->text);
}

void edit_set(struct edit *edit, const char *text)
{
	edit->text.length = 0;
	buffer_text(&edit->text, text);
	edit->cursor = edit->text.length;
	edit->wanted = -1;
}

const char *edit_text(const struct edit *edit)
{
	return edit->text.text == NULL ? "" : edit->text.text;
}

/* Before a change: letters typed one after the other are one step, and so is a paste. */
static void remember(struct edit *edit, bool typing)
{
	if (edit->paste == PASTE_BEGUN || (edit->paste == PASTE_NONE && !(typing && edit->typing)))
		push_step(&edit->undo, edit);
	edit->typing = typing;
	if (edit->paste == PASTE_BEGUN)
		edit->paste = PASTE_GOES_ON;
	drop_steps(&edit->redo);
}

static void step_back(struct edit *edit, struct edit_step **from, struct edit_step **to)
{
	struct edit_step *step = *from;

	if (step == NULL)
		return;
	push_step(to, edit);
	*from = step->next;
	edit_set(edit, step->text);
	edit->cursor = step->cursor;
	edit->typing = false;
	free(step->text);
	free(step);
}

static void insert(struct edit *edit, const char *bytes, size_t n)
{
	struct buffer text = { 0 };

	buffer_add(&text, edit_text(edit), edit->cursor);
	buffer_add(&text, bytes, n);
	buffer_text(&text, edit_text(edit) + edit->cursor);
	buffer_clear(&edit->text);
	edit->text = text;
	edit->cursor += n;
}

static void erase_range(struct edit *edit, size_t from, size_t to)
{
	memmove(edit->text.text + from, edit->text.text + to, edit->text.length - to + 1);
	edit->text.length -= to - from;
	edit->cursor = from;
}

static size_t letter_before(const struct edit *edit, size_t at)
{
	const char *text = edit_text(edit);
	size_t before = 0;

	while (before < at) {
		size_t n = utf8_grapheme(text + before);

		if (before + n >= at)
			break;
		before += n;
	}
	return before;
}

static size_t letter_after(const struct edit *edit, size_t at)
{
	return at + utf8_grapheme(edit_text(edit) + at);
}

static bool is_gap(char c)
{
	return c == ' ' || c == '\n' || c == '\t';
}

static size_t word_before(const struct edit *edit)
{
	const char *text = edit_text(edit);
	size_t at = edit->cursor;

	while (at > 0 && is_gap(text[at - 1]))
		at--;
	while (at > 0 && !is_gap(text[at - 1]))
		at--;
	return at;
}

static bool type_letter(struct edit *edit, int key)
{
	char utf8[5];
	size_t n = utf8_encode((uint32_t)key, utf8);

	edit->refused = utf8_length(edit_text(edit)) >= edit->max;
	if (edit->refused)
		return true;
	remember(edit, key != ' ' && key != '\n');
	insert(edit, utf8, n);
	return true;
}

struct line {
	const char *start;
	size_t n;
};

/* The wrapped line with that number; false behind the last. */
static bool line_at(const struct edit *edit, int width, int number, struct line *line)
{
	const char *text = edit_text(edit);

	for (int i = 0; text != NULL; i++) {
		const char *next;
		size_t n = text_wrap(text, width, &next);

		if (i == number) {
			*line = (struct line){ text, n };
			return true;
		}
		text = next;
	}
	return false;
}

/* Columns of the text between the two. */
static int columns_between(const char *from, const char *to)
{
	struct arena arena = { 0 };
	int columns = utf8_columns(arena_bytes(&arena, from, (size_t)(to - from)));

	arena_clear(&arena);
	return columns;
}

/* One pass: the field may hold a long text, and every key asks for this. */
static void edit_position(const struct edit *edit, int width, int *number, int *column)
{
	const char *cursor = edit_text(edit) + edit->cursor, *line = edit_text(edit), *next;

	*number = 0;
	while ((void)text_wrap(line, width, &next), next != NULL && cursor >= next) {
		line = next;
		(*number)++;
	}
	*column = columns_between(line, cursor);
}

static bool move_lines(struct edit *edit, int width, int by)
{
	int number, column;
	struct line line;

	edit_position(edit, width, &number, &column);
	if (edit->wanted < 0)
		edit->wanted = column;
	if (number + by < 0 || !line_at(edit, width, number + by, &line))
		return false;
	size_t n = utf8_prefix(line.start, edit->wanted);
	edit->cursor = (size_t)(line.start - edit_text(edit)) + (n < line.n ? n : line.n);
	return true;
}

static void move_in_line(struct edit *edit, int width, bool to_end)
{
	int number, column;
	struct line line;

	edit_position(edit, width, &number, &column);
	if (line_at(edit, width, number, &line))
		edit->cursor = (size_t)(line.start - edit_text(edit)) + (to_end ? line.n : 0);
}

static bool move_key(struct edit *edit, int key, int width)
{
	switch (key) {
	case K_LEFT:
		edit->cursor = letter_before(edit, edit->cursor);
		break;
	case K_RIGHT:
		edit->cursor = letter_after(edit, edit->cursor);
		break;
	case K_HOME:
	case CTRL_KEY('A'):
		move_in_line(edit, width, false);
		break;
	case K_END:
	case CTRL_KEY('E'):
		move_in_line(edit, width, true);
		break;
	case K_UP:
		return edit->multiline && move_lines(edit, width, -1);
	case K_DOWN:
		return edit->multiline && move_lines(edit, width, 1);
	default:
		return false;
	}
	edit->wanted = -1;
	edit->typing = false;
	return true;
}

static bool change_key(struct edit *edit, int key)
{
	size_t from = edit->cursor, to = edit->cursor;

	switch (key) {
	case K_BACKSPACE:
		from = letter_before(edit, edit->cursor);
		break;
	case K_DELETE:
	case CTRL_KEY('D'):
		to = letter_after(edit, edit->cursor);
		break;
	case CTRL_KEY('W'):
		from = word_before(edit);
		break;
	case CTRL_KEY('U'):
		from = 0;
		break;
	case CTRL_KEY('K'):
		to = edit->cursor + strcspn(edit_text(edit) + edit->cursor, "\n");
		break;
	case CTRL_KEY('Z'):
		step_back(edit, &edit->undo, &edit->redo);
		return true;
	case CTRL_KEY('Y'):
		step_back(edit, &edit->redo, &edit->undo);
		return true;
	default:
		return false;
	}
	if (from != to) {
		remember(edit, false);
		erase_range(edit, from, to);
	}
	edit->wanted = -1;
	return true;
}

bool edit_key(struct edit *edit, int key, int width)
{
	edit->refused = false;
	if (key == K_PASTE_BEGIN || key == K_PASTE_END) {
		edit->paste = key == K_PASTE_BEGIN ? PASTE_BEGUN : PASTE_NONE;
		edit->typing = false;
		return true;
	}
	if (move_key(edit, key, width) || change_key(edit, key))
		return true;
	if ((key == K_ENTER || key == K_BREAK || key == K_PASTED_LINE) && edit->multiline)
		return type_letter(edit, '\n');
	if (key == K_PASTED_LINE || key == K_PASTED_SPACE)
		return type_letter(edit, ' ');
	if (key < ' ' || key == K_BACKSPACE || key >= K_FIRST || utf8_unsafe((uint32_t)key))
		return false;
	edit->wanted = -1;
	return type_letter(edit, key);
}

/* The line of the cursor is seen, and the one below it where there is one. */
static int first_line(const struct edit *edit, int width, int height, int number)
{
	struct line below;
	int least = line_at(edit, width, number + 1, &below) && height > 1 ? number + 1 : number;

	return least < height ? 0 : least - height + 1;
}

void edit_paint(const struct edit *edit, const struct canvas *canvas, bool focused)
{
	int height = canvas->area.h, width = canvas->area.w, number, column;
	struct line line;
	struct arena arena = { 0 };

	/* The cursor may stand behind the last column of a full line. */
	edit_position(edit, width - 1, &number, &column);
	int first = focused ? first_line(edit, width - 1, height, number) : 0;
	const char *next = line_at(edit, width - 1, first, &line) ? line.start : NULL;
	for (int y = 0; y < height; y++) {
		const char *text = "", *at = next;

		if (at != NULL)
			text = arena_bytes(&arena, at, text_wrap(at, width - 1, &next));
		canvas_text(canvas, y, 0, width, focused ? STYLE_FIELD_FOCUS : STYLE_FIELD,
			ALIGN_LEFT, text);
	}
	if (focused)
		canvas_cursor(canvas, number - first, column);
	arena_clear(&arena);
}
