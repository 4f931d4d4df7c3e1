/* SPDX-License-Identifier: MIT
 * Copies of the whole file, and what makes a file whole. */
#include <errno.h>
#include <sodium.h>
#include <string.h>
#include <unistd.h>

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

/* Where the file format (sqlite.org/fileformat2.html, 1.3) has the change counter, and the counter
 * for which the number of pages beside it is right; both are big-endian. */
enum { CHANGE_COUNTER = 24, PAGES_VALID_FOR = 92, COUNTER_SIZE = 4 };

/* The backup API leaves every copy with the same counter, by which a reader knows that what it has
 * read before still holds: whoever has one copy open while another is written over it would mix the
 * rows of both. So each gets a counter of its own. */
static struct error count_as_own(int fd)
{
	uint8_t counter[COUNTER_SIZE];
	static const off_t places[] = { CHANGE_COUNTER, PAGES_VALID_FOR };

	randombytes_buf(counter, sizeof(counter));
	for (size_t i = 0; i < sizeof(places) / sizeof(*places); i++)
		if (pwrite(fd, counter, sizeof(counter), places[i]) != (ssize_t)sizeof(counter))
			return file_error(errno);
	return ok();
}

struct error db_backup(struct db *db, const char *path, db_copy_check *check, void *arg)
{
	struct making making;

	TRY(fence_refuse(db));
	TRY(making_begin(&making, path, MAKING_PRIVATE));
	struct error e = fill_copy(db, making.made, "delete");
	if (e.code == E_OK)
		e = count_as_own(making.fd);
	if (e.code == E_OK && check != NULL)
		e = check(making.made, arg);
	return making_end(&making, e);
}

/* Where the header says how the file is written and read: 2 with a WAL, 1 without. */
enum { WRITE_VERSION = 18, READ_VERSION = 19 };

static struct error bytes_of(struct db *db, uint8_t **bytes, size_t *n)
{
	bool held = db->held;
	int64_t ignored;
	sqlite3_int64 size = 0;

	db_hold(db);
	struct error e = db_number(db, Q_LOG_HEAD_SEQ, NO_ARGS, &ignored);
	*bytes = e.code == E_OK ? sqlite3_serialize(db->sqlite, "main", &size, 0) : NULL;
	if (!held)
		db_let_go(db);
	if (e.code == E_OK && *bytes == NULL)
		e = connection_error(db->sqlite, SQLITE_NOMEM);
	*n = (size_t)size;
	return e;
}

struct error db_backup_to(struct db *db, FILE *out)
{
	uint8_t *bytes;
	size_t n;

	TRY(fence_refuse(db));
	TRY(bytes_of(db, &bytes, &n));
	bytes[WRITE_VERSION] = bytes[READ_VERSION] = 1;
	randombytes_buf(bytes + CHANGE_COUNTER, COUNTER_SIZE);
	memcpy(bytes + PAGES_VALID_FOR, bytes + CHANGE_COUNTER, COUNTER_SIZE);
	bool written = fwrite(bytes, 1, n, out) == n;
	int number = file_stream_fault(out);
	sqlite3_free(bytes);
	return written && number == 0 ? ok() : file_error(number);
}

/* What of a copy is its own: the counters, and which SQLite wrote the second of them. */
static void forget_own(uint8_t *block)
{
	memset(block + CHANGE_COUNTER, 0, COUNTER_SIZE);
	memset(block + PAGES_VALID_FOR, 0, 2 * COUNTER_SIZE);
}

enum { BLOCK = 65536 };

static bool same_content(FILE *a, FILE *b)
{
	uint8_t blocks[2][BLOCK];
	bool same = true, first = true;
	size_t n;

	do {
		n = fread(blocks[0], 1, BLOCK, a);
		same = fread(blocks[1], 1, BLOCK, b) == n;
		for (int i = 0; first && n == BLOCK && i < 2; i++)
			forget_own(blocks[i]);
		first = false;
		same = same && memcmp(blocks[0], blocks[1], n) == 0;
	} while (same && n == BLOCK);
	return same && ferror(a) == 0 && ferror(b) == 0;
}

struct error db_copies_equal(const char *path, const char *other, bool *equal)
{
	FILE *a = fopen(path, "re");
	struct error e = a == NULL ? file_error(errno) : ok();
	FILE *b = a == NULL ? NULL : fopen(other, "re");

	if (a != NULL && b == NULL)
		e = file_error(errno);
	*equal = b != NULL && same_content(a, b);
	if (b != NULL)
		fclose(b);
	if (a != NULL)
		fclose(a);
	return e;
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
