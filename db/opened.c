/* SPDX-License-Identifier: MIT */
#include "db/opened.h"

#include <string.h>

#include "db/internal.h"

struct last_change {
	int64_t id, seq;
};

struct entry_salt {
	struct blob salt;
	int64_t first; /* id of the entry's first change */
};

static const struct field last_change_fields[] = {
	{ COLUMN(struct last_change, id) },
	{ COLUMN(struct last_change, seq) },
};
const struct record record_of_last_change = RECORD(last_change);

static struct error find_last(
	struct db *db, const char *table, int64_t id, struct last_change *last)
{
	struct error e = db_row(
		db, Q_LOG_LAST_CHANGE, ARGS(TXT("tbl", table), I64("row_id", id)), NULL, last);

	return e.code == E_NOT_FOUND ? fail(E_CORRUPT, NULL) : e;
}

static void salt_of(const void *salt, size_t n, int64_t k, uint8_t part[DIGEST_SIZE])
{
	struct hasher *hasher = hasher_new();

	hasher_blob(hasher, salt, n);
	hasher_int(hasher, k);
	hasher_finish(hasher, part);
}

static const struct field entry_salt_fields[] = {
	{ COLUMN(struct entry_salt, salt) },
	{ COLUMN(struct entry_salt, first) },
};
const struct record record_of_entry_salt = RECORD(entry_salt);

static struct error find_salt(
	struct db *db, struct arena *arena, struct opened_row *row, const struct last_change *last)
{
	struct entry_salt entry;

	TRY(db_row(db, Q_LOG_ENTRY_SALT, ARGS(I64("seq", last->seq)), arena, &entry));
	row->seq = last->seq;
	row->change = CHAIN_FIRST_CHANGE + last->id - entry.first;
	salt_of(entry.salt.bytes, entry.salt.n, row->change, row->salt);
	return ok();
}

/* With the row's salt, which stands before its columns. */
static void read_salted(
	struct arena *arena, sqlite3_stmt *row, int column, struct opened_value *value)
{
	size_t n = (size_t)sqlite3_column_bytes(row, TABLE_SALT);

	value->type = OPENED_SALTED;
	value->number = sqlite3_column_int64(row, column);
	value->salt =
		(struct blob){ arena_bytes(arena, sqlite3_column_blob(row, TABLE_SALT), n), n };
}

static struct error read_value(struct arena *arena, enum column_class class, sqlite3_stmt *row,
	int column, struct opened_value *value)
{
	int type = sqlite3_column_type(row, column);

	if (type == SQLITE_NULL)
		return ok();
	if (class == CLASS_PERSONAL) {
		value->type = OPENED_KEPT;
		table_commitment(row, column, value->commitment);
	} else if (type == SQLITE_INTEGER) {
		value->type = OPENED_INT;
		value->number = sqlite3_column_int64(row, column);
	} else if (type == SQLITE_TEXT) {
		value->type = OPENED_TEXT;
		value->text = arena_text(arena, (const char *)sqlite3_column_text(row, column));
	} else {
		return fail(E_DB, "blob"); /* no clear column of our schema is one */
	}
	return ok();
}

static struct error read_values(struct arena *arena, const struct table_class *table,
	sqlite3_stmt *row, const char *opens, struct opened_row *out)
{
	int column = TABLE_FIRST_COLUMN;

	out->values = arena_alloc(arena, (table->n + 1) * sizeof(*out->values));
	for (size_t i = 0; i < table->n; i++) {
		enum column_class class = table->columns[i].class;

		if (class == CLASS_DERIVED || class == CLASS_SEAL)
			continue;
		struct opened_value *value = &out->values[out->n++];
		if (opens != NULL && strcmp(table->columns[i].name, opens) == 0)
			read_salted(arena, row, column, value);
		else
			TRY(read_value(arena, class, row, column, value));
		column++;
	}
	return ok();
}

struct error opened_row(struct db *db, struct arena *arena, const char *table, int64_t id,
	const char *opens, struct opened_row *row)
{
	struct last_change last;
	sqlite3_stmt *statement;

	*row = (struct opened_row){ 0 };
	TRY(tables_load(db));
	struct table_class *class = table_named(db, table);
	if (class == NULL)
		return fail(E_DB, table);
	TRY(find_last(db, table, id, &last));
	TRY(find_salt(db, arena, row, &last));
	TRY(table_by_id(db, class, id, &statement));
	int rc = sqlite3_step(statement);
	struct error e = rc == SQLITE_ROW ? read_values(arena, class, statement, opens, row) : ok();
	int reset = sqlite3_reset(statement);
	TRY(e);
	TRY(db_error(db, reset));
	return rc == SQLITE_ROW ? ok() : fail(E_NOT_FOUND, "record");
}

/* Rows of the log as they are read. */
struct stored_entry {
	int64_t seq, time, account, changes;
	const char *via, *verb, *object;
	struct blob hash, salt;
};

struct stored_change {
	const char *table, *op;
	int64_t row_id;
	struct blob digest, commitment;
	bool has_digest, has_commitment;
};

struct log_walk {
	struct db *db;
	const struct opened_reader *reader;
	const struct stored_entry *entry;
	int64_t k;
};

static struct error walk_change(void *arg, const void *row)
{
	struct log_walk *walk = arg;
	const struct stored_change *stored = row;
	struct opened_change change = {
		.table = stored->table,
		.op = stored->op,
		.row_id = stored->row_id,
		.commitment = stored->has_commitment ? stored->commitment.bytes : NULL,
	};
	struct hasher *sealed = chain_part(walk->entry->salt.bytes, walk->entry->salt.n, walk->k++);

	if (stored->has_commitment && stored->commitment.n != DIGEST_SIZE) {
		hasher_finish(sealed, change.sealed);
		return fail(E_CORRUPT, NULL);
	}
	hasher_blob(sealed, stored->has_digest ? stored->digest.bytes : NULL, stored->digest.n);
	hasher_finish(sealed, change.sealed);
	return walk->reader->change(walk->reader->arg, &change);
}

static const struct field stored_change_fields[] = {
	{ COLUMN(struct stored_change, table) },
	{ COLUMN(struct stored_change, row_id) },
	{ COLUMN(struct stored_change, op) },
	{ COLUMN(struct stored_change, has_digest) },
	{ COLUMN(struct stored_change, digest) },
	{ COLUMN(struct stored_change, has_commitment) },
	{ COLUMN(struct stored_change, commitment) },
};
const struct record record_of_stored_change = RECORD(stored_change);

static struct error walk_changes(struct log_walk *walk)
{
	return db_each(walk->db, Q_LOG_ENTRY_CHANGES, ARGS(I64("seq", walk->entry->seq)),
		walk_change, walk);
}

static void open_entry(const struct stored_entry *stored, struct opened_entry *entry)
{
	struct hasher *who = chain_part(stored->salt.bytes, stored->salt.n, CHAIN_WHO);
	struct hasher *act = chain_part(stored->salt.bytes, stored->salt.n, CHAIN_ACT);

	*entry = (struct opened_entry){ .seq = stored->seq,
		.time = stored->time,
		.changes = stored->changes,
		.verb = stored->verb,
		.object = stored->object };
	hasher_int(who, stored->account);
	hasher_text(who, stored->via);
	hasher_finish(who, entry->who);
	hasher_text(act, stored->verb);
	hasher_text(act, stored->object);
	hasher_finish(act, entry->act);
	salt_of(stored->salt.bytes, stored->salt.n, CHAIN_ACT, entry->act_salt);
	memcpy(entry->hash, stored->hash.bytes, DIGEST_SIZE);
}

static struct error walk_entry(void *arg, const void *row)
{
	struct log_walk *walk = arg;
	struct opened_entry entry;

	walk->entry = row;
	walk->k = CHAIN_FIRST_CHANGE;
	if (walk->entry->hash.n != DIGEST_SIZE)
		return fail(E_CORRUPT, NULL);
	open_entry(walk->entry, &entry);
	TRY(walk->reader->entry(walk->reader->arg, &entry));
	return walk_changes(walk);
}

static const struct field stored_entry_fields[] = {
	{ COLUMN(struct stored_entry, seq) },
	{ COLUMN(struct stored_entry, time) },
	{ COLUMN(struct stored_entry, account) },
	{ COLUMN(struct stored_entry, via) },
	{ COLUMN(struct stored_entry, verb) },
	{ COLUMN(struct stored_entry, object) },
	{ COLUMN(struct stored_entry, hash) },
	{ COLUMN(struct stored_entry, salt) },
	{ COLUMN(struct stored_entry, changes) },
};
const struct record record_of_stored_entry = RECORD(stored_entry);

struct error opened_log(struct db *db, const struct opened_reader *reader)
{
	struct log_walk walk = { .db = db, .reader = reader };

	return db_each(db, Q_LOG_ENTRIES, NO_ARGS, walk_entry, &walk);
}
