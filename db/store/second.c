/* SPDX-License-Identifier: MIT */
#include "db/store/second.h"

static const struct field payment_limit_fields[] = {
	{ NOWHERE("cents"), .name = "limit", .word = NC_("field", "Limit"), .meaning = MEANS_MONEY,
		.in = IN_TOLD },
	{ NOWHERE("reason"), .name = "reason", .word = NC_("field", "Reason"),
		.meaning = MEANS_LINES, .seen_by = SEEN_BY_OFFICE },
};
extern const struct record record_of_payment_limit;
const struct record record_of_payment_limit = RECORD_WITHOUT(payment_limit, "payment_limit");

struct error store_second_next_number(struct db *db, int64_t *number)
{
	return db_number(db, Q_SECOND_NEXT_NUMBER, NO_ARGS, number);
}

struct error store_second_add(struct db *db, const struct second_act *a, int64_t *id)
{
	return db_put(db, Q_SECOND_ADD, a, ARGS(REF("proposed_by", a->proposer)), id);
}

struct error store_second_decide(struct db *db, int64_t id, const char *state, int64_t now,
	int64_t account_id, const char *answer)
{
	TRY(db_run(db, Q_SECOND_DECIDE,
		ARGS(TXT("state", state), I64("decided", now), REF("decided_by", account_id),
			TXT("answer", answer), I64("id", id))));
	return db_changes(db) == 1 ? ok() : fail(E_STALE, NULL);
}

static const struct field second_act_fields[] = {
	{ COLUMN(struct second_act, id) },
	{ COLUMN(struct second_act, number), .name = "number", .word = NC_("field", "Number"),
		.brief = NC_("column", "No."), .meaning = MEANS_NUMBER },
	{ COLUMN(struct second_act, kind), .name = "kind", .word = NC_("field", "Kind"),
		.meaning = MEANS_LINE },
	{ COLUMN(struct second_act, row_id) },
	{ COLUMN(struct second_act, object), .name = "code", .word = NC_("field", "Code"),
		.meaning = MEANS_LINE },
	{ COLUMN(struct second_act, ground), .name = "ground", .word = NC_("field", "Ground"),
		.meaning = MEANS_LINE, .in = IN_TOLD },
	{ COLUMN(struct second_act, reason), .name = "reason", .word = NC_("field", "Reason"),
		.meaning = MEANS_LINES, .seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct second_act, proposed), .name = "proposed", .word = NC_("field", "Proposed"),
		.meaning = MEANS_TIME, .in = IN_TOLD },
	{ COLUMN(struct second_act, proposer) },
	{ COLUMN(struct second_act, proposed_by), .name = "proposed_by",
		.word = NC_("field", "Proposed by"), .meaning = MEANS_LINE },
	{ COLUMN(struct second_act, state), .name = "state", .word = NC_("field", "State"),
		.meaning = MEANS_CODE, .words = WORDS_SECOND_STATE, .in = IN_TOLD },
	{ COLUMN(struct second_act, decided), .name = "decided", .word = NC_("field", "Decided"),
		.meaning = MEANS_TIME, .in = IN_TOLD },
	{ COLUMN(struct second_act, decided_by), .name = "decided_by",
		.word = NC_("field", "Decided by"), .meaning = MEANS_LINE },
	{ COLUMN(struct second_act, answer), .name = "answer", .word = NC_("field", "Answer"),
		.meaning = MEANS_LINES, .seen_by = SEEN_BY_OFFICE },
};
const struct record record_of_second_act = RECORD_OF(second_act, "second_act");

struct error store_second_get(
	struct db *db, struct arena *arena, int64_t id, struct second_act *act)
{
	return db_row(db, Q_SECOND_GET, ARGS(I64("id", id)), arena, act);
}

struct error store_second_find(struct db *db, int64_t number, int64_t *id)
{
	return db_number(db, Q_SECOND_FIND, ARGS(I64("number", number)), id);
}

struct error store_second_ids(struct db *db, const char *state, struct id_list *ids)
{
	return db_ids(db, Q_SECOND_IDS, ARGS(TXT("state", state)), ids);
}

struct error store_second_waiting(struct db *db, const char *kind, int64_t row_id, int64_t *id)
{
	return db_number(db, Q_SECOND_WAITING, ARGS(TXT("kind", kind), I64("row_id", row_id)), id);
}

struct error store_recorder(struct db *db, const char *table, int64_t row_id, int64_t *account_id)
{
	return db_number(
		db, Q_SECOND_RECORDER, ARGS(TXT("tbl", table), I64("row_id", row_id)), account_id);
}

struct error store_payment_limit(struct db *db, int64_t *cents)
{
	return db_number(db, Q_PAYMENT_LIMIT, NO_ARGS, cents);
}

struct error store_payment_limit_set(
	struct db *db, int64_t cents, int64_t now, const char *reason, int64_t account_id)
{
	return db_run(db, Q_PAYMENT_LIMIT_SET,
		ARGS(I64("cents", cents), I64("at", now), TXT("reason", reason),
			REF("account_id", account_id)));
}
