/* SPDX-License-Identifier: MIT
 * The fields of templates: what each is called, what it says in a letter's language, and where
 * there is none of it. */
#pragma once

#include "src/letters/matter.h"
#include "src/base/notation.h"

/* What a field gives away; it does not exist where that must not be. */
enum letter_reveals { REVEALS_NOTHING, REVEALS_PEOPLE, REVEALS_TEXT };

struct letter_field {
	const char *name;
	const char *word; /* NC_("field of a letter", ...): what it stands for */
	unsigned group;   /* one of enum letter_fields */
	enum letter_reveals reveals;
	/* In the language in use; "": it has no value. What is made lies in the batch's arena. */
	const char *(*value)(const struct letter_matter *matter);
};

/* The i-th that templates of the kind may have; NULL behind the last. */
const struct letter_field *letter_field(const struct letter_kind_row *kind, size_t i);
/* NULL: the kind has no such field. */
const struct letter_field *letter_field_named(const struct letter_kind_row *kind, const char *name);
/* For notation_fill: `arg` is a struct letter_matter; in the language in use. */
const char *letter_value(void *arg, const char *name);

/* The situation sheet as of now (src/letters/value_situation.c). */
const char *value_situation(const struct letter_matter *m);
/* Of the outcome (src/letters/value_outcome.c). */
const char *value_outcome(const struct letter_matter *m);
const char *value_selected(const struct letter_matter *m);
const char *value_reserve(const struct letter_matter *m);
const char *value_not_selected(const struct letter_matter *m);
const char *value_rank(const struct letter_matter *m);
const char *value_ranked(const struct letter_matter *m);
const char *value_points(const struct letter_matter *m);
const char *value_reasons(const struct letter_matter *m);
const char *value_feedback(const struct letter_matter *m);
const char *value_decision(const struct letter_matter *m);
const char *value_decision_number(const struct letter_matter *m);
const char *value_decision_contact(const struct letter_matter *m);
const char *value_decision_day(const struct letter_matter *m);
const char *value_decider(const struct letter_matter *m);
const char *value_correction(const struct letter_matter *m);
const char *value_correction_days(const struct letter_matter *m);
const char *value_appeal(const struct letter_matter *m);
const char *value_no_appeal(const struct letter_matter *m);
const char *value_appeal_days(const struct letter_matter *m);
const char *value_instruction(const struct letter_matter *m);
