/* SPDX-License-Identifier: MIT
 * Is the open file still the one at its path? In WAL mode SQLite does not ask: what is committed
 * goes into a -wal that belongs to no file any more, or to another one. */
#include <string.h>
#include <sys/stat.h>

#include "db/fence.h"
#include "db/internal.h"
#include "db/log.h"

/* Of the file's header, as SQLite's file format has it. */
enum { HEADER_SIZE = 100, FORMAT_AT = 18, FORMAT_WAL = 2, COUNTER_AT = 24 };

static bool has_moved(struct db *db)
{
	int moved = 0;

	sqlite3_file_control(db->sqlite, "main", SQLITE_FCNTL_HAS_MOVED, &moved);
	return moved != 0;
}

static bool stat_wal(const struct db *db, struct stat *status)
{
	const char *name = sqlite3_db_filename(db->sqlite, "main");

	return name != NULL && stat(sqlite3_filename_wal(name), status) == 0;
}

/* The -wal is made once and stays as long as anybody has the file open. */
static bool wal_is_another(const struct db *db)
{
	struct stat now;

	return db->place.wal && (!stat_wal(db, &now) || now.st_ino != db->place.inode ||
					now.st_dev != db->place.device);
}

/* What is in the file itself, past cache and -wal, through SQLite's own descriptor: closing one of
 * ours would drop its locks. */
static bool read_header(struct db *db, unsigned char header[HEADER_SIZE])
{
	sqlite3_file *file = NULL;

	sqlite3_file_control(db->sqlite, "main", SQLITE_FCNTL_FILE_POINTER, &file);
	return file != NULL && file->pMethods != NULL &&
	       file->pMethods->xRead(file, header, HEADER_SIZE, 0) == SQLITE_OK;
}

static int64_t change_counter(const unsigned char *header)
{
	int64_t counter = 0;

	for (int i = 0; i < 4; i++)
		counter = counter << 8 | header[COUNTER_AT + i];
	return counter;
}

void place_note(struct db *db)
{
	unsigned char header[HEADER_SIZE];
	struct stat wal;

	if (!read_header(db, header) || header[FORMAT_AT] != FORMAT_WAL || !stat_wal(db, &wal))
		return;
	db->place = (struct place){ true, wal.st_dev, wal.st_ino, change_counter(header) };
}

struct error db_stands(struct db *db)
{
	if (db->damaged)
		return fail(E_CORRUPT, NULL);
	if (db->newer)
		return fail(E_TOO_NEW, NULL);
	return has_moved(db) || wal_is_another(db) ? fail(E_MOVED, NULL) : ok();
}

/* Overwritten in place by a copy: a backup has another format, and an older copy an older counter,
 * which checkpoints only ever raise. */
static bool is_overwritten(struct db *db)
{
	unsigned char header[HEADER_SIZE];

	if (!db->place.wal || !read_header(db, header))
		return false;
	if (header[FORMAT_AT] != FORMAT_WAL || change_counter(header) < db->place.counter)
		return true;
	db->place.counter = change_counter(header);
	return false;
}

struct error place_check(struct db *db)
{
	TRY(db_stands(db));
	if (!db->place.wal)
		place_note(db); /* others may have brought WAL back */
	return is_overwritten(db) ? fail(E_MOVED, NULL) : log_check_seen(db);
}
