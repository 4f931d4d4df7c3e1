/* SPDX-License-Identifier: MIT
 * What the files of db/ share about the handle. Not for anyone else. */
#pragma once

#include <sqlite3.h>
#include <sys/types.h>

#include "db/db.h"
#include "db/log.h"
#include "db/table.h"

/* The -wal that the connection writes to, and the lowest change counter the file can have. */
struct place {
	bool wal; /* noted: the file is in WAL mode */
	dev_t device;
	ino_t inode;
	int64_t counter;
};

/* The last log entry that was seen; nobody takes it out again. */
struct log_seen {
	int64_t seq; /* 0: none */
	uint8_t hash[DIGEST_SIZE];
};

/* A named statement, with what its names mean looked up once. */
struct statement {
	sqlite3_stmt *sqlite;
	const struct field **columns; /* of the record, one for each column; NULL: no record */
	struct parameter *parameters;
	size_t n; /* of parameters */
};

struct parameter {
	char *name;
	const struct field *field; /* NULL: no member of the record */
};

struct db {
	sqlite3 *sqlite;
	char *path;
	struct statement statements[Q_COUNT];
	int lock_fd; /* -1 until the first write */
	bool in_transaction;
	bool series, in_act;     /* several acts in one transaction; one of them is going on */
	struct error unwritable; /* E_OK, or why nothing can be written */
	struct error failed;     /* the first statement of the transaction that failed */
	struct error unread;     /* the first one outside of any that did */
	bool damaged;            /* SQLite has found it so */
	bool newer;              /* a newer Klash has upgraded it since it was opened */
	struct place place;
	struct log_seen seen, written;
	struct id_list searched; /* rows of the index to write at the transaction's end */
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

/* When the handle is closed. */
void statements_free(struct db *db);
/* SQLite's result code as ours; remembers its message. SQLITE_OK gives E_OK. */
struct error db_error(struct db *db, int rc);
/* Inside a transaction: E_OK as long as nothing in it has failed and SQLite has not ended it. */
struct error db_sound(const struct db *db);
/* Notes where the file is, once something was read. */
void place_note(struct db *db);
/* E_MOVED, E_CORRUPT; inside a transaction that may write. */
struct error place_check(struct db *db);
/* Opens and configures a connection; NULL `path` gives an empty database in memory. */
struct error db_connect(const char *path, int flags, sqlite3 **sqlite);
/* The same to the handle's file, as the handle reads it. */
struct error db_connect_again(const struct db *db, sqlite3 **sqlite);
/* The error of a connection that has no handle; a full disk is told as that. */
struct error connection_error(sqlite3 *sqlite, int rc);
/* The one text that a pragma answers with, as far as it fits; SQLite's code. */
int connection_answer(sqlite3 *sqlite, const char *sql, char *out, size_t size);
/* Sets the journal mode, "wal" or "delete"; SQLITE_BUSY if it stays another. */
int connection_journal(sqlite3 *sqlite, const char *mode);
