/* SPDX-License-Identifier: MIT
 * Typing a score: digits collect as long as they can become another score of the scale. What is not
 * taken is told, and nothing more is until the next move: half of "7,5" would be another score.
 * Pure. */
#pragma once

#include <stdbool.h>

#include "src/judging/round.h"
#include "ui/toolkit/key.h"

enum scored {
	SCORED_NOT,   /* the key is none of a score's */
	SCORED_ON,    /* more may follow: "1" on a scale to 10 */
	SCORED_TAKEN, /* nothing can follow */
	SCORED_OFF,   /* not taken: no score of the scale begins like that */
	SCORED_WHOLE, /* not taken: a decimal sign on a scale of whole points */
};

struct scoring {
	char text[12];       /* with a decimal point; "" when nothing is being typed */
	enum scored refused; /* what was not taken since the last move; SCORED_NOT: all was */
};

/* Digits, the decimal sign, Backspace. `value` becomes the score so far, -1 if it is none yet; it
 * stays where the key is not taken. */
enum scored scoring_key(
	struct scoring *scoring, const struct criterion *criterion, int key, int64_t *value);
/* The score that a whole text gives, with a decimal point; -1 if it is none of the scale. */
int64_t scoring_read(const struct criterion *criterion, const char *text);
/* A move to another criterion: what is typed next begins a new score. */
void scoring_end(struct scoring *scoring);
