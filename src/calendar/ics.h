/* SPDX-License-Identifier: MIT
 * Events as iCalendar (RFC 5545), for whatever calendar somebody has. Knows nothing of where they
 * come from and has no words of its own. */
#pragma once

#include "db/base/arena.h"

struct calendar_event {
	/* What the record is called for ever, unique in its competition: "session-3". */
	const char *record;
	int64_t sequence; /* grows with every change of the record */
	/* Seconds of the clock on a wall in Finland, counted as UTC would be; of an event of whole
	 * days both are midnights, and `ends` is that of the day after the last. */
	int64_t starts, ends;
	bool whole_days, cancelled;
	bool a_limit;                     /* a closing time: nobody is busy then */
	const char *title, *place, *text; /* place and text may be "" */
};

/* A line of such a file, folded between characters. */
void calendar_put_line(struct buffer *out, const char *line);
/* A whole file with these events, `n` of them. `competition` tells the files of two competitions
 * apart; `now` (UTC seconds) is when it is made. Line breaks in a title or place become spaces. */
void calendar_write(struct buffer *out, const char *competition, int64_t now,
	const struct calendar_event *events, size_t n);
