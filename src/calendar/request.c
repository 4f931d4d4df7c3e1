/* SPDX-License-Identifier: MIT */
#include "src/calendar/request.h"

#include <string.h>

#include "db/base/utf8.h"
#include "src/base/email.h"
#include "src/calendar/ics.h"

static const char *method_of(const char *ics)
{
	const char *event = strstr(ics, "\r\nBEGIN:VEVENT\r\n");

	if (strncmp(ics, "BEGIN:VCALENDAR\r\n", 17) != 0 || event == NULL ||
		strstr(event + 1, "\r\nBEGIN:VEVENT\r\n") != NULL ||
		strstr(ics, "\r\nMETHOD:") != NULL)
		return NULL;
	return strstr(event, "\r\nSTATUS:CANCELLED\r\n") != NULL ? "CANCEL" : "REQUEST";
}

/* A parameter in quotation marks (RFC 5545, 3.2): there is no way to write one inside of it. */
static const char *quoted(struct arena *arena, const char *name)
{
	char *text = arena_text(arena, utf8_clean(arena, name, TEXT_LINE));

	for (char *c = text; *c != '\0'; c++)
		if (*c == '"')
			*c = '\'';
	return text;
}

static const char *mailto(struct arena *arena, const char *property, const char *parameters,
	const struct calendar_party *who)
{
	return arena_printf(arena, "%s%s%s%s%s:mailto:%s", property,
		*who->name == '\0' ? "" : ";CN=\"", quoted(arena, who->name),
		*who->name == '\0' ? "" : "\"", parameters, email_in_ascii(arena, who->address));
}

/* Nobody reads replies by a program here: the letter says how to answer. */
static void put_parties(struct buffer *out, const struct calendar_party *organizer,
	const struct calendar_party *attendee)
{
	struct arena arena = { 0 };

	calendar_put_line(out, mailto(&arena, "ORGANIZER", "", organizer));
	calendar_put_line(
		out, mailto(&arena, "ATTENDEE",
			     ";ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE", attendee));
	arena_clear(&arena);
}

const char *calendar_request(const char *ics, const struct calendar_party *organizer,
	const struct calendar_party *attendee, struct buffer *out)
{
	static const char scale[] = "CALSCALE:GREGORIAN\r\n", status[] = "STATUS:";
	const char *method = method_of(ics);

	if (method == NULL)
		return NULL;
	for (const char *line = ics; *line != '\0';) {
		const char *end = strstr(line, "\r\n");
		size_t n = end == NULL ? strlen(line) : (size_t)(end - line) + 2;

		if (strncmp(line, status, sizeof(status) - 1) == 0)
			put_parties(out, organizer, attendee);
		buffer_add(out, line, n);
		if (strncmp(line, scale, sizeof(scale) - 1) == 0)
			buffer_printf(out, "METHOD:%s\r\n", method);
		line += n;
	}
	return method;
}
