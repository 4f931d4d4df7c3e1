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
	{ "call", FIELDS_COMMON | FIELDS_PHASE, TO_MUNICIPALITIES, true, true, NULL },
	{ "receipt", OF_SUBMISSION, TO_UNANSWERED, true, true, NULL },
	{ "completion", OF_SUBMISSION | FIELDS_COMPLETION, TO_INCOMPLETE, true, false, NULL },
	{ "selected", OF_OUTCOME, TO_NAMED, true, true, "selected" },
	{ "not_selected", OF_OUTCOME, TO_NAMED, true, true, "not_selected" },
	{ "decision", OF_OUTCOME, TO_NAMED, true, true, "any" },
	{ "answers", FIELDS_COMMON | FIELDS_ANSWERS, TO_TEAMS, false, false, NULL },
	{ "invitation", FIELDS_COMMON | FIELDS_OCCASION, TO_NAMED, false, false, NULL },
	{ "reminder",
		FIELDS_COMMON | FIELDS_SUBMISSION | FIELDS_COMPLETION | FIELDS_PHASE |
			FIELDS_REVIEWS,
		TO_NAMED, false, false, NULL },
	{ "correction", FIELDS_COMMON | FIELDS_TEXT, TO_MUNICIPALITIES, true, false, NULL },
	{ "press", FIELDS_COMMON | FIELDS_TEXT, TO_NOBODY, false, false, NULL },
	{ "free", OF_SUBMISSION | FIELDS_TEXT, TO_NAMED, false, false, NULL },
};

const struct letter_kind_row *letter_kind_row(const char *code)
{
	for (size_t i = 0; i < LEN(rows); i++)
		if (strcmp(rows[i].code, code) == 0)
			return &rows[i];
	return NULL;
}
