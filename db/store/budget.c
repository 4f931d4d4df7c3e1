/* SPDX-License-Identifier: MIT */
#include "db/store/budget.h"

struct error store_budget_get(struct db *db, struct budget *budget)
{
	static const struct row_field fields[] = {
		{ FIELD_INT, offsetof(struct budget, ceiling) },
		{ FIELD_INT, offsetof(struct budget, committed) },
		{ FIELD_INT, offsetof(struct budget, paid) },
		{ FIELD_INT, offsetof(struct budget, decisions) },
	};
	static const struct shape shape = { sizeof(struct budget), fields, LEN(fields) };
	struct arena arena = { 0 };
	struct error e = db_row(db, Q_BUDGET_STATE, NO_ARGS, &shape, &arena, budget);

	arena_clear(&arena);
	return e;
}

struct error store_budget_decide(
	struct db *db, const struct budget_decision *d, int64_t account_id, int64_t *id)
{
	return db_insert(db, Q_BUDGET_DECIDE,
		ARGS(I64(d->ceiling), I64(d->day), TXT(d->reason), value_ref(account_id)), id);
}

struct error store_budget_decision_ids(struct db *db, struct id_list *ids)
{
	return db_ids(db, Q_BUDGET_DECISION_IDS, NO_ARGS, ids);
}

struct error store_budget_decision_get(
	struct db *db, struct arena *arena, int64_t id, struct budget_decision *decision)
{
	static const struct row_field fields[] = {
		{ FIELD_INT, offsetof(struct budget_decision, id) },
		{ FIELD_INT, offsetof(struct budget_decision, ceiling) },
		{ FIELD_INT, offsetof(struct budget_decision, before) },
		{ FIELD_INT, offsetof(struct budget_decision, day) },
		{ FIELD_TEXT, offsetof(struct budget_decision, reason) },
		{ FIELD_TEXT, offsetof(struct budget_decision, by) },
	};
	static const struct shape shape = { sizeof(struct budget_decision), fields, LEN(fields) };

	return db_row(db, Q_BUDGET_DECISION_GET, ARGS(I64(id)), &shape, arena, decision);
}
