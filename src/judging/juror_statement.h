/* SPDX-License-Identifier: MIT
 * The jury's statement as one of its members has it: the frozen text of a round where one sits, and
 * one's own signature (directive 2014/24/EU, article 82(3)). Read through the juror's fenced
 * connection; who else has signed it does not tell. */
#pragma once

#include "db/store/juror.h"
#include "src/ground/context.h"

/* Those of the rounds where one sits and was present, the newest first; without their texts. */
struct error juror_statements(
	struct context *ctx, struct arena *arena, struct juror_statement_list *statements);
/* With its text. E_NOT_FOUND (field "statement"). */
struct error juror_statement_get(
	struct context *ctx, struct arena *arena, int64_t id, struct juror_statement *statement);
struct error juror_statement_find(struct context *ctx, struct arena *arena, const char *code,
	struct juror_statement *statement);
/* Why one cannot sign it now (N_); NULL: one can. */
const char *juror_sign_blocked(const struct juror_statement *statement);
/* In one's own name, never in another's. E_RULE as of statement_sign (signing.h). */
struct error juror_sign(struct context *ctx, int64_t id);
