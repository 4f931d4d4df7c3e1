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

struct sifting;

/* A kind whose rows go into a register at once: none is held, and none waits. */
struct register_kind {
	size_t fields;
	/* What taking a row needs to know (may be NULL); freed with the rest of the judging. */
	struct error (*load)(struct sifting *j);
	/* The verdict of a row whose cells could be read, one text a field. */
	struct error (*take)(struct sifting *j, struct sifted_row *row, size_t index);
	/* A good row, in the import's transaction. */
	struct error (*save)(
		struct context *ctx, struct arena *arena, const struct sifted_row *row);
};

struct import_kind {
	const char *kind; /* of the submissions, or the register's noun */
	char letter;      /* the submissions' codes begin with */
	const char *verb; /* of the log */
	/* FIELD_COUNT of them, or as many as the register's kind says; code NULL: not of this
	 * kind */
	const struct table_field *fields;
	const struct register_kind *of_register; /* NULL: submissions */
};

extern const struct import_kind import_kind_problem, import_kind_application, import_kind_solution,
	import_kind_person, import_kind_municipality, import_kind_organization;

/* What a file of that kind can have in its columns: its own fields with rules, then the record's
 * plain ones. Into the arena; *n of them. */
const struct table_field *import_columns(
	struct arena *arena, const struct import_kind *kind, size_t *n);
/* The columns a person may choose between, in the order of the record: whose it is, what it says,
 * what only the file needs. Fills as many indices as the table has fields at most; how many. */
size_t import_choices(const struct import_kind *kind, const struct table *table, size_t *choices);
/* NULL if nothing of that kind is imported. */
const struct import_kind *import_kind(const char *kind);
/* The code of a team's kind as a file says it, in any of the languages; NULL if it says none. */
const char *import_team_kind(struct arena *arena, const char *text);
/* Everything in the row's columns of that field (an index of import_columns), cleaned. A cell must
 * have passed utf8_check, unless it is only to be shown (`visible`). */
const char *import_text(struct table *table, const struct csv_row *row, size_t field, bool visible);
