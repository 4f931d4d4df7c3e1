/* SPDX-License-Identifier: MIT
 * When the machine's clock jumps. A jump is what a running program sees (the clock against the
 * seconds the machine has been running, over five minutes either way), or a log whose newest entry
 * is over five minutes later than now; a file that nobody used for days is none. The time never
 * goes back behind the log; and what binds (waits_for_clock in src/ground/rights.h) waits until an
 * administrator has looked at the clock and accepted it. */
#pragma once

#include "db/store/clock.h"
#include "src/ground/context.h"

struct clock_state {
	bool waits;
	struct clock_step step; /* of that which waits: what the clock showed, and what it should
				 * have shown at least */
};

/* Asks for no rights. A juror's session knows only what it sees itself. */
struct error clock_state(struct context *ctx, struct clock_state *state);
/* One sentence about a jump that waits. */
void clock_words(const struct clock_state *state, char *out, size_t size);
/* Reads the log's time anew, and writes a jump down that is seen for the first time ("clock.step"),
 * where that can be done. Not inside a transaction. */
struct error clock_notice(struct context *ctx);
/* The clock is right as it is now: from here on the log goes on by it. E_RULE if nothing waits. */
struct error clock_accept(struct context *ctx, const char *reason);
/* E_RULE if an act of that verb has to wait. Inside its transaction. */
struct error clock_allows(struct context *ctx, const char *verb);
