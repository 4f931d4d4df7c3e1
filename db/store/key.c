/* SPDX-License-Identifier: MIT */
#include "db/store/key.h"

#include "db/fence.h"

static const struct row_field key_fields[] = {
	{ FIELD_INT, offsetof(struct account_key, id) },
	{ FIELD_INT, offsetof(struct account_key, account_id) },
	{ FIELD_TEXT, offsetof(struct account_key, login) },
	{ FIELD_TEXT, offsetof(struct account_key, name) },
	{ FIELD_TEXT, offsetof(struct account_key, account_state) },
	{ FIELD_TEXT, offsetof(struct account_key, fingerprint) },
	{ FIELD_TEXT, offsetof(struct account_key, type) },
	{ FIELD_TEXT, offsetof(struct account_key, blob) },
	{ FIELD_TEXT, offsetof(struct account_key, comment) },
	{ FIELD_INT, offsetof(struct account_key, added) },
	{ FIELD_INT, offsetof(struct account_key, revoked) },
};
static const struct shape key_shape = { sizeof(struct account_key), key_fields, LEN(key_fields) };

struct error store_key_add(struct db *db, const struct account_key *key, int64_t *id)
{
	return db_insert(db, Q_KEY_ADD,
		ARGS(I64(key->account_id), TXT(key->fingerprint), TXT(key->type), TXT(key->blob),
			TXT(key->comment), I64(key->added)),
		id);
}

struct error store_key_get(struct db *db, struct arena *arena, int64_t id, struct account_key *key)
{
	return db_row(db, Q_KEY_GET, ARGS(I64(id)), &key_shape, arena, key);
}

struct error store_key_find(struct db *db, const char *fingerprint, int64_t *id)
{
	return db_number(db, Q_KEY_FIND, ARGS(TXT(fingerprint)), id);
}

struct error store_key_ids(struct db *db, int64_t account_id, struct id_list *ids)
{
	return db_ids(db, Q_KEY_IDS, ARGS(value_ref(account_id)), ids);
}

struct error store_key_live_count(struct db *db, int64_t account_id, int64_t *n)
{
	return db_number(db, Q_KEY_LIVE_COUNT, ARGS(I64(account_id)), n);
}

struct error store_key_revoke(struct db *db, int64_t id, int64_t now)
{
	return db_run(db, Q_KEY_REVOKE, ARGS(I64(now), I64(id)));
}

struct error store_key_live(struct db *db, const char *fingerprint, struct id_list *ids)
{
	return db_ids(db, Q_KEY_LIVE, ARGS(TXT(fingerprint)), ids);
}

struct error store_account_standing(
	struct db *db, int64_t account_id, const char *role, const char *fingerprint, bool *stands)
{
	enum query standing = db_is_fenced(db) ? Q_JUROR_STANDING : Q_ACCOUNT_STANDING;
	int64_t n = 0;

	TRY(db_number(db, standing, ARGS(I64(account_id), TXT(role), TXT(fingerprint)), &n));
	*stands = n == 1;
	return ok();
}

static const struct row_field door_fields[] = {
	{ FIELD_TEXT, offsetof(struct front_door, host) },
	{ FIELD_INT, offsetof(struct front_door, port) },
	{ FIELD_TEXT, offsetof(struct front_door, user) },
	{ FIELD_TEXT, offsetof(struct front_door, contact) },
	{ FIELD_TEXT, offsetof(struct front_door, address) },
	{ FIELD_TEXT, offsetof(struct front_door, officer) },
	{ FIELD_TEXT, offsetof(struct front_door, retention) },
	{ FIELD_INT, offsetof(struct front_door, v) },
};
static const struct shape door_shape = { sizeof(struct front_door), door_fields, LEN(door_fields) };

struct error store_front_door_get(struct db *db, struct arena *arena, struct front_door *door)
{
	struct error e = db_row(db, Q_FRONT_DOOR_GET, NO_ARGS, &door_shape, arena, door);

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
		struct error e = db_run(db, Q_FRONT_DOOR_ADD,
			ARGS(TXT(door->host), I64(door->port), TXT(door->user), TXT(door->contact),
				TXT(door->address), TXT(door->officer), TXT(door->retention)));

		return e.code == E_EXISTS ? fail(E_STALE, NULL) : e;
	}
	TRY(db_run(db, Q_FRONT_DOOR_UPDATE,
		ARGS(TXT(door->host), I64(door->port), TXT(door->user), TXT(door->contact),
			TXT(door->address), TXT(door->officer), TXT(door->retention),
			I64(door->v))));
	return db_changes(db) == 1 ? ok() : fail(E_STALE, NULL);
}
