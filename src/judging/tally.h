/* SPDX-License-Identifier: MIT
 * Who has signed a statement, who is missing, and what its signing still lacks. */
#pragma once

#include "db/store/decision.h"
#include "db/store/statement.h"
#include "src/ground/context.h"

/* A member of the panel who judged or was present. */
struct tally_row {
	int64_t member_id, account_id;
	const char *login, *name;
	bool chair, barred, may; /* barred: from all of it; may: sign it */
	const char *presence;
	const struct jury_signature *signature; /* NULL: has not signed */
	const char *reason;                     /* why not, "": nobody has said */
};

struct tally {
	struct tally_row *rows;
	size_t n;
	int64_t signed_by, expected; /* how many have, of how many may */
	int64_t quorum;              /* so many must, for every submission */
	const char *lacks;           /* what it still lacks to be signed (N_); NULL: nothing */
};

struct error tally_make(struct context *ctx, struct arena *arena, const struct decision *decision,
	struct tally *tally);
/* The same by its id, for who may read it. */
struct error tally_get(
	struct context *ctx, struct arena *arena, int64_t decision_id, struct tally *tally);
/* NULL: that member does not sit there. */
const struct tally_row *tally_of(const struct tally *tally, int64_t member_id);
