/* SPDX-License-Identifier: MIT */
#include "ui/office/phase_glyph.h"
#include "ui/office/desk/timeline.h"

#include <stdio.h>
#include <string.h>

#include "db/base/utf8.h"
#include "src/base/i18n.h"
#include "src/base/text.h"
#include "ui/office/office.h"

/* Today belongs to the picture while the competition runs, not years later: within so many days. */
enum { LABEL = 15, TODAY_WITHIN = 150 };

/* The months the axis spans: those of the plan, and today. */
struct axis {
	int64_t first, last; /* days */
	int x, width;
};

static void widen(struct axis *axis, int64_t time)
{
	if (time == 0)
		return;
	int64_t day = day_of_time(time);
	if (axis->first == 0 || day < axis->first)
		axis->first = day;
	if (day > axis->last)
		axis->last = day;
}

static int64_t month_start(int64_t day)
{
	struct civil c = civil_of_day(day);

	return day_of_civil(c.year, c.month, 1);
}

static int64_t next_month(int64_t day)
{
	struct civil c = civil_of_day(day);

	return c.month == 12 ? day_of_civil(c.year + 1, 1, 1) :
			       day_of_civil(c.year, c.month + 1, 1);
}

static struct axis make_axis(const struct phases *phases, int64_t now, int width)
{
	struct axis axis = { .x = LABEL + 1, .width = width - LABEL - 3 };

	for (size_t i = 0; i < phases->n; i++) {
		const struct phase *p = &phases->rows[i];

		widen(&axis, p->opens);
		widen(&axis, p->closes);
		widen(&axis, p->opened);
		widen(&axis, p->closed_at);
	}
	if (axis.first == 0)
		return axis;
	/* Today belongs to it while the competition runs, not years later. */
	if (day_of_time(now) < axis.last + TODAY_WITHIN * DAY_SECONDS &&
		day_of_time(now) > axis.first - TODAY_WITHIN * DAY_SECONDS)
		widen(&axis, now);
	axis.first = month_start(axis.first);
	axis.last = next_month(axis.last);
	return axis;
}

static int column_of(const struct axis *axis, int64_t day)
{
	int64_t span = axis->last - axis->first;

	if (span <= 0)
		return axis->x;
	int64_t at = (day - axis->first) * (axis->width - 1) / span;
	if (at < 0)
		at = 0;
	if (at > axis->width - 1)
		at = axis->width - 1;
	return axis->x + (int)at;
}

/* Years over months; a month is named where there is room for it. */
static void paint_axis(const struct axis *axis, const struct canvas *body)
{
	int free_from = axis->x, year_free = axis->x, year = 0;

	for (int64_t day = axis->first; day < axis->last; day = next_month(day)) {
		struct civil c = civil_of_day(day);
		int x = column_of(axis, day);
		char text[16];

		if (c.year != year && x >= year_free) {
			snprintf(text, sizeof(text), "%d", c.year);
			canvas_put(body, 0, x, STYLE_HEADING, text);
			year = c.year;
			year_free = x + 5;
		}
		const char *name = text_month_short(c.month);
		if (x < free_from || x + utf8_columns(name) > axis->x + axis->width)
			continue;
		canvas_put(body, 1, x, STYLE_QUIET, name);
		free_from = x + utf8_columns(name) + 1;
	}
}

static void paint_phase(
	const struct phase *p, const struct axis *axis, const struct canvas *body, int y)
{
	int64_t from = p->opened != 0 ? p->opened : p->opens;
	int64_t to = p->closes != 0 ? p->closes : p->closed_at; /* the day people know */
	bool planned = phase_state_of(p->state) == PHASE_STATE_PLANNED;
	char name[80], when[60];

	snprintf(name, sizeof(name), "%d %s", (int)p->position, text_word(WORDS_PHASE, p->key));
	canvas_text(body, y, 1, LABEL, STYLE_PLAIN, ALIGN_LEFT, name);
	if (from == 0 && to == 0) {
		canvas_put(body, y, axis->x, STYLE_QUIET, C_("timeline", "no dates yet"));
		return;
	}
	int a = column_of(axis, day_of_time(from != 0 ? from : to));
	int b = column_of(axis, day_of_time(to != 0 ? to : from));
	for (int x = a; x < b; x++)
		canvas_put(body, y, x, planned ? STYLE_QUIET : STYLE_BAR,
			term_glyph(planned ? GLYPH_EMPTY : GLYPH_FULL));
	canvas_put(body, y, b, STYLE_HEADING, term_glyph(phase_glyph(p->state)));
	text_moment(to != 0 ? to : from,
		to != 0 ? precision_of_code(p->closes_precision) :
			  precision_of_code(p->opens_precision),
		when, sizeof(when));
	if (to != 0 && precision_of_code(p->closes_precision) <= PRECISION_MINUTE)
		text_day(day_of_time(to), when, sizeof(when));
	int width = utf8_columns(when);
	if (b + 2 + width <= axis->x + axis->width)
		canvas_put(body, y, b + 2, STYLE_QUIET, when);
	else if (a - width - 1 >= axis->x)
		canvas_put(body, y, a - width - 1, STYLE_QUIET, when);
}

void timeline_paint(const struct phases *phases, int64_t now, const struct canvas *body)
{
	struct axis axis = make_axis(phases, now, body->area.w);
	int64_t today = day_of_time(now);

	if (axis.first != 0)
		paint_axis(&axis, body);
	for (int i = 0; today >= axis.first && today <= axis.last && i < TIMELINE_PHASES; i++)
		canvas_put(body, TIMELINE_AXIS_ROWS + i, column_of(&axis, today), STYLE_ACCENT,
			term_glyph(GLYPH_VERTICAL));
	for (size_t i = 0; i < phases->n; i++)
		paint_phase(&phases->rows[i], &axis, body, TIMELINE_AXIS_ROWS + (int)i);
}
