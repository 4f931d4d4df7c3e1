/* SPDX-License-Identifier: MIT
 * What a row of the file is made of: one table a record. Statements take and give its columns by
 * name; forms, options, files, lists and the log read the same rows for what a field means. A rule
 * never goes in here: it is a function, with its source. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "db/base/limits.h"
#include "db/base/vocabulary.h"

/* Marks a word for the translators; db has none of its own (src/base/i18n.h). */
#define NC_(context, text) text

/* How a member is kept: int64_t, const char *, bool, struct blob; or the column is in no struct. */
enum storage { STORED_INT, STORED_TEXT, STORED_BOOL, STORED_BLOB, STORED_NOWHERE };

struct blob {
	const void *bytes;
	size_t n;
};

/* What a value means, and with it how it is read, cleaned, asked for and shown. */
enum meaning {
	MEANS_NOTHING, /* only the program reads it */
	MEANS_LINE,
	MEANS_LINES,
	MEANS_EMAIL,
	MEANS_CODE,        /* of `words` */
	MEANS_TIME,        /* UTC seconds; 0: none */
	MEANS_DAY,         /* days since 1970-01-01; 0: none */
	MEANS_MONEY,       /* cents */
	MEANS_NUMBER,      /* counted or measured */
	MEANS_THOUSANDTHS, /* of a point: weights and scores */
	MEANS_TENTHS,      /* of a percent */
	MEANS_MINUTES,     /* of a day; NULL: none */
	MEANS_FLAG,
	MEANS_REF, /* an id of another record; 0: none */
};

/* Where a field takes part. */
enum taking_part {
	IN_ADD = 1 << 0,  /* option, JSON and form of a new one */
	IN_EDIT = 1 << 1, /* and of a correction */
	IN_IMPORT = 1 << 2,
	IN_PAGE = 1 << 3, /* a line of its own on the page of the record */
	IN_LIST = 1 << 4, /* a column of its lists where none of theirs names it */
	IN_TOLD = 1 << 5, /* the log tells "old -> new" */
	IN_REQUIRED = 1 << 6,
};

/* Who may be shown it, beyond the right to read the record at all. */
enum audience {
	SEEN_BY_EVERYBODY,
	SEEN_BY_OFFICE,
	SEEN_BY_CONTACT,   /* an address or telephone: only where it is asked for by name */
	SEEN_BY_SENDER,    /* the side that knows whose it is: not beside a sealed text */
	SEEN_BY_JURY,      /* the side that reads texts by code: not beside a sender */
	SEEN_BY_CUSTODIAN, /* both sides */
};

struct field {
	const char *column; /* of the table, of results and :parameters; mostly the member's name */
	enum storage storage;
	bool none; /* of a number: 0 is NULL in the file */
	size_t offset;
	/* What it means; a field without a name is the program's own. */
	const char *name;  /* option, JSON key, the field of an error, code of WORDS_FIELD */
	const char *code;  /* of WORDS_FIELD, where that word is not `name`'s; else NULL */
	const char *lang;  /* of a text that is kept in several: without "_fi" its name is the key
			    * of one JSON object */
	const char *word;  /* NC_("field", ...) */
	const char *brief; /* NC_("column", ...): over a column of a list; NULL: its word */
	enum meaning meaning;
	bool until;     /* MEANS_TIME: a day alone means its last second */
	const char *of; /* MEANS_REF: the table */
	/* A column of a joined table that stands for a reference wherever it is shown: the
	 * reference's name ("team", beside T-001). It has no name of its own. */
	const char *shows;
	size_t max;            /* characters of a text; 0: what its meaning allows */
	enum vocabulary words; /* MEANS_CODE; of a MEANS_FLAG no and yes, if it has words */
	const char *headings;  /* of an imported column: "puhelin|telefon|phone" */
	/* The headings that are its only in a file of that kind of submission. */
	struct {
		const char *problem, *application, *solution;
	} also;
	unsigned in; /* enum taking_part */
	enum audience seen_by;
};

/* Takes how a member is kept from its type; any other type does not compile. */
#define STORAGE_OF(type_, member_) \
	_Generic(((type_ *)0)->member_, int64_t: STORED_INT, const char *: STORED_TEXT, bool: STORED_BOOL, \
		struct blob: STORED_BLOB)
#define COLUMN(type_, member_) \
	.column = #member_, .storage = STORAGE_OF(type_, member_), \
	.offset = offsetof(type_, member_)

/* The same of a number whose 0 means that there is none. */
#define COLUMN_OR_NONE(type_, member_) COLUMN(type_, member_), .none = true

/* A member whose name is not the column's. */
#define COLUMN_AS(type_, member_, column_) \
	.column = (column_), .storage = STORAGE_OF(type_, member_), \
	.offset = offsetof(type_, member_)
#define COLUMN_AS_OR_NONE(type_, member_, column_) COLUMN_AS(type_, member_, column_), .none = true
/* A column that only the log tells. */
#define NOWHERE(column_) .column = (column_), .storage = STORED_NOWHERE

/* What a statement's first line names: struct NAME is record_of_NAME, made by RECORD(NAME) of
 * NAME_fields. */
struct record {
	const char *name;  /* "submission" */
	const char *table; /* whose columns these are; NULL: of several, or computed */
	size_t size;
	const struct field *fields;
	size_t n;
};
#define RECORD_OF(name_, table_) \
	{ \
		.name = #name_, .table = (table_), .size = sizeof(struct name_), \
		.fields = name_##_fields, .n = sizeof(name_##_fields) / sizeof(name_##_fields[0]) \
	}
#define RECORD(name_) RECORD_OF(name_, NULL)
/* Of a table whose rows are no struct. */
#define RECORD_WITHOUT(name_, table_) \
	{ \
		.name = #name_, .table = (table_), .fields = name_##_fields, \
		.n = sizeof(name_##_fields) / sizeof(name_##_fields[0]) \
	}

/* Every one there is, by db/embed.sh; NULL ends them. */
extern const struct record *const all_records[];

/* NULL: none. */
const struct record *record_of_table(const char *table);
/* The field of that column; NULL: it has none. */
const struct field *record_column(const struct record *record, const char *column);
/* What a code of WORDS_FIELD is called, not yet translated; NULL: no field is called so. */
const char *record_word(const char *code);
