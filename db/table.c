/* SPDX-License-Identifier: MIT */
#include "db/table.h"

#include <stdlib.h>
#include <string.h>

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

struct table_class *table_named(struct db *db, const char *name)
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

struct error tables_load(struct db *db)
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

void tables_free(struct db *db)
{
	for (size_t i = 0; i < db->table_count; i++) {
		struct table_class *table = &db->tables[i];

		sqlite3_finalize(table->by_id);
		sqlite3_finalize(table->json);
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
	sqlite3_str *list = sqlite3_str_new(NULL);
	bool salted = false;

	for (size_t i = 0; i < table->n; i++) {
		const struct class_column *column = &table->columns[i];

		if (column->class != CLASS_DERIVED && column->class != CLASS_SEAL)
			sqlite3_str_appendf(list, ", \"%w\"", column->name);
		salted = salted || strcmp(column->name, "salt") == 0;
	}
	char *of_list = sqlite3_str_finish(list), *sql = NULL;
	if (of_list != NULL) /* else there was no memory for it */
		sql = sqlite3_mprintf("SELECT %s%s FROM \"%w\" %s", salted ? "salt" : "NULL",
			of_list, table->name, tail);
	sqlite3_free(of_list);
	return sql;
}

static char *select_json(const struct table_class *table)
{
	sqlite3_str *list = sqlite3_str_new(NULL);

	for (size_t i = 0; i < table->n; i++)
		if (table->columns[i].class == CLASS_CLEAR)
			sqlite3_str_appendf(list, "%s%Q, \"%w\"",
				sqlite3_str_length(list) > 0 ? ", " : "", table->columns[i].name,
				table->columns[i].name);
	char *of_list = sqlite3_str_finish(list), *sql = NULL;
	if (of_list != NULL)
		sql = sqlite3_mprintf(
			"SELECT json_object(%s) FROM \"%w\" WHERE id = ?1", of_list, table->name);
	sqlite3_free(of_list);
	return sql;
}

void table_commitment(sqlite3_stmt *row, int column, uint8_t commitment[DIGEST_SIZE])
{
	struct hasher *hasher = hasher_new();

	hasher_column(hasher, row, TABLE_SALT);
	hasher_column(hasher, row, column);
	hasher_finish(hasher, commitment);
}

/* Once value and salt are gone, nobody can guess what was there from the digest. */
static void put_commitment(struct hasher *hasher, sqlite3_stmt *row, int column)
{
	uint8_t commitment[DIGEST_SIZE];

	if (sqlite3_column_type(row, column) == SQLITE_NULL) {
		hasher_blob(hasher, NULL, 0);
		return;
	}
	table_commitment(row, column, commitment);
	hasher_blob(hasher, commitment, sizeof(commitment));
}

void table_digest(const struct table_class *table, sqlite3_stmt *row, uint8_t digest[DIGEST_SIZE])
{
	struct hasher *hasher = hasher_new();
	int at = TABLE_FIRST_COLUMN;

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

/* Takes `sql`; the statement is prepared once. */
static struct error bound_to_row(
	struct db *db, char *sql, sqlite3_stmt **kept, int64_t id, sqlite3_stmt **row)
{
	int rc = SQLITE_OK;

	if (*kept == NULL)
		rc = sql == NULL ? SQLITE_NOMEM :
				   sqlite3_prepare_v2(db->sqlite, sql, -1, kept, NULL);
	sqlite3_free(sql);
	if (rc != SQLITE_OK)
		return db_error(db, rc);
	*row = *kept;
	return db_error(db, sqlite3_bind_int64(*kept, 1, id));
}

struct error table_by_id(struct db *db, struct table_class *table, int64_t id, sqlite3_stmt **row)
{
	char *sql = table->by_id == NULL ? table_select(table, "WHERE id = ?1") : NULL;

	return bound_to_row(db, sql, &table->by_id, id, row);
}

struct error table_json_by_id(
	struct db *db, struct table_class *table, int64_t id, sqlite3_stmt **row)
{
	char *sql = table->json == NULL ? select_json(table) : NULL;

	return bound_to_row(db, sql, &table->json, id, row);
}
