/* SPDX-License-Identifier: MIT
 * Typing a score: digits collect as long as they can become another score of the scale. Pure. */
#pragma once

#include "src/judging/round.h"
#include "ui/toolkit/key.h"

struct scoring {
	char text[12]; /* with a decimal point; "" when nothing is being typed */
};

enum scored {
	SCORED_NOT,   /* the key is none of a score's */
	SCORED_ON,    /* more may follow: "1" on a scale to 10 */
	SCORED_TAKEN, /* nothing can follow */
	SCORED_OFF,   /* no score begins like that */
};

/* Digits, the decimal sign where the scale has fractions, Backspace. `value` becomes the score so
 * far, -1 if it is none yet. */
enum scored scoring_key(
	struct scoring *scoring, const struct criterion *criterion, int key, int64_t *value);
void scoring_end(struct scoring *scoring);
