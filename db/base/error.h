/* SPDX-License-Identifier: MIT
 * The one error type of the program, returned by value so that it can be neither stale nor lost.
 * It holds no words: src/base/text.c makes a sentence of it in the reader's language. */
#pragma once

#include <stdint.h>

enum errcode {
	E_OK,
	E_DENIED,     /* the role has no right to this act; low = enum action */
	E_NO_ACCOUNT, /* the Unix user has no account in the competition */
	E_NOT_FOUND,  /* field = what kind of thing */
	E_EXISTS,     /* field = what would be there twice */
	E_IN_USE,     /* field = what still refers to it */
	/* field = what is malformed; low = 1 + enum vocabulary, if one of its codes is meant */
	E_INVALID,
	E_REQUIRED,     /* field = what is missing */
	E_RANGE,        /* field, low..high = what would be right */
	E_RANGE_POINTS, /* the same in thousandths: weights and scores */
	E_TOO_LONG,  /* field, low = its length, high = the longest that is taken, in characters */
	E_NO_COLUMN, /* field = what no column of the file was recognized as */
	E_SHEET,     /* several sheets of a workbook could be meant */
	E_MONEY,     /* field = an amount that cannot be read for certain */
	E_PERCENT,   /* field = no percentage with at most one decimal */
	E_CEILING, /* field, low = what was asked for, high = what the budget has left, in cents */
	E_CONTRACT_SUM, /* field, the same of what a contract has left for payments */
	E_TOO_EARLY,    /* field = an N_() sentence with %s, the day `low` it is possible from */
	E_HELD,         /* field = an N_() sentence with %lld, the number `low` of what holds it */
	E_STALE,        /* somebody else saved the record in between */
	E_RULE,         /* field = an N_() sentence that says which rule and what to do */
	E_REASON,       /* field = an N_() sentence: allowed only with a reason */
	E_BUSY,         /* another process holds the write lock too long */
	E_INTERRUPTED,  /* a signal asked to end (db/base/watch.h); nothing was changed */
	E_NO_FILE,      /* there is no competition at that path */
	E_ACCESS,       /* the operating system refuses to open it */
	E_FOREIGN,      /* the file is not a Klash competition; field = "copy" of what another
			 * program copied from one */
	E_TOO_NEW,      /* made by a newer Klash */
	E_TOO_OLD,      /* made by a development version that is no longer read */
	E_CORRUPT,      /* SQLite or our own checks find the file damaged */
	E_INDEX,        /* a newer SQLite wrote the search index */
	E_MOVED,        /* the file that is open is no longer the one at its path */
	E_BESIDE,     /* low = which files of an earlier one lie there: bits of file_beside_names */
	E_READONLY,   /* the file or its directory can only be read */
	E_FULL,       /* the disk is full */
	E_MODE,       /* file mode low does not fit its directory; high = the mode that would */
	E_NETWORK_FS, /* the directory is on a network file system, where SQLite's WAL cannot work
		       */
	E_IO,         /* reading or writing failed; low = errno */
	E_DB,         /* SQLite says no where no user is to blame; low = its code */
	E_CANCELLED,  /* the user changed their mind; never shown */
};

struct [[nodiscard]] error {
	enum errcode code;
	const char *field; /* static text */
	int64_t low, high;
};

#define TRY(call) \
	do { \
		struct error try_error = (call); \
		if (try_error.code != E_OK) \
			return try_error; \
	} while (0)

#define LEN(array) (sizeof(array) / sizeof((array)[0]))

static inline struct error ok(void)
{
	return (struct error){ .code = E_OK };
}

static inline struct error fail(enum errcode code, const char *field)
{
	return (struct error){ .code = code, .field = field };
}

/* A broken rule of the domain; the sentence is marked N_() where it stands. */
static inline struct error rule(const char *sentence)
{
	return (struct error){ .code = E_RULE, .field = sentence };
}
