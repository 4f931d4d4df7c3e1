/* SPDX-License-Identifier: MIT
 * Named statements: prepared at first use, kept, always reset. */
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "db/fence.h"
#include "db/internal.h"

static struct error prepare(struct db *db, enum query query, sqlite3_stmt **statement)
{
	TRY(fence_check(db, (int)query));
	if (db->statements[query] == NULL) {
		int rc = sqlite3_prepare_v3(db->sqlite, query_texts[query], -1,
			SQLITE_PREPARE_PERSISTENT, &db->statements[query], NULL);
		if (rc != SQLITE_OK)
			return db_error(db, rc);
	}
	*statement = db->statements[query];
	return ok();
}

static int bind_value(sqlite3_stmt *statement, int at, const struct value *value)
{
	switch (value->type) {
	case VALUE_NULL:
		return sqlite3_bind_null(statement, at);
	case VALUE_INT:
		return sqlite3_bind_int64(statement, at, value->number);
	case VALUE_TEXT:
		return sqlite3_bind_text(statement, at, value->bytes, -1, SQLITE_STATIC);
	case VALUE_BLOB:
		return sqlite3_bind_blob64(statement, at, value->bytes, value->n, SQLITE_STATIC);
	}
	return SQLITE_MISUSE;
}

static struct error start(struct db *db, enum query query, const struct value *args, size_t n,
	sqlite3_stmt **statement)
{
	if (db->in_transaction)
		TRY(db_sound(db));
	TRY(prepare(db, query, statement));
	assert((size_t)sqlite3_bind_parameter_count(*statement) == n);
	for (size_t i = 0; i < n; i++) {
		int rc = bind_value(*statement, (int)i + 1, &args[i]);
		if (rc != SQLITE_OK)
			return db_error(db, rc);
	}
	return ok();
}

/* Resets on every path, so that no statement keeps a read transaction open or holds pointers to the
 * caller's values. Only the reset tells that there was no memory for a value that was read. */
static struct error finish(struct db *db, sqlite3_stmt *statement, int rc)
{
	struct error e = db_error(db, rc);
	int last = sqlite3_reset(statement);

	if (e.code == E_OK)
		e = db_error(db, last);
	sqlite3_clear_bindings(statement);
	return e;
}

struct error db_run(struct db *db, enum query query, const struct value *args, size_t n)
{
	sqlite3_stmt *statement;
	int rc;

	TRY(start(db, query, args, n, &statement));
	do
		rc = sqlite3_step(statement);
	while (rc == SQLITE_ROW);
	return finish(db, statement, rc);
}

struct error db_insert(
	struct db *db, enum query query, const struct value *args, size_t n, int64_t *id)
{
	TRY(db_run(db, query, args, n));
	*id = sqlite3_last_insert_rowid(db->sqlite);
	return ok();
}

int64_t db_changes(const struct db *db)
{
	return sqlite3_changes64(db->sqlite);
}

struct error db_number(
	struct db *db, enum query query, const struct value *args, size_t n, int64_t *number)
{
	sqlite3_stmt *statement;

	TRY(start(db, query, args, n, &statement));
	int rc = sqlite3_step(statement);
	if (rc == SQLITE_ROW)
		*number = sqlite3_column_int64(statement, 0);
	TRY(finish(db, statement, rc));
	return rc == SQLITE_ROW ? ok() : fail(E_NOT_FOUND, "record");
}

static char *column_text(sqlite3_stmt *statement, int column, struct arena *arena)
{
	const void *text = sqlite3_column_text(statement, column);
	int n = sqlite3_column_bytes(statement, column);

	return arena_bytes(arena, text == NULL ? "" : text, text == NULL ? 0 : (size_t)n);
}

struct error db_text(struct db *db, enum query query, const struct value *args, size_t n,
	struct arena *arena, char **text)
{
	sqlite3_stmt *statement;

	TRY(start(db, query, args, n, &statement));
	int rc = sqlite3_step(statement);
	if (rc == SQLITE_ROW)
		*text = column_text(statement, 0, arena);
	TRY(finish(db, statement, rc));
	return rc == SQLITE_ROW ? ok() : fail(E_NOT_FOUND, "record");
}

struct error db_ids(
	struct db *db, enum query query, const struct value *args, size_t n, struct id_list *ids)
{
	sqlite3_stmt *statement;
	int rc = SQLITE_DONE;

	TRY(start(db, query, args, n, &statement));
	while (!ids->more && (rc = sqlite3_step(statement)) == SQLITE_ROW) {
		id_list_add(ids, sqlite3_column_int64(statement, 0));
		ids->more = ids->n == ids->limit;
	}
	return finish(db, statement, rc);
}

static void fill_field(sqlite3_stmt *statement, int column, const struct row_field *field,
	struct arena *arena, char *row)
{
	void *member = row + field->offset;

	switch (field->type) {
	case FIELD_INT:
		*(int64_t *)member = sqlite3_column_int64(statement, column);
		break;
	case FIELD_BOOL:
		*(bool *)member = sqlite3_column_int64(statement, column) != 0;
		break;
	case FIELD_TEXT:
		*(const char **)member = column_text(statement, column, arena);
		break;
	case FIELD_BLOB: {
		const void *bytes = sqlite3_column_blob(statement, column);
		size_t n = (size_t)sqlite3_column_bytes(statement, column);

		*(struct blob *)member = (struct blob){ arena_bytes(arena, bytes, n), n };
		break;
	}
	}
}

static void fill_row(
	sqlite3_stmt *statement, const struct shape *shape, struct arena *arena, char *row)
{
	assert((size_t)sqlite3_column_count(statement) == shape->n);
	for (size_t i = 0; i < shape->n; i++)
		fill_field(statement, (int)i, &shape->fields[i], arena, row);
}

struct error db_row(struct db *db, enum query query, const struct value *args, size_t n,
	const struct shape *shape, struct arena *arena, void *row)
{
	sqlite3_stmt *statement;

	TRY(start(db, query, args, n, &statement));
	int rc = sqlite3_step(statement);
	if (rc == SQLITE_ROW) {
		memset(row, 0, shape->size);
		fill_row(statement, shape, arena, row);
	}
	TRY(finish(db, statement, rc));
	return rc == SQLITE_ROW ? ok() : fail(E_NOT_FOUND, "record");
}

/* Grows by doubling inside the arena; what is left behind is freed with it. */
struct error db_rows(struct db *db, enum query query, const struct value *args, size_t n,
	const struct shape *shape, struct arena *arena, void *rows, size_t *count)
{
	sqlite3_stmt *statement;
	size_t capacity = 0, used = 0;
	char *all = NULL;
	int rc;

	TRY(start(db, query, args, n, &statement));
	while ((rc = sqlite3_step(statement)) == SQLITE_ROW) {
		if (used == capacity) {
			capacity = capacity == 0 ? 16 : capacity * 2;
			char *larger = arena_alloc(arena, capacity * shape->size);
			if (used != 0)
				memcpy(larger, all, used * shape->size);
			all = larger;
		}
		fill_row(statement, shape, arena, all + used * shape->size);
		used++;
	}
	TRY(finish(db, statement, rc));
	*(void **)rows = all;
	*count = used;
	return ok();
}

struct error db_each(struct db *db, enum query query, const struct value *args, size_t n,
	const struct shape *shape, struct error (*each)(void *arg, const void *row), void *arg)
{
	struct arena arena = { 0 };
	struct error e = ok();
	sqlite3_stmt *statement;
	int rc = SQLITE_DONE;

	TRY(start(db, query, args, n, &statement));
	char *row = xmalloc(shape->size);
	while (e.code == E_OK && (rc = sqlite3_step(statement)) == SQLITE_ROW) {
		memset(row, 0, shape->size);
		fill_row(statement, shape, &arena, row);
		e = each(arg, row);
		arena_clear(&arena);
	}
	free(row);
	struct error last = finish(db, statement, rc);
	return e.code == E_OK ? last : e;
}

struct error db_prepare_all(struct db *db)
{
	for (int i = 0; i < Q_COUNT; i++) {
		sqlite3_stmt *statement;

		if (query_for_jurors[i] != db->fenced)
			continue;
		struct error e = prepare(db, (enum query)i, &statement);

		if (e.code != E_OK) {
			fprintf(stderr, "%s: %s\n", query_names[i], db->message);
			return e;
		}
	}
	return ok();
}
