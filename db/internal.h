/* SPDX-License-Identifier: MIT
 * What the files of db/ share about the handle. Not for anyone else. */
#pragma once

#include <sqlite3.h>

#include "db/db.h"

struct table_class;

struct db {
	sqlite3 *sqlite;
	char *path;
	sqlite3_stmt *statements[Q_COUNT];
	int lock_fd; /* -1 until the first write */
	bool readonly, in_transaction;
	struct error mode_fault; /* why it is only read, if that is its mode */
	bool held;               /* reading one state of the file */
	bool fenced, trusted;    /* fence.c */
	char fence[32];          /* prefix of its secret names */
	sqlite3_session *session;
	struct db_actor actor;
	struct table_class *tables; /* loaded at the first write */
	size_t table_count;
	int64_t data_version;
	char message[200]; /* SQLite's own words about the last failure, for developers */
};

/* SQLite's result code as ours; remembers its message. SQLITE_OK gives E_OK. */
struct error db_error(struct db *db, int rc);
/* Opens and configures a connection; NULL `path` gives an empty database in memory. */
struct error db_connect(const char *path, int flags, sqlite3 **sqlite);
