/* SPDX-License-Identifier: MIT */
#include "ui/office/procurement/budget_bar.h"

#include <stdio.h>

#include "db/base/utf8.h"
#include "src/base/i18n.h"
#include "src/base/money.h"

enum { LABEL = 10, BAR_MIN = 6 };

/* Where not all three figures fit, two do without words; a number is never cut. */
static void figures_text(const struct budget *b, int room, char *out, size_t size)
{
	char committed[60], paid[60], ceiling[60];

	money_text_short(b->committed, committed, sizeof(committed));
	money_text_short(b->paid, paid, sizeof(paid));
	money_text_short(b->ceiling, ceiling, sizeof(ceiling));
	/* TRANSLATORS: amounts of money: by contracts, paid, the ceiling; short, 60 columns in all.
	 */
	snprintf(out, size, _("committed %s · paid %s · at most %s"), committed, paid, ceiling);
	if (utf8_columns(out) > room)
		snprintf(out, size, "%s / %s", committed, ceiling);
}

void budget_paint(const struct budget *b, const struct canvas *canvas, int y)
{
	char figures[240];

	figures_text(b, canvas->area.w - LABEL - 1, figures, sizeof(figures));
	canvas_text(canvas, y, 1, LABEL - 1, STYLE_LABEL, ALIGN_LEFT, C_("label", "Budget"));
	canvas_gauge(
		canvas, y, LABEL, canvas->area.w - LABEL - 1, b->paid, b->committed, b->ceiling);
	canvas_text(
		canvas, y + 1, LABEL, canvas->area.w - LABEL - 1, STYLE_PLAIN, ALIGN_LEFT, figures);
}

/* The figures come first; the bar takes what is left of the line. */
void budget_paint_line(const struct budget *b, const struct canvas *canvas, int y)
{
	char figures[240];

	figures_text(b, canvas->area.w - 2, figures, sizeof(figures));
	int room = canvas->area.w - 2, label = LABEL;
	if (room - label - utf8_columns(figures) - 1 < BAR_MIN)
		label = 1;
	else
		canvas_text(
			canvas, y, 1, LABEL - 1, STYLE_LABEL, ALIGN_LEFT, C_("label", "Budget"));
	int bar = room - label - utf8_columns(figures) - 1;
	if (bar >= BAR_MIN / 2)
		canvas_gauge(canvas, y, label, bar, b->paid, b->committed, b->ceiling);
	canvas_text(canvas, y, bar >= BAR_MIN / 2 ? label + bar + 1 : 1, utf8_columns(figures),
		STYLE_PLAIN, ALIGN_LEFT, figures);
}
