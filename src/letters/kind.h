/* SPDX-License-Identifier: MIT
 * The kinds of letters, a row each: what record one is about, whom it is for, which fields its
 * template may have. */
#pragma once

#include "db/base/codes.h"
#include "src/ground/kind.h"

/* Fields that belong together; every kind has the first. */
enum letter_fields {
	FIELDS_COMMON = 1 << 0,
	FIELDS_SUBMISSION = 1 << 1,
	FIELDS_OUTCOME = 1 << 2,
	FIELDS_COMPLETION = 1 << 3,
	FIELDS_ANSWERS = 1 << 4,
	FIELDS_OCCASION = 1 << 5,
	FIELDS_TEXT = 1 << 6, /* what the office writes for this making */
	FIELDS_PHASE = 1 << 7,
	FIELDS_REVIEWS = 1 << 8,
	FIELDS_SITUATION = 1 << 9,
};

/* Whom it is for where no record is named. */
enum letter_to {
	TO_NAMED,          /* nobody: a record or a round must be named */
	TO_MUNICIPALITIES, /* all in force */
	TO_TEAMS,          /* those that go on */
	TO_UNANSWERED,     /* submissions of which no receipt was made */
	TO_INCOMPLETE,     /* submissions with an open request for completion */
	TO_NOBODY,         /* one letter, whose recipient the office fills in */
};

/* Of a decision. In reserve is not selected. */
enum letter_tells { TELLS_NOTHING, TELLS_SELECTED, TELLS_NOT_SELECTED, TELLS_ANY };

struct letter_kind_row {
	const char *code;
	unsigned fields; /* of enum letter_fields */
	enum letter_to to;
	bool official; /* to the registry, with a copy to the contact */
	bool once;     /* nobody gets it twice */
	enum letter_tells tells;
};

/* NULL: there is no such kind. */
const struct letter_kind_row *letter_kind_row(const char *code);
