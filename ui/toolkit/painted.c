/* SPDX-License-Identifier: MIT */
#include "ui/toolkit/painted.h"

#include <stdlib.h>
#include <string.h>

#include "db/base/arena.h"

enum { PUT_X, PUT_N, PUT_STYLE, PUT_TEXT, ROOM_LEAST = 128 };

void painted_free(struct painted *painted)
{
	for (int y = 0; y < painted->rows; y++) {
		free(painted->lines[y].was.data);
		free(painted->lines[y].now.data);
	}
	free(painted->lines);
	*painted = (struct painted){ 0 };
}

void painted_begin(struct painted *painted, int rows, int columns)
{
	if (rows != painted->rows || columns != painted->columns) {
		size_t size = (size_t)rows * sizeof(*painted->lines);

		painted_free(painted);
		painted->lines = xmalloc(size);
		memset(painted->lines, 0, size);
		painted->rows = rows;
		painted->columns = columns;
	}
	for (int y = 0; y < rows; y++)
		painted->lines[y].now.n = 0;
	painted->from_nothing = true;
}

static wchar_t *more_of(struct painted_puts *puts, size_t n)
{
	if (puts->n + n > puts->room) {
		puts->room = 2 * puts->room + n + ROOM_LEAST;
		puts->data = xrealloc(puts->data, puts->room * sizeof(*puts->data));
	}
	puts->n += n;
	return puts->data + puts->n - n;
}

void painted_put(
	struct painted *painted, int y, int x, const wchar_t *text, int n, enum style style)
{
	if (y < 0 || y >= painted->rows || n <= 0)
		return;
	wchar_t *put = more_of(&painted->lines[y].now, PUT_TEXT + (size_t)n);
	put[PUT_X] = (wchar_t)x;
	put[PUT_N] = (wchar_t)n;
	put[PUT_STYLE] = (wchar_t)style;
	memcpy(put + PUT_TEXT, text, (size_t)n * sizeof(*text));
}

static bool is_as_it_was(const struct painted_line *line)
{
	return line->known && line->was.n == line->now.n &&
	       (line->now.n == 0 || memcmp(line->was.data, line->now.data,
					    line->now.n * sizeof(*line->now.data)) == 0);
}

static void put_all(const struct painted_puts *puts, int y, const struct painted_hand *hand)
{
	for (size_t at = 0; at < puts->n; at += PUT_TEXT + (size_t)puts->data[at + PUT_N]) {
		const wchar_t *put = puts->data + at;

		hand->put(y, (int)put[PUT_X], put + PUT_TEXT, (int)put[PUT_N],
			(enum style)put[PUT_STYLE]);
	}
}

static void remember(struct painted_line *line, bool known)
{
	struct painted_puts was = line->was;

	line->was = line->now;
	line->now = was;
	line->known = known;
}

int painted_hand_over(struct painted *painted, const struct painted_hand *hand)
{
	int handed = 0;

	for (int y = 0; y < painted->rows; y++) {
		struct painted_line *line = &painted->lines[y];

		if (painted->from_nothing ? !is_as_it_was(line) : line->now.n > 0) {
			if (painted->from_nothing)
				hand->clear(y);
			put_all(&line->now, y, hand);
			remember(line, painted->from_nothing);
			handed++;
		}
		line->now.n = 0;
	}
	painted->from_nothing = false;
	return handed;
}

void painted_forget(struct painted *painted)
{
	for (int y = 0; y < painted->rows; y++)
		painted->lines[y].known = false;
}
