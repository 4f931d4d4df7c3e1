/* SPDX-License-Identifier: MIT
 * What can be done to one record, as a row: what it is called on the command line and in the log,
 * whose right it is, what is asked before, and the function that does it. Rules are in the
 * functions; the rows stand beside them, and src/roof/acts.h knows all of them. Command line,
 * screens and log read them. */
#pragma once

#include "db/base/vocabulary.h"
#include "src/base/daytime.h"
#include "src/ground/checklist.h"
#include "src/ground/context.h"

enum ask_kind {
	ASK_LINES,  /* a text of several lines */
	ASK_DAY,    /* a calendar day; 0 without one, which the act takes for today */
	ASK_CODE,   /* of a vocabulary */
	ASK_MOMENT, /* as coarse as it is known */
};

/* Something that is asked before. */
struct act_ask {
	const char *name;   /* code of WORDS_FIELD: its label, and error.field */
	const char *option; /* of the command line; NULL: the name */
	enum ask_kind kind;
	bool required;
	/* Only the command line takes it: on the screens it is always what it is without an answer.
	 */
	bool aside;
	bool until;            /* ASK_MOMENT: a day alone means its last second */
	enum vocabulary words; /* ASK_CODE */
	const char *otherwise; /* ASK_CODE: unless something else is said; NULL: the first */
	const char *help;      /* N_(): of the option */
};

enum { ASKS_MAX = 4 };

/* One an ask, in its order. */
struct answers {
	struct answer {
		const char *text;     /* ASK_LINES, ASK_CODE; never NULL */
		int64_t day;          /* ASK_DAY */
		struct moment moment; /* ASK_MOMENT */
	} rows[ASKS_MAX];
};

struct act {
	const char *verb; /* of the command line */
	const char *log;  /* what the log calls it: "team.withdraw" */
	const char *told; /* N_(): the log's sentence; first who acted, then what it was about */
	enum action action;
	int which; /* for functions that do several acts */
	const struct act_ask *asks;
	size_t ask_count;
	const char *help;     /* N_(): what it means; for the command line */
	const char *title;    /* NC_("title", ...): heading of what is asked */
	const char *question; /* N_(): NULL: it is done at once */
	const char *button;   /* NC_("button", ...): that it be done, where nothing is typed */
	const char *done;     /* N_() */
	/* N_(): the question about several records at once, with their number as %lu: it is then
	 * done to all of them or to none. NULL: one record at a time. */
	const char *many;
	/* Whether it may wait for a second person: under which number it waits now, 0 if it does
	 * not. NULL: never (src/phases/second.h). */
	struct error (*waits)(struct context *ctx, int64_t id, int64_t *number);
	/* *why: a sentence (N_) why not now; NULL, as it comes, if it can be done. The arena is for
	 * what is read meanwhile. May be NULL itself. */
	struct error (*blocked)(struct context *ctx, struct arena *arena, const struct act *act,
		int64_t id, const char **why);
	/* The question in this record's own words, "" for none; NULL: `question`. */
	struct error (*word)(
		struct context *ctx, struct arena *arena, int64_t id, const char **question);
	/* What is missing: then the first ask, which must be the reason, is required. May be NULL.
	 */
	struct error (*missing)(struct context *ctx, const struct act *act, int64_t id,
		struct checklist *checklist);
	/* More about a refusal, as lines in the language in use under a title of their own; "" if
	 * there is no more. May be NULL. */
	const char *refused_title; /* NC_("title", ...) */
	const char *(*refused)(struct context *ctx, struct arena *arena, int64_t id);
	/* What has been done to it means, as a sentence (N_), or NULL. May be NULL itself. */
	const char *(*note)(struct context *ctx, int64_t id);
	struct error (*run)(struct context *ctx, const struct act *act, int64_t id,
		const struct answers *answers);
};

/* What was typed, one text (or NULL) an ask, as answers; texts stay where they are. E_REQUIRED,
 * E_INVALID by the ask's name. */
struct error act_answers(const struct act *act, const char *const *texts, struct answers *answers);
/* Why it cannot be done to that record now (N_), NULL if it can. */
struct error act_blocked(struct context *ctx, const struct act *act, int64_t id, const char **why);
/* Does it to all of them or to none; *failed is the one that stood in the way. */
struct error act_do(struct context *ctx, const struct act *act, const int64_t *ids, size_t n,
	const struct answers *answers, int64_t *failed);
