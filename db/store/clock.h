/* SPDX-License-Identifier: MIT
 * What the file knows of time: when its log was last written, and jumps of the clock. */
#pragma once

#include "db/db.h"

/* UTC seconds. */
struct clock_step {
	int64_t shown,
		expected; /* by the machine; and what that should have been at the earliest */
};

/* The time of the newest log entry; 0 if there is none. A juror's connection may ask too: it says
 * nothing of what was done. */
struct error store_log_last_time(struct db *db, int64_t *time);
struct error store_clock_step_add(struct db *db, const struct clock_step *step);
/* The jump that nobody has accepted yet; E_NOT_FOUND (field "record"). */
struct error store_clock_step_waiting(struct db *db, struct arena *arena, struct clock_step *step);
struct error store_clock_step_accept(
	struct db *db, int64_t now, int64_t account_id, const char *reason);
