/* SPDX-License-Identifier: MIT
 * A calendar's file as part of a letter that mail programs put into the calendar by themselves, or
 * take out of it again: iTIP (RFC 5546, 3.2.2 and 3.2.5) by mail (RFC 6047, 2.4). */
#pragma once

#include "db/base/arena.h"

struct calendar_party {
	const char *name; /* "": none */
	const char *address;
};

/* Adds the file of one event to `out` with who invites and who is invited. The method, "REQUEST",
 * or "CANCEL" of an event that was cancelled, is also to be said by the letter's part. NULL, with
 * nothing added, for what is no file of calendar_session or calendar_meeting. */
const char *calendar_request(const char *ics, const struct calendar_party *organizer,
	const struct calendar_party *attendee, struct buffer *out);
