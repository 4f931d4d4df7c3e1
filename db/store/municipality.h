/* SPDX-License-Identifier: MIT */
#pragma once

#include "db/db.h"

/* Days are UTC midnights; 0 is "not known" or "still so". */
struct municipality {
	int64_t id;
	const char *code, *language; /* languages of its administration: "fi", "sv+fi" */
	int64_t valid_from, valid_to, successor_id;
	const char *name_fi, *name_sv;           /* official */
	const char *successor_fi, *successor_sv; /* "" without one */
	const char *region_fi, *region_sv;       /* on the day asked for */
	/* Where official letters go; "" where the office has recorded none. The post address may
	 * be of several lines. */
	const char *registry_email, *registry_post;
	int64_t v;
};

struct municipality_name {
	int64_t municipality_id;
	const char *lang, *kind, *name; /* kind: official, former, alias */
};

struct municipality_names {
	struct municipality_name *rows;
	size_t n;
};

struct municipality_region {
	const char *code, *name_fi, *name_sv;
	int64_t valid_from;
};

struct municipality_regions {
	struct municipality_region *rows;
	size_t n;
};

struct error store_region_add(
	struct db *db, const char *code, const char *name_fi, const char *name_sv);
struct error store_region_find(struct db *db, const char *code, int64_t *id);
struct error store_municipality_add(
	struct db *db, const struct municipality *municipality, int64_t *id);
/* Its registry's addresses. E_STALE if somebody else has saved it since. */
struct error store_municipality_update(struct db *db, const struct municipality *municipality);
struct error store_municipality_end(
	struct db *db, int64_t id, int64_t valid_to, int64_t successor_id);
struct error store_municipality_name_add(struct db *db, const struct municipality_name *name);
/* The official name of that language becomes a former one. */
struct error store_municipality_name_retire(struct db *db, int64_t id, const char *lang);
struct error store_municipality_region_add(
	struct db *db, int64_t municipality_id, int64_t region_id, int64_t valid_from);
struct error store_municipality_by_code(struct db *db, const char *code, int64_t *id);
/* Sorted by the name in `lang`; day 0: whenever. */
struct error store_municipality_ids(
	struct db *db, const char *lang, int64_t day, struct id_list *ids);
struct error store_municipality_ids_by_code(struct db *db, int64_t day, struct id_list *ids);
struct error store_municipality_get(struct db *db, struct arena *arena, int64_t id, int64_t day,
	struct municipality *municipality);
/* id 0: of all. */
struct error store_municipality_names(
	struct db *db, struct arena *arena, int64_t id, struct municipality_names *names);
struct error store_municipality_regions(
	struct db *db, struct arena *arena, int64_t id, struct municipality_regions *regions);
