/* SPDX-License-Identifier: MIT
 * The jury's statement is signed by those who made it (directive 2014/24/EU, article 82(3)), once
 * its text is frozen (stating.h): a member signs by their own login; what they signed on paper or
 * in a service of electronic signatures the office records as that. Nobody signs for them. With the
 * chair and the quorum of every submission it is signed; the others may sign until the names are
 * opened. */
#pragma once

#include "db/store/statement.h"
#include "src/ground/context.h"

/* What the office records. */
struct signing {
	const char *const *logins; /* the members who signed */
	size_t n;
	const char *how;             /* of WORDS_SIGNING: paper, service */
	const char *where;           /* the paper is kept */
	const char *service, *level; /* of WORDS_SIGNING_LEVEL */
	int64_t at;                  /* when it was given in the service, UTC seconds */
	const char *file;            /* what the service gave, a path; NULL or "": none */
	int64_t day;                 /* it was signed; 0: the day of `at`, else today */
};

/* In one's own name: E_RULE unless the text is frozen and one sits on the panel, was present, is
 * not barred from all of it and has not signed. */
struct error statement_sign(struct context *ctx, int64_t id);
/* All of them or none. E_NOT_FOUND (field "juror") for one who does not sit there; E_INVALID (field
 * "date") before the day of the freezing or ahead. */
struct error statement_sign_recorded(
	struct context *ctx, int64_t id, const struct signing *signing);
/* Why a member has not signed; who signs nevertheless may. */
struct error statement_not_signed(
	struct context *ctx, int64_t id, const char *login, const char *reason);
struct error statement_signatures(
	struct context *ctx, struct arena *arena, int64_t id, struct jury_signatures *signatures);

/* For a juror's own login (juror_statement.h), in its transaction. */
struct error signing_own(struct context *ctx, struct arena *arena, int64_t id, const char **code);
