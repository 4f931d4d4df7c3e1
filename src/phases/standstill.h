/* SPDX-License-Identifier: MIT
 * The standstill between a decision and the contract (Act on Public Procurement 1397/2016, 129 §;
 * under the EU thresholds the same as a chosen caution): no contract before the decision in force
 * has been served on every entrant, the last day of the last of them has passed, and no complaint
 * is open. The exceptions are data with their source (131 §). */
#pragma once

#include "src/ground/context.h"

struct standstill {
	int64_t decision_id; /* the one in force on the team's solution; 0: none */
	int64_t unserved;    /* entrants it has not been served on */
	int64_t last_day;    /* of the last entrant; 0 while somebody is not served */
	int64_t earliest;    /* the first day a contract may be made; 0: not known yet */
	bool complaint;      /* an open one */
	bool upheld;         /* an accepted one, and no decision has followed from it */
};

struct error standstill_get(
	struct context *ctx, struct arena *arena, int64_t team_id, struct standstill *standstill);
/* The same of a decision, whoever won by it. */
struct error standstill_of_decision(struct context *ctx, struct arena *arena, int64_t decision_id,
	struct standstill *standstill);
/* May a contract be made on that day, as known today? E_RULE, E_TOO_EARLY with what stands in the
 * way. */
struct error standstill_check(
	const struct context *ctx, const struct standstill *standstill, int64_t day);
/* What stands in the way, as a fixed code: "", "decision", "service", "last_day", "complaint",
 * "upheld". */
const char *standstill_code(
	const struct context *ctx, const struct standstill *standstill, int64_t day);
/* One line for the winner's page, translated. */
const char *standstill_words(
	const struct context *ctx, struct arena *arena, const struct standstill *standstill);

/* An exception to the standstill. */
struct exception {
	const char *code, *name, *source; /* name in the language of use */
};

struct exceptions {
	struct exception *rows;
	size_t n;
};

struct error exception_list(struct arena *arena, struct exceptions *exceptions);
/* E_INVALID (field "exception") if there is none of that code. */
struct error exception_find(struct arena *arena, const char *code, struct exception *exception);
