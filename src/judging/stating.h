/* SPDX-License-Identifier: MIT
 * The text of the jury's statement becomes final before anybody signs it (directive 2014/24/EU,
 * article 82(3)): all that it says, in each language that it is given in, and the hash of that. */
#pragma once

#include "db/store/statement.h"
#include "src/ground/context.h"
#include "src/judging/contents.h"

/* Makes the text of a draft, in the language in use as it was, into the arena: what documents
 * (src/documents/statement.h) know how to write. */
typedef struct error (*statement_writer)(
	struct context *ctx, struct arena *arena, int64_t id, const char **text);

/* E_RULE of what is no draft, E_REASON where a reason is all that is missing (that for a number
 * outside the planned range can be given here, or NULL). `hash` (may be NULL) is what the members
 * sign. */
struct error statement_freeze(struct context *ctx, int64_t id, const char *range_reason,
	statement_writer writer, char hash[CONTENTS_HASH_SIZE]);
/* E_NOT_FOUND (field "statement") as long as it is a draft. */
struct error statement_frozen(
	struct context *ctx, struct arena *arena, int64_t id, struct frozen_statement *frozen);
/* Of a text as it is kept. */
void statement_hash(const char *text, char hash[CONTENTS_HASH_SIZE]);
/* A statement or an approved decision that does not say what was frozen with its hash. */
struct frozen_fault {
	int64_t id;
	const char *code;
	const char *table; /* where its hash stands */
};

struct frozen_faults {
	struct frozen_fault *rows;
	size_t n;
};
/* Computes every hash anew; asks for no right, and tells codes alone. */
struct error frozen_check(struct context *ctx, struct arena *arena, struct frozen_faults *faults);
