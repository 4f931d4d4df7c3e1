/* SPDX-License-Identifier: MIT
 * What the chapters of a decision's document share. */
#pragma once

#include "src/documents/document.h"
#include "src/judging/contents.h"
#include "src/judging/points.h"
#include "src/judging/review.h"

struct paper {
	struct context *ctx;
	struct arena *arena;
	struct document *page;
	struct decision d;
	struct round round;
	struct decision_content content;
	struct decision_texts texts;
	struct decision_items items;
	struct standing standing;
	struct points points;
};

/* Who sent it, by its item; the code alone where that may not be seen. */
const char *paper_entrant(const struct paper *paper, const struct decision_item *item);
/* A heading and the decision's text of that part below it; nothing where there is none. */
void paper_text(const struct paper *paper, const char *part);

/* The criteria, and a table of all that were compared. */
void paper_comparison(const struct paper *paper);
