/* SPDX-License-Identifier: MIT */
#include "src/calendar/ics.h"

#include <string.h>

#include "db/base/utf8.h"
#include "src/base/daytime.h"

enum { LINE_OCTETS = 75 }; /* RFC 5545, 3.1; the blank that goes on counts */

/* Folded between characters: some programs show two halves of an ä as two of their own. */
void calendar_put_line(struct buffer *out, const char *line)
{
	size_t used = 0;

	while (*line != '\0') {
		uint32_t code;
		size_t n = utf8_decode(line, &code);

		if (used + n > LINE_OCTETS) {
			buffer_text(out, "\r\n ");
			used = 1;
		}
		buffer_add(out, line, n);
		used += n;
		line += n;
	}
	buffer_text(out, "\r\n");
}

/* RFC 5545, 3.3.11. What some programs would leave the whole event out for is not in a title. */
static const char *guarded(struct arena *arena, const char *text, bool one_line)
{
	struct buffer out = { 0 };

	buffer_text(&out, "");
	for (const char *c = text; *c != '\0';) {
		uint32_t code;
		size_t n = utf8_decode(c, &code);

		if (code == '\n')
			buffer_text(&out, one_line ? " " : "\\n");
		else if (code == 0xFFFD || (utf8_unsafe(code) && code != '\t' && code != '\r'))
			buffer_text(&out, "\xEF\xBF\xBD");
		else if (code == '\t' || code == '\r')
			buffer_text(&out, code == '\t' ? " " : "");
		else if (code == ',' || code == ';' || code == '\\')
			buffer_add(&out, (char[]){ '\\', *c }, 2);
		else
			buffer_add(&out, c, n);
		c += n;
	}
	const char *copy = arena_text(arena, out.text);
	buffer_clear(&out);
	return copy;
}

/* The rules of the European Union (directive 2000/84/EC), as they have been since 1996. The name
 * alone is not enough for some programs, the rules alone not for others. */
static void put_zone(struct buffer *out)
{
	static const char *const lines[] = {
		"BEGIN:VTIMEZONE",
		"TZID:Europe/Helsinki",
		"BEGIN:DAYLIGHT",
		"DTSTART:19960331T030000",
		"RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
		"TZOFFSETFROM:+0200",
		"TZOFFSETTO:+0300",
		"TZNAME:EEST",
		"END:DAYLIGHT",
		"BEGIN:STANDARD",
		"DTSTART:19961027T040000",
		"RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
		"TZOFFSETFROM:+0300",
		"TZOFFSETTO:+0200",
		"TZNAME:EET",
		"END:STANDARD",
		"END:VTIMEZONE",
	};

	for (size_t i = 0; i < LEN(lines); i++)
		calendar_put_line(out, lines[i]);
}

static const char *digits(struct arena *arena, int64_t wall, bool with_time)
{
	int64_t day = wall - wall % DAY_SECONDS;
	struct civil c = civil_of_day(day);
	int second = (int)(wall - day);
	const char *date = arena_printf(arena, "%04d%02d%02d", c.year, c.month, c.day);

	return with_time ? arena_printf(arena, "%sT%02d%02d%02d", date, second / 3600,
				   second / 60 % 60, second % 60) :
			   date;
}

static void put_times(struct buffer *out, struct arena *arena, const struct calendar_event *event)
{
	const char *kind = event->whole_days ? ";VALUE=DATE" : ";TZID=Europe/Helsinki";
	bool with_time = !event->whole_days;

	calendar_put_line(out,
		arena_printf(arena, "DTSTART%s:%s", kind, digits(arena, event->starts, with_time)));
	calendar_put_line(out,
		arena_printf(arena, "DTEND%s:%s", kind, digits(arena, event->ends, with_time)));
	if (event->a_limit)
		calendar_put_line(out, "TRANSP:TRANSPARENT");
}

static void put_event(struct buffer *out, const char *competition, int64_t now,
	const struct calendar_event *event)
{
	struct arena arena = { 0 };

	calendar_put_line(out, "BEGIN:VEVENT");
	calendar_put_line(out, arena_printf(&arena, "UID:klash-%s-%s", competition, event->record));
	calendar_put_line(out, arena_printf(&arena, "DTSTAMP:%sZ", digits(&arena, now, true)));
	calendar_put_line(out, arena_printf(&arena, "SEQUENCE:%lld", (long long)event->sequence));
	put_times(out, &arena, event);
	calendar_put_line(
		out, arena_printf(&arena, "SUMMARY:%s", guarded(&arena, event->title, true)));
	if (*event->place != '\0')
		calendar_put_line(out,
			arena_printf(&arena, "LOCATION:%s", guarded(&arena, event->place, true)));
	if (*event->text != '\0')
		calendar_put_line(out, arena_printf(&arena, "DESCRIPTION:%s",
					       guarded(&arena, event->text, false)));
	calendar_put_line(out, event->cancelled ? "STATUS:CANCELLED" : "STATUS:CONFIRMED");
	calendar_put_line(out, "END:VEVENT");
	arena_clear(&arena);
}

void calendar_write(struct buffer *out, const char *competition, int64_t now,
	const struct calendar_event *events, size_t n)
{
	calendar_put_line(out, "BEGIN:VCALENDAR");
	calendar_put_line(out, "VERSION:2.0");
	calendar_put_line(out, "PRODID:-//Klash//Klash//EN");
	calendar_put_line(out, "CALSCALE:GREGORIAN");
	put_zone(out);
	for (size_t i = 0; i < n; i++)
		put_event(out, competition, now, &events[i]);
	calendar_put_line(out, "END:VCALENDAR");
}
