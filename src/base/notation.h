/* SPDX-License-Identifier: MIT
 * What letters, instructions and their templates are written in, a text that an office can type:
 *
 *   # Heading
 *   A paragraph; its lines stay lines. An empty line ends it.
 *   - an item of a list
 *
 * In a template {title} stands for a field's value. {?late} before a line (and before the mark of a
 * heading or an item) keeps the line only where the field has a value, {!late} only where it has
 * none; within a line that
 * goes for what follows in it. A backslash before #, -, { or a backslash makes it an ordinary sign.
 */
#pragma once

#include <stdbool.h>

#include "db/base/arena.h"
#include "db/base/error.h"

/* The first sign of a value that is in this notation itself: a list that the program made. */
#define NOTATION_READY "\001"
/* The text so that it says itself as part of such a value. */
const char *notation_words(struct arena *arena, const char *text);

/* What fills a template in. */
struct notation_values {
	/* The field's value in the letter's language, "" where it has none, NULL if there is no
	 * such field. */
	const char *(*value)(void *arg, const char *name);
	void *arg;
};

/* Why a text could not be filled in, with the field's name as it stands there. */
enum notation_fault { NOTATION_RIGHT, NOTATION_UNKNOWN, NOTATION_EMPTY };
struct notation_trouble {
	enum notation_fault fault;
	const char *field;
};

/* The text with its fields filled in, into the arena; values are made to say what they say,
 * whatever signs they hold. NULL with *trouble filled at the first field that is unknown or has no
 * value. */
const char *notation_fill(struct arena *arena, const char *text,
	const struct notation_values *values, struct notation_trouble *trouble);
/* The same of one line that is no block, such as a subject: values as they are, with spaces for
 * line breaks. */
const char *notation_fill_line(struct arena *arena, const char *text,
	const struct notation_values *values, struct notation_trouble *trouble);
/* The first name of a field in the text that `knows` does not know; NULL: it knows all. */
const char *notation_unknown(struct arena *arena, const char *text,
	bool (*knows)(void *arg, const char *name), void *arg);
/* Does a backslash before it make it an ordinary sign? */
bool notation_is_mark(char sign);
