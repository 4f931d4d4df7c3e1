/* SPDX-License-Identifier: MIT */
#pragma once

#include "db/db.h"

struct organization {
	int64_t id;
	const char *kind, *business_id, *name_fi, *name_sv;
	int64_t valid_from, valid_to;
	const char *registry_email, *registry_post; /* as a municipality's */
	int64_t v;
};

struct partner {
	int64_t id, organization_id;
	const char *name_fi, *name_sv, *kind;
	int64_t valid_from, valid_to;
};

struct text_row {
	const char *text;
};

struct text_rows {
	struct text_row *rows;
	size_t n;
};

struct error store_organization_add(
	struct db *db, const struct organization *organization, int64_t *id);
struct error store_organization_update(struct db *db, const struct organization *organization);
/* E_IN_USE if anything else refers to it. */
struct error store_organization_delete(struct db *db, int64_t id);
struct error store_organization_get(
	struct db *db, struct arena *arena, int64_t id, struct organization *organization);
/* Sorted by the name in `lang`; NULL kind: all. */
struct error store_organization_ids(
	struct db *db, const char *lang, const char *kind, struct id_list *ids);
/* By any of its names or its business ID; at most two ids. */
struct error store_organization_find(struct db *db, const char *name, struct id_list *ids);
struct error store_organization_name_add(struct db *db, int64_t id, const char *name);
struct error store_organization_names(
	struct db *db, struct arena *arena, int64_t id, struct text_rows *names);

struct error store_partner_add(struct db *db, const struct partner *partner, int64_t *id);
struct error store_partner_end(struct db *db, int64_t id, int64_t day);
/* Day 0: whenever. */
struct error store_partner_ids(struct db *db, int64_t day, struct id_list *ids);
struct error store_partner_get(
	struct db *db, struct arena *arena, int64_t id, struct partner *partner);
