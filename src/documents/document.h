/* SPDX-License-Identifier: MIT
 * What a document is to those who offer it; all of them stand in src/roof/papers.c. */
#pragma once

#include "src/documents/block.h"
#include "src/ground/context.h"

/* What is asked of it; each document reads what concerns it. */
struct document_ask {
	int64_t id;                   /* of the record it is about */
	const char *who;              /* a user name: for that one alone; NULL */
	const char *lang;             /* NULL: its reader's own */
	const char *const *host_keys; /* the server's fingerprints; none: those of this machine */
	size_t host_key_count;
};

struct document_kind {
	const char *noun;  /* on the command line */
	const char *word;  /* NC_("document", ...) */
	const char *of;    /* the noun of the record it is about: "round" */
	const char *told;  /* the log's verb when one was given out; NULL: document.make */
	bool own_language; /* each is in its reader's: no other is offered */
	/* Is what it says final, so that its paper is kept with its record? E_RULE says what is
	 * missing; NULL: it never is. */
	struct error (*final)(struct context *ctx, int64_t id);
	/* The record by its code, key or name. E_NOT_FOUND. */
	struct error (*find)(struct context *ctx, const char *code, int64_t *id);
	/* Checks the right, fills `about` and the blocks, all in the arena. E_RULE says why there
	 * is none now. */
	struct error (*make)(struct context *ctx, struct arena *arena,
		const struct document_ask *ask, struct documents *out);
};

extern const struct document_kind instruction_kind;
extern const struct document_kind invitation_kind, score_sheet_kind, situation_kind;
extern const struct document_kind decision_document_kind;

/* The same with what stands on every page of every document: the mark of a demo or a draft (of what
 * has a notice), the foot; where it has none of its own. */
struct error document_make(struct context *ctx, struct arena *arena,
	const struct document_kind *kind, const struct document_ask *ask, struct documents *out);
/* For the log: it left the program. A file that can only be read has no log to write to. */
struct error document_given(
	struct context *ctx, const struct document_kind *kind, const char *about);
