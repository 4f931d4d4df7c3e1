/* SPDX-License-Identifier: MIT
 * The hash-chained log. Each committed act is one row of `log` and one row of `log_change` for each
 * row it changed, found by SQLite's session extension, so that no function can forget to log.
 * A change holds the digest of the whole row; columns of class `personal` enter the digest as
 * SHA-256(salt, value), so that they can be erased without touching the chain. */
#pragma once

#include <sqlite3.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "db/base/error.h"
#include "db/hasher.h"

struct db;

/* Inside a transaction: start recording changes; stop and forget them. */
struct error log_start(struct db *db);
void log_stop(struct db *db);
/* Writes the entry for what was recorded, or fails: never a part of it. An entry without changes is
 * an event. */
struct error log_write(struct db *db, const char *verb, const char *object);
/* That nothing was recorded which the log would have to hold: E_DB. */
struct error log_check_unchanged(struct db *db);
/* Notes the last entry at opening. */
void log_note_seen(struct db *db);
/* E_MOVED if the last entry that was seen is no longer there: this is another file. */
struct error log_check_seen(struct db *db);
void log_tables_free(struct db *db);

/* Writes the digest of a working row (class `working`) into its seal column. */
struct error log_seal(struct db *db, const char *tbl, int64_t id);

/* For verify: the classes of one table, and digests of rows read by its statement. */
enum column_class {
	CLASS_CLEAR,
	CLASS_PERSONAL,
	CLASS_DERIVED,
	CLASS_CHAIN,
	CLASS_WORKING,
	CLASS_SEAL
};

struct class_column {
	char *name;
	enum column_class class;
};

struct table_class {
	char *name;
	struct class_column *columns;
	size_t n;
	sqlite3_stmt *by_id, *seal; /* prepared at first use */
};

struct error log_load_tables(struct db *db);
/* Logged tables have clear and personal columns; working and chain tables do not. */
bool table_is_logged(const struct table_class *table);
bool table_is_working(const struct table_class *table);
/* SELECT <clear columns as JSON>, <salt>, <every column of the digest> FROM <table>; free with
 * sqlite3_free. */
char *table_select(const struct table_class *table, const char *tail);
/* Digest of the row the statement of table_select stands on. */
void table_digest(const struct table_class *table, sqlite3_stmt *row, uint8_t digest[DIGEST_SIZE]);
