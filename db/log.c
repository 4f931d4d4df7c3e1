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

/* What a change of an existing row replaced; JSON NULL: the row is new. */
struct replaced {
	char *json;
	uint8_t salt[CHAIN_SALT_SIZE], commitment[DIGEST_SIZE];
};

/* What has changed of a row. */
struct change {
	struct table_class *table;
	size_t order; /* of the table among those that have changed */
	int op;
	int64_t id;
	char *before; /* of an existing row; sqlite3_free */
};

struct changes {
	struct change *rows;
	size_t n, room;
};

static void changes_clear(struct changes *changes)
{
	for (size_t i = 0; i < changes->n; i++)
		sqlite3_free(changes->rows[i].before);
	free(changes->rows);
}

static struct change *change_add(struct changes *changes)
{
	if (changes->n == changes->room) {
		changes->room = changes->room == 0 ? 16 : changes->room * 2;
		changes->rows = xrealloc(changes->rows, changes->room * sizeof(*changes->rows));
	}
	struct change *change = &changes->rows[changes->n++];
	*change = (struct change){ 0 };
	return change;
}

static void change_order(struct changes *changes)
{
	struct change *last = &changes->rows[changes->n - 1];

	if (changes->n > 1)
		last->order = last[-1].order + (last[-1].table != last->table ? 1 : 0);
}

static struct error change_read(struct db *db, sqlite3_changeset_iter *iter, struct change *change)
{
	sqlite3_value *id = NULL;
	const char *name;
	int columns, indirect;

	TRY(db_error(db, sqlite3changeset_op(iter, &name, &columns, &change->op, &indirect)));
	change->table = table_named(db, name);
	if (change->table == NULL)
		return fail(E_DB, "log");
	if (change->op == SQLITE_INSERT)
		TRY(db_error(db, sqlite3changeset_new(iter, 0, &id)));
	else
		TRY(db_error(db, sqlite3changeset_old(iter, 0, &id)));
	if (id == NULL)
		return db_error(db, SQLITE_CORRUPT);
	change->id = sqlite3_value_int64(id);
	return change->op == SQLITE_INSERT ?
		       ok() :
		       db_error(db, before_json(change->table, iter, change->op, &change->before));
}

/* Tables in the order in which they were changed; of their rows the session has none. Rows that lie
 * beside each other are read and noted one after the other. */
static int by_row(const void *a, const void *b)
{
	const struct change *x = a, *y = b;

	if (x->order != y->order)
		return x->order < y->order ? -1 : 1;
	return (x->id > y->id) - (x->id < y->id);
}

/* Any other end than SQLITE_DONE leaves changes out. */
static struct error changes_read(struct db *db, int n, void *bytes, struct changes *changes)
{
	sqlite3_changeset_iter *iter = NULL;
	int rc = sqlite3changeset_start(&iter, n, bytes);
	struct error e = db_error(db, rc);

	while (e.code == E_OK && (rc = sqlite3changeset_next(iter)) == SQLITE_ROW) {
		e = change_read(db, iter, change_add(changes));
		change_order(changes);
	}
	if (iter != NULL)
		sqlite3changeset_finalize(iter);
	TRY(e);
	if (changes->n > 1)
		qsort(changes->rows, changes->n, sizeof(*changes->rows), by_row);
	return db_error(db, rc);
}

/* An entry while it is made. */
struct entry {
	int64_t seq, n; /* n: changes so far */
	uint8_t salt[CHAIN_SALT_SIZE];
	struct hasher *hasher;
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
	hasher_text(entry->hasher, change->table->name);
	hasher_int(entry->hasher, change->id);
	hasher_text(entry->hasher, op);
	chain_put(entry->hasher, sealed);
	hasher_blob(entry->hasher, commitment, DIGEST_SIZE);
	entry->n++;
	return db_run(db, Q_LOG_CHANGE_ADD,
		ARGS(I64("seq", entry->seq), TXT("tbl", change->table->name),
			I64("row_id", change->id), TXT("op", op),
			BLOB("digest", digest, DIGEST_SIZE),
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

static struct error write_row(struct db *db, struct entry *entry, const struct change *change)
{
	struct replaced replaced = { .json = change->before };
	uint8_t digest[DIGEST_SIZE];
	bool gone = change->op == SQLITE_DELETE;

	if (!gone)
		TRY(digest_now(db, change->table, change->id, digest));
	if (replaced.json != NULL)
		commit_to(&replaced);
	return write_change(db, entry, change, gone ? NULL : digest, &replaced);
}

static struct error write_changes(struct db *db, struct entry *entry, const struct changes *changes)
{
	for (size_t i = 0; i < changes->n; i++)
		TRY(write_row(db, entry, &changes->rows[i]));
	return ok();
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
	const struct log_head *head, struct entry *entry, const struct changes *changes)
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

static struct error write_all(
	struct db *db, const char *verb, const char *object, const struct changes *changes)
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
	}
	if (e.code == E_OK)
		e = db_run(db, Q_LOG_SET_HASH,
			ARGS(BLOB("hash", db->written.hash, DIGEST_SIZE),
				I64("seq", db->written.seq)));
	arena_clear(&arena);
	return e;
}

/* Read once more: without memory an iterator can end early and call that the end. */
static struct error changes_check(struct db *db, int n, void *bytes, const struct changes *changes)
{
	sqlite3_changeset_iter *iter = NULL;
	int rc = sqlite3changeset_start(&iter, n, bytes);
	size_t seen = 0;

	TRY(db_error(db, rc));
	while ((rc = sqlite3changeset_next(iter)) == SQLITE_ROW)
		seen++;
	sqlite3changeset_finalize(iter);
	TRY(db_error(db, rc));
	return seen == changes->n ? ok() : fail(E_DB, "log");
}

struct error log_write(struct db *db, const char *verb, const char *object)
{
	struct changes changes = { 0 };
	void *bytes = NULL;
	int64_t there = 0;
	int n = 0;

	TRY(db_error(db, sqlite3session_changeset(db->session, &n, &bytes)));
	log_stop(db); /* what the log itself writes is not recorded */
	struct error e = changes_read(db, n, bytes, &changes);
	if (e.code == E_OK)
		e = changes_check(db, n, bytes, &changes);
	sqlite3_free(bytes);
	if (e.code == E_OK)
		e = write_all(db, verb, object, &changes);
	if (e.code == E_OK)
		e = db_number(db, Q_LOG_CHANGE_COUNT, ARGS(I64("seq", db->written.seq)), &there);
	if (e.code == E_OK && there != (int64_t)changes.n)
		e = fail(E_DB, "log");
	changes_clear(&changes);
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
