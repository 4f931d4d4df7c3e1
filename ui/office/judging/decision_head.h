/* SPDX-License-Identifier: MIT
 * The head of a decision's or statement's screen. */
#pragma once

#include "src/judging/decision.h"
#include "src/judging/signing.h"
#include "ui/toolkit/canvas.h"

enum { DECISION_HEAD_ROWS = 5 };

/* What it tells of; all are the caller's. */
struct decision_head {
	const struct decision *decision;
	const struct review_of_decision *review;
	const struct jury_signatures *signatures; /* of a statement; else none */
	const char *corrects, *regime;            /* "": it corrects nothing; has no regime */
	int64_t range_low, range_high; /* how many are planned to be selected; -1: not said */
};

void decision_head_paint(const struct decision_head *head, const struct canvas *body);
