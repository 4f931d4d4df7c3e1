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

enum { FACTS_MAX = 16 };

/* Facts with something in them. */
struct facts {
	struct fact rows[FACTS_MAX];
	size_t n;
};

/* Nothing where the value is "". */
void paper_fact(struct facts *facts, const char *label, const char *value);
/* A heading and the facts below it; nothing where there are none. */
void paper_facts(const struct paper *paper, const char *heading, const struct facts *facts);
/* What is written of that part in the language in use; "". */
const char *paper_written(const struct paper *paper, const char *part);
/* A day as people write it, into the arena. */
const char *paper_day(const struct paper *paper, int64_t day);

/* Who sent it, by its item; the code alone where that may not be seen. */
const char *paper_entrant(const struct paper *paper, const struct decision_item *item);
/* A heading and the decision's text of that part below it; nothing where there is none. */
void paper_text(const struct paper *paper, const char *part);

/* The criteria, and a table of all that were compared. */
void paper_comparison(const struct paper *paper);

/* 3: how it came to this: notices, procedure, value and threshold, what came in and until when. */
struct error paper_account(const struct paper *paper);

/* 10: when the contract arises, and that it waits (procurement act 1397/2016, 128-131 §). */
struct error paper_standstill(const struct paper *paper);
/* 13: on whom it was served, how and when (Administrative Procedure Act 434/2003, 54-60 §). */
struct error paper_service(const struct paper *paper);
/* 15: what belongs to it. */
struct error paper_annexes(const struct paper *paper);
