/* SPDX-License-Identifier: MIT
 * A month of mentoring at a glance: weeks from Monday to Sunday, sessions in their days. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "db/base/utf8.h"
#include "src/base/i18n.h"
#include "src/base/text.h"
#include "ui/office/mentoring/calendar_file.h"
#include "ui/office/mentoring/session_form.h"
#include "ui/office/place.h"
#include "ui/toolkit/dialog.h"
#include "ui/toolkit/letters.h"

enum {
	DAYS = 7,
	WEEK_WIDTH = 5,
	HEAD_ROWS = 2,
	DETAIL_ROWS = 4,
	LEAST_HEIGHT = 2,
	MOST_HEIGHT = 6
};

struct month {
	struct screen base;
	struct arena arena;
	int64_t day, today; /* the one the cursor is on */
	int64_t first;      /* Monday of the first week shown */
	int weeks;
	struct mentoring_session *sessions;
	size_t n;
};

static struct month *month_of(const struct screen *screen)
{
	return (struct month *)screen;
}

static void title(const struct screen *screen, char *out, size_t size)
{
	(void)screen;
	snprintf(out, size, "%s", C_("title", "Calendar"));
}

static int64_t month_start(int64_t day)
{
	struct civil c = civil_of_day(day);

	return day_of_civil(c.year, c.month, 1);
}

/* The same day of another month, or its last. */
static int64_t add_months(int64_t day, int by)
{
	struct civil c = civil_of_day(day);
	int months = c.year * 12 + c.month - 1 + by;
	int64_t start = day_of_civil(months / 12, months % 12 + 1, 1);
	int64_t end = day_of_civil((months + 1) / 12, (months + 1) % 12 + 1, 1) - DAY_SECONDS;
	int64_t same = start + (c.day - 1) * DAY_SECONDS;

	return same < end ? same : end;
}

/* ISO 8601: the week of a day is that of its Thursday. */
static int week_of(int64_t day)
{
	int64_t thursday = day + (3 - civil_of_day(day).weekday) * DAY_SECONDS;

	return (int)((thursday - day_of_civil(civil_of_day(thursday).year, 1, 1)) / DAY_SECONDS /
		       DAYS) +
	       1;
}

static void fit_weeks(struct month *self)
{
	int64_t start = month_start(self->day), next = add_months(start, 1);

	self->first = start - civil_of_day(start).weekday * DAY_SECONDS;
	self->weeks = (int)((next - self->first + (DAYS * DAY_SECONDS - 1)) / (DAYS * DAY_SECONDS));
}

static struct error load(struct screen *screen, struct context *ctx)
{
	struct month *self = month_of(screen);
	struct id_list ids = { 0 };

	arena_clear(&self->arena);
	self->n = 0;
	self->today = day_of_time(context_now(ctx));
	if (self->day == 0)
		self->day = self->today;
	fit_weeks(self);
	struct session_filter filter = { .from = self->first,
		.to = self->first + (self->weeks * DAYS - 1) * DAY_SECONDS };
	struct error e = session_ids(ctx, SESSIONS_BY_DAY, &filter, &ids);
	self->sessions = arena_alloc(&self->arena, (ids.n + 1) * sizeof(*self->sessions));
	for (size_t i = 0; e.code == E_OK && i < ids.n; i++) {
		e = session_get(ctx, &self->arena, ids.ids[i], &self->sessions[i]);
		self->n += e.code == E_OK ? 1 : 0;
	}
	id_list_clear(&ids);
	return e;
}

static enum glyph glyph_of(const struct mentoring_session *s)
{
	switch (session_state_of(s->state)) {
	case SESSION_STATE_HELD:
		return GLYPH_DONE;
	case SESSION_STATE_CANCELLED:
		return GLYPH_BARRED;
	case SESSION_STATE_PLANNED:
	case SESSION_STATE_UNKNOWN:
		break;
	}
	return GLYPH_PLANNED;
}

static enum style style_of(const struct mentoring_session *s)
{
	switch (session_state_of(s->state)) {
	case SESSION_STATE_HELD:
		return STYLE_GOOD;
	case SESSION_STATE_CANCELLED:
		return STYLE_QUIET;
	case SESSION_STATE_PLANNED:
	case SESSION_STATE_UNKNOWN:
		break;
	}
	return STYLE_PLAIN;
}

static int cell_height(const struct month *self, int rows)
{
	int height = (rows - HEAD_ROWS - DETAIL_ROWS) / (self->weeks > 0 ? self->weeks : 1);

	return height < LEAST_HEIGHT ? LEAST_HEIGHT : height > MOST_HEIGHT ? MOST_HEIGHT : height;
}

static int cell_width(int columns)
{
	return (columns - WEEK_WIDTH) / DAYS;
}

static void paint_head(const struct month *self, const struct canvas *body)
{
	char name[60];
	int width = cell_width(body->area.w);

	text_moment(self->day + DAY_SECONDS / 2, PRECISION_MONTH, name, sizeof(name));
	canvas_put(body, 0, 1, STYLE_TITLE, name);
	/* TRANSLATORS: over the numbers of weeks, at most 4 columns. */
	canvas_text(body, 1, 1, WEEK_WIDTH - 1, STYLE_LABEL, ALIGN_LEFT, C_("calendar", "wk"));
	for (int i = 0; i < DAYS; i++)
		canvas_text(body, 1, WEEK_WIDTH + i * width, width - 1, STYLE_LABEL, ALIGN_LEFT,
			text_weekday_short(i));
}

/* The number, marked if it is today; how many sessions have no room below. */
static void paint_number(
	const struct month *self, const struct canvas *cell, int64_t day, size_t hidden)
{
	bool selected = day == self->day, other = month_start(day) != month_start(self->day);
	enum style style = selected           ? STYLE_SELECTED :
			   other              ? STYLE_QUIET :
			   day == self->today ? STYLE_HEADING :
						STYLE_PLAIN;
	char number[40], month[16] = "", more[24] = "";
	struct civil c = civil_of_day(day);

	if (other) /* dimness alone is not seen on every terminal */
		snprintf(month, sizeof(month), ".%d.", c.month);
	snprintf(number, sizeof(number), "%s%d%s%s", selected ? term_glyph(GLYPH_MARK) : "", c.day,
		month, day == self->today ? term_glyph(GLYPH_BULLET) : "");
	if (hidden > 0)
		snprintf(more, sizeof(more), "+%zu", hidden);
	canvas_text(cell, 0, 0, cell->area.w, style, ALIGN_LEFT, number);
	if (hidden > 0)
		canvas_put(cell, 0, cell->area.w - utf8_columns(more), style, more);
}

static void paint_cell(const struct month *self, const struct canvas *cell, int64_t day)
{
	struct arena arena = { 0 };
	int y = 1;
	size_t hidden = 0;

	for (size_t i = 0; i < self->n; i++) {
		const struct mentoring_session *s = &self->sessions[i];
		char starts[20] = "";

		if (s->day != day)
			continue;
		hidden += y >= cell->area.h ? 1 : 0;
		if (y >= cell->area.h)
			continue;
		if (s->starts != NO_MINUTES && cell->area.w > 15)
			text_clock(s->starts, starts, sizeof(starts));
		canvas_text(cell, y++, 0, cell->area.w, style_of(s), ALIGN_LEFT,
			arena_printf(&arena, "%s%s %s%s%s", term_glyph(glyph_of(s)), s->code,
				starts, *starts == '\0' ? "" : " ", s->place));
	}
	paint_number(self, cell, day, hidden);
	arena_clear(&arena);
}

static void paint_grid(const struct month *self, const struct canvas *body)
{
	int height = cell_height(self, body->area.h), width = cell_width(body->area.w);

	for (int w = 0; w < self->weeks; w++) {
		int y = HEAD_ROWS + w * height;
		int64_t monday = self->first + w * DAYS * DAY_SECONDS;
		char number[12];

		snprintf(number, sizeof(number), "%d", week_of(monday));
		canvas_text(body, y, 1, WEEK_WIDTH - 2, STYLE_QUIET, ALIGN_LEFT, number);
		for (int d = 0; d < DAYS; d++) {
			struct canvas cell =
				canvas_part(body, y, WEEK_WIDTH + d * width, height, width - 1);

			paint_cell(self, &cell, monday + d * DAY_SECONDS);
		}
	}
}

/* What there is on the day of the cursor, in full. */
static void paint_details(const struct month *self, const struct canvas *body, int y)
{
	struct arena arena = { 0 };
	char day[60];
	size_t found = 0;

	if (y >= body->area.h - 1)
		return;
	canvas_rule(body, y++);
	text_weekday(self->day, day, sizeof(day));
	canvas_put(body, y, 1, STYLE_HEADING, day);
	for (size_t i = 0; i < self->n; i++) {
		const struct mentoring_session *s = &self->sessions[i];
		char hours[40];

		if (s->day != self->day)
			continue;
		found++;
		session_hours(s, hours, sizeof(hours));
		canvas_text(body, y++, 16, body->area.w - 17, style_of(s), ALIGN_LEFT,
			arena_printf(&arena, "%s %s %s · %s%s%s · %s · %s", term_glyph(glyph_of(s)),
				s->code, text_word(WORDS_SESSION_STATE, s->state), hours,
				*hours == '\0' ? "" : " ", s->place, session_scope(s), s->topic));
	}
	if (found == 0)
		canvas_text(body, y, 16, body->area.w - 17, STYLE_QUIET, ALIGN_LEFT,
			_("No session on this day; n plans one."));
	arena_clear(&arena);
}

static void paint(const struct screen *screen, const struct canvas *body)
{
	const struct month *self = month_of(screen);

	if (self->weeks == 0)
		return;
	paint_head(self, body);
	paint_grid(self, body);
	paint_details(self, body, HEAD_ROWS + self->weeks * cell_height(self, body->area.h));
}

static void go(struct screen *screen, int64_t day)
{
	struct month *self = month_of(screen);

	screen->stale = screen->stale || month_start(day) != month_start(self->day);
	self->day = day;
}

static bool on_key(struct ui *ui, struct screen *screen, int key)
{
	struct month *self = month_of(screen);

	(void)ui;
	switch (key) {
	case K_LEFT:
		go(screen, self->day - DAY_SECONDS);
		return true;
	case K_RIGHT:
		go(screen, self->day + DAY_SECONDS);
		return true;
	case K_UP:
		go(screen, self->day - DAYS * DAY_SECONDS);
		return true;
	case K_DOWN:
		go(screen, self->day + DAYS * DAY_SECONDS);
		return true;
	case K_PAGE_UP:
		go(screen, add_months(self->day, -1));
		return true;
	case K_PAGE_DOWN:
		go(screen, add_months(self->day, 1));
		return true;
	case K_HOME:
		go(screen, self->today);
		return true;
	default:
		return false;
	}
}

static int64_t selected(const struct screen *screen)
{
	const struct month *self = month_of(screen);

	for (size_t i = 0; i < self->n; i++)
		if (self->sessions[i].day == self->day)
			return self->sessions[i].id;
	return 0;
}

static const char *no_session(const struct screen *screen, const struct context *ctx)
{
	(void)ctx;
	return selected(screen) == 0 ? N_("No session on this day; n plans one.") : NULL;
}

/* Several on one day are a question. */
static void on_open(struct ui *ui, struct screen *screen)
{
	const struct month *self = month_of(screen);
	struct arena arena = { 0 };
	const char **names = arena_alloc(&arena, (self->n + 1) * sizeof(*names));
	int64_t *ids = arena_alloc(&arena, (self->n + 1) * sizeof(*ids));
	int n = 0;

	for (size_t i = 0; i < self->n; i++) {
		const struct mentoring_session *s = &self->sessions[i];

		if (s->day != self->day)
			continue;
		ids[n] = s->id;
		names[n++] = arena_printf(&arena, "%s  %s, %s", s->code, s->place, s->topic);
	}
	int chosen = n == 1 ? 0 : ui_choose(ui, _("Sessions of the day"), names, n, 0);
	if (chosen >= 0)
		record_open(ui, KIND_SESSION, ids[chosen]);
	arena_clear(&arena);
}

static void on_new(struct ui *ui, struct screen *screen)
{
	session_form(ui, 0, month_of(screen)->day);
}

static const char *is_today(const struct screen *screen, const struct context *ctx)
{
	(void)ctx;
	return month_of(screen)->day == month_of(screen)->today ? N_("Today is marked already.") :
								  NULL;
}

static void on_today(struct ui *ui, struct screen *screen)
{
	(void)ui;
	go(screen, month_of(screen)->today);
}

static void on_earlier(struct ui *ui, struct screen *screen)
{
	(void)ui;
	go(screen, add_months(month_of(screen)->day, -1));
}

static void on_later(struct ui *ui, struct screen *screen)
{
	(void)ui;
	go(screen, add_months(month_of(screen)->day, 1));
}

static void on_calendar(struct ui *ui, struct screen *screen)
{
	(void)screen;
	calendar_file(ui, &(struct calendar_filter){ 0 });
}

static void on_close(struct screen *screen)
{
	arena_clear(&month_of(screen)->arena);
}

static const struct command commands[] = {
	{ .keys = { K_ENTER },
		.action = ACT_READ,
		.label = NC_("command", "open"),
		.help = N_("Open the session of the day"),
		.blocked = no_session,
		.run = on_open },
	{ .keys = { K_NEW },
		.action = ACT_MENTORING,
		.label = NC_("command", "new"),
		.help = N_("Plan a session on the day"),
		.run = on_new },
	{ .keys = { K_PAGE_UP, 'b' },
		.action = ACT_COUNT,
		.label = NC_("command", "month before"),
		.help = N_("Go to the month before"),
		.run = on_earlier },
	{ .keys = { K_PAGE_DOWN, 'f' },
		.action = ACT_COUNT,
		.label = NC_("command", "month after"),
		.help = N_("Go to the month after"),
		.run = on_later },
	{ .keys = { 't', K_HOME },
		.action = ACT_COUNT,
		.label = NC_("command", "today"),
		.help = N_("Go to today; the arrows go by days and weeks"),
		.blocked = is_today,
		.run = on_today },
	{ .keys = { 'w' },
		.action = ACT_EXPORT,
		.label = NC_("command", "calendar"),
		.help = N_("Write the sessions as a file for people's own calendars"),
		.run = on_calendar },
};

static const struct screen_ops ops = {
	.size = sizeof(struct month),
	.title = title,
	.help = N_(
		"A month of sessions. The arrows go from day to day and week to week; what the marked day "
		"holds stands below in full."),
	.commands = { commands, LEN(commands) },
	.watches = CHANGED_MENTORING | CHANGED_CHALLENGES,
	.load = load,
	.paint = paint,
	.key = on_key,
	.selected = selected,
	.close = on_close,
	.phase = 3,
};

static struct screen *open_month(struct ui *ui, const struct target *to)
{
	struct screen *screen = screen_new(ui, &ops);

	month_of(screen)->day = to->id;
	return screen;
}

const struct place_row month_place = {
	.open = open_month,
};
