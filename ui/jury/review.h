/* SPDX-License-Identifier: MIT
 * What the files of the review screen share: it is state, painting, keys and saving. Not for anyone
 * else. */
#pragma once

#include "ui/jury/jury.h"
#include "ui/jury/scoring.h"
#include "ui/jury/textview.h"
#include "ui/toolkit/edit.h"

enum { CRITERIA_MAX = 20, UNDO_MAX = 20 };

/* Where keys go: a text field is entered and left on purpose. */
enum review_part { PART_SCORES, PART_NOTES, PART_FEEDBACK };

/* A score as it was before it was changed; -1: none. */
struct score_before {
	size_t criterion;
	int64_t score;
};

struct review_screen {
	struct screen base;
	int64_t id;
	/* As it was read; none before the first time. */
	struct arena arena;
	struct juror_round round;
	struct criteria criteria;
	struct bands bands[CRITERIA_MAX];
	struct juror_item item;
	struct juror_dialogues dialogues; /* what the jury asked of it */
	bool read, missing;               /* missing: it is no longer there to be reviewed */
	/* As it is being typed. */
	int64_t scores[CRITERIA_MAX];
	struct edit notes, feedback;
	struct scoring scoring;
	struct juror_version version;
	enum review_part part;
	size_t current; /* criterion */
	struct textview text;
	int share; /* of the text that lies above what is shown, in SHARE parts: for the reader as
		      well */
	struct score_before undo[UNDO_MAX];
	size_t undo_count;
	struct screen *reader; /* of its text, above it; NULL: it is not open */
	bool sent;             /* it was submitted, or left for the next, since that one opened */
	bool unsaved, saved;
	int64_t unsaved_since; /* milliseconds of a clock that only goes on */
	bool stale_version; /* another window saved something else: nothing is saved before one is
			       chosen */
	bool place_moved;
	struct juror_place place;
};

struct review_screen *review_of(const struct screen *screen);
/* NULL if it can be changed now, else why not (N_). */
const char *review_blocked(const struct review_screen *self, const struct context *ctx);
struct edit *review_field(struct review_screen *self);
/* Of a text field where it is now, for moving by its lines. */
int review_field_width(const struct review_screen *self);
size_t review_missing(const struct review_screen *self);

void review_layout(struct screen *screen, struct rect body);
void review_paint(const struct screen *screen, const struct canvas *body);

struct review_input review_typed(const struct review_screen *self);
/* Saves what is unsaved; true if nothing is any more. It may have been refused with a box, and then
 * be closed. */
bool review_keep(struct ui *ui, struct review_screen *self);
/* The same, but never asks: what is being typed must not become an answer. */
bool review_keep_quietly(struct ui *ui, struct review_screen *self);
/* Notes where one is, if it moved. */
void review_keep_place(struct ui *ui, struct review_screen *self);

/* Something was typed: from now on it waits to be saved. */
void review_changed(struct review_screen *self);
/* Saves it quietly if it has waited long: whoever types evenly never pauses. */
void review_keep_in_time(struct ui *ui, struct review_screen *self);

bool review_key(struct ui *ui, struct screen *screen, int key);
/* The score as it stands, also while it is typed; "–": none. */
void review_figure(const struct review_screen *self, size_t c, char *out, size_t size);
/* One row with all scores. */
void review_paint_strip(const struct review_screen *self, const struct canvas *row);
extern const struct commands review_commands, review_field_hints;
/* What the hint line says of a submitted review. */
extern const struct commands review_submitted_hints;

/* Two versions beside each other, and which one stays: 1 this one, 2 the other, 0 not decided. */
int review_choose_version(
	struct ui *ui, const struct review_screen *self, const struct juror_item *other);
