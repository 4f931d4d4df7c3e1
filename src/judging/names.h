/* SPDX-License-Identifier: MIT
 * The names of a blind round are opened once, after the jury has signed its statement (directive
 * 2014/24/EU, article 82(4)): by the custodian of the codes, in the presence of a witness, with a
 * record of when, where, by which statement, and whose each code was. */
#pragma once

#include "db/store/statement.h"
#include "src/ground/context.h"

struct names_opening {
	const char *place;
	const char *const *witnesses; /* a login each, or the name of somebody without one */
	size_t n;
};

/* E_RULE before the statement is signed, a second time, and where the only witness is who opens
 * them; E_REQUIRED (field "witness", "place"). */
struct error names_open(struct context *ctx, int64_t round_id, const struct names_opening *opening);

/* The record of it. */
struct names_record {
	struct opening opening;
	struct opening_witnesses witnesses;
	struct opening_names names;
	int64_t entry; /* of the log */
};

/* E_RULE as long as they have not been opened. */
struct error names_read(
	struct context *ctx, struct arena *arena, int64_t round_id, struct names_record *record);
