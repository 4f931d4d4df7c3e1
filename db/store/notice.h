/* SPDX-License-Identifier: MIT
 * Notices in the public register of procurements: of a contest, its result, a contract. */
#pragma once

#include "db/db.h"

struct notice {
	int64_t id, number;
	const char *code, *kind;
	int64_t challenge_id;
	const char *challenge_code;
	int64_t contract_id;
	const char *contract_code;
	const char *register_number;
	int64_t due, sent, published; /* days; 0: none, or not yet */
	const char *link, *text;
	int64_t v;
};

/* A challenge with a decision on its winners and no notice of the result. */
struct owed_result {
	int64_t challenge_id;
	const char *challenge_code;
	int64_t day; /* of the decision */
};

struct owed_results {
	struct owed_result *rows;
	size_t n;
};

struct error store_notice_add(struct db *db, const struct notice *notice, int64_t *id);
/* E_STALE by `v`. */
struct error store_notice_update(struct db *db, const struct notice *notice);
struct error store_notice_get(
	struct db *db, struct arena *arena, int64_t id, struct notice *notice);
struct error store_notice_find(struct db *db, const char *code, int64_t *id);
/* What is to be sent first, the soonest first. */
struct error store_notice_ids(struct db *db, struct id_list *ids);
struct error store_notice_of_challenge(struct db *db, int64_t challenge_id, struct id_list *ids);
/* Not sent, and due by that day. */
struct error store_notice_due_ids(struct db *db, int64_t day, struct id_list *ids);
/* Contracts of whose award no notice is written down, and results. */
struct error store_notice_owed_contracts(struct db *db, struct id_list *ids);
struct error store_notice_owed_results(
	struct db *db, struct arena *arena, struct owed_results *results);
