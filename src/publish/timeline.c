/* SPDX-License-Identifier: MIT
 * The phases with their times as announced. Bars on one scale stand below the words. */
#include <stdio.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/phases/phase.h"
#include "src/publish/stage.h"

enum { WIDTH = 1000, MARK = 12, LATE = 850 };

/* What is known of a phase; 0 is not. */
struct span {
	int64_t from, to;
	enum precision from_precision, to_precision;
};

/* What was announced: the newest plan. Of what was never planned, the day on which it happened. */
static struct span span_of(const struct phase *p)
{
	return (struct span){
		.from = p->opens != 0 ? p->opens : p->opened,
		.to = p->closes != 0 ? p->closes : p->closed_at,
		.from_precision =
			p->opens != 0 ? precision_of_code(p->opens_precision) : PRECISION_DAY,
		.to_precision =
			p->closes != 0 ? precision_of_code(p->closes_precision) : PRECISION_DAY,
	};
}

static bool is_day(int64_t time, enum precision precision)
{
	return time != 0 && precision <= PRECISION_DAY;
}

static const char *moment(struct web *web, int64_t time, enum precision precision)
{
	char text[80];

	text_moment(
		time, precision <= PRECISION_DAY ? PRECISION_DAY : precision, text, sizeof(text));
	return arena_text(web->arena, text);
}

/* "24.9.–22.10.2019", or the one date that is known. */
static const char *when(struct web *web, const struct span *s)
{
	char text[80];

	if (is_day(s->from, s->from_precision) && is_day(s->to, s->to_precision)) {
		text_days(day_of_time(s->from), day_of_time(s->to), text, sizeof(text));
		return arena_text(web->arena, text);
	}
	if (s->from != 0 && s->to != 0)
		return arena_printf(web->arena, "%s – %s", moment(web, s->from, s->from_precision),
			moment(web, s->to, s->to_precision));
	if (s->from != 0)
		/* TRANSLATORS: %s is a date, or as much of it as is known. */
		return arena_printf(
			web->arena, _("begins: %s"), moment(web, s->from, s->from_precision));
	if (s->to != 0)
		/* TRANSLATORS: %s is a date, or as much of it as is known. */
		return arena_printf(web->arena, _("by: %s"), moment(web, s->to, s->to_precision));
	return _("not planned yet");
}

static void widen(struct span *all, int64_t time)
{
	if (time == 0)
		return;
	all->from = all->from == 0 || time < all->from ? time : all->from;
	all->to = time > all->to ? time : all->to;
}

static int64_t at(const struct span *all, int64_t time)
{
	return all->to == all->from ? 0 :
				      (time - all->from) * (WIDTH - MARK) / (all->to - all->from);
}

/* Never narrower than a mark: a day must be seen too. */
static void put_bar(struct web *web, const struct span *all, const struct span *s)
{
	int64_t from = at(all, s->from != 0 ? s->from : s->to);
	int64_t to = at(all, s->to != 0 ? s->to : s->from);

	if (s->from == 0 && s->to == 0)
		return;
	web_bar(web, from, to < from + MARK ? from + MARK : to);
}

/* The years on the scale, each at its beginning; near the right end a word stands before its line.
 */
static void put_years(struct web *web, const struct span *all)
{
	int first = civil_of_time(all->from).year, last = civil_of_time(all->to).year;

	buffer_text(web->out, "<svg class=\"years\" aria-hidden=\"true\" focusable=\"false\">");
	for (int year = first + 1; year <= last; year++) {
		int64_t x = at(all, day_of_civil(year, 1, 1));

		buffer_printf(web->out,
			"<line x1=\"%lld.%lld%%\" x2=\"%lld.%lld%%\" y2=\"24\"/>"
			"<text x=\"%lld.%lld%%\" y=\"18\" dx=\"%d\"%s>%d</text>",
			(long long)(x / 10), (long long)(x % 10), (long long)(x / 10),
			(long long)(x % 10), (long long)(x / 10), (long long)(x % 10),
			x > LATE ? -5 : 5, x > LATE ? " text-anchor=\"end\"" : "", year);
	}
	buffer_text(web->out, "</svg>\n");
}

struct error web_timeline(struct web *web)
{
	struct phases phases;
	struct span all = { 0 };

	TRY(phase_list(web->ctx, web->arena, &phases));
	for (size_t i = 0; i < phases.n; i++) {
		struct span s = span_of(&phases.rows[i]);

		widen(&all, s.from);
		widen(&all, s.to);
	}
	web_heading(web, "timeline", C_("web page", "Timetable"));
	buffer_text(web->out, "<ol class=\"bars phases\">\n");
	for (size_t i = 0; i < phases.n; i++) {
		struct span s = span_of(&phases.rows[i]);

		buffer_text(web->out, "<li><span class=\"row\">");
		web_element(web, "span", "", NULL, text_word(WORDS_PHASE, phases.rows[i].key));
		web_element(web, "span", "number", NULL, when(web, &s));
		buffer_text(web->out, "</span>\n");
		put_bar(web, &all, &s);
		buffer_text(web->out, "</li>\n");
	}
	buffer_text(web->out, "</ol>\n");
	if (all.from != 0)
		put_years(web, &all);
	return ok();
}
