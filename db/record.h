/* SPDX-License-Identifier: MIT
 * What a row of the file is made of: one table a record. Statements take and give its columns by
 * name; forms, options, files, lists and the log read the same rows for what a field means. A rule
 * never goes in here: it is a function, with its source. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "db/base/vocabulary.h"

/* How a member is kept: int64_t, const char *, bool, struct blob. */
enum storage { STORED_INT, STORED_TEXT, STORED_BOOL, STORED_BLOB };

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
	MEANS_CODE,   /* of `words` */
	MEANS_TIME,   /* UTC seconds; 0: none */
	MEANS_DAY,    /* days since 1970-01-01; 0: none */
	MEANS_MONEY,  /* cents */
	MEANS_NUMBER, /* counted or measured */
	MEANS_FLAG,
	MEANS_REF,         /* an id of another record; 0: none */
	MEANS_THOUSANDTHS, /* a score, a weight */
};

/* Where a field takes part. */
enum taking_part {
	IN_ADD = 1 << 0,  /* option, JSON and form of a new one */
	IN_EDIT = 1 << 1, /* and of a correction */
	IN_IMPORT = 1 << 2,
	IN_SHOW = 1 << 3, /* the record: page, `show` */
	IN_LIST = 1 << 4, /* a list's columns unless others are asked for */
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
	const char *column; /* of results and :parameters; the member's name */
	enum storage storage;
	size_t offset;
	/* What it means; a field without a name is the program's own. */
	const char *name; /* option, JSON key, the field of an error, code of WORDS_FIELD */
	const char *word; /* NC_("field", ...) */
	enum meaning meaning;
	size_t max;            /* bytes of a text; 0: what its meaning allows */
	enum vocabulary words; /* MEANS_CODE */
	const char *headings;  /* of an imported column: "puhelin|telefon|phone" */
	unsigned in;           /* enum taking_part */
	enum audience seen_by;
};

/* Takes how a member is kept from its type; any other type does not compile. */
#define STORAGE_OF(type_, member_) \
	_Generic(((type_ *)0)->member_, int64_t: STORED_INT, const char *: STORED_TEXT, bool: STORED_BOOL, \
		struct blob: STORED_BLOB)
#define COLUMN(type_, member_) \
	.column = #member_, .storage = STORAGE_OF(type_, member_), \
	.offset = offsetof(type_, member_)

struct record {
	const char *name; /* "submission" */
	size_t size;
	const struct field *fields;
	size_t n;
};
