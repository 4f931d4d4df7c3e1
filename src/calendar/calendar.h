/* SPDX-License-Identifier: MIT
 * What of the competition stands in people's own calendars: mentoring sessions, the jury's
 * meetings, closing times. A file is taken in again after every change: the same event has the same
 * UID, in a restored file too, and its SEQUENCE has grown. Whoever is given one leaves nothing
 * personal behind but the mentors' names. */
#pragma once

#include "src/ground/context.h"

struct calendar_filter {
	/* 0: of all; a challenge's sessions include those common to all. */
	int64_t challenge_id, team_id, person_id; /* person: a mentor */
	bool more; /* also the jury's meetings and closing times; not for a team or a mentor */
};

struct calendar_said {
	size_t events;
	size_t hour_set_aside; /* a beginning without an end: an hour */
	size_t whole_days;     /* sessions without a time of day */
};

/* The bytes of one .ics (text/calendar, UTF-8, CRLF) with all of it that the filter lets through,
 * added to `out`. E_RULE where there is nothing. Not cancelled ones only: who has an older file
 * must hear of it. Needs the right to export; the log is told with calendar_given. */
struct error calendar_all(struct context *ctx, const struct calendar_filter *filter,
	struct buffer *out, struct calendar_said *said);
/* The same with one session, or one meeting (of a decision or statement), for an invitation.
 * E_NOT_FOUND. */
struct error calendar_session(struct context *ctx, int64_t session_id, struct buffer *out);
struct error calendar_meeting(struct context *ctx, int64_t decision_id, struct buffer *out);
/* For the log: a calendar left the program. */
struct error calendar_given(struct context *ctx);
/* "An hour is set aside for 2 sessions without an end", ...; "" if there is nothing to be said.
 * In the language in use, into the arena. */
const char *calendar_said_words(struct arena *arena, const struct calendar_said *said);
