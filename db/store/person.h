/* SPDX-License-Identifier: MIT */
#pragma once

#include "db/db.h"
#include "db/store/organization.h"

struct person {
	int64_t id;
	const char *name, *email, *phone, *lang;
	int64_t v;
};

/* What a person is, where, from when until when (days; 0 is open). */
struct person_role {
	int64_t id, person_id;
	const char *person_name;
	int64_t organization_id, municipality_id;
	const char *kind, *title;
	int64_t valid_from, valid_to;
};

struct person_roles {
	struct person_role *rows;
	size_t n;
};

struct error store_person_add(struct db *db, const struct person *person, int64_t *id);
struct error store_person_update(struct db *db, const struct person *person);
/* E_IN_USE if anything else refers to it. */
struct error store_person_delete(struct db *db, int64_t id);
struct error store_person_get(
	struct db *db, struct arena *arena, int64_t id, struct person *person);
struct error store_person_ids(struct db *db, struct id_list *ids);
/* By name, other spelling, earlier name or e-mail, whatever the case; at most two ids. */
struct error store_person_find(struct db *db, const char *name, struct id_list *ids);
/* The first with that address, whatever its case. */
struct error store_person_by_email(struct db *db, const char *email, int64_t *id);
/* Another spelling, or with `until` (a moment, else 0) the name that was theirs up to then. */
struct error store_person_name_add(struct db *db, int64_t id, const char *name, int64_t until);
/* The highest number given; 0 if there is nobody. */
struct error store_person_newest(struct db *db, int64_t *id);
/* Somebody new, and somebody before them who has that name now or had it before. */
struct namesake {
	int64_t id;
	const char *name;
	int64_t known_id;
};
struct namesakes {
	struct namesake *rows;
	size_t n;
};
/* Of those newer than that number. */
struct error store_person_namesakes(
	struct db *db, struct arena *arena, int64_t newest, struct namesakes *namesakes);
struct error store_person_names(
	struct db *db, struct arena *arena, int64_t id, struct text_rows *names);

struct error store_role_add(struct db *db, const struct person_role *role, int64_t *id);
struct error store_role_end(struct db *db, int64_t id, int64_t day);
enum role_owner { ROLES_OF_PERSON, ROLES_OF_ORGANIZATION, ROLES_OF_MUNICIPALITY };
struct error store_roles(struct db *db, struct arena *arena, enum role_owner owner, int64_t id,
	struct person_roles *roles);
