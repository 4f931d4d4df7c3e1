/* SPDX-License-Identifier: MIT
 * The columns of a file of reviews, as it is written and as it is read: what one writes, the other
 * takes, whatever the criteria are called. */
#pragma once

#include "src/intake/table.h"
#include "src/judging/round.h"

enum {
	COLUMN_JUROR,
	COLUMN_SUBMISSION,
	COLUMN_NOTES,
	COLUMN_FEEDBACK,
	COLUMN_STATE,
	COLUMN_FIXED, /* the criteria follow, in their order */
};

/* COLUMN_FIXED + criteria->n of them, into the arena. A criterion's column is known by its key, by
 * its names where they are nobody else's, and by name and key together. */
struct table_field *review_columns(struct arena *arena, const struct criteria *criteria);
/* The heading of a criterion's column: its name in the language in use, with its key where the name
 * alone could be another column's. */
const char *review_heading(struct arena *arena, const struct criteria *criteria, size_t i);
/* Is it the heading of a column that is no criterion's? */
bool review_word_taken(struct arena *arena, const char *word);
