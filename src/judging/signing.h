/* SPDX-License-Identifier: MIT
 * The jury's statement is signed by those who made it (directive 2014/24/EU, article 82(3)): a
 * member signs by their own login, or on paper, which the office records as that. Nobody signs for
 * them. With the first signatures the statement is final; others may sign it after that. */
#pragma once

#include "db/store/signature.h"
#include "src/ground/context.h"

struct paper_signing {
	const char *const *logins; /* the members who signed */
	size_t n;
	const char *where; /* the paper is kept */
	int64_t day;       /* it was signed; 0 is today */
};

/* In one's own name: E_RULE unless one sits on the panel, is present and not barred.
 * `range_reason` as of decision_sign. */
struct error statement_sign(struct context *ctx, int64_t id, const char *range_reason);
/* The first time the chair must be among them, and every submission be covered by a member who was
 * present and is not barred from it. E_NOT_FOUND (field "juror") for one who does not sit there. */
struct error statement_sign_paper(struct context *ctx, int64_t id,
	const struct paper_signing *signing, const char *range_reason);
struct error statement_signatures(
	struct context *ctx, struct arena *arena, int64_t id, struct signatures *signatures);
