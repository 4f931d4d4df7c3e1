/* SPDX-License-Identifier: MIT
 * The page: its head with whose document it is, what kind, its number, day and page; its foot with
 * where one asks; the mark of what is no real one. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "documents/memory.h"
#include "documents/press.h"

static const struct style HEAD = { FACE_SANS, false, 8, 10, INK_GREY };
static const struct style FOOT = { FACE_SANS, false, 7, 9, INK_GREY };
static const struct style MARK = { FACE_SANS, true, 100, 120, INK_MARK };

enum { HEAD_PARTS = 3 };

static const double TOP = 70.866; /* 25 mm */
static const double HEAD_AT = 31, FOOT_END = 24, BETWEEN = 10;

static const char *around(const struct press *press, enum around what)
{
	const char *text = press->paper->around[what];

	return text == NULL ? "" : text;
}

/* --- Head */

/* "Dnro 5/2019   20.11.2018". */
static char *number_and_day(const struct press *press)
{
	const char *number = around(press, AROUND_NUMBER), *day = around(press, AROUND_DAY);
	size_t n = strlen(number) + strlen(day) + 3;
	char *text = grow(NULL, n);

	snprintf(text, n, "%s%s%s", number, *number != '\0' && *day != '\0' ? "\n" : "", day);
	return text;
}

/* Three columns: the left and the middle from their left edge, the right to the margin. */
static void head_columns(double *x, double *widths)
{
	double all = PAGE_WIDTH - 2 * PAGE_MARGIN;

	widths[0] = all * 0.40 - BETWEEN;
	widths[1] = all * 0.32 - BETWEEN;
	widths[2] = all * 0.28;
	x[0] = PAGE_MARGIN;
	x[1] = PAGE_MARGIN + all * 0.40;
	x[2] = PAGE_MARGIN + all * 0.72;
}

static void put_head_part(
	struct press *press, const struct wrapped *part, double x, double width, bool right)
{
	for (size_t i = 0; i < part->n; i++)
		press_line(press, &HEAD, &part->rows[i],
			right ? x + width - part->rows[i].width : x,
			HEAD_AT + (double)i * HEAD.lead);
}

/* "2 (5)". */
static size_t put_page_number(struct press *press, size_t line)
{
	char text[40];

	if (press->pages == 0)
		snprintf(text, sizeof(text), "%d", press->page);
	else
		snprintf(text, sizeof(text), "%d (%d)", press->page, press->pages);
	press_aside(press);
	press_word(press, &HEAD, text, PAGE_WIDTH - PAGE_MARGIN - press_measure(press, &HEAD, text),
		HEAD_AT + (double)line * HEAD.lead);
	press_aside_end(press);
	return line + 1;
}

/* Read on the first page; on the others it says the same again. Returns how many lines it has. */
static size_t put_head(struct press *press)
{
	char *right = number_and_day(press);
	const char *name = around(press, AROUND_NAME);
	const char *const texts[HEAD_PARTS] = { around(press, AROUND_HEAD),
		*name == '\0' && press->page > 1 ? press->paper->title : name, right };
	double x[HEAD_PARTS], widths[HEAD_PARTS];
	size_t most = 0;

	head_columns(x, widths);
	for (size_t i = 0; i < HEAD_PARTS; i++) {
		const struct wrapped *part = press_wrap(press, &HEAD, texts[i], widths[i]);
		bool some = *texts[i] != '\0';

		if (press->page > 1)
			press_aside(press);
		else if (some)
			press_open(press, "P", NULL);
		put_head_part(press, part, x[i], widths[i], i == 2);
		if (press->page > 1)
			press_aside_end(press);
		else if (some)
			press_close(press, "P");
		size_t lines = some ? part->n : 0;
		if (i == 2)
			lines = put_page_number(press, lines);
		most = lines > most ? lines : most;
	}
	free(right);
	return most;
}

/* --- Foot */

static size_t foot_lines(struct press *press)
{
	const struct wrapped *foot =
		press_wrap(press, &FOOT, around(press, AROUND_FOOT), press->width);
	size_t n = *around(press, AROUND_FOOT) == '\0' ? 0 : foot->n;

	return n;
}

/* Read on the last page. */
static void put_foot(struct press *press, bool last)
{
	const char *text = around(press, AROUND_FOOT);
	const struct wrapped *foot = press_wrap(press, &FOOT, text, PAGE_WIDTH - 2 * PAGE_MARGIN);
	double y = press->bottom + BETWEEN;

	if (*text != '\0') {
		press_rule(press, PAGE_MARGIN, y - 4, PAGE_WIDTH - 2 * PAGE_MARGIN, 0.4, INK_GREY);
		if (last)
			press_open(press, "P", NULL);
		else
			press_aside(press);
		for (size_t i = 0; i < foot->n; i++)
			press_line(press, &FOOT, &foot->rows[i], PAGE_MARGIN,
				y + (double)i * FOOT.lead);
		if (last)
			press_close(press, "P");
		else
			press_aside_end(press);
	}
}

/* --- Mark */

/* A word across the page, drawn as a picture: the document says it in a line of text too. */
static void put_mark(struct press *press)
{
	const char *text = around(press, AROUND_MARK);
	struct style style = MARK;

	if (*text == '\0' || press->dry)
		return;
	double width = press_measure(press, &style, text);
	style.size *= width > 0 ? fmin(1.6, 640 / width) : 1;
	width = press_measure(press, &style, text);
	press_set(press, &style, text);
	int height;
	pango_layout_get_size(press->layout, NULL, &height);
	press_aside(press);
	cairo_save(press->cr);
	cairo_translate(press->cr, PAGE_WIDTH / 2, PAGE_HEIGHT / 2);
	cairo_rotate(press->cr, -atan2(PAGE_HEIGHT, PAGE_WIDTH));
	cairo_move_to(press->cr, -width / 2, -(double)height / PANGO_SCALE / 2);
	pango_cairo_layout_path(press->cr, press->layout);
	press_ink(press, INK_MARK);
	cairo_fill(press->cr);
	cairo_restore(press->cr);
	press_aside_end(press);
}

/* --- Pages */

static void begin_page(struct press *press)
{
	press->page++;
	put_mark(press);
	double under = HEAD_AT + (double)put_head(press) * HEAD.lead + 3;
	press_rule(press, PAGE_MARGIN, under, PAGE_WIDTH - 2 * PAGE_MARGIN, 0.4, INK_GREY);
	press->top = fmax(TOP, under + 12);
	press->y = press->top;
	press->fresh = true;
}

void press_begin(struct press *press, const struct paper *paper, int pages)
{
	press->paper = paper;
	press->page = 0;
	press->pages = pages;
	press->left = PAGE_MARGIN;
	press->width = PAGE_WIDTH - 2 * PAGE_MARGIN;
	size_t lines = foot_lines(press);
	press->bottom =
		PAGE_HEIGHT - fmax(PAGE_MARGIN, FOOT_END + (double)lines * FOOT.lead + BETWEEN);
	begin_page(press);
}

static const double BOX_RULE = 5.669, BOX_INDENT = 16; /* 2 mm */

static void put_box_rule(struct press *press)
{
	press_rule(press, press->left - BOX_INDENT, press->box_top, BOX_RULE,
		press->y - press->box_top, INK_BLUE);
}

void press_box(struct press *press)
{
	press->boxed = true;
	press->box_top = press->y;
	press->left += BOX_INDENT;
	press->width -= BOX_INDENT;
}

void press_box_end(struct press *press)
{
	put_box_rule(press);
	press->boxed = false;
	press->left -= BOX_INDENT;
	press->width += BOX_INDENT;
}

void press_break(struct press *press)
{
	const char *leaf = press_pause(press);

	if (press->ends != NULL)
		press->ends(press, press->again_arg);
	if (press->boxed)
		put_box_rule(press);
	put_foot(press, false);
	cairo_show_page(press->cr);
	begin_page(press);
	press->box_top = press->y;
	if (press->again != NULL)
		press->again(press, press->again_arg);
	press_go_on(press, leaf);
}

void press_need(struct press *press, double height)
{
	if (!press->fresh && press->y + height > press->bottom)
		press_break(press);
}

void press_gap(struct press *press, double height)
{
	if (!press->fresh)
		press->y += height;
}

static const enum around hash_parts[] = { AROUND_HASH, AROUND_HASH_USE };

double press_hash_height(struct press *press)
{
	double height = 0;

	for (size_t i = 0; i < 2; i++) {
		const char *text = around(press, hash_parts[i]);

		if (*text != '\0')
			height +=
				(double)press_wrap(press, &FOOT, text, press->width)->n * FOOT.lead;
	}
	return height > 0 ? height + BETWEEN : 0;
}

/* What the document's hash is, above the foot of the last page. */
static void put_hash(struct press *press)
{
	double height = press_hash_height(press);

	if (height > 0) {
		press_need(press, height);
		press->y = press->bottom - height + BETWEEN;
	}
	for (size_t i = 0; i < 2; i++) {
		const char *text = around(press, hash_parts[i]);

		if (*text != '\0') {
			press_open(press, "P", NULL);
			press_lines(press, &FOOT, press_wrap(press, &FOOT, text, press->width),
				press->left, 0);
			press_close(press, "P");
		}
	}
}

void press_finish(struct press *press)
{
	put_hash(press);
	put_foot(press, true);
}
