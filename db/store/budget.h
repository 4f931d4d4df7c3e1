/* SPDX-License-Identifier: MIT */
#pragma once

#include "db/db.h"

/* Cents, without VAT. */
struct budget {
	int64_t ceiling, committed, paid;
	int64_t decisions; /* 0: no budget has been decided */
};

struct budget_decision {
	int64_t id, ceiling, before; /* what it was until then */
	int64_t day;
	const char *reason, *by;
};

struct error store_budget_get(struct db *db, struct budget *budget);
struct error store_budget_decide(
	struct db *db, const struct budget_decision *decision, int64_t account_id, int64_t *id);
/* Newest first. */
struct error store_budget_decision_ids(struct db *db, struct id_list *ids);
struct error store_budget_decision_get(
	struct db *db, struct arena *arena, int64_t id, struct budget_decision *decision);
