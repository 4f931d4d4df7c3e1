/* SPDX-License-Identifier: MIT */
#include "db/store/key.h"

#include "db/fence.h"

static const struct field account_key_fields[] = {
	{ COLUMN(struct account_key, id) },
	{ COLUMN(struct account_key, account_id) },
	{ COLUMN(struct account_key, login) },
	{ COLUMN(struct account_key, name) },
	{ COLUMN(struct account_key, account_state) },
	{ COLUMN(struct account_key, fingerprint) },
	{ COLUMN(struct account_key, type) },
	{ COLUMN(struct account_key, blob) },
	{ COLUMN(struct account_key, comment) },
	{ COLUMN(struct account_key, added) },
	{ COLUMN(struct account_key, revoked) },
};
const struct record record_of_account_key = RECORD(account_key);

struct error store_key_add(struct db *db, const struct account_key *key, int64_t *id)
{
	return db_put(db, Q_KEY_ADD, key, NO_ARGS, id);
}

struct error store_key_get(struct db *db, struct arena *arena, int64_t id, struct account_key *key)
{
	return db_row(db, Q_KEY_GET, ARGS(I64("id", id)), arena, key);
}

struct error store_key_find(struct db *db, const char *fingerprint, int64_t *id)
{
	return db_number(db, Q_KEY_FIND, ARGS(TXT("fingerprint", fingerprint)), id);
}

struct error store_key_ids(struct db *db, int64_t account_id, struct id_list *ids)
{
	return db_ids(db, Q_KEY_IDS, ARGS(REF("account_id", account_id)), ids);
}

struct error store_key_live_count(struct db *db, int64_t account_id, int64_t *n)
{
	return db_number(db, Q_KEY_LIVE_COUNT, ARGS(I64("account_id", account_id)), n);
}

struct error store_key_revoke(struct db *db, int64_t id, int64_t now)
{
	return db_run(db, Q_KEY_REVOKE, ARGS(I64("now", now), I64("id", id)));
}

struct error store_key_live(struct db *db, const char *fingerprint, struct id_list *ids)
{
	return db_ids(db, Q_KEY_LIVE, ARGS(TXT("fingerprint", fingerprint)), ids);
}

struct error store_account_standing(
	struct db *db, int64_t account_id, const char *role, const char *fingerprint, bool *stands)
{
	enum query standing = db_is_fenced(db) ? Q_JUROR_STANDING : Q_ACCOUNT_STANDING;
	int64_t n = 0;

	TRY(db_number(db, standing,
		ARGS(I64("account_id", account_id), TXT("role", role),
			TXT("fingerprint", fingerprint)),
		&n));
	*stands = n == 1;
	return ok();
}

static const struct field front_door_fields[] = {
	{ COLUMN(struct front_door, host) },
	{ COLUMN(struct front_door, port) },
	{ COLUMN(struct front_door, user) },
	{ COLUMN(struct front_door, contact) },
	{ COLUMN(struct front_door, address) },
	{ COLUMN(struct front_door, officer) },
	{ COLUMN(struct front_door, retention) },
	{ COLUMN(struct front_door, v) },
};
const struct record record_of_front_door = RECORD(front_door);

struct error store_front_door_get(struct db *db, struct arena *arena, struct front_door *door)
{
	struct error e = db_row(db, Q_FRONT_DOOR_GET, NO_ARGS, arena, door);

	if (e.code == E_NOT_FOUND) {
		*door = (struct front_door){ .host = "",
			.port = 22,
			.user = "klash",
			.contact = "",
			.address = "",
			.officer = "",
			.retention = "" };
		e = ok();
	}
	return e;
}

struct error store_front_door_put(struct db *db, const struct front_door *door)
{
	if (door->v == 0) {
		struct error e = db_put(
			db, Q_FRONT_DOOR_ADD, door, ARGS(TXT("user_name", door->user)), NULL);

		return e.code == E_EXISTS ? fail(E_STALE, NULL) : e;
	}
	TRY(db_put(db, Q_FRONT_DOOR_UPDATE, door, ARGS(TXT("user_name", door->user)), NULL));
	return db_changes(db) == 1 ? ok() : fail(E_STALE, NULL);
}
