/* SPDX-License-Identifier: MIT
 * What a sender gets to read of the jury's feedback, and what the jurors wrote. */
#pragma once

#include "db/store/blind.h"

/* Of one submission of a round. */
struct feedback {
	int64_t id;      /* 0: nobody has written anything yet */
	int64_t item_id; /* of the round */
	const char *text_fi, *text_sv, *text_en;
	int64_t cleared;        /* UTC seconds: somebody read it and it can go; 0: not yet */
	const char *cleared_by; /* a name; "" */
	int64_t v;
};

/* Of one juror's review: only the text. */
struct feedback_said {
	const char *text;
};

struct feedback_said_list {
	struct feedback_said *rows;
	size_t n;
};

struct feedback_progress {
	int64_t all, written, cleared; /* submissions that have not gone; with a text; cleared */
};

/* With an empty text where nobody has written one; E_NOT_FOUND if the round has no such item. */
struct error store_feedback_get(
	struct db *db, struct arena *arena, int64_t item_id, struct feedback *feedback);
/* Adds it (id 0) or puts it in the place of what was there; cleared no more. E_STALE if that is
 * another than was read. */
struct error store_feedback_put(struct db *db, const struct feedback *feedback);
/* `now` 0: cleared no more. E_STALE likewise. */
struct error store_feedback_set_cleared(
	struct db *db, const struct feedback *feedback, int64_t now, int64_t account_id);
/* What the jurors wrote to the sender in the reviews that count, by their words: an order that does
 * not follow the panel's and stays. */
struct error store_feedback_said(
	struct db *db, struct arena *arena, int64_t item_id, struct feedback_said_list *said);
struct error store_feedback_progress(
	struct db *db, struct arena *arena, int64_t round_id, struct feedback_progress *progress);
/* Who should not be named in what goes out: jurors, and people of the item's sender; item 0: of any
 * sender of the round. */
struct error store_feedback_names(
	struct db *db, struct arena *arena, int64_t round_id, int64_t item_id, struct names *names);
