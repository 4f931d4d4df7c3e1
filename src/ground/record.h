/* SPDX-License-Identifier: MIT
 * A row's fields by what they mean (db/record.h): read from a text, cleaned before they are stored.
 * The one road of options, JSON, forms and the columns of a file. */
#pragma once

#include "db/base/arena.h"
#include "db/base/error.h"
#include "db/record.h"

/* The field that people and scripts call so; NULL if the record has none. */
const struct field *record_named(const struct record *record, const char *name);
/* A member as it is kept: a text ("" for NULL), and a number, id, time or flag. */
const char *field_text(const struct field *field, const void *row);
int64_t field_number(const struct field *field, const void *row);
/* Every text that somebody can give of a new row: "" where it is NULL. */
void record_blank(const struct record *record, void *row);
/* Puts what was typed into the row, as its meaning reads it; a text is kept as it is (borrowed)
 * until record_clean. Of a time in the hour that the clocks showed twice, the record's column
 * NAME_ambiguous takes note, if it has one. A reference is its finder's business and no error here.
 * E_INVALID (the field's name) for what is no such thing. */
struct error field_read(
	const struct record *record, const struct field *field, void *row, const char *text);
/* Makes the field of the row say that there is nothing: "", no day, no time, 0 where that is none.
 * Of any other number, only who asks knows what none is: it stays as it is. */
void field_empty(const struct field *field, void *row);
/* Makes a reference lead to the record of that id. */
void field_refer(const struct field *field, void *row, int64_t id);
/* Checks and cleans every text and code of the row that takes part in `in`: into the arena. The
 * first fault, as input_line and its sisters tell it, with the field's name. */
struct error record_clean(struct arena *arena, const struct record *record, void *row, unsigned in);
