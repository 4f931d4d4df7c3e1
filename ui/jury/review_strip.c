/* SPDX-License-Identifier: MIT
 * The scores of a review in one row, at the foot of its text: "Vaik 8 · Inno – · Skaa –". */
#include <stdio.h>

#include "db/base/utf8.h"
#include "src/base/i18n.h"
#include "src/base/text.h"
#include "ui/jury/review.h"
#include "ui/jury/sight.h"

enum { GAP = 3, FIGURE = 5 /* "[", two digits or more, "]" */ };

void review_figure(const struct review_screen *self, size_t c, char *out, size_t size)
{
	snprintf(out, size, "–");
	if (c == self->current && self->scoring.text[0] != '\0')
		snprintf(out, size, "%s", self->scoring.text);
	else if (self->scores[c] >= 0)
		text_thousandths(self->scores[c], out, size);
}

static void name_of(const struct review_screen *self, size_t c, bool whole, char *out, size_t size)
{
	const char *name = criterion_name(&self->criteria.rows[c]);
	char head[JURY_HEAD];

	jury_abbreviate(name, head);
	snprintf(out, size, "%s", whole ? name : head);
}

/* Whole names where all of them fit. */
static bool names_fit(const struct review_screen *self, int width)
{
	int columns = 1;

	for (size_t c = 0; c < self->criteria.n; c++)
		columns += utf8_columns(criterion_name(&self->criteria.rows[c])) + 1 + FIGURE + GAP;
	return columns <= width;
}

static int item_width(const struct review_screen *self, bool whole, size_t c)
{
	char name[200];

	name_of(self, c, whole, name, sizeof(name));
	return utf8_columns(name) + 1 + FIGURE + GAP;
}

/* The first one shown, so that the marked one is. */
static size_t first_shown(const struct review_screen *self, bool whole, int width)
{
	size_t first = self->current;
	int used = 1;

	for (size_t c = self->current + 1; c-- > 0;) {
		used += item_width(self, whole, c);
		if (used > width)
			break;
		first = c;
	}
	return first;
}

void review_paint_strip(const struct review_screen *self, const struct canvas *row)
{
	bool whole = names_fit(self, row->area.w);
	int x = 1;

	if (!self->read || self->missing)
		return;
	for (size_t c = first_shown(self, whole, row->area.w); c < self->criteria.n; c++) {
		bool marked = c == self->current;
		char name[200], figure[40], cell[60];

		if (x + item_width(self, whole, c) - GAP > row->area.w)
			break;
		name_of(self, c, whole, name, sizeof(name));
		review_figure(self, c, figure, sizeof(figure));
		x += canvas_put(row, 0, x, marked ? STYLE_TITLE : STYLE_LABEL, name) + 1;
		snprintf(cell, sizeof(cell), marked ? "[%s]" : "%s", figure);
		canvas_put(row, 0, x, marked ? STYLE_SELECTED : STYLE_PLAIN, cell);
		if (marked)
			canvas_cursor(row, 0, x + utf8_columns(cell) - 1);
		x += utf8_columns(cell);
		if (c + 1 < self->criteria.n)
			canvas_put(row, 0, x + 1, STYLE_FAINT, "·");
		x += GAP;
	}
}
