/* SPDX-License-Identifier: MIT */
#include "db/store/meta.h"

#include <stdlib.h>

#include "db/fence.h"
#include "db/log.h"

struct error store_meta_put(struct db *db, const char *key, const char *value)
{
	return db_run(db, Q_META_PUT, ARGS(TXT("key", key), TXT("value", value)));
}

struct error store_meta_number(struct db *db, const char *key, int64_t *number)
{
	struct error e = db_number(db, Q_META_GET, ARGS(TXT("key", key)), number);

	if (e.code != E_NOT_FOUND)
		return e;
	*number = 0;
	return ok();
}

static const struct field competition_fields[] = {
	{ COLUMN(struct competition, name_fi), .name = "name_fi", .lang = "fi",
		.word = NC_("field", "Name in Finnish"), .meaning = MEANS_LINE,
		.in = IN_EDIT | IN_TOLD | IN_REQUIRED },
	{ COLUMN(struct competition, name_sv), .name = "name_sv", .lang = "sv",
		.word = NC_("field", "Name in Swedish"), .meaning = MEANS_LINE,
		.in = IN_EDIT | IN_TOLD | IN_REQUIRED },
	{ COLUMN(struct competition, name_en), .name = "name_en", .lang = "en",
		.word = NC_("field", "Name in English"), .meaning = MEANS_LINE,
		.in = IN_EDIT | IN_TOLD },
	{ COLUMN(struct competition, legal_profile), .name = "legal_profile",
		.word = NC_("field", "Kind of organizer"), .meaning = MEANS_CODE,
		.words = WORDS_LEGAL_PROFILE, .in = IN_ADD | IN_TOLD | IN_REQUIRED },
	{ COLUMN(struct competition, v) },
};
const struct record record_of_competition = RECORD_OF(competition, "competition");

struct error store_competition_add(struct db *db, const struct competition *competition)
{
	return db_put(db, Q_COMPETITION_ADD, competition, NO_ARGS, NULL);
}

struct error store_competition_get(
	struct db *db, struct arena *arena, struct competition *competition)
{
	enum query get = db_is_fenced(db) ? Q_JUROR_COMPETITION : Q_COMPETITION_GET;

	return db_row(db, get, NO_ARGS, arena, competition);
}

struct error store_competition_update(struct db *db, const struct competition *competition)
{
	TRY(db_put(db, Q_COMPETITION_UPDATE, competition, NO_ARGS, NULL));
	return db_changes(db) == 1 ? ok() : fail(E_STALE, NULL);
}

static const struct field profile_act_fields[] = {
	{ COLUMN(struct profile_act, at) },
	{ COLUMN(struct profile_act, account_id) },
	{ COLUMN(struct profile_act, before) },
	{ COLUMN(struct profile_act, legal_profile), .name = "legal_profile",
		.word = NC_("field", "Kind of organizer"), .meaning = MEANS_CODE,
		.words = WORDS_LEGAL_PROFILE, .in = IN_ADD | IN_REQUIRED },
	{ COLUMN(struct profile_act, reason), .name = "reason", .word = NC_("field", "Reason"),
		.meaning = MEANS_LINES, .in = IN_ADD | IN_TOLD | IN_REQUIRED,
		.seen_by = SEEN_BY_OFFICE },
};
const struct record record_of_profile_act = RECORD_OF(profile_act, "profile_act");

struct error store_competition_profile(struct db *db, const struct profile_act *act)
{
	TRY(db_run(db, Q_COMPETITION_PROFILE, ARGS(TXT("legal_profile", act->legal_profile))));
	return db_put(db, Q_PROFILE_ACT_ADD, act, NO_ARGS, NULL);
}

struct error store_profile_acts(struct db *db, struct arena *arena, struct profile_acts *acts)
{
	return db_rows(db, Q_PROFILE_ACTS, NO_ARGS, arena, &acts->rows, &acts->n);
}

struct error store_log_head(struct db *db, int64_t *seq)
{
	return db_number(db, Q_LOG_HEAD_SEQ, NO_ARGS, seq);
}

struct error store_log_hash(struct db *db, struct arena *arena, int64_t seq, char **hash)
{
	return db_text(db, Q_LOG_HASH, ARGS(I64("seq", seq)), arena, hash);
}

static const struct field table_name_fields[] = {
	{ COLUMN(struct table_name, name) },
};
const struct record record_of_table_name = RECORD(table_name);

struct error store_log_tables_since(
	struct db *db, struct arena *arena, int64_t seen, struct table_names *tables)
{
	return db_rows(
		db, Q_LOG_TABLES_SINCE, ARGS(I64("seen", seen)), arena, &tables->names, &tables->n);
}

struct error store_log_ids(struct db *db, const char *object, struct id_list *ids)
{
	return db_ids(db, Q_LOG_IDS, ARGS(TXT("object", object)), ids);
}

static const struct field log_entry_fields[] = {
	{ COLUMN(struct log_entry, seq) },
	{ COLUMN(struct log_entry, time) },
	{ COLUMN(struct log_entry, account_id) },
	{ COLUMN(struct log_entry, who) },
	{ COLUMN(struct log_entry, via) },
	{ COLUMN(struct log_entry, verb) },
	{ COLUMN(struct log_entry, object) },
	{ COLUMN(struct log_entry, hash) },
	{ COLUMN(struct log_entry, prev) },
};
const struct record record_of_log_entry = RECORD(log_entry);

struct error store_log_get(struct db *db, struct arena *arena, int64_t seq, struct log_entry *entry)
{
	return db_row(db, Q_LOG_GET, ARGS(I64("seq", seq)), arena, entry);
}

static const struct field log_item_fields[] = {
	{ COLUMN(struct log_item, id) },
	{ COLUMN(struct log_item, table) },
	{ COLUMN(struct log_item, row_id) },
	{ COLUMN(struct log_item, op) },
	{ COLUMN(struct log_item, before) },
};
const struct record record_of_log_item = RECORD(log_item);

struct error store_log_changes(
	struct db *db, struct arena *arena, int64_t seq, struct log_items *items)
{
	return db_rows(db, Q_LOG_CHANGES_OF, ARGS(I64("seq", seq)), arena, &items->rows, &items->n);
}

struct error store_log_later(
	struct db *db, struct arena *arena, const struct log_item *item, struct log_items *later)
{
	return db_rows(db, Q_LOG_LATER,
		ARGS(TXT("tbl", item->table), I64("row_id", item->row_id), I64("id", item->id)),
		arena, &later->rows, &later->n);
}

struct error store_log_row_now(
	struct db *db, struct arena *arena, const struct log_item *item, const char **json)
{
	return log_row_now(db, item->table, item->row_id, arena, json);
}
