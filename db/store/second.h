/* SPDX-License-Identifier: MIT
 * Acts that wait for a second person. */
#pragma once

#include "db/db.h"

struct second_act {
	int64_t id, number;
	const char *kind; /* admit, contract, payment */
	int64_t row_id;
	const char *object; /* the code of what it is about */
	const char *ground, *reason;
	int64_t proposed; /* UTC seconds */
	int64_t proposer; /* account */
	const char *proposed_by, *state;
	int64_t decided;
	const char *decided_by, *answer;
};

struct error store_second_next_number(struct db *db, int64_t *number);
struct error store_second_add(struct db *db, const struct second_act *act, int64_t *id);
/* E_STALE if it does not wait any more. */
struct error store_second_decide(struct db *db, int64_t id, const char *state, int64_t now,
	int64_t account_id, const char *answer);
struct error store_second_get(
	struct db *db, struct arena *arena, int64_t id, struct second_act *act);
struct error store_second_find(struct db *db, int64_t number, int64_t *id);
/* State NULL: all. */
struct error store_second_ids(struct db *db, const char *state, struct id_list *ids);
/* The one that waits; E_NOT_FOUND. */
struct error store_second_waiting(struct db *db, const char *kind, int64_t row_id, int64_t *id);
/* The account that recorded a row; E_NOT_FOUND if the log does not know it. */
struct error store_recorder(struct db *db, const char *table, int64_t row_id, int64_t *account_id);
/* Cents; E_NOT_FOUND where none has been set. */
struct error store_payment_limit(struct db *db, int64_t *cents);
struct error store_payment_limit_set(
	struct db *db, int64_t cents, int64_t now, const char *reason, int64_t account_id);
