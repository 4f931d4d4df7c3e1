/* SPDX-License-Identifier: MIT
 * Every table with the classes of its columns, and the digest of a row: columns of class `personal`
 * enter it as SHA-256(salt, value), so that they can be erased without touching the chain. */
#pragma once

#include <sqlite3.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "db/base/error.h"
#include "db/hasher.h"

struct db;

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
	sqlite3_stmt *by_id, *json, *seal; /* prepared at first use */
};

/* At the first need; tables_free when the handle is closed. */
struct error tables_load(struct db *db);
void tables_free(struct db *db);
struct table_class *table_named(struct db *db, const char *name); /* NULL: no such table */
/* Logged tables have clear and personal columns; working and chain tables do not. */
bool table_is_logged(const struct table_class *table);
bool table_is_working(const struct table_class *table);
/* SELECT <salt>, <every column of the digest, the id first> FROM <table>; free with sqlite3_free.
 */
enum { TABLE_SALT = 0, TABLE_FIRST_COLUMN = 1 };
char *table_select(const struct table_class *table, const char *tail);
/* The statement of table_select for one row, not stepped yet; to be reset after use. */
struct error table_by_id(struct db *db, struct table_class *table, int64_t id, sqlite3_stmt **row);
/* The same of one that gives the row's clear columns as JSON. */
struct error table_json_by_id(
	struct db *db, struct table_class *table, int64_t id, sqlite3_stmt **row);
/* What stands in a digest for a personal value that is not NULL: SHA-256(salt, value). */
void table_commitment(sqlite3_stmt *row, int column, uint8_t commitment[DIGEST_SIZE]);
/* Digest of the row the statement of table_select stands on. */
void table_digest(const struct table_class *table, sqlite3_stmt *row, uint8_t digest[DIGEST_SIZE]);
