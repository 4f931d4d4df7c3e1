/* SPDX-License-Identifier: MIT */
#include "src/letters/kind.h"

#include <stddef.h>
#include <string.h>

#include "db/base/error.h"

enum {
	OF_SUBMISSION = FIELDS_COMMON | FIELDS_SUBMISSION,
	OF_OUTCOME = OF_SUBMISSION | FIELDS_OUTCOME,
};

static const struct letter_kind_row rows[] = {
	{ "call", FIELDS_COMMON | FIELDS_PHASE, TO_MUNICIPALITIES, true, true, TELLS_NOTHING },
	{ "receipt", OF_SUBMISSION, TO_UNANSWERED, true, true, TELLS_NOTHING },
	{ "completion", OF_SUBMISSION | FIELDS_COMPLETION, TO_INCOMPLETE, true, false,
		TELLS_NOTHING },
	{ "selected", OF_OUTCOME, TO_NAMED, true, true, TELLS_SELECTED },
	{ "not_selected", OF_OUTCOME, TO_NAMED, true, true, TELLS_NOT_SELECTED },
	{ "decision", OF_OUTCOME, TO_NAMED, true, true, TELLS_ANY },
	{ "answers", FIELDS_COMMON | FIELDS_ANSWERS, TO_TEAMS, false, false, TELLS_NOTHING },
	{ "invitation", FIELDS_COMMON | FIELDS_OCCASION, TO_NAMED, false, false, TELLS_NOTHING },
	{ "reminder",
		FIELDS_COMMON | FIELDS_SUBMISSION | FIELDS_COMPLETION | FIELDS_PHASE |
			FIELDS_REVIEWS,
		TO_NAMED, false, false, TELLS_NOTHING },
	{ "correction", FIELDS_COMMON | FIELDS_TEXT, TO_MUNICIPALITIES, true, false,
		TELLS_NOTHING },
	{ "press", FIELDS_COMMON | FIELDS_TEXT, TO_NOBODY, false, false, TELLS_NOTHING },
	{ "situation", FIELDS_COMMON | FIELDS_SITUATION, TO_NOBODY, false, false, TELLS_NOTHING },
	{ "free", OF_SUBMISSION | FIELDS_TEXT, TO_NAMED, false, false, TELLS_NOTHING },
};

const struct letter_kind_row *letter_kind_row(const char *code)
{
	for (size_t i = 0; i < LEN(rows); i++)
		if (strcmp(rows[i].code, code) == 0)
			return &rows[i];
	return NULL;
}
