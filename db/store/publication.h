/* SPDX-License-Identifier: MIT
 * Pages made for everybody, and what of the records only they show. */
#pragma once

#include "db/db.h"

struct publication {
	int64_t id;
	const char *stage, *lang; /* codes of PAGE_STAGE and PAGE_LANGUAGE */
	int64_t at;               /* UTC seconds */
	const char *who;          /* "": Klash itself */
	const char *sha256;       /* of its bytes, as hex */
	int64_t size;             /* in bytes */
	int64_t until, down;      /* days: to be taken down on, and taken down on, 0 is not yet */
};

/* A region, and how many of its municipalities have a part in a problem that counts. */
struct region_part {
	const char *code, *name_fi, *name_sv;
	int64_t municipalities;
};

struct region_parts {
	struct region_part *rows;
	size_t n;
};

struct error store_publication_add(
	struct db *db, const struct publication *publication, int64_t account_id, int64_t *id);
/* The newest first. */
struct error store_publication_ids(struct db *db, struct id_list *ids);
/* Still there, and to be taken down by that day, the first of them first. */
struct error store_publication_due_ids(struct db *db, int64_t day, struct id_list *ids);
struct error store_publication_get(
	struct db *db, struct arena *arena, int64_t id, struct publication *publication);
struct error store_publication_down(struct db *db, int64_t id, int64_t day);
/* All regions by their codes; municipalities are in the region that is theirs on that day. */
struct error store_region_parts(
	struct db *db, struct arena *arena, int64_t day, struct region_parts *parts);
