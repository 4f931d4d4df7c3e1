/* SPDX-License-Identifier: MIT */
#pragma once

#include "db/db.h"

struct note {
	int64_t id;
	const char *object; /* code of the record it is about */
	int64_t at;         /* UTC seconds */
	const char *who, *text;
	int64_t due, done; /* days; 0 is none */
	const char *by;    /* who wrote it */
	int64_t v;
};

struct error store_note_add(
	struct db *db, const struct note *note, int64_t account_id, int64_t *id);
struct error store_note_update(struct db *db, const struct note *note);
struct error store_note_get(struct db *db, struct arena *arena, int64_t id, struct note *note);
/* Newest first; NULL object: all. */
struct error store_note_ids(struct db *db, const char *object, struct id_list *ids);
/* Promised until that day or earlier, and not done. */
struct error store_note_due_ids(struct db *db, int64_t day, struct id_list *ids);
