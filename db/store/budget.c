/* SPDX-License-Identifier: MIT */
#include "db/store/budget.h"

static const struct field budget_fields[] = {
	{ COLUMN(struct budget, ceiling), .name = "ceiling", .word = NC_("field", "Ceiling"),
		.meaning = MEANS_MONEY },
	{ COLUMN(struct budget, committed), .name = "committed", .word = NC_("field", "Committed"),
		.meaning = MEANS_MONEY },
	{ COLUMN(struct budget, paid), .name = "paid", .word = NC_("field", "Paid"),
		.meaning = MEANS_MONEY },
	{ COLUMN(struct budget, decisions) },
};
const struct record record_of_budget = RECORD(budget);

struct error store_budget_get(struct db *db, struct budget *budget)
{
	struct arena arena = { 0 };
	struct error e = db_row(db, Q_BUDGET_STATE, NO_ARGS, &arena, budget);

	arena_clear(&arena);
	return e;
}

struct error store_budget_decide(
	struct db *db, const struct budget_decision *d, int64_t account_id, int64_t *id)
{
	return db_put(db, Q_BUDGET_DECIDE, d, ARGS(REF("account_id", account_id)), id);
}

struct error store_budget_decision_ids(struct db *db, struct id_list *ids)
{
	return db_ids(db, Q_BUDGET_DECISION_IDS, NO_ARGS, ids);
}

static const struct field budget_decision_fields[] = {
	{ COLUMN(struct budget_decision, id) },
	{ COLUMN(struct budget_decision, ceiling), .name = "ceiling",
		.word = NC_("field", "Ceiling"), .brief = NC_("column", "Ceiling"),
		.meaning = MEANS_MONEY, .in = IN_ADD | IN_TOLD | IN_REQUIRED },
	{ COLUMN(struct budget_decision, before) },
	{ COLUMN(struct budget_decision, day), .name = "date", .word = NC_("field", "Date"),
		.brief = NC_("column", "Date"), .meaning = MEANS_DAY, .in = IN_ADD | IN_TOLD },
	{ COLUMN(struct budget_decision, reason), .name = "reason", .word = NC_("field", "Reason"),
		.meaning = MEANS_LINES, .in = IN_ADD | IN_REQUIRED, .seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct budget_decision, by), .name = "by", .word = NC_("field", "Recorded by"),
		.meaning = MEANS_LINE },
};
const struct record record_of_budget_decision = RECORD_OF(budget_decision, "budget_decision");

struct error store_budget_decision_get(
	struct db *db, struct arena *arena, int64_t id, struct budget_decision *decision)
{
	return db_row(db, Q_BUDGET_DECISION_GET, ARGS(I64("id", id)), arena, decision);
}
