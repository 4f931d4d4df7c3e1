/* SPDX-License-Identifier: MIT */
#include "tests/screens/image.h"

#include <string.h>

#include "db/base/utf8.h"

static int cell_width(const char *text)
{
	int width = utf8_columns(text);

	return width < 1 ? 1 : width;
}

void image_read(struct image *image)
{
	image->rows = term_rows() < IMAGE_ROWS ? term_rows() : IMAGE_ROWS;
	image->columns = term_columns() < IMAGE_COLUMNS ? term_columns() : IMAGE_COLUMNS;
	image->cursor_shown = term_read_cursor(&image->cursor_y, &image->cursor_x);
	for (int y = 0; y < image->rows; y++)
		for (int x = 0; x < image->columns;) {
			struct image_cell *cell = &image->cells[y][x];

			term_read_cell(y, x, cell->text, sizeof(cell->text), &cell->look);
			int width = cell_width(cell->text);
			/* A wide character answers for each of its columns. */
			for (int i = 1; i < width && x + i < image->columns; i++) {
				image->cells[y][x + i] = *cell;
				image->cells[y][x + i].text[0] = '\0';
			}
			x += width;
		}
}

void image_text(const struct image *image, int y, int from, int to, struct buffer *out)
{
	buffer_text(out, "");
	for (int x = from; x < to; x++)
		buffer_text(out, image->cells[y][x].text);
}

static int row_end(const struct image *image, int y)
{
	int end = image->columns;

	while (end > 0 && strcmp(image->cells[y][end - 1].text, " ") == 0)
		end--;
	return end;
}

/* What its style tells: titles, headings and labels tell nothing. */
enum telling { TELLS_NOTHING, TELLS_REVERSED, TELLS_ALERT, TELLS_GOOD, TELLS_ACCENT, TELLS_COUNT };

static enum telling telling_of(const struct cell_look *look)
{
	enum { RED = 1, GREEN, YELLOW };

	if (look->reversed)
		return TELLS_REVERSED;
	if (look->color == RED)
		return TELLS_ALERT;
	if (look->color == GREEN)
		return TELLS_GOOD;
	return look->color == YELLOW ? TELLS_ACCENT : TELLS_NOTHING;
}

/* From the first to the last column of the row in that style; false if it has none. */
static bool span_of(const struct image *image, int y, enum telling wanted, int *from, int *to)
{
	*from = *to = -1;
	for (int x = 0; x < image->columns; x++)
		if (telling_of(&image->cells[y][x].look) == wanted) {
			*from = *from < 0 ? x : *from;
			*to = x;
		}
	return *from >= 0;
}

/* "13:0-78 15-17:2-9": rows and columns; neighbours that look the same are one. */
static void print_spans(const struct image *image, enum telling wanted, struct buffer *out)
{
	int from, to, next_from, next_to;

	for (int y = 0; y < image->rows; y++) {
		int last = y;

		if (!span_of(image, y, wanted, &from, &to))
			continue;
		while (last + 1 < image->rows &&
			span_of(image, last + 1, wanted, &next_from, &next_to) &&
			next_from == from && next_to == to)
			last++;
		if (last > y)
			buffer_printf(out, " %d-%d:%d-%d", y, last, from, to);
		else
			buffer_printf(out, " %d:%d-%d", y, from, to);
		y = last;
	}
}

void image_print(const struct image *image, struct buffer *out)
{
	static const char *const names[TELLS_COUNT] = { [TELLS_REVERSED] = "reversed",
		[TELLS_ALERT] = "alert",
		[TELLS_GOOD] = "good",
		[TELLS_ACCENT] = "accent" };

	for (int y = 0; y < image->rows; y++) {
		image_text(image, y, 0, row_end(image, y), out);
		buffer_text(out, "\n");
	}
	for (enum telling t = TELLS_REVERSED; t < TELLS_COUNT; t++) {
		struct buffer spans = { 0 };

		print_spans(image, t, &spans);
		if (spans.length > 0)
			buffer_printf(out, "~ %s%s\n", names[t], spans.text);
		buffer_clear(&spans);
	}
	if (image->cursor_shown)
		buffer_printf(out, "~ cursor %d,%d\n", image->cursor_y, image->cursor_x);
}

void image_words(const struct image *image, struct buffer *out)
{
	bool blank = true;

	buffer_text(out, "");
	for (int y = 0; y < image->rows; y++) {
		for (int x = 0; x < image->columns; x++) {
			const char *text = image->cells[y][x].text;

			if (strcmp(text, " ") == 0 || strcmp(text, "\302\240") == 0 ||
				strcmp(text, "│") == 0) {
				if (!blank)
					buffer_text(out, " ");
				blank = true;
			} else if (text[0] != '\0') {
				buffer_text(out, text);
				blank = false;
			}
		}
		if (!blank)
			buffer_text(out, " ");
		blank = true;
	}
}

bool image_has(const struct image *image, const char *words)
{
	struct buffer all = { 0 };

	image_words(image, &all);
	bool found = strstr(all.text, words) != NULL;
	buffer_clear(&all);
	return found;
}
