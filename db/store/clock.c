/* SPDX-License-Identifier: MIT */
#include "db/store/clock.h"

#include "db/fence.h"

struct error store_log_last_time(struct db *db, int64_t *time)
{
	bool was = fence_trust(db, true);
	struct error e = db_number(db, Q_LOG_LAST_TIME, NO_ARGS, time);

	fence_trust(db, was);
	return e;
}

struct error store_clock_step_add(struct db *db, const struct clock_step *step)
{
	return db_run(db, Q_CLOCK_STEP_ADD,
		ARGS(I64("shown", step->shown), I64("expected", step->expected)));
}

static const struct field clock_step_fields[] = {
	{ COLUMN(struct clock_step, shown), .name = "shown", .code = "clock_shown",
		.word = NC_("field", "The clock showed"), .meaning = MEANS_TIME, .in = IN_TOLD },
	{ COLUMN(struct clock_step, expected), .name = "expected", .code = "clock_expected",
		.word = NC_("field", "It should have shown"), .meaning = MEANS_TIME,
		.in = IN_TOLD },
	{ NOWHERE("accepted"), .name = "accepted", .code = "clock_accepted",
		.word = NC_("field", "Accepted"), .meaning = MEANS_TIME, .in = IN_TOLD },
	{ NOWHERE("reason"), .name = "reason", .word = NC_("field", "Reason"),
		.meaning = MEANS_LINES, .seen_by = SEEN_BY_OFFICE },
};
const struct record record_of_clock_step = RECORD_OF(clock_step, "clock_step");

struct error store_clock_step_waiting(struct db *db, struct arena *arena, struct clock_step *step)
{
	return db_row(db, Q_CLOCK_STEP_WAITING, NO_ARGS, arena, step);
}

struct error store_clock_step_accept(
	struct db *db, int64_t now, int64_t account_id, const char *reason)
{
	return db_run(db, Q_CLOCK_STEP_ACCEPT,
		ARGS(I64("accepted", now), REF("accepted_by", account_id), TXT("reason", reason)));
}
