/* SPDX-License-Identifier: MIT
 * What stands in an event: one title and a short text, in Finnish and Swedish at once, for one file
 * goes to everybody. Not for anyone outside src/calendar. */
#pragma once

#include "src/judging/decision.h"
#include "src/judging/round.h"
#include "src/phases/mentoring.h"
#include "src/phases/phase.h"

/* "Mentorointi / Handledning: Topic (M-1)". In the title of what is cancelled stands the word for
 * it, for some programs show nothing else of that. */
struct error said_session_title(struct context *ctx, struct arena *arena,
	const struct mentoring_session *session, const char **title);
struct error said_meeting_title(struct context *ctx, struct arena *arena,
	const struct decision *decision, const char **title);
struct error said_round_title(
	struct context *ctx, struct arena *arena, const struct round *round, const char **title);
struct error said_phase_title(
	struct context *ctx, struct arena *arena, const struct phase *phase, const char **title);

/* For which challenge, by whom, that the hour is only set aside; and as the text of the others. */
struct error said_session_text(struct context *ctx, struct arena *arena,
	const struct mentoring_session *session, const char **text);
/* Which competition it is, and whom to ask. */
struct error said_text(struct context *ctx, struct arena *arena, const char **text);
