/* SPDX-License-Identifier: MIT */
#include "db/store/key.h"

#include "db/fence.h"

static const struct field account_key_fields[] = {
	{ COLUMN(struct account_key, id) },
	{ COLUMN(struct account_key, account_id), .name = "account",
		.word = NC_("field", "Account"), .meaning = MEANS_REF, .of = "account",
		.in = IN_TOLD },
	{ COLUMN(struct account_key, login), .name = "login", .word = NC_("field", "User name"),
		.meaning = MEANS_LINE },
	{ COLUMN(struct account_key, name), .name = "name", .word = NC_("field", "Name"),
		.meaning = MEANS_LINE },
	{ COLUMN(struct account_key, account_state) },
	{ COLUMN(struct account_key, fingerprint), .name = "fingerprint", .code = "ssh_key",
		.word = NC_("field", "SSH key"), .meaning = MEANS_LINE, .in = IN_TOLD },
	{ COLUMN(struct account_key, type), .name = "type", .word = NC_("field", "Type"),
		.meaning = MEANS_LINE, .in = IN_TOLD },
	{ COLUMN(struct account_key, blob), .seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct account_key, comment), .name = "comment", .word = NC_("field", "Comment"),
		.meaning = MEANS_LINE, .in = IN_ADD, .seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct account_key, added), .name = "added", .word = NC_("field", "Added"),
		.meaning = MEANS_TIME, .in = IN_TOLD },
	{ COLUMN(struct account_key, revoked), .name = "revoked", .word = NC_("field", "Revoked"),
		.meaning = MEANS_TIME, .in = IN_TOLD },
};
const struct record record_of_account_key = RECORD_OF(account_key, "account_key");

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
	{ COLUMN(struct front_door, host), .name = "host", .word = NC_("field", "Server's address"),
		.meaning = MEANS_LINE, .max = 253, .in = IN_EDIT | IN_TOLD | IN_REQUIRED },
	{ COLUMN(struct front_door, port), .name = "port", .word = NC_("field", "Port"),
		.meaning = MEANS_NUMBER, .max = 5, .in = IN_EDIT | IN_TOLD | IN_REQUIRED },
	{ COLUMN_AS(struct front_door, user, "user_name"), .name = "user", .code = "ssh_user",
		.word = NC_("field", "Logs in as"), .meaning = MEANS_LINE, .max = LOGIN_MAX,
		.in = IN_EDIT | IN_TOLD | IN_REQUIRED },
	{ COLUMN(struct front_door, contact), .name = "contact", .code = "help_contact",
		.word = NC_("field", "Whom to ring"), .meaning = MEANS_LINE,
		.in = IN_EDIT | IN_REQUIRED, .seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct front_door, address), .name = "controller_address",
		.word = NC_("field", "Controller's address"), .meaning = MEANS_LINE, .in = IN_EDIT,
		.seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct front_door, officer), .name = "privacy_officer",
		.word = NC_("field", "Data protection officer"), .meaning = MEANS_LINE,
		.in = IN_EDIT, .seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct front_door, retention), .name = "retention",
		.word = NC_("field", "Retention"), .meaning = MEANS_LINE, .in = IN_EDIT,
		.seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct front_door, v) },
};
const struct record record_of_front_door = RECORD_OF(front_door, "front_door");

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
		struct error e = db_put(db, Q_FRONT_DOOR_ADD, door, NO_ARGS, NULL);

		return e.code == E_EXISTS ? fail(E_STALE, NULL) : e;
	}
	TRY(db_put(db, Q_FRONT_DOOR_UPDATE, door, NO_ARGS, NULL));
	return db_changes(db) == 1 ? ok() : fail(E_STALE, NULL);
}
