/* SPDX-License-Identifier: MIT
 * The connection and its transactions. Statements are in stmt.c, the log entry in log.c. */
#include "db/db.h"

#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "db/base/watch.h"
#include "db/fence.h"
#include "db/file.h"
#include "db/fold.h"
#include "db/internal.h"
#include "db/log.h"
#include "db/schema.h"
#include "db/search.h"

enum { BUSY_MILLISECONDS = 5000, ASKED_EVERY = 10000 };

/* Asked by SQLite every so many of its steps: is what it does to end? */
static int is_stopped(void *unused)
{
	(void)unused;
	return watch_stopped() != 0;
}

/* The settings every connection gets; foreign keys are read back, because a build of SQLite
 * without them would take orphan rows in silence. */
static int configure(sqlite3 *sqlite)
{
	int on = 0, ignored;

	sqlite3_extended_result_codes(sqlite, 1);
	sqlite3_busy_timeout(sqlite, BUSY_MILLISECONDS);
	sqlite3_progress_handler(sqlite, ASKED_EVERY, is_stopped, NULL);
	sqlite3_db_config(sqlite, SQLITE_DBCONFIG_ENABLE_FKEY, 1, &on);
	sqlite3_db_config(sqlite, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, &ignored);
	sqlite3_db_config(sqlite, SQLITE_DBCONFIG_DEFENSIVE, 1, &ignored);
	sqlite3_db_config(sqlite, SQLITE_DBCONFIG_DQS_DDL, 0, &ignored);
	sqlite3_db_config(sqlite, SQLITE_DBCONFIG_DQS_DML, 0, &ignored);
	sqlite3_limit(sqlite, SQLITE_LIMIT_ATTACHED, 0);
	if (on != 1 || fold_register(sqlite) != SQLITE_OK)
		return SQLITE_ERROR;
	return sqlite3_exec(sqlite,
		"PRAGMA synchronous = FULL; PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY;",
		NULL, NULL, NULL);
}

/* There are no threads, so nothing needs its locks; nor is memory counted. Later than at the first
 * connection it is refused, and not needed. */
static void configure_library(void)
{
	sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
	sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

struct error db_connect(const char *path, int flags, sqlite3 **sqlite)
{
	configure_library();
	int rc = sqlite3_open_v2(path == NULL ? ":memory:" : path, sqlite,
		flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);

	if (rc == SQLITE_OK)
		rc = configure(*sqlite);
	if (rc == SQLITE_OK)
		return ok();
	struct error e = connection_error(*sqlite, rc);
	sqlite3_close(*sqlite);
	*sqlite = NULL;
	return e;
}

static struct db *new_handle(const char *path, sqlite3 *sqlite, struct error unwritable)
{
	struct db *db = xmalloc(sizeof(*db));

	*db = (struct db){ .sqlite = sqlite, .path = xstrdup(path), .lock_fd = -1 };
	db->unwritable = unwritable;
	return db;
}

int connection_answer(sqlite3 *sqlite, const char *sql, char *out, size_t size)
{
	sqlite3_stmt *statement = NULL;
	int rc = sqlite3_prepare_v2(sqlite, sql, -1, &statement, NULL);

	if (rc == SQLITE_OK)
		rc = sqlite3_step(statement);
	if (rc == SQLITE_ROW)
		snprintf(out, size, "%s", sqlite3_column_text(statement, 0));
	int last = sqlite3_finalize(statement);
	return rc == SQLITE_ROW ? last : rc;
}

/* SQLite answers with the mode it has; that it could not change it is no error to it. */
int connection_journal(sqlite3 *sqlite, const char *mode)
{
	char sql[40], now[20] = "";

	snprintf(sql, sizeof(sql), "PRAGMA journal_mode = %s", mode);
	int rc = connection_answer(sqlite, sql, now, sizeof(now));
	return rc != SQLITE_OK || strcmp(now, mode) == 0 ? rc : SQLITE_BUSY;
}

static struct error install_schema(sqlite3 *sqlite)
{
	char head[200];

	snprintf(head, sizeof(head),
		"PRAGMA journal_mode = WAL; BEGIN IMMEDIATE; PRAGMA application_id = %d;"
		"PRAGMA user_version = %d;",
		SCHEMA_APPLICATION_ID, SCHEMA_VERSION);
	int rc = sqlite3_exec(sqlite, head, NULL, NULL, NULL);
	if (rc == SQLITE_OK)
		rc = sqlite3_exec(sqlite, schema_text, NULL, NULL, NULL);
	if (rc == SQLITE_OK)
		rc = sqlite3_exec(sqlite, "COMMIT", NULL, NULL, NULL);
	return connection_error(sqlite, rc);
}

struct error db_create(const char *path, struct db **db)
{
	sqlite3 *sqlite = NULL;

	TRY(db_connect(path, SQLITE_OPEN_READWRITE, &sqlite));
	struct error e = install_schema(sqlite);
	if (e.code != E_OK) {
		sqlite3_close(sqlite);
		return e;
	}
	*db = new_handle(path, sqlite, ok());
	return ok();
}

static struct error pragma_number(struct db *db, const char *sql, int64_t *number)
{
	sqlite3_stmt *statement = NULL;
	int rc = sqlite3_prepare_v2(db->sqlite, sql, -1, &statement, NULL);

	if (rc == SQLITE_OK)
		rc = sqlite3_step(statement);
	if (rc == SQLITE_ROW)
		*number = sqlite3_column_int64(statement, 0);
	struct error e = db_error(db, rc);
	sqlite3_finalize(statement);
	return e;
}

/* Some programs copy the rows of a file and lose its marks (the sqlite3 shell's .dump and .clone).
 */
static struct error refuse_foreign(struct db *db)
{
	int64_t tables = 0;

	TRY(pragma_number(db,
		"SELECT count(*) FROM sqlite_schema WHERE name IN ('column_class', 'log_change', "
		"'code_series')",
		&tables));
	return fail(E_FOREIGN, tables == 3 ? "copy" : NULL);
}

/* A newer Klash may upgrade the file while it is open here: what this one knows of the tables then
 * holds no more. */
static struct error check_version(struct db *db)
{
	int64_t version = 0;
	bool was = fence_trust(db, true); /* of the file, and nothing that is in it */
	struct error e = pragma_number(db, "PRAGMA user_version", &version);

	fence_trust(db, was);
	TRY(e);
	db->newer = version > SCHEMA_VERSION;
	return db->newer ? fail(E_TOO_NEW, NULL) : ok();
}

static struct error check_identity(struct db *db)
{
	int64_t application = 0;
	struct arena arena = { 0 };
	char *digest = NULL;

	TRY(pragma_number(db, "PRAGMA application_id", &application));
	if (application != SCHEMA_APPLICATION_ID)
		return refuse_foreign(db);
	TRY(check_version(db));
	struct error e = db_text(db, Q_META_GET, ARGS(TXT("key", "schema")), &arena, &digest);
	if (e.code == E_NOT_FOUND || e.code == E_DB ||
		(e.code == E_OK && strcmp(digest, schema_digest) != 0))
		e = fail(E_TOO_OLD, NULL);
	arena_clear(&arena);
	return e;
}

/* What a path may not have in a URI. */
static void add_escaped(struct buffer *uri, const char *path)
{
	while (path[0] == '/' && path[1] == '/') /* else a host's name would follow */
		path++;
	for (const char *c = path; *c != '\0'; c++)
		if (strchr("%?#", *c) != NULL)
			buffer_printf(uri, "%%%02X", (unsigned)*c);
		else
			buffer_add(uri, c, 1);
}

/* Is all of it in the file itself? Else reading makes files beside it, with modes as wrong. */
static bool has_settled(const char *path)
{
	struct buffer log = { 0 };

	buffer_printf(&log, "%s-wal", path);
	bool empty = file_is_empty(log.text);
	buffer_clear(&log);
	return empty;
}

/* Reading in WAL mode makes files beside it, which are as read-only as the file itself and stay:
 * whoever made it writable again could not write. Nobody writes to it, so it is read without them,
 * unless there is something in the log that is not in the file yet. */
static struct error connect_readonly(const char *path, sqlite3 **sqlite)
{
	struct buffer uri = { 0 };

	if (!has_settled(path))
		return db_connect(path, SQLITE_OPEN_READONLY, sqlite);
	buffer_text(&uri, "file:");
	add_escaped(&uri, path);
	buffer_text(&uri, "?immutable=1");
	struct error e = db_connect(uri.text, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, sqlite);
	buffer_clear(&uri);
	return e;
}

/* Reading works on a full disk too, although SQLite can make nothing beside the file there. */
static struct error connect(
	const char *path, struct error fault, sqlite3 **sqlite, struct error *unwritable)
{
	*unwritable =
		fault.code == E_OK && !file_is_writable(path) ? fail(E_READONLY, NULL) : fault;
	if (unwritable->code == E_OK) {
		struct error e = db_connect(path, SQLITE_OPEN_READWRITE, sqlite);

		if (e.code != E_FULL)
			return e;
		*unwritable = e;
	}
	return connect_readonly(path, sqlite);
}

struct error db_connect_again(const struct db *db, sqlite3 **sqlite)
{
	return db->unwritable.code == E_OK ? db_connect(db->path, SQLITE_OPEN_READWRITE, sqlite) :
					     connect_readonly(db->path, sqlite);
}

struct error db_open(const char *path, struct db **out)
{
	sqlite3 *sqlite = NULL;
	struct error fault = file_check(path), unwritable;

	if (fault.code != E_OK && (fault.code != E_MODE || !has_settled(path)))
		return fault;
	if (access(path, R_OK) != 0)
		return fail(E_ACCESS, NULL);
	TRY(connect(path, fault, &sqlite, &unwritable));
	struct db *db = new_handle(path, sqlite, unwritable);
	struct error e = check_identity(db);
	if (e.code != E_OK) {
		db_close(db);
		return fault.code == E_OK ? e : fault; /* what was wrong first */
	}
	(void)db_moved(db);
	place_note(db);
	log_note_seen(db);
	*out = db;
	return ok();
}

void db_close(struct db *db)
{
	if (db == NULL)
		return;
	statements_free(db);
	tables_free(db);
	sqlite3_close(db->sqlite);
	if (db->lock_fd >= 0)
		close(db->lock_fd);
	free(db->path);
	free(db);
}

bool db_is_readonly(const struct db *db)
{
	return db->unwritable.code != E_OK;
}

struct error db_mode_fault(const struct db *db)
{
	return db->unwritable.code == E_MODE ? db->unwritable : ok();
}

struct error db_unread(struct db *db)
{
	struct error e = db->unread;

	db->unread = ok();
	return e;
}

const char *db_path(const struct db *db)
{
	return db->path;
}

void db_set_actor(struct db *db, struct db_actor actor)
{
	db->actor = actor;
}

void db_hold(struct db *db)
{
	if (db->held || db->in_transaction)
		return;
	db->held = sqlite3_exec(db->sqlite, "BEGIN", NULL, NULL, NULL) == SQLITE_OK;
}

void db_let_go(struct db *db)
{
	if (db->held)
		sqlite3_exec(db->sqlite, "COMMIT", NULL, NULL, NULL);
	db->held = false;
}

void db_rest(struct db *db)
{
	sqlite3_db_release_memory(db->sqlite);
	malloc_trim(0);
}

/* SQLite's own, and 64 MB. */
void db_keep_much(struct db *db, bool much)
{
	bool was = fence_trust(db, true);

	sqlite3_exec(db->sqlite, much ? "PRAGMA cache_size = -65536" : "PRAGMA cache_size = -2000",
		NULL, NULL, NULL);
	fence_trust(db, was);
}

/* A backup that was copied into place, or another program, leaves the file without WAL, where each
 * reader is in every writer's way. What is cached of it goes first: without WAL SQLite tells a file
 * that was overwritten in place only by a counter, which two backups of one file have in common. */
static struct error put_wal_back(struct db *db)
{
	if (db->place.wal)
		return ok();
	sqlite3_db_release_memory(db->sqlite);
	bool was = fence_trust(db, true);
	struct error e = db_error(db, connection_journal(db->sqlite, "wal"));
	fence_trust(db, was);
	return e;
}

static struct error begin_locked(struct db *db)
{
	TRY(put_wal_back(db));
	TRY(db_error(db, sqlite3_exec(db->sqlite, "BEGIN IMMEDIATE", NULL, NULL, NULL)));
	TRY(check_version(db));
	TRY(place_check(db));
	return log_start(db);
}

static void rollback(struct db *db)
{
	log_stop(db);
	if (sqlite3_get_autocommit(db->sqlite) == 0)
		sqlite3_exec(db->sqlite, "ROLLBACK", NULL, NULL, NULL);
}

static struct error transaction_begin(struct db *db)
{
	TRY(db->unwritable);
	if (db->in_transaction)
		return (struct error){ .code = E_DB, .field = "nested" };
	TRY(db_stands(db));
	db_let_go(db);
	if (db->lock_fd < 0)
		TRY(lock_open(db->path, &db->lock_fd));
	TRY(lock_take(db->lock_fd));
	struct error e = begin_locked(db);
	if (e.code != E_OK) {
		rollback(db);
		lock_release(db->lock_fd);
		return e;
	}
	db->in_transaction = true;
	return ok();
}

/* The recording goes on where the entry of the act before has ended it. */
static struct error act_begin(struct db *db)
{
	if (db->in_act)
		return (struct error){ .code = E_DB, .field = "nested" };
	TRY(db_sound(db));
	if (db->session == NULL)
		TRY(log_start(db));
	db->in_act = true;
	return ok();
}

struct error db_begin(struct db *db)
{
	return db->series ? act_begin(db) : transaction_begin(db);
}

/* Everything that can still be found wrong before the commit. */
static struct error finish(struct db *db, struct error e, const char *verb, const char *object)
{
	struct error sound = db_sound(db);

	if (sound.code != E_OK)
		return sound;
	TRY(e);
	/* What the index had before a series only its beginning knows: once, at its end. */
	if (!db->series)
		TRY(search_write(db));
	TRY(verb != NULL ? log_write(db, verb, object) : log_check_unchanged(db));
	return db_stands(db);
}

/* Commits, or rolls back with an error; `logged`: there is a new last entry. */
static struct error transaction_end(struct db *db, struct error e, bool logged)
{
	if (e.code == E_OK) {
		log_stop(db);
		e = db_error(db, sqlite3_exec(db->sqlite, "COMMIT", NULL, NULL, NULL));
	}
	if (e.code != E_OK)
		rollback(db);
	else if (logged)
		db->seen = db->written;
	db->in_transaction = false;
	id_list_clear(&db->searched);
	db->failed = ok();
	lock_release(db->lock_fd);
	return e;
}

static struct error act_end(struct db *db, struct error e, const char *verb, const char *object)
{
	if (!db->in_act)
		return e;
	db->in_act = false;
	e = finish(db, e, verb, object);
	if (db->failed.code == E_OK)
		db->failed = e; /* and all of the series with it */
	return e;
}

struct error db_end(struct db *db, struct error e, const char *verb, const char *object)
{
	if (!db->in_transaction)
		return e;
	bool was = fence_trust(db, true);
	e = db->series ? act_end(db, e, verb, object) : finish(db, e, verb, object);
	fence_trust(db, was);
	return db->series ? e : transaction_end(db, e, verb != NULL);
}

struct error db_series_begin(struct db *db)
{
	TRY(transaction_begin(db));
	db->series = true;
	return ok();
}

struct error db_series_end(struct db *db, struct error e)
{
	if (!db->series)
		return e;
	if (e.code == E_OK)
		e = db_sound(db);
	if (e.code == E_OK) {
		bool was = fence_trust(db, true);

		e = search_write(db);
		fence_trust(db, was);
	}
	db->series = db->in_act = false;
	return transaction_end(db, e, db->written.seq > db->seen.seq);
}

/* Not by SQLITE_FCNTL_DATA_VERSION: that counts our own commits too, and others' only when
 * something is read. */
bool db_moved(struct db *db)
{
	int64_t version = db->data_version;
	bool was = fence_trust(
		db, true); /* that something moved; what it was stays behind the fence */
	struct error e = pragma_number(db, "PRAGMA data_version", &version);

	fence_trust(db, was);
	if (e.code != E_OK)
		return false;
	bool moved = version != db->data_version;
	db->data_version = version;
	if (moved)
		(void)check_version(db); /* db_stands tells */
	return moved;
}
