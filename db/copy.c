/* SPDX-License-Identifier: MIT
 * Copies of the whole file, and what makes a file whole. */
#include <string.h>

#include "db/base/watch.h"
#include "db/fence.h"
#include "db/file.h"
#include "db/internal.h"
#include "db/making.h"

/* What SQLite does at the last closing is the same, but it tells nobody that it failed. */
struct error db_settle(const char *path)
{
	sqlite3 *sqlite = NULL;
	char busy[20] = "";

	TRY(db_connect(path, SQLITE_OPEN_READWRITE, &sqlite));
	int rc = connection_answer(sqlite, "PRAGMA wal_checkpoint(TRUNCATE)", busy, sizeof(busy));
	struct error e = connection_error(sqlite, rc);
	if (e.code == E_OK && strcmp(busy, "0") != 0)
		e = fail(E_BUSY, NULL);
	if (sqlite3_close(sqlite) != SQLITE_OK && e.code == E_OK)
		e = fail(E_DB, "close");
	return e.code == E_OK ? file_check_beside(path) : e;
}

enum { STEP_PAGES = 256 };

/* Of one state of the file, which is held meanwhile: in WAL mode that keeps nobody waiting, where
 * steps without it would begin anew after each commit of somebody else, and with a large file never
 * end. The copy is a plain file without WAL, which can be read from a medium that cannot be
 * written. */
static int copy_pages(struct db *db, sqlite3 *copy)
{
	sqlite3_backup *backup = sqlite3_backup_init(copy, "main", db->sqlite, "main");
	int rc;

	if (backup == NULL)
		return sqlite3_errcode(copy);
	do {
		rc = sqlite3_backup_step(backup, STEP_PAGES);
		if (rc == SQLITE_BUSY || rc == SQLITE_LOCKED)
			sqlite3_sleep(10);
		int all = sqlite3_backup_pagecount(backup);
		watch_progress((size_t)(all - sqlite3_backup_remaining(backup)), (size_t)all);
	} while (watch_stopped() == 0 &&
		 (rc == SQLITE_OK || rc == SQLITE_BUSY || rc == SQLITE_LOCKED));
	int finished = sqlite3_backup_finish(backup);
	return watch_stopped() != 0 ? SQLITE_INTERRUPT : finished;
}

/* A read transaction begins with what it reads first. */
static struct error copy_one_state(struct db *db, sqlite3 *copy)
{
	bool held = db->held;
	int64_t ignored;

	db_hold(db);
	struct error e = db_number(db, Q_LOG_HEAD_SEQ, NO_ARGS, &ignored);
	if (e.code == E_OK)
		e = connection_error(copy, copy_pages(db, copy));
	if (!held)
		db_let_go(db);
	return e;
}

static struct error fill_copy(struct db *db, const char *path, const char *journal_mode)
{
	sqlite3 *copy = NULL;

	TRY(db_connect(path, SQLITE_OPEN_READWRITE, &copy));
	struct error e = copy_one_state(db, copy);
	if (e.code == E_OK)
		e = connection_error(copy, connection_journal(copy, journal_mode));
	if (sqlite3_close(copy) != SQLITE_OK && e.code == E_OK)
		e = fail(E_DB, "close");
	return e;
}

struct error db_backup(struct db *db, const char *path)
{
	struct making making;

	TRY(fence_refuse(db));
	TRY(making_begin(&making, path, MAKING_PRIVATE));
	return making_end(&making, fill_copy(db, making.made, "delete"));
}

struct error db_restore(struct db *copy, const char *path)
{
	struct making making;

	TRY(making_begin(&making, path, MAKING_COMPETITION));
	struct error e = fill_copy(copy, making.made, "wal");
	if (e.code == E_OK)
		e = db_settle(making.made);
	return making_end(&making, e);
}
