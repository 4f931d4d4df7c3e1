/* SPDX-License-Identifier: MIT */
#pragma once

#include "db/db.h"

struct account {
	int64_t id;
	const char *login;
	int64_t person_id;
	const char *name, *email; /* of the person */
	const char *role, *lang, *state;
	int64_t v;
};

struct error store_account_get(
	struct db *db, struct arena *arena, int64_t id, struct account *account);
struct error store_account_find(
	struct db *db, struct arena *arena, const char *login, struct account *account);
struct error store_account_ids(struct db *db, struct id_list *ids);
struct error store_account_add(struct db *db, const struct account *account, int64_t *id);
/* E_STALE if its version is no longer account->v. */
struct error store_account_update(struct db *db, const struct account *account);
struct error store_account_set_login(struct db *db, int64_t id, const char *login);
/* Whom in the office a juror calls: as the front door has it, else somebody of the office. */
struct error store_account_office(struct db *db, struct arena *arena, char **contact);
struct error store_account_admins(struct db *db, int64_t *n);
