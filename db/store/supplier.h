/* SPDX-License-Identifier: MIT
 * What was looked into of a supplier before a contract, each time a row. */
#pragma once

#include "db/db.h"

struct supplier_check {
	int64_t id, team_id;
	const char *team_code, *kind, *outcome;
	int64_t day, valid_until; /* valid_until 0: no end was given */
	const char *source, *found, *by;
};

struct error store_supplier_check_add(
	struct db *db, const struct supplier_check *check, int64_t account_id, int64_t *id);
struct error store_supplier_check_get(
	struct db *db, struct arena *arena, int64_t id, struct supplier_check *check);
struct error store_supplier_check_ids(struct db *db, int64_t team_id, struct id_list *ids);
/* E_NOT_FOUND if there is none of that kind. */
struct error store_supplier_check_newest(
	struct db *db, int64_t team_id, const char *kind, int64_t *id);
