/* SPDX-License-Identifier: MIT
 * The kinds of records, as data for everybody: what each is called, which tables it is kept in, and
 * how it is named in text. What needs the records themselves is above: src/roof/kinds.h. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "db/search.h"

enum kind {
	KIND_NONE,
	KIND_COMPETITION,
	KIND_PHASE,
	KIND_MILESTONE,
	KIND_RANGE,
	KIND_FIGURE,
	KIND_PROBLEM,
	KIND_APPLICATION,
	KIND_SOLUTION,
	KIND_ELIGIBILITY,
	KIND_COMPLETION,
	KIND_BATCH,
	KIND_CHALLENGE,
	KIND_TEAM,
	KIND_SESSION,
	KIND_QUESTION,
	KIND_ROUND,
	KIND_DECLARATION,
	KIND_CONFLICT,
	KIND_HINT,
	KIND_REVIEW,
	KIND_BLIND,
	KIND_DIALOGUE,
	KIND_DECISION,
	KIND_STATEMENT,
	KIND_MEETING,
	KIND_SERVICE,
	KIND_COMPLAINT,
	KIND_REGIME,
	KIND_BUDGET,
	KIND_NEGOTIATION,
	KIND_CONTRACT,
	KIND_PAYMENT,
	KIND_SECOND,
	KIND_ADOPTION,
	KIND_ATTACHMENT,
	KIND_NOTE,
	KIND_MUNICIPALITY,
	KIND_ORGANIZATION,
	KIND_PERSON,
	KIND_PARTNER,
	KIND_ACCOUNT,
	KIND_KEY,
	KIND_DOOR,
	KIND_CLOCK,
	KIND_DISCLOSURE,
	KIND_REQUEST,
	KIND_LETTER,
	KIND_THRESHOLD,
	KIND_NOTICE,
	KIND_SUPPLIER,
	KIND_FITNESS,
	KIND_PUBLICATION,
	KIND_COUNT,
};

/* What a screen may want to reload for. */
enum changed {
	CHANGED_PLAN = 1 << 0,
	CHANGED_REGISTERS = 1 << 1,
	CHANGED_SUBMISSIONS = 1 << 2,
	CHANGED_NOTES = 1 << 3, /* what is kept on any record: contact notes, attachments */
	CHANGED_ROUNDS = 1 << 4,
	CHANGED_REVIEWS = 1 << 5,
	CHANGED_DECISIONS = 1 << 6,
	CHANGED_CHALLENGES = 1 << 7,
	CHANGED_ACCOUNTS = 1 << 8,
	CHANGED_IMPORTS = 1 << 9,
	CHANGED_LOG = 1 << 10, /* with every change */
	CHANGED_TEAMS = 1 << 11,
	CHANGED_MENTORING = 1 << 12,
	CHANGED_MONEY = 1 << 13,  /* budget, contracts, payments, adoption */
	CHANGED_ANY = 1 << 14,    /* a juror's session: something, it cannot know what */
	CHANGED_SECOND = 1 << 15, /* acts that wait for a second person */
	CHANGED_DISCLOSURES = 1 << 16,
	CHANGED_LETTERS = 1 << 17,
	CHANGED_PUBLICATIONS = 1 << 18,
	CHANGED_REQUESTS = 1 << 23, /* for information */
};

/* How a record is named in text, as in `note add T-1` and in the log. */
enum kind_naming {
	NAMED_BY_CODE,   /* "T-1", "D-2", "091" */
	NAMED_BY_NUMBER, /* "person:12" */
	NAMED_BY_KEY,    /* "round:problems" */
	NAMED_NOWHERE,   /* there is one, or it is told by what it belongs to */
};

struct kind_row {
	const char *noun; /* of the command line; before the colon of a name */
	const char *word; /* NC_("kind", ...) */
	char letter;      /* its codes begin with; 0: with none */
	enum kind_naming naming;
	const char *const *tables; /* the record's own first, then its parts'; ended by NULL */
	unsigned changed;          /* bits of enum changed */
	enum search_kind search;   /* 0: not searched */
	bool files;                /* attachments are kept on it */
};

extern const struct kind_row kind_rows[KIND_COUNT]; /* KIND_NONE: empty */

/* "team", in the language in use. */
const char *kind_word(enum kind kind);
/* KIND_NONE if there is none. */
enum kind kind_of_noun(const char *noun);
/* The kind whose own table it is, not a part's. */
enum kind kind_kept_in(const char *table);
enum kind kind_searched(enum search_kind search);
/* Bits of enum changed for a change of that table; 0: nobody watches it. */
unsigned kind_watches(const char *table);

/* A record's name in text, long enough for every key with a part behind it. */
struct reference {
	char text[120];
};

/* "T-1"; "person:12"; "round:problems"; "round:problems/P-001". */
struct reference reference_code(const char *code);
struct reference reference_number(enum kind kind, int64_t id);
struct reference reference_key(enum kind kind, const char *key);
struct reference reference_part(enum kind kind, const char *key, const char *part);

/* What a name in text says, before anybody looks whether there is such a record. */
struct reference_read {
	enum kind kind;   /* KIND_NONE: a municipality's code, a team's name, or nothing */
	int64_t id;       /* NAMED_BY_NUMBER */
	const char *rest; /* behind the colon, or all of it */
};

struct reference_read reference_read(const char *text);
