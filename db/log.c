/* SPDX-License-Identifier: MIT */
#include "db/log.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "db/before.h"
#include "db/chain.h"
#include "db/fence.h"
#include "db/internal.h"

static int only_logged(void *handle, const char *name)
{
	struct db *db = handle;
	const struct table_class *table = table_named(db, name);

	return table != NULL && table_is_logged(table);
}

struct error log_start(struct db *db)
{
	TRY(tables_load(db));
	TRY(db_error(db, sqlite3session_create(db->sqlite, "main", &db->session)));
	sqlite3session_table_filter(db->session, only_logged, db);
	return db_error(db, sqlite3session_attach(db->session, NULL));
}

void log_stop(struct db *db)
{
	if (db->session != NULL)
		sqlite3session_delete(db->session);
	db->session = NULL;
}

/* What has changed, one row after the other. */
struct change {
	const char *tbl;
	int op;
	int64_t id;
};

static int change_next(sqlite3_changeset_iter *changes, struct change *change)
{
	sqlite3_value *value = NULL;
	int columns, indirect, rc = sqlite3changeset_next(changes);

	if (rc != SQLITE_ROW)
		return rc;
	rc = sqlite3changeset_op(changes, &change->tbl, &columns, &change->op, &indirect);
	if (rc == SQLITE_OK && change->op == SQLITE_INSERT)
		rc = sqlite3changeset_new(changes, 0, &value);
	else if (rc == SQLITE_OK)
		rc = sqlite3changeset_old(changes, 0, &value);
	if (rc != SQLITE_OK)
		return rc;
	if (value == NULL)
		return SQLITE_CORRUPT;
	change->id = sqlite3_value_int64(value);
	return SQLITE_ROW;
}

/* An entry while it is made. */
struct entry {
	int64_t seq, n; /* n: changes so far */
	uint8_t salt[CHAIN_SALT_SIZE];
	struct hasher *hasher;
};

/* What a change of an existing row replaced; JSON NULL: the row is new. */
struct replaced {
	char *json;
	uint8_t salt[CHAIN_SALT_SIZE], commitment[DIGEST_SIZE];
};

static void commit_to(struct replaced *replaced)
{
	struct hasher *hasher = hasher_new();

	randombytes_buf(replaced->salt, sizeof(replaced->salt));
	hasher_blob(hasher, replaced->salt, sizeof(replaced->salt));
	hasher_text(hasher, replaced->json);
	hasher_finish(hasher, replaced->commitment);
}

/* One change: into the table, and into the entry's hash. */
static struct error write_change(struct db *db, struct entry *entry, const struct change *change,
	const uint8_t *digest, const struct replaced *replaced)
{
	const char *op = change->op == SQLITE_INSERT ? "I" :
			 change->op == SQLITE_UPDATE ? "U" :
						       "D";
	const uint8_t *commitment = replaced->json == NULL ? NULL : replaced->commitment;
	const uint8_t *salt = replaced->json == NULL ? NULL : replaced->salt;
	struct hasher *sealed =
		chain_part(entry->salt, sizeof(entry->salt), CHAIN_FIRST_CHANGE + entry->n);

	hasher_blob(sealed, digest, DIGEST_SIZE);
	hasher_text(entry->hasher, change->tbl);
	hasher_int(entry->hasher, change->id);
	hasher_text(entry->hasher, op);
	chain_put(entry->hasher, sealed);
	hasher_blob(entry->hasher, commitment, DIGEST_SIZE);
	entry->n++;
	return db_run(db, Q_LOG_CHANGE_ADD,
		ARGS(I64("seq", entry->seq), TXT("tbl", change->tbl), I64("row_id", change->id),
			TXT("op", op), BLOB("digest", digest, DIGEST_SIZE),
			BLOB("commitment", commitment, DIGEST_SIZE),
			BLOB("salt", salt, CHAIN_SALT_SIZE), TXT("before", replaced->json)));
}

static struct error digest_now(
	struct db *db, struct table_class *table, int64_t id, uint8_t digest[DIGEST_SIZE])
{
	sqlite3_stmt *row;

	TRY(table_by_id(db, table, id, &row));
	int rc = sqlite3_step(row);
	if (rc == SQLITE_ROW)
		table_digest(table, row, digest);
	int last = sqlite3_reset(row); /* also when there was no memory for a value of it */
	if (rc == SQLITE_DONE)
		return fail(E_DB, table->name); /* it has just been changed */
	return db_error(db, last);
}

static struct error write_row(struct db *db, struct entry *entry, sqlite3_changeset_iter *changes,
	const struct change *change)
{
	struct table_class *table = table_named(db, change->tbl);
	struct replaced replaced = { 0 };
	uint8_t digest[DIGEST_SIZE];
	bool gone = change->op == SQLITE_DELETE;

	if (table == NULL)
		return fail(E_DB, change->tbl);
	if (!gone)
		TRY(digest_now(db, table, change->id, digest));
	if (change->op != SQLITE_INSERT) {
		int rc = before_json(table, changes, change->op, &replaced.json);

		if (rc != SQLITE_OK) {
			sqlite3_free(replaced.json);
			return db_error(db, rc);
		}
		commit_to(&replaced);
	}
	struct error e = write_change(db, entry, change, gone ? NULL : digest, &replaced);
	sqlite3_free(replaced.json);
	return e;
}

/* Any other end than SQLITE_DONE leaves changes out. */
static struct error write_changes(
	struct db *db, struct entry *entry, sqlite3_changeset_iter *changes)
{
	struct change change;
	int rc;

	while ((rc = change_next(changes, &change)) == SQLITE_ROW)
		TRY(write_row(db, entry, changes, &change));
	return db_error(db, rc);
}

struct log_head {
	int64_t seq;
	struct blob hash;
};

static const struct field log_head_fields[] = {
	{ COLUMN(struct log_head, seq) },
	{ COLUMN(struct log_head, hash) },
};
const struct record record_of_log_head = RECORD(log_head);

static struct error read_head(struct db *db, struct arena *arena, struct log_head *head)
{
	struct error e = db_row(db, Q_LOG_HEAD, NO_ARGS, arena, head);

	if (e.code == E_NOT_FOUND) {
		*head = (struct log_head){ 0 };
		e = ok();
	}
	return e;
}

/* The row of `log` goes in first, because its changes refer to it; its hash when it is known. */
static struct error write_entry(struct db *db, const char *verb, const char *object,
	const struct log_head *head, struct entry *entry, sqlite3_changeset_iter *changes)
{
	int64_t time = db->actor.now == NULL ? 0 : db->actor.now(db->actor.clock);
	const char *via = db->actor.via == NULL ? "" : db->actor.via;
	struct hasher *who = chain_part(entry->salt, sizeof(entry->salt), CHAIN_WHO);
	struct hasher *act = chain_part(entry->salt, sizeof(entry->salt), CHAIN_ACT);

	hasher_int(who, db->actor.account);
	hasher_text(who, via);
	hasher_text(act, verb);
	hasher_text(act, object);
	hasher_raw(entry->hasher, head->hash.bytes, head->hash.n);
	hasher_int(entry->hasher, entry->seq);
	hasher_int(entry->hasher, time);
	chain_put(entry->hasher, who);
	chain_put(entry->hasher, act);
	TRY(db_run(db, Q_LOG_ADD,
		ARGS(I64("seq", entry->seq), I64("time", time),
			REF("account_id", db->actor.account), TXT("via", via), TXT("verb", verb),
			TXT("object", object),
			BLOB("prev", head->hash.n == 0 ? "" : head->hash.bytes, head->hash.n),
			BLOB("salt", entry->salt, sizeof(entry->salt)))));
	return write_changes(db, entry, changes);
}

static struct error write_all(struct db *db, const char *verb, const char *object,
	sqlite3_changeset_iter *changes, int64_t *n)
{
	struct arena arena = { 0 };
	struct log_head head;
	struct error e = read_head(db, &arena, &head);

	if (e.code == E_OK) {
		struct entry entry = { .seq = head.seq + 1, .hasher = hasher_new() };

		randombytes_buf(entry.salt, sizeof(entry.salt));
		e = write_entry(db, verb, object == NULL ? "" : object, &head, &entry, changes);
		hasher_finish(entry.hasher, db->written.hash);
		db->written.seq = entry.seq;
		*n = entry.n;
	}
	if (e.code == E_OK)
		e = db_run(db, Q_LOG_SET_HASH,
			ARGS(BLOB("hash", db->written.hash, DIGEST_SIZE),
				I64("seq", db->written.seq)));
	arena_clear(&arena);
	return e;
}

/* `n` in the end is how many rows the session saw changed. */
static struct error count_changes(struct db *db, int n_bytes, void *bytes, int64_t *n)
{
	sqlite3_changeset_iter *changes = NULL;
	struct change change;
	int rc = sqlite3changeset_start(&changes, n_bytes, bytes);

	if (rc != SQLITE_OK)
		return db_error(db, rc);
	while ((rc = change_next(changes, &change)) == SQLITE_ROW)
		(*n)++;
	sqlite3changeset_finalize(changes);
	return db_error(db, rc);
}

static struct error write_counted(
	struct db *db, const char *verb, const char *object, int n, void *bytes)
{
	sqlite3_changeset_iter *changes = NULL;
	int64_t seen = 0, written = 0, there = 0;

	TRY(count_changes(db, n, bytes, &seen));
	TRY(db_error(db, sqlite3changeset_start(&changes, n, bytes)));
	struct error e = write_all(db, verb, object, changes, &written);
	sqlite3changeset_finalize(changes);
	TRY(e);
	TRY(db_number(db, Q_LOG_CHANGE_COUNT, ARGS(I64("seq", db->written.seq)), &there));
	return seen == written && seen == there ? ok() : fail(E_DB, "log");
}

struct error log_write(struct db *db, const char *verb, const char *object)
{
	void *bytes = NULL;
	int n = 0;

	TRY(db_error(db, sqlite3session_changeset(db->session, &n, &bytes)));
	log_stop(db); /* what the log itself writes is not recorded */
	struct error e = write_counted(db, verb, object, n, bytes);
	sqlite3_free(bytes);
	return e;
}

struct error log_check_unchanged(struct db *db)
{
	return sqlite3session_isempty(db->session) != 0 ? ok() : fail(E_DB, "log");
}

void log_note_seen(struct db *db)
{
	struct arena arena = { 0 };
	struct log_head head;
	bool was = fence_trust(db, true);

	if (read_head(db, &arena, &head).code == E_OK && head.hash.n == DIGEST_SIZE) {
		db->seen.seq = head.seq;
		memcpy(db->seen.hash, head.hash.bytes, DIGEST_SIZE);
	}
	fence_trust(db, was);
	arena_clear(&arena);
}

struct error log_check_seen(struct db *db)
{
	int64_t there = 0;
	bool was = fence_trust(db, true);
	struct error e = db_number(db, Q_LOG_IS_THERE,
		ARGS(I64("seq", db->seen.seq), BLOB("hash", db->seen.hash, DIGEST_SIZE)), &there);

	fence_trust(db, was);
	TRY(e);
	return db->seen.seq == 0 || there == 1 ? ok() : fail(E_MOVED, NULL);
}

static struct error seal(struct db *db, const char *tbl, int64_t id)
{
	uint8_t digest[DIGEST_SIZE];
	sqlite3_stmt *row;

	TRY(tables_load(db));
	struct table_class *table = table_named(db, tbl);
	if (table == NULL)
		return fail(E_DB, tbl);
	TRY(table_by_id(db, table, id, &row));
	int rc = sqlite3_step(row);
	if (rc == SQLITE_ROW)
		table_digest(table, row, digest);
	sqlite3_reset(row);
	if (rc != SQLITE_ROW)
		return db_error(db, rc);
	if (table->seal == NULL) {
		char *sql = sqlite3_mprintf("UPDATE \"%w\" SET digest = ?1 WHERE id = ?2", tbl);

		rc = sqlite3_prepare_v2(db->sqlite, sql, -1, &table->seal, NULL);
		sqlite3_free(sql);
		if (rc != SQLITE_OK)
			return db_error(db, rc);
	}
	sqlite3_bind_blob(table->seal, 1, digest, sizeof(digest), SQLITE_TRANSIENT);
	sqlite3_bind_int64(table->seal, 2, id);
	rc = sqlite3_step(table->seal);
	sqlite3_reset(table->seal);
	return db_error(db, rc);
}

struct error log_seal(struct db *db, const char *tbl, int64_t id)
{
	bool was = fence_trust(db, true);
	struct error e = seal(db, tbl, id);

	fence_trust(db, was);
	return e;
}

struct error log_row_now(
	struct db *db, const char *tbl, int64_t id, struct arena *arena, const char **json)
{
	sqlite3_stmt *row;

	*json = "";
	TRY(tables_load(db));
	struct table_class *table = table_named(db, tbl);
	if (table == NULL || !table_is_logged(table))
		return ok(); /* a name of somebody else's in a log that was tampered with */
	TRY(table_json_by_id(db, table, id, &row));
	if (sqlite3_step(row) == SQLITE_ROW && sqlite3_column_text(row, 0) != NULL)
		*json = arena_text(arena, (const char *)sqlite3_column_text(row, 0));
	return db_error(db, sqlite3_reset(row));
}
