/* SPDX-License-Identifier: MIT
 * The jury's meeting on one screen: what its parts share. Not for anyone outside of
 * ui/office/judging/sitting*.c. */
#pragma once

#include "src/judging/meeting.h"
#include "src/judging/standing.h"
#include "ui/office/judging/veil.h"
#include "ui/toolkit/list.h"

enum { SITTING_HEAD_ROWS = 4, SITTING_PANE_ROWS = 8 };

struct sitting {
	struct list_screen list;
	int64_t id, round_id;
	struct arena arena;
	struct meeting_view view;
	struct decision decision;
	struct decision_items items;
	struct review_of_decision review;
	struct standing standing;
	const struct ratio *by_criterion; /* a row an item of the matrix */
	struct round round;
	struct veil veil;
	bool hides_notes;  /* for a projector */
	struct page below; /* of the selected item, where there is no room beside the list */
	int64_t below_of;
};

static inline struct sitting *sitting_of(const struct screen *screen)
{
	return (struct sitting *)screen;
}

/* The names of those who must be out for the item, "" if nobody. Into the arena. */
const char *sitting_barred(const struct sitting *self, struct arena *arena, int64_t item_id);
/* 13.07, of a moment of a day that is known. Into the arena. */
const char *sitting_clock(struct arena *arena, int64_t time);

/* When it is, who is there, the outcomes, and what is missing. */
void sitting_paint_head(const struct sitting *self, const struct canvas *body);
/* Rank, points, histogram and spread, what was voted on and said, and the jurors' notes. */
struct error sitting_lines(const struct sitting *self, struct context *ctx, struct arena *arena,
	int64_t item_id, struct page *page);

/* What is asked of people, about the selected item. */
void sitting_on_door(struct ui *ui, struct screen *screen);
void sitting_on_vote(struct ui *ui, struct screen *screen);
void sitting_on_dissent(struct ui *ui, struct screen *screen);
void sitting_on_remark(struct ui *ui, struct screen *screen);
void sitting_on_ask(struct ui *ui, struct screen *screen);
void sitting_on_hear(struct ui *ui, struct screen *screen);
void sitting_on_close(struct ui *ui, struct screen *screen);
void sitting_on_reopen(struct ui *ui, struct screen *screen);
/* Its form; with *id 0 the meeting is opened on the round by it. False: left without saving. */
bool sitting_edit(struct ui *ui, int64_t round_id, int64_t *id);
