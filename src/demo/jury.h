/* SPDX-License-Identifier: MIT
 * A round of the demo: its jury and the scores it could have given. */
#pragma once

#include "src/demo/story.h"
#include "src/base/csv.h"
#include "src/judging/review.h"
#include "src/judging/round.h"

struct jury {
	struct story *story;
	int64_t round_id;
	const char *key; /* of the round */
	struct members members;
	struct criteria criteria;
	struct assignments assignments;
	struct csv_row *remarks; /* of data/remarks.csv */
	size_t remark_count;
	int64_t *quality; /* of each item, by position */
	/* Who review on paper, which the office enters: one who confirms it, and one who has not
	 * yet; NULL: nobody. */
	const char *confirms, *waits, *paper_source;
	/* Titles of two submissions: of the second everybody thinks what they think of the first.
	 * NULL: of none. */
	const char *twins[2];
};

/* Members, criteria, assignments and remarks of an open round; the qualities are the caller's to
 * fill, one an item in the order of the assignments, from 0 to 10. */
struct error jury_prepare(struct jury *jury);
/* Reviews of members `from` to `to` - 1 in the order of the panel, each in an own name. */
struct error jury_review(struct jury *jury, size_t from, size_t to);

/* What the senders of the closed round get to read: written, most of it cleared. */
struct error demo_feedback(struct jury *jury);
struct error demo_letters(struct jury *jury);
