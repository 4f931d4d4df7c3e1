/* SPDX-License-Identifier: MIT */
#include "db/store/meta.h"

#include <stdlib.h>

#include "db/fence.h"
#include "db/log.h"

struct error store_meta_put(struct db *db, const char *key, const char *value)
{
	return db_run(db, Q_META_PUT, ARGS(TXT(key), TXT(value)));
}

struct error store_meta_number(struct db *db, const char *key, int64_t *number)
{
	struct error e = db_number(db, Q_META_GET, ARGS(TXT(key)), number);

	if (e.code != E_NOT_FOUND)
		return e;
	*number = 0;
	return ok();
}

static const struct row_field competition_fields[] = {
	{ FIELD_TEXT, offsetof(struct competition, name_fi) },
	{ FIELD_TEXT, offsetof(struct competition, name_sv) },
	{ FIELD_TEXT, offsetof(struct competition, name_en) },
	{ FIELD_TEXT, offsetof(struct competition, legal_profile) },
	{ FIELD_INT, offsetof(struct competition, v) },
};
static const struct shape competition_shape = { sizeof(struct competition), competition_fields,
	LEN(competition_fields) };

struct error store_competition_add(struct db *db, const struct competition *competition)
{
	return db_run(db, Q_COMPETITION_ADD,
		ARGS(TXT(competition->name_fi), TXT(competition->name_sv),
			TXT(competition->name_en), TXT(competition->legal_profile)));
}

struct error store_competition_get(
	struct db *db, struct arena *arena, struct competition *competition)
{
	enum query get = db_is_fenced(db) ? Q_JUROR_COMPETITION : Q_COMPETITION_GET;

	return db_row(db, get, NO_ARGS, &competition_shape, arena, competition);
}

struct error store_competition_update(struct db *db, const struct competition *competition)
{
	TRY(db_run(db, Q_COMPETITION_UPDATE,
		ARGS(TXT(competition->name_fi), TXT(competition->name_sv),
			TXT(competition->name_en), I64(competition->v))));
	return db_changes(db) == 1 ? ok() : fail(E_STALE, NULL);
}

struct error store_log_head(struct db *db, int64_t *seq)
{
	return db_number(db, Q_LOG_HEAD_SEQ, NO_ARGS, seq);
}

struct error store_log_hash(struct db *db, struct arena *arena, int64_t seq, char **hash)
{
	return db_text(db, Q_LOG_HASH, ARGS(I64(seq)), arena, hash);
}

struct error store_log_tables_since(
	struct db *db, struct arena *arena, int64_t seen, struct table_names *tables)
{
	static const struct row_field fields[] = { { FIELD_TEXT,
		offsetof(struct table_name, name) } };
	static const struct shape shape = { sizeof(struct table_name), fields, LEN(fields) };

	return db_rows(
		db, Q_LOG_TABLES_SINCE, ARGS(I64(seen)), &shape, arena, &tables->names, &tables->n);
}

struct error store_log_ids(struct db *db, const char *object, struct id_list *ids)
{
	return db_ids(db, Q_LOG_IDS, ARGS(TXT(object)), ids);
}

struct error store_log_get(struct db *db, struct arena *arena, int64_t seq, struct log_entry *entry)
{
	static const struct row_field fields[] = {
		{ FIELD_INT, offsetof(struct log_entry, seq) },
		{ FIELD_INT, offsetof(struct log_entry, time) },
		{ FIELD_INT, offsetof(struct log_entry, account_id) },
		{ FIELD_TEXT, offsetof(struct log_entry, who) },
		{ FIELD_TEXT, offsetof(struct log_entry, via) },
		{ FIELD_TEXT, offsetof(struct log_entry, verb) },
		{ FIELD_TEXT, offsetof(struct log_entry, object) },
		{ FIELD_TEXT, offsetof(struct log_entry, hash) },
		{ FIELD_TEXT, offsetof(struct log_entry, prev) },
	};
	static const struct shape shape = { sizeof(struct log_entry), fields, LEN(fields) };

	return db_row(db, Q_LOG_GET, ARGS(I64(seq)), &shape, arena, entry);
}

static const struct row_field item_fields[] = {
	{ FIELD_INT, offsetof(struct log_item, id) },
	{ FIELD_TEXT, offsetof(struct log_item, table) },
	{ FIELD_INT, offsetof(struct log_item, row_id) },
	{ FIELD_TEXT, offsetof(struct log_item, op) },
	{ FIELD_TEXT, offsetof(struct log_item, before) },
};
static const struct shape item_shape = { sizeof(struct log_item), item_fields, LEN(item_fields) };

struct error store_log_changes(
	struct db *db, struct arena *arena, int64_t seq, struct log_items *items)
{
	return db_rows(
		db, Q_LOG_CHANGES_OF, ARGS(I64(seq)), &item_shape, arena, &items->rows, &items->n);
}

struct error store_log_later(
	struct db *db, struct arena *arena, const struct log_item *item, struct log_items *later)
{
	return db_rows(db, Q_LOG_LATER, ARGS(TXT(item->table), I64(item->row_id), I64(item->id)),
		&item_shape, arena, &later->rows, &later->n);
}

struct error store_log_row_now(
	struct db *db, struct arena *arena, const struct log_item *item, const char **json)
{
	return log_row_now(db, item->table, item->row_id, arena, json);
}
