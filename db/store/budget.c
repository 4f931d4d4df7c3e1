/* SPDX-License-Identifier: MIT */
#include "db/store/budget.h"

static const struct field budget_fields[] = {
	{ COLUMN(struct budget, ceiling) },
	{ COLUMN(struct budget, committed) },
	{ COLUMN(struct budget, paid) },
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
	{ COLUMN(struct budget_decision, ceiling) },
	{ COLUMN(struct budget_decision, before) },
	{ COLUMN(struct budget_decision, day) },
	{ COLUMN(struct budget_decision, reason) },
	{ COLUMN(struct budget_decision, by) },
};
const struct record record_of_budget_decision = RECORD(budget_decision);

struct error store_budget_decision_get(
	struct db *db, struct arena *arena, int64_t id, struct budget_decision *decision)
{
	return db_row(db, Q_BUDGET_DECISION_GET, ARGS(I64("id", id)), arena, decision);
}
