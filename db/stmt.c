/* SPDX-License-Identifier: MIT
 * Named statements: prepared at first use, kept, always reset. */
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "db/fence.h"
#include "db/internal.h"

/* NULL: the record has no such member. */
static const struct field *member_named(const struct record *record, const char *column)
{
	const struct field *field = record == NULL ? NULL : record_column(record, column);

	return field != NULL && field->storage == STORED_NOWHERE ? NULL : field;
}

/* Where each column goes; E_DB if one goes nowhere. */
static struct error find_columns(struct db *db, enum query query, struct statement *statement)
{
	const struct record *record = query_records[query];
	int n = sqlite3_column_count(statement->sqlite);

	if (record == NULL || n == 0)
		return ok();
	statement->columns = xmalloc((size_t)n * sizeof(const struct field *));
	for (int i = 0; i < n; i++) {
		const char *name = sqlite3_column_name(statement->sqlite, i);

		statement->columns[i] = name == NULL ? NULL : member_named(record, name);
		if (statement->columns[i] == NULL) {
			snprintf(db->message, sizeof(db->message), "%s is no member of %s",
				name == NULL ? "a column" : name, record->name);
			return fail(E_DB, query_names[query]);
		}
	}
	return ok();
}

/* SQLite's own names are gone when it prepares the statement anew. */
static void find_parameters(enum query query, struct statement *statement)
{
	const struct record *record = query_records[query];

	statement->n = (size_t)sqlite3_bind_parameter_count(statement->sqlite);
	statement->parameters = xmalloc((statement->n + 1) * sizeof(struct parameter));
	for (size_t i = 0; i < statement->n; i++) {
		const char *name = sqlite3_bind_parameter_name(statement->sqlite, (int)i + 1);
		struct parameter *parameter = &statement->parameters[i];

		assert(name != NULL && *name == ':');
		parameter->name = xstrdup(name + 1);
		parameter->field = member_named(record, name + 1);
	}
}

static void statement_free(struct statement *statement)
{
	for (size_t i = 0; i < statement->n; i++)
		free(statement->parameters[i].name);
	free(statement->parameters);
	free(statement->columns);
	sqlite3_finalize(statement->sqlite);
	*statement = (struct statement){ 0 };
}

void statements_free(struct db *db)
{
	for (size_t i = 0; i < LEN(db->statements); i++)
		statement_free(&db->statements[i]);
}

static struct error prepare(struct db *db, enum query query, struct statement **statement)
{
	TRY(fence_check(db, (int)query));
	*statement = &db->statements[query];
	if ((*statement)->sqlite != NULL)
		return ok();
	int rc = sqlite3_prepare_v3(db->sqlite, query_texts[query], -1, SQLITE_PREPARE_PERSISTENT,
		&(*statement)->sqlite, NULL);
	if (rc != SQLITE_OK)
		return db_error(db, rc);
	struct error e = find_columns(db, query, *statement);
	if (e.code != E_OK)
		statement_free(*statement);
	else
		find_parameters(query, *statement);
	return e;
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

/* Calls mostly name them in the statement's order, so the first look finds it. */
static size_t parameter_named(const struct statement *statement, const char *name, size_t first)
{
	if (first < statement->n && strcmp(statement->parameters[first].name, name) == 0)
		return first;
	for (size_t i = 0; i < statement->n; i++)
		if (strcmp(statement->parameters[i].name, name) == 0)
			return i;
	return statement->n;
}

/* A call and its statement do not fit each other: a fault of the program, found by any test that
 * makes the call. */
_Noreturn static void misnamed(enum query query, const char *name, const char *fault)
{
	fprintf(stderr, "%s: %s %s\n", query_names[query], name, fault);
	abort();
}

static struct value member_value(const struct field *field, const void *row)
{
	const void *member = (const char *)row + field->offset;

	switch (field->storage) {
	case STORED_INT: {
		int64_t number = *(const int64_t *)member;

		return value_int(field->column, number, field->none && number == 0);
	}
	case STORED_BOOL:
		return I64(field->column, *(const bool *)member);
	case STORED_TEXT:
		return TXT(field->column, *(const char *const *)member);
	case STORED_BLOB: {
		const struct blob *blob = member;

		return BLOB(field->column, blob->bytes, blob->n);
	}
	case STORED_NOWHERE:
		break;
	}
	return TXT(field->column, NULL);
}

/* The parameters that `bound` does not hold yet. */
static struct error bind_members(struct db *db, enum query query, const struct statement *statement,
	uint64_t bound, const void *row)
{
	for (size_t i = 0; i < statement->n; i++) {
		const struct parameter *parameter = &statement->parameters[i];

		if (bound >> i & 1)
			continue;
		if (row == NULL || parameter->field == NULL)
			misnamed(query, parameter->name, "is not given");
		struct value value = member_value(parameter->field, row);
		TRY(db_error(db, bind_value(statement->sqlite, (int)i + 1, &value)));
	}
	return ok();
}

/* `row` gives what `args` do not; it may be NULL. */
static struct error start_with(struct db *db, enum query query, const void *row,
	const struct value *args, size_t n, struct statement **statement)
{
	uint64_t bound = 0;

	if (db->in_transaction)
		TRY(db_sound(db));
	TRY(prepare(db, query, statement));
	assert((*statement)->n <= 64);
	for (size_t i = 0; i < n; i++) {
		size_t at = parameter_named(*statement, args[i].name, i);

		if (at == (*statement)->n || bound >> at & 1)
			misnamed(query, args[i].name, "is unknown or given twice");
		bound |= UINT64_C(1) << at;
		TRY(db_error(db, bind_value((*statement)->sqlite, (int)at + 1, &args[i])));
	}
	return bind_members(db, query, *statement, bound, row);
}

static struct error start(struct db *db, enum query query, const struct value *args, size_t n,
	struct statement **statement)
{
	return start_with(db, query, NULL, args, n, statement);
}

/* Resets on every path, so that no statement keeps a read transaction open or holds pointers to the
 * caller's values. Only the reset tells that there was no memory for a value that was read. */
static struct error finish(struct db *db, const struct statement *statement, int rc)
{
	struct error e = db_error(db, rc);
	int last = sqlite3_reset(statement->sqlite);

	if (e.code == E_OK)
		e = db_error(db, last);
	sqlite3_clear_bindings(statement->sqlite);
	return e;
}

struct error db_run(struct db *db, enum query query, const struct value *args, size_t n)
{
	struct statement *statement;
	int rc;

	TRY(start(db, query, args, n, &statement));
	do
		rc = sqlite3_step(statement->sqlite);
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

struct error db_put(struct db *db, enum query query, const void *row, const struct value *args,
	size_t n, int64_t *id)
{
	struct statement *statement;

	TRY(start_with(db, query, row, args, n, &statement));
	int rc = sqlite3_step(statement->sqlite);
	TRY(finish(db, statement, rc));
	if (id != NULL)
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
	struct statement *statement;

	TRY(start(db, query, args, n, &statement));
	int rc = sqlite3_step(statement->sqlite);
	if (rc == SQLITE_ROW)
		*number = sqlite3_column_int64(statement->sqlite, 0);
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
	struct statement *statement;

	TRY(start(db, query, args, n, &statement));
	int rc = sqlite3_step(statement->sqlite);
	if (rc == SQLITE_ROW)
		*text = column_text(statement->sqlite, 0, arena);
	TRY(finish(db, statement, rc));
	return rc == SQLITE_ROW ? ok() : fail(E_NOT_FOUND, "record");
}

struct error db_ids(
	struct db *db, enum query query, const struct value *args, size_t n, struct id_list *ids)
{
	struct statement *statement;
	int rc = SQLITE_DONE;

	TRY(start(db, query, args, n, &statement));
	while (!ids->more && (rc = sqlite3_step(statement->sqlite)) == SQLITE_ROW) {
		id_list_add(ids, sqlite3_column_int64(statement->sqlite, 0));
		ids->more = ids->n == ids->limit;
	}
	return finish(db, statement, rc);
}

static void fill_field(sqlite3_stmt *statement, int column, const struct field *field,
	struct arena *arena, char *row)
{
	void *member = row + field->offset;

	switch (field->storage) {
	case STORED_INT:
		*(int64_t *)member = sqlite3_column_int64(statement, column);
		break;
	case STORED_BOOL:
		*(bool *)member = sqlite3_column_int64(statement, column) != 0;
		break;
	case STORED_TEXT:
		*(const char **)member = column_text(statement, column, arena);
		break;
	case STORED_BLOB: {
		const void *bytes = sqlite3_column_blob(statement, column);
		size_t n = (size_t)sqlite3_column_bytes(statement, column);

		*(struct blob *)member = (struct blob){ arena_bytes(arena, bytes, n), n };
		break;
	}
	case STORED_NOWHERE:
		break;
	}
}

static void fill_row(const struct statement *statement, struct arena *arena, char *row)
{
	int n = sqlite3_column_count(statement->sqlite);

	for (int i = 0; i < n; i++)
		fill_field(statement->sqlite, i, statement->columns[i], arena, row);
}

/* Of a statement that gives rows of a record. */
static size_t row_size(enum query query, const struct statement *statement)
{
	assert(statement->columns != NULL);
	return query_records[query]->size;
}

struct error db_row(struct db *db, enum query query, const struct value *args, size_t n,
	struct arena *arena, void *row)
{
	struct statement *statement;

	TRY(start(db, query, args, n, &statement));
	size_t size = row_size(query, statement);
	int rc = sqlite3_step(statement->sqlite);
	if (rc == SQLITE_ROW) {
		memset(row, 0, size);
		fill_row(statement, arena, row);
	}
	TRY(finish(db, statement, rc));
	return rc == SQLITE_ROW ? ok() : fail(E_NOT_FOUND, "record");
}

/* Grows by doubling inside the arena; what is left behind is freed with it. */
struct error db_rows(struct db *db, enum query query, const struct value *args, size_t n,
	struct arena *arena, void *rows, size_t *count)
{
	struct statement *statement;
	size_t capacity = 0, used = 0;
	char *all = NULL;
	int rc;

	TRY(start(db, query, args, n, &statement));
	size_t size = row_size(query, statement);
	while ((rc = sqlite3_step(statement->sqlite)) == SQLITE_ROW) {
		if (used == capacity) {
			capacity = capacity == 0 ? 16 : capacity * 2;
			char *larger = arena_alloc(arena, capacity * size);
			if (used != 0)
				memcpy(larger, all, used * size);
			all = larger;
		}
		fill_row(statement, arena, all + used * size);
		used++;
	}
	TRY(finish(db, statement, rc));
	*(void **)rows = all;
	*count = used;
	return ok();
}

struct error db_each(struct db *db, enum query query, const struct value *args, size_t n,
	struct error (*each)(void *arg, const void *row), void *arg)
{
	struct arena arena = { 0 };
	struct error e = ok();
	struct statement *statement;
	int rc = SQLITE_DONE;

	TRY(start(db, query, args, n, &statement));
	size_t size = row_size(query, statement);
	char *row = xmalloc(size);
	while (e.code == E_OK && (rc = sqlite3_step(statement->sqlite)) == SQLITE_ROW) {
		memset(row, 0, size);
		fill_row(statement, &arena, row);
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
		struct statement *statement;

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
