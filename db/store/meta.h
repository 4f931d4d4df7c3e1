/* SPDX-License-Identifier: MIT
 * Rows about the file itself: meta, competition, and reading the log. */
#pragma once

#include "db/db.h"

struct competition {
	const char *name_fi, *name_sv, *name_en, *legal_profile;
	int64_t v;
};

struct profile_act {
	int64_t at, account_id;
	const char *before, *legal_profile, *reason;
};

struct profile_acts {
	struct profile_act *rows;
	size_t n;
};

struct error store_meta_put(struct db *db, const char *key, const char *value);
/* 0 if it is not there. */
struct error store_meta_number(struct db *db, const char *key, int64_t *number);

struct error store_competition_add(struct db *db, const struct competition *competition);
struct error store_competition_get(
	struct db *db, struct arena *arena, struct competition *competition);
struct error store_competition_update(struct db *db, const struct competition *competition);
struct error store_profile_acts(struct db *db, struct arena *arena, struct profile_acts *acts);
/* Makes it the organizer of that kind, and keeps why. */
struct error store_competition_profile(struct db *db, const struct profile_act *act);

struct log_entry {
	int64_t seq, time, account_id;
	const char *who, *via, *verb, *object, *hash, *prev;
};

struct log_item {
	int64_t id;
	const char *table;
	int64_t row_id;
	const char *op;
	const char *before; /* JSON of what it replaced, but nothing personal; "" if nothing or
			       erased */
};

struct log_items {
	struct log_item *rows;
	size_t n;
};

struct table_name {
	const char *name;
};

struct table_names {
	struct table_name *names;
	size_t n;
};

struct error store_log_head(struct db *db, int64_t *seq);
/* In hexadecimal; E_NOT_FOUND if there is no such entry. */
struct error store_log_hash(struct db *db, struct arena *arena, int64_t seq, char **hash);
struct error store_log_tables_since(
	struct db *db, struct arena *arena, int64_t seen, struct table_names *tables);
/* Newest first; NULL object: all. */
struct error store_log_ids(struct db *db, const char *object, struct id_list *ids);
struct error store_log_get(
	struct db *db, struct arena *arena, int64_t seq, struct log_entry *entry);
struct error store_log_changes(
	struct db *db, struct arena *arena, int64_t seq, struct log_items *items);
/* What happened to the item's row afterwards, the last first; and what it has now, JSON or "". */
struct error store_log_later(
	struct db *db, struct arena *arena, const struct log_item *item, struct log_items *later);
struct error store_log_row_now(
	struct db *db, struct arena *arena, const struct log_item *item, const char **json);
