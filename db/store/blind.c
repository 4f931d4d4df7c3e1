/* SPDX-License-Identifier: MIT */
#include "db/store/blind.h"

struct error store_item_update(struct db *db, int64_t id, const char *title, const char *body)
{
	return db_run(
		db, Q_ITEM_UPDATE, ARGS(TXT("title", title), TXT("body", body), I64("id", id)));
}

struct error store_item_release(
	struct db *db, int64_t id, const char *code, int64_t position, int64_t now)
{
	return db_run(db, Q_ITEM_RELEASE,
		ARGS(TXT("code", code), I64("position", position), I64("now", now), I64("id", id)));
}

struct error store_item_delete(struct db *db, int64_t id)
{
	return db_run(db, Q_ITEM_DELETE, ARGS(I64("id", id)));
}

struct error store_blind_act_at(struct db *db, int64_t round_id, const char *act, int64_t *at)
{
	return db_number(db, Q_BLIND_ACT_AT, ARGS(I64("round_id", round_id), TXT("act", act)), at);
}

struct error store_blind_act_add(struct db *db, int64_t round_id, const char *act, int64_t at,
	int64_t account_id, const char *reason)
{
	return db_run(db, Q_BLIND_ACT_ADD,
		ARGS(I64("round_id", round_id), TXT("act", act), I64("at", at),
			REF("account_id", account_id), TXT("reason", reason)));
}

struct error store_blind_missing(struct db *db, int64_t round_id, int64_t *n)
{
	return db_number(db, Q_BLIND_MISSING, ARGS(I64("round_id", round_id)), n);
}

struct error store_blind_gone(struct db *db, int64_t round_id, struct id_list *ids)
{
	return db_ids(db, Q_BLIND_GONE, ARGS(I64("round_id", round_id)), ids);
}

static const struct field name_fields[] = {
	{ COLUMN(struct name, text) },
	{ COLUMN(struct name, kind) },
};
const struct record record_of_name = RECORD(name);

struct error store_blind_names(
	struct db *db, struct arena *arena, int64_t submission_id, struct names *names)
{
	return db_rows(db, Q_BLIND_NAMES, ARGS(I64("submission_id", submission_id)), arena,
		&names->rows, &names->n);
}
