/* SPDX-License-Identifier: MIT
 * What a file of each kind of submission can have in its columns, shared by judging, saving and
 * correcting its rows. */
#pragma once

#include "src/intake/import.h"

/* The columns that have rules of their own. Behind them come those that are a plain field of the
 * submission's record (db/record.h), in its order. */
enum import_field {
	FIELD_MUNICIPALITY,
	FIELD_TEAM,
	FIELD_CHALLENGE,
	FIELD_KIND,
	FIELD_ORGANIZATION,
	FIELD_MEMBER,       /* several columns, or several in one cell */
	FIELD_MEMBER_EMAIL, /* in the order of the members */
	FIELD_TITLE,
	FIELD_DESCRIPTION,
	FIELD_THEME,
	FIELD_EMAIL,
	FIELD_RECEIVED,
	FIELD_LANGUAGE,
	FIELD_MUNICIPALITY_CODE, /* decides what a name leaves open */
	FIELD_SOURCE,            /* the form's own number of the row */
	FIELD_NONE,              /* what a row's fault is about that is no column's */
	FIELD_COUNT,
};

struct import_kind {
	const char *kind;                 /* of the submissions */
	char letter;                      /* their codes begin with */
	const char *verb;                 /* of the log */
	const struct table_field *fields; /* FIELD_COUNT of them; code NULL: not of this kind */
};

/* What a file of that kind can have in its columns: its own fields with rules, then the record's
 * plain ones. Into the arena; *n of them. */
const struct table_field *import_columns(
	struct arena *arena, const struct import_kind *kind, size_t *n);
/* The columns a person may choose between, in the order of the record: whose it is, what it says,
 * what only the file needs. Fills as many indices as the table has fields at most; how many. */
size_t import_choices(const struct table *table, size_t *choices);
/* NULL if submissions of that kind are not imported. */
const struct import_kind *import_kind(const char *kind);
/* The code of a team's kind as a file says it, in any of the languages; NULL if it says none. */
const char *import_team_kind(struct arena *arena, const char *text);
/* Everything in the row's columns of that field (an index of import_columns), cleaned. A cell must
 * have passed utf8_check, unless it is only to be shown (`visible`). */
const char *import_text(struct table *table, const struct csv_row *row, size_t field, bool visible);
