/* SPDX-License-Identifier: MIT
 * The head of a round's screen. */
#pragma once

#include "src/judging/review.h"
#include "src/judging/round.h"
#include "ui/toolkit/canvas.h"

/* What it tells of; all are the caller's. */
struct round_head {
	const struct round *round;
	const struct criteria *criteria;
	const struct members *members;
	const struct progress *progress;
};

/* How many it takes in that width, with the rule below it. */
int round_head_rows(const struct round_head *head, int width);
void round_head_paint(const struct round_head *head, const struct canvas *body);
