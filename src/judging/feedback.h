/* SPDX-License-Identifier: MIT
 * What a sender gets to read of the jury's feedback. When a round is closed the office makes one
 * text a submission of what the jurors wrote, in the languages it goes out in, and clears it:
 * somebody read it and found that it can go. Jurors are told by numbers that say nothing, never by
 * name. While the two sides of a blind round are kept apart (src/ground/sides.h) it goes by the
 * jury's codes. */
#pragma once

#include "db/store/feedback.h"
#include "src/ground/context.h"
#include "src/judging/blind.h"
#include "src/judging/round.h"

struct feedback_item {
	struct round round;
	struct item item; /* covered (src/ground/sides.h) */
	struct feedback feedback;
	struct feedback_said_list said; /* juror 1, juror 2, ...; none before the round is closed */
};

/* The items of the round that have not gone, in its order. */
struct error feedback_ids(struct context *ctx, int64_t round_id, struct id_list *ids);
struct error feedback_get(
	struct context *ctx, struct arena *arena, int64_t item_id, struct feedback_item *item);
/* How many of a round are cleared. */
struct error feedback_progress(
	struct context *ctx, int64_t round_id, struct feedback_progress *progress);
/* The first item after that one, going round, whose feedback is not cleared; 0: there is none. */
struct error feedback_next(struct context *ctx, int64_t round_id, int64_t item_id, int64_t *next);
/* Why no feedback can be written in the round now (N_), or NULL. */
const char *feedback_blocked(const struct round *round);

/* In that language ("fi", "sv", "en"). */
const char *feedback_text(const struct feedback *feedback, const char *lang);
bool feedback_is_written(const struct feedback *feedback);
/* What in that text of the item should not go out: names of jurors and of people, addresses,
 * numbers of people, scores. A hint, never a proof. Into the arena. */
struct error feedback_findings(struct context *ctx, struct arena *arena,
	const struct feedback_item *item, const char *text, struct findings *findings);

enum { FEEDBACK_ANY_VERSION = -1 };

/* The text in that language, "" for none; what was cleared is not any more. `v`: of the feedback
 * that was read, E_STALE if it has changed. E_RULE before the round is closed. */
struct error feedback_set(
	struct context *ctx, int64_t item_id, const char *lang, const char *text, int64_t v);
/* Takes over what juror `number` (from 1) wrote, as the text's last paragraph. E_RANGE; E_RULE if
 * the text has it already. */
struct error feedback_take(
	struct context *ctx, int64_t item_id, int64_t number, const char *lang, int64_t v);
/* E_RULE where there is no text to clear. */
struct error feedback_clear(struct context *ctx, int64_t item_id, int64_t v);
/* Takes the clearing back; E_RULE where there is none. */
struct error feedback_unclear(struct context *ctx, int64_t item_id, int64_t v);
