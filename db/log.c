/* SPDX-License-Identifier: MIT */
#include "db/log.h"

#include <stdlib.h>
#include <string.h>

#include "db/fence.h"
#include "db/internal.h"

static enum column_class class_of(const char *name)
{
	static const char *const names[] = {
		[CLASS_CLEAR] = "clear",
		[CLASS_PERSONAL] = "personal",
		[CLASS_DERIVED] = "derived",
		[CLASS_CHAIN] = "chain",
		[CLASS_WORKING] = "working",
		[CLASS_SEAL] = "seal",
	};

	for (size_t i = 0; i < LEN(names); i++)
		if (strcmp(names[i], name) == 0)
			return (enum column_class)i;
	return CLASS_CLEAR;
}

static struct table_class *table_named(struct db *db, const char *name)
{
	for (size_t i = 0; i < db->table_count; i++)
		if (strcmp(db->tables[i].name, name) == 0)
			return &db->tables[i];
	return NULL;
}

static void add_column(struct db *db, const char *tbl, const char *col, const char *class)
{
	struct table_class *table = table_named(db, tbl);

	if (table == NULL) {
		db->tables = xrealloc(db->tables, (db->table_count + 1) * sizeof(*db->tables));
		table = &db->tables[db->table_count++];
		*table = (struct table_class){ .name = xstrdup(tbl) };
	}
	table->columns = xrealloc(table->columns, (table->n + 1) * sizeof(*table->columns));
	table->columns[table->n++] =
		(struct class_column){ .name = xstrdup(col), .class = class_of(class) };
}

struct error log_load_tables(struct db *db)
{
	sqlite3_stmt *rows = NULL;

	if (db->tables != NULL)
		return ok();
	int rc = sqlite3_prepare_v2(db->sqlite,
		"SELECT tbl, col, class FROM column_class ORDER BY id", -1, &rows, NULL);
	while (rc == SQLITE_OK || rc == SQLITE_ROW) {
		rc = sqlite3_step(rows);
		if (rc == SQLITE_ROW)
			add_column(db, (const char *)sqlite3_column_text(rows, 0),
				(const char *)sqlite3_column_text(rows, 1),
				(const char *)sqlite3_column_text(rows, 2));
	}
	struct error e = db_error(db, rc);
	sqlite3_finalize(rows);
	return e;
}

void log_tables_free(struct db *db)
{
	for (size_t i = 0; i < db->table_count; i++) {
		struct table_class *table = &db->tables[i];

		sqlite3_finalize(table->by_id);
		sqlite3_finalize(table->seal);
		for (size_t c = 0; c < table->n; c++)
			free(table->columns[c].name);
		free(table->columns);
		free(table->name);
	}
	free(db->tables);
	db->tables = NULL;
	db->table_count = 0;
}

static bool has_class(const struct table_class *table, enum column_class class)
{
	for (size_t i = 0; i < table->n; i++)
		if (table->columns[i].class == class)
			return true;
	return false;
}

bool table_is_logged(const struct table_class *table)
{
	return has_class(table, CLASS_CLEAR);
}

bool table_is_working(const struct table_class *table)
{
	return has_class(table, CLASS_WORKING);
}

/* Names come from our own schema and are quoted nevertheless; values never enter the text. */
char *table_select(const struct table_class *table, const char *tail)
{
	sqlite3_str *json = sqlite3_str_new(NULL), *list = sqlite3_str_new(NULL);
	bool salted = false;

	for (size_t i = 0; i < table->n; i++) {
		const struct class_column *column = &table->columns[i];

		if (column->class == CLASS_CLEAR)
			sqlite3_str_appendf(json, "%s%Q, \"%w\"",
				sqlite3_str_length(json) > 0 ? ", " : "", column->name,
				column->name);
		if (column->class != CLASS_DERIVED && column->class != CLASS_SEAL)
			sqlite3_str_appendf(list, ", \"%w\"", column->name);
		salted = salted || strcmp(column->name, "salt") == 0;
	}
	char *of_json = sqlite3_str_finish(json), *of_list = sqlite3_str_finish(list);
	char *sql = sqlite3_mprintf("SELECT json_object(%s), %s%s FROM \"%w\" %s",
		of_json == NULL ? "" : of_json, salted ? "salt" : "NULL",
		of_list == NULL ? "" : of_list, table->name, tail);
	sqlite3_free(of_json);
	sqlite3_free(of_list);
	return sql;
}

/* A personal value enters as SHA-256(salt, value): once value and salt are gone, nobody can guess
 * what was there from the digest. */
static void put_commitment(struct hasher *hasher, sqlite3_stmt *row, int column)
{
	uint8_t commitment[DIGEST_SIZE];

	if (sqlite3_column_type(row, column) == SQLITE_NULL) {
		hasher_blob(hasher, NULL, 0);
		return;
	}
	struct hasher *inner = hasher_new();
	hasher_column(inner, row, 1);
	hasher_column(inner, row, column);
	hasher_finish(inner, commitment);
	hasher_blob(hasher, commitment, sizeof(commitment));
}

void table_digest(const struct table_class *table, sqlite3_stmt *row, uint8_t digest[DIGEST_SIZE])
{
	struct hasher *hasher = hasher_new();
	int at = 2;

	hasher_text(hasher, table->name);
	for (size_t i = 0; i < table->n; i++) {
		enum column_class class = table->columns[i].class;

		if (class == CLASS_DERIVED || class == CLASS_SEAL)
			continue;
		if (class == CLASS_PERSONAL)
			put_commitment(hasher, row, at);
		else
			hasher_column(hasher, row, at);
		at++;
	}
	hasher_finish(hasher, digest);
}

static int only_logged(void *handle, const char *name)
{
	struct db *db = handle;
	const struct table_class *table = table_named(db, name);

	return table != NULL && table_is_logged(table);
}

struct error log_start(struct db *db)
{
	TRY(log_load_tables(db));
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

static struct error by_id(struct db *db, struct table_class *table, int64_t id, sqlite3_stmt **row)
{
	if (table->by_id == NULL) {
		char *sql = table_select(table, "WHERE id = ?1");
		int rc = sql == NULL ? SQLITE_NOMEM :
				       sqlite3_prepare_v2(db->sqlite, sql, -1, &table->by_id, NULL);

		sqlite3_free(sql);
		if (rc != SQLITE_OK)
			return db_error(db, rc);
	}
	*row = table->by_id;
	return db_error(db, sqlite3_bind_int64(table->by_id, 1, id));
}

/* One change: into the table, and into the entry's hash. */
static struct error write_change(struct db *db, int64_t seq, const char *tbl, int64_t id,
	const char *op, const uint8_t *digest, const char *json, struct hasher *hasher)
{
	hasher_text(hasher, tbl);
	hasher_int(hasher, id);
	hasher_text(hasher, op);
	hasher_blob(hasher, digest, DIGEST_SIZE);
	hasher_text(hasher, json);
	return db_run(db, Q_LOG_CHANGE_ADD,
		ARGS(I64(seq), TXT(tbl), I64(id), TXT(op), value_blob(digest, DIGEST_SIZE),
			TXT(json)));
}

static struct error write_row_change(struct db *db, int64_t seq, const char *tbl, int64_t id,
	const char *op, struct hasher *hasher)
{
	struct table_class *table = table_named(db, tbl);
	sqlite3_stmt *row;
	uint8_t digest[DIGEST_SIZE];

	if (table == NULL)
		return fail(E_DB, tbl);
	TRY(by_id(db, table, id, &row));
	struct error e = ok();
	int rc = sqlite3_step(row);
	if (rc == SQLITE_ROW) {
		table_digest(table, row, digest);
		e = write_change(db, seq, tbl, id, op, digest,
			(const char *)sqlite3_column_text(row, 0), hasher);
	} else if (rc == SQLITE_DONE) {
		e = fail(E_DB, tbl); /* it has just been changed */
	}
	int last = sqlite3_reset(row); /* also when there was no memory for a value of it */
	return e.code == E_OK ? db_error(db, last) : e;
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

/* Any other end than SQLITE_DONE leaves changes out. */
static struct error write_changes(struct db *db, int64_t seq, sqlite3_changeset_iter *changes,
	struct hasher *hasher, int64_t *n)
{
	struct change change;
	int rc;

	while ((rc = change_next(changes, &change)) == SQLITE_ROW) {
		if (change.op == SQLITE_DELETE)
			TRY(write_change(db, seq, change.tbl, change.id, "D", NULL, NULL, hasher));
		else
			TRY(write_row_change(db, seq, change.tbl, change.id,
				change.op == SQLITE_INSERT ? "I" : "U", hasher));
		(*n)++;
	}
	return db_error(db, rc);
}

struct log_head {
	int64_t seq;
	struct blob hash;
};

static struct error read_head(struct db *db, struct arena *arena, struct log_head *head)
{
	static const struct row_field fields[] = {
		{ FIELD_INT, offsetof(struct log_head, seq) },
		{ FIELD_BLOB, offsetof(struct log_head, hash) },
	};
	static const struct shape shape = { sizeof(struct log_head), fields, LEN(fields) };
	struct error e = db_row(db, Q_LOG_HEAD, NO_ARGS, &shape, arena, head);

	if (e.code == E_NOT_FOUND) {
		*head = (struct log_head){ 0 };
		e = ok();
	}
	return e;
}

/* The row of `log` goes in first, because its changes refer to it; its hash when it is known. */
static struct error write_entry(struct db *db, const char *verb, const char *object,
	const struct log_head *head, sqlite3_changeset_iter *changes, struct hasher *hasher,
	int64_t *n)
{
	int64_t seq = head->seq + 1;
	int64_t time = db->actor.now == NULL ? 0 : db->actor.now(db->actor.clock);
	const char *via = db->actor.via == NULL ? "" : db->actor.via;
	struct value account = value_ref(db->actor.account);

	hasher_raw(hasher, head->hash.bytes, head->hash.n);
	hasher_int(hasher, seq);
	hasher_int(hasher, time);
	hasher_int(hasher, db->actor.account);
	hasher_text(hasher, via);
	hasher_text(hasher, verb);
	hasher_text(hasher, object);
	TRY(db_run(db, Q_LOG_ADD,
		ARGS(I64(seq), I64(time), account, TXT(via), TXT(verb), TXT(object),
			value_blob(head->hash.n == 0 ? "" : head->hash.bytes, head->hash.n))));
	return write_changes(db, seq, changes, hasher, n);
}

static struct error write_all(struct db *db, const char *verb, const char *object,
	sqlite3_changeset_iter *changes, int64_t *n)
{
	struct arena arena = { 0 };
	struct log_head head;
	struct error e = read_head(db, &arena, &head);

	if (e.code == E_OK) {
		struct hasher *hasher = hasher_new();

		e = write_entry(db, verb, object == NULL ? "" : object, &head, changes, hasher, n);
		hasher_finish(hasher, db->written.hash);
		db->written.seq = head.seq + 1;
	}
	if (e.code == E_OK)
		e = db_run(db, Q_LOG_SET_HASH,
			ARGS(value_blob(db->written.hash, DIGEST_SIZE), I64(db->written.seq)));
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
	TRY(db_number(db, Q_LOG_CHANGE_COUNT, ARGS(I64(db->written.seq)), &there));
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
		ARGS(I64(db->seen.seq), value_blob(db->seen.hash, DIGEST_SIZE)), &there);

	fence_trust(db, was);
	TRY(e);
	return db->seen.seq == 0 || there == 1 ? ok() : fail(E_MOVED, NULL);
}

static struct error seal(struct db *db, const char *tbl, int64_t id)
{
	uint8_t digest[DIGEST_SIZE];
	sqlite3_stmt *row;

	TRY(log_load_tables(db));
	struct table_class *table = table_named(db, tbl);
	if (table == NULL)
		return fail(E_DB, tbl);
	TRY(by_id(db, table, id, &row));
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
