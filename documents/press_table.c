/* SPDX-License-Identifier: MIT
 * A table over as many pages as it needs: one table to who is read to, its heading row again on
 * every page to who looks. A row is whole on its page; one that is longer than a page goes on in
 * another row. */
#include <stdlib.h>
#include <string.h>

#include "documents/memory.h"
#include "documents/press.h"

static const double BETWEEN = 9, PADDING = 2.2, CAPTION_GAP = 3;

enum { SMALL_ROWS = 12 };

struct layout {
	const struct paper_block *block;
	double x[PAPER_COLUMNS_MAX], widths[PAPER_COLUMNS_MAX];
	double left, all;
	const struct wrapped *heads[PAPER_COLUMNS_MAX];
	double head_height;
};

/* --- Columns */

static const char *cell_of(const struct paper_block *block, size_t row, size_t column)
{
	return block->items[row * block->column_n + column];
}

static void note_wider(double *width, double seen)
{
	*width = seen > *width ? seen : *width;
}

/* The width of a column with each text in one line, and with the longest word alone in it. */
static void measure_column(struct press *press, const struct paper_block *block, size_t c,
	double *wanted, double *least)
{
	const char *title = block->columns[c].title;

	*wanted = press_measure(press, &STYLE_SMALL_BOLD, title);
	*least = press_longest_word(press, &STYLE_SMALL_BOLD, title);
	for (size_t r = 0; r < block->row_n; r++) {
		note_wider(wanted, press_measure(press, &STYLE_SMALL, cell_of(block, r, c)));
		note_wider(least, press_longest_word(press, &STYLE_SMALL, cell_of(block, r, c)));
	}
	*wanted += 0.5; /* no line breaks for a rounding */
	*least += 0.5;
}

/* Each as wide as it wants to be if there is room; else what is left beside the longest words is
 * shared by what each still wants; else the words are broken. */
static void share(double room, size_t n, const double *wanted, const double *least, double *widths)
{
	double all_wanted = 0, all_least = 0;

	for (size_t c = 0; c < n; c++) {
		all_wanted += wanted[c];
		all_least += least[c];
	}
	for (size_t c = 0; c < n; c++)
		if (all_wanted <= room)
			widths[c] = wanted[c];
		else if (all_least >= room)
			widths[c] = least[c] * room / all_least;
		else
			widths[c] = least[c] + (wanted[c] - least[c]) * (room - all_least) /
						       (all_wanted - all_least);
}

/* Nothing is so long that it may take the words of the others apart. */
static void limit_least(double room, size_t n, double *least)
{
	for (size_t c = 0; c < n; c++)
		if (least[c] > room / 3 && n > 1)
			least[c] = room / 3;
}

static void lay_out(struct press *press, const struct paper_block *block, struct layout *layout)
{
	double wanted[PAPER_COLUMNS_MAX], least[PAPER_COLUMNS_MAX];
	size_t n = block->column_n;
	double in = block->depth * 12, x = press->left + in;
	double room = press->width - in - BETWEEN * (double)(n - 1);

	*layout = (struct layout){ .block = block, .left = x };
	for (size_t c = 0; c < n; c++)
		measure_column(press, block, c, &wanted[c], &least[c]);
	limit_least(room, n, least);
	share(room, n, wanted, least, layout->widths);
	for (size_t c = 0; c < n; c++) {
		layout->x[c] = x;
		x += layout->widths[c] + BETWEEN;
		layout->heads[c] = press_wrap(
			press, &STYLE_SMALL_BOLD, block->columns[c].title, layout->widths[c]);
		note_wider(
			&layout->head_height, (double)layout->heads[c]->n * STYLE_SMALL_BOLD.lead);
	}
	layout->all = x - BETWEEN - layout->left;
	layout->head_height += 2 * PADDING;
}

/* --- Rows */

static void put_cell(struct press *press, const struct layout *layout, size_t c,
	const struct style *style, const struct wrapped *cell, size_t from, size_t n)
{
	for (size_t i = 0; i < n && from + i < cell->n; i++) {
		const struct line *line = &cell->rows[from + i];
		double x = layout->x[c];

		if (layout->block->columns[c].number)
			x += layout->widths[c] - line->width;
		press_line(press, style, line, x, press->y + PADDING + (double)i * style->lead);
	}
}

/* The row of headings, with the tags of one or without. */
static void put_heads(struct press *press, const struct layout *layout, bool read)
{
	press_rule(press, layout->left, press->y, layout->all, 0.9, INK_BLUE);
	if (read)
		press_open(press, "TR", NULL);
	else
		press_aside(press);
	for (size_t c = 0; c < layout->block->column_n; c++) {
		if (read)
			press_open(press, "TH", NULL);
		put_cell(press, layout, c, &STYLE_SMALL_BOLD, layout->heads[c], 0,
			layout->heads[c]->n);
		if (read)
			press_close(press, "TH");
	}
	if (read)
		press_close(press, "TR");
	else
		press_aside_end(press);
	press->y += layout->head_height;
	press_rule(press, layout->left, press->y, layout->all, 0.4, INK_BLUE);
	press->y += 1;
	press->fresh = false;
}

static void put_heads_again(struct press *press, void *arg)
{
	put_heads(press, arg, false);
}

static void put_bottom(struct press *press, void *arg)
{
	const struct layout *layout = arg;

	press_rule(press, layout->left, press->y, layout->all, 0.9, INK_BLUE);
}

/* `n` lines of every cell of a row. */
static void put_slice(struct press *press, const struct layout *layout,
	const struct wrapped *const *cells, size_t from, size_t n)
{
	press_open(press, "TR", NULL);
	for (size_t c = 0; c < layout->block->column_n; c++) {
		const char *tag = c == 0 ? "TH" : "TD";

		press_open(press, tag, NULL);
		put_cell(press, layout, c, &STYLE_SMALL, cells[c], from, n);
		press_close(press, tag);
	}
	press_close(press, "TR");
	press->y += (double)n * STYLE_SMALL.lead + 2 * PADDING;
	press->fresh = false;
}

static size_t lines_that_fit(const struct press *press, double y)
{
	double room = press->bottom - y - 2 * PADDING;

	return room < STYLE_SMALL.lead ? 0 : (size_t)(room / STYLE_SMALL.lead);
}

/* The cells of a row in their lines; returns how many the highest has. */
static size_t wrap_row(
	struct press *press, const struct layout *layout, size_t row, const struct wrapped **cells)
{
	size_t lines = 1;

	for (size_t c = 0; c < layout->block->column_n; c++) {
		cells[c] = press_wrap(
			press, &STYLE_SMALL, cell_of(layout->block, row, c), layout->widths[c]);
		lines = cells[c]->n > lines ? cells[c]->n : lines;
	}
	return lines;
}

static double row_height(size_t lines)
{
	return (double)lines * STYLE_SMALL.lead + 2 * PADDING;
}

/* The last row is never alone on its page. */
static double with_last(struct press *press, const struct layout *layout, size_t row)
{
	const struct wrapped *cells[PAPER_COLUMNS_MAX];

	if (row + 2 != layout->block->row_n)
		return 0;
	size_t lines = wrap_row(press, layout, row + 1, cells);
	return lines > 10 ? 0 : row_height(lines);
}

/* As many of its lines as there is room for, on one page after the other. */
static void put_long_row(struct press *press, const struct layout *layout,
	const struct wrapped *const *cells, size_t lines)
{
	for (size_t from = 0; from < lines;) {
		size_t fit = lines_that_fit(press, press->y);

		if (fit < 3 && fit < lines - from) {
			press_break(press);
			fit = lines_that_fit(press, press->y);
			fit = fit == 0 ? 1 : fit;
		}
		fit = fit < lines - from ? fit : lines - from;
		put_slice(press, layout, cells, from, fit);
		from += fit;
	}
}

static void put_row(struct press *press, const struct layout *layout, size_t row)
{
	const struct wrapped *cells[PAPER_COLUMNS_MAX];
	size_t lines = wrap_row(press, layout, row, cells);

	if (lines <= lines_that_fit(press, press->top + layout->head_height + 1)) {
		press_need(press, row_height(lines) + with_last(press, layout, row));
		if (row > 0)
			press_rule(press, layout->left, press->y, layout->all, 0.3, INK_PALE);
		put_slice(press, layout, cells, 0, lines);
	} else {
		put_long_row(press, layout, cells, lines);
	}
}

static double caption_height(struct press *press, const struct paper_block *block)
{
	if (*block->text == '\0')
		return 0;
	const struct wrapped *caption =
		press_wrap(press, &STYLE_SMALL_BOLD, block->text, press->width);
	double height = (double)caption->n * STYLE_SMALL_BOLD.lead + CAPTION_GAP;

	return height;
}

static void put_caption(struct press *press, const struct layout *layout)
{
	const char *text = layout->block->text;

	if (*text == '\0')
		return;
	const struct wrapped *caption = press_wrap(press, &STYLE_SMALL_BOLD, text, press->width);
	press_open(press, "Caption", NULL);
	press_lines(press, &STYLE_SMALL_BOLD, caption, layout->left, 0);
	press_close(press, "Caption");
	press->y += CAPTION_GAP;
}

/* A small table is whole; of another its caption, headings and three lines of its first row. */
double press_table_least(struct press *press, const struct paper_block *block)
{
	double begins = caption_height(press, block) + 5 * STYLE_SMALL.lead + 4 * PADDING;
	struct layout layout;

	if (block->row_n > SMALL_ROWS || block->column_n == 0)
		return begins;
	lay_out(press, block, &layout);
	double all = caption_height(press, block) + layout.head_height + 4;
	for (size_t r = 0; r < block->row_n; r++) {
		const struct wrapped *cells[PAPER_COLUMNS_MAX];

		all += row_height(wrap_row(press, &layout, r, cells));
	}
	return all < (press->bottom - press->top) / 2 ? all : begins;
}

void press_table(struct press *press, const struct paper_block *block)
{
	if (block->column_n == 0)
		return;
	struct layout *layout = grow(NULL, sizeof(*layout));
	lay_out(press, block, layout);
	press_need(press, press_table_least(press, block));
	press_open(press, "Table", block->lang);
	put_caption(press, layout);
	put_heads(press, layout, true);
	press->again = put_heads_again;
	press->ends = put_bottom;
	press->again_arg = layout;
	for (size_t r = 0; r < block->row_n; r++)
		put_row(press, layout, r);
	press->again = press->ends = NULL;
	put_bottom(press, layout);
	press->y += 3;
	press_close(press, "Table");
	free(layout);
}
