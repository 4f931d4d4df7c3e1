/* SPDX-License-Identifier: MIT
 * Two records of one person or organization made one: every reference moves, the second goes. */
#pragma once

#include "db/db.h"
#include "db/store/organization.h"

/* Where both stand, so that they cannot be one: codes of teams, sessions, submissions; two logins;
 * two business IDs. */
struct error store_person_merge_clashes(
	struct db *db, struct arena *arena, int64_t keep, int64_t gone, struct text_rows *clashes);
struct error store_organization_merge_clashes(
	struct db *db, struct arena *arena, int64_t keep, int64_t gone, struct text_rows *clashes);

/* In the caller's transaction. `gone` goes on finding `keep` by its name. */
struct error store_person_merge(struct db *db, int64_t keep, int64_t gone, const char *name);
struct error store_organization_merge(struct db *db, int64_t keep, const struct organization *gone);
/* The record of the act; `kind` is "person" or "organization". */
struct error store_merge_add(struct db *db, const char *kind, int64_t keep, int64_t gone,
	int64_t at, const char *reason, int64_t account_id);
