/* SPDX-License-Identifier: MIT
 * What left with personal data. */
#pragma once

#include "db/db.h"

struct disclosure {
	int64_t id, at;
	const char *who;    /* "": Klash itself */
	const char *list;   /* "person", "bundle" */
	int64_t persons;    /* of how many there was something */
	const char *data;   /* the columns, "contact_email,contact_phone" */
	const char *filter; /* what the list was narrowed by; "": nothing */
};

struct error store_disclosure_add(
	struct db *db, const struct disclosure *disclosure, int64_t account_id, int64_t *id);
/* The newest first. */
struct error store_disclosure_ids(struct db *db, struct id_list *ids);
struct error store_disclosure_get(
	struct db *db, struct arena *arena, int64_t id, struct disclosure *disclosure);
