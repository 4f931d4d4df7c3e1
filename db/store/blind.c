/* SPDX-License-Identifier: MIT */
#include "db/store/blind.h"

struct error store_item_update(struct db *db, int64_t id, const char *title, const char *body)
{
	return db_run(db, Q_ITEM_UPDATE, ARGS(TXT(title), TXT(body), I64(id)));
}

struct error store_item_release(
	struct db *db, int64_t id, const char *code, int64_t position, int64_t now)
{
	return db_run(db, Q_ITEM_RELEASE, ARGS(TXT(code), I64(position), I64(now), I64(id)));
}

struct error store_item_delete(struct db *db, int64_t id)
{
	return db_run(db, Q_ITEM_DELETE, ARGS(I64(id)));
}

struct error store_blind_act_at(struct db *db, int64_t round_id, const char *act, int64_t *at)
{
	return db_number(db, Q_BLIND_ACT_AT, ARGS(I64(round_id), TXT(act)), at);
}

struct error store_blind_act_add(struct db *db, int64_t round_id, const char *act, int64_t at,
	int64_t account_id, const char *reason)
{
	return db_run(db, Q_BLIND_ACT_ADD,
		ARGS(I64(round_id), TXT(act), I64(at), value_ref(account_id), TXT(reason)));
}

struct error store_blind_missing(struct db *db, int64_t round_id, int64_t *n)
{
	return db_number(db, Q_BLIND_MISSING, ARGS(I64(round_id)), n);
}

struct error store_blind_gone(struct db *db, int64_t round_id, struct id_list *ids)
{
	return db_ids(db, Q_BLIND_GONE, ARGS(I64(round_id)), ids);
}

struct error store_blind_names(
	struct db *db, struct arena *arena, int64_t submission_id, struct names *names)
{
	static const struct row_field fields[] = {
		{ FIELD_TEXT, offsetof(struct name, text) },
		{ FIELD_TEXT, offsetof(struct name, kind) },
	};
	static const struct shape shape = { sizeof(struct name), fields, LEN(fields) };

	return db_rows(db, Q_BLIND_NAMES, ARGS(I64(submission_id)), &shape, arena, &names->rows,
		&names->n);
}
