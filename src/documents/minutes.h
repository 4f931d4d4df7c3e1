/* SPDX-License-Identifier: MIT
 * What the chapters of the minutes of the jury's meeting share. By code alone: no chapter names who
 * entered, also not after the names were opened. */
#pragma once

#include "src/documents/comparison.h"
#include "src/judging/presence.h"

struct minutes {
	struct scribe *w;
	struct meeting_view view;
	struct decision decision; /* the draft it is about */
	struct comparison c;      /* items: in their order in the round */
	struct members members;
	const size_t *order; /* of the paragraphs: places in `c.items` */
	size_t paragraphs;
	const char *lang; /* of the meeting: what was said in it */
};

/* "3 §" of an item of the round; "–" for none in particular (0). */
const char *minutes_paragraph(const struct minutes *m, int64_t item_id);
/* "K-QDJ Title" */
const char *minutes_item_name(const struct minutes *m, const struct decision_item *item);

/* What a member was called when it was signed (now, while it is not); "" for nobody. */
const char *minutes_member(const struct minutes *m, int64_t member_id);

/* 4, 8, 9 and 13: who was there, who was barred and went out, whom somebody recognized, whose
 * reviews the result does not have. */
void minutes_presence(struct minutes *m);
struct error minutes_conflicts(struct minutes *m);
struct error minutes_recognitions(struct minutes *m);
void minutes_missing(struct minutes *m);
/* 11: a chapter an item. */
struct error minutes_items(struct minutes *m);
