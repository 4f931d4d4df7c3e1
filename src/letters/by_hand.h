/* SPDX-License-Identifier: MIT
 * What the office records of a letter that Klash cannot see: that it went by another way, that it
 * came back. */
#pragma once

#include "src/ground/act.h"

enum letter_by_hand { LETTER_WENT, LETTER_CAME_BACK, LETTER_BY_HAND_COUNT };
extern const struct act letter_by_hand_rows[LETTER_BY_HAND_COUNT];

/* One that was cleared, written or failed, or of which it is unknown whether it went, was sent on
 * that day (0: today) by that channel of WORDS_LETTER_CHANNEL; the decision that it brings is
 * served by it. Right: letter. */
struct error letter_went(struct context *ctx, int64_t id, const char *channel, int64_t day);
/* A sent one came back on that day (0: today), with words that say why: it has failed, and what it
 * was to serve has not been served, so that it must be served anew (Administrative Procedure Act
 * 434/2003, 54 §: a decision is served on the party). Right: letter. */
struct error letter_came_back(struct context *ctx, int64_t id, int64_t day, const char *text);
