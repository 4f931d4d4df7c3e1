/* SPDX-License-Identifier: MIT
 * The jury's statement as a document (directive 2014/24/EU, article 82(3)): by codes, for ever. */
#pragma once

#include "src/documents/document.h"
#include "src/judging/dialogue.h"
#include "src/judging/fitness.h"
#include "src/judging/meeting.h"
#include "src/judging/points.h"
#include "src/judging/stating.h"

/* What its chapters share. */
struct stated {
	struct context *ctx;
	struct arena *arena;
	struct document *page;
	struct decision d;
	struct round round;
	struct decision_items items;
	struct standing standing;
	struct points points;
	struct meeting_view meeting; /* id 0: the jury held none on it */
	struct members members;
};

/* Chapters 1 to 6: the contest, the jury, what came, anonymity, disqualification, the criteria. */
struct error stated_grounds(const struct stated *stated);
/* 7 to 11: each submission, the dialogue, the order and the proposal, recommendations, dissents. */
struct error stated_conclusion(const struct stated *stated);

/* What becomes final: for statement_freeze. */
struct error statement_text(
	struct context *ctx, struct arena *arena, int64_t id, const char **text);
extern const struct document_kind statement_kind, opening_kind;
