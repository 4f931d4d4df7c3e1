/* SPDX-License-Identifier: MIT
 * Reads one state of the file itself, and changes nothing: nobody waits for it in WAL mode, it
 * takes no more memory for a large file, and a file that can only be read is as good. */
#include "db/verify.h"

#include <stdio.h>
#include <string.h>

#include "db/base/sortkey.h"
#include "db/base/watch.h"
#include "db/fence.h"
#include "db/internal.h"
#include "db/log.h"
#include "db/schema.h"
#include "db/search_remake.h"
#include "db/verify_check.h"
#include "db/verify_search.h"

void check_found(
	struct check *check, const char *fault, const char *table, int64_t row, int64_t seq)
{
	struct verdict *verdict = check->verdict;

	if (!verdict->good)
		return;
	verdict->good = false;
	verdict->fault = fault;
	snprintf(verdict->table, sizeof(verdict->table), "%s", table);
	verdict->row = row;
	verdict->seq = seq;
}

sqlite3_stmt *check_prepare(struct check *check, const char *sql)
{
	sqlite3_stmt *statement = NULL;

	if (sqlite3_prepare_v2(check->db->sqlite, sql, -1, &statement, NULL) != SQLITE_OK)
		check_found(check, "integrity", "", 0, 0);
	return statement;
}

bool check_step(struct check *check, sqlite3_stmt *statement)
{
	if (statement == NULL)
		return false;
	int rc = sqlite3_step(statement);
	if (rc != SQLITE_ROW && rc != SQLITE_DONE)
		check_found(check, "integrity", "", 0, 0);
	return rc == SQLITE_ROW;
}

bool check_same(sqlite3_stmt *row, int column, const void *bytes, size_t n)
{
	return (size_t)sqlite3_column_bytes(row, column) == n &&
	       (n == 0 || memcmp(sqlite3_column_blob(row, column), bytes, n) == 0);
}

void check_tell(const struct check *check, size_t quarters, size_t more)
{
	size_t part = check->part;

	watch_progress(quarters * part + (more < part ? more : part), 4 * part);
}

/* Walks the table and the last change of each of its rows side by side, both by id. */
static void compare_rows(struct check *check, const struct table_class *table, sqlite3_stmt *rows,
	sqlite3_stmt *last)
{
	bool row = check_step(check, rows), change = check_step(check, last);

	while (row || change) {
		int64_t row_id = row ? sqlite3_column_int64(rows, TABLE_FIRST_COLUMN) : INT64_MAX;
		int64_t change_id = change ? sqlite3_column_int64(last, 0) : INT64_MAX;
		int64_t seq = change ? sqlite3_column_int64(last, 2) : 0;

		if (row_id < change_id) {
			check_found(check, "extra", table->name, row_id, 0);
			row = check_step(check, rows);
		} else if (change_id < row_id) {
			check_found(check, "missing", table->name, change_id, seq);
			change = check_step(check, last);
		} else {
			uint8_t digest[DIGEST_SIZE];

			table_digest(table, rows, digest);
			if (!check_same(last, 1, digest, sizeof(digest)))
				check_found(check, "digest", table->name, row_id, seq);
			row = check_step(check, rows);
			change = check_step(check, last);
		}
		check_tell(check, 2, ++check->rows);
	}
}

static void check_logged(struct check *check, const struct table_class *table)
{
	sqlite3_stmt *rows = NULL, *last = NULL;
	char *sql = table_select(table, "ORDER BY id");

	rows = check_prepare(check, sql);
	sqlite3_free(sql);
	sql = sqlite3_mprintf(
		"SELECT row_id, digest, log_seq FROM (SELECT row_id, digest, log_seq, op, "
		"max(id) FROM log_change WHERE tbl = %Q GROUP BY row_id) WHERE op <> 'D' "
		"ORDER BY row_id",
		table->name);
	last = check_prepare(check, sql);
	sqlite3_free(sql);
	if (rows != NULL && last != NULL)
		compare_rows(check, table, rows, last);
	sqlite3_finalize(rows);
	sqlite3_finalize(last);
}

static void check_working(struct check *check, const struct table_class *table)
{
	sqlite3_stmt *rows = NULL;
	char *sql = table_select(table, "ORDER BY id");

	/* The seal stands behind the columns it covers. */
	char *with_seal = sqlite3_mprintf(
		"SELECT w.*, t.digest FROM (%s) w JOIN \"%w\" t ON t.id = w.id", sql, table->name);
	sqlite3_free(sql);
	rows = check_prepare(check, with_seal);
	sqlite3_free(with_seal);
	while (check_step(check, rows)) {
		uint8_t digest[DIGEST_SIZE];

		table_digest(table, rows, digest);
		if (!check_same(rows, sqlite3_column_count(rows) - 1, digest, sizeof(digest)))
			check_found(check, "working", table->name,
				sqlite3_column_int64(rows, TABLE_FIRST_COLUMN), 0);
	}
	sqlite3_finalize(rows);
}

/* A derived column x_key is the sort key of column x. */
static void check_derived(struct check *check, const struct table_class *table, const char *column)
{
	sqlite3_stmt *rows = NULL;
	char *sql = sqlite3_mprintf("SELECT id, \"%.*w\", \"%w\" FROM \"%w\" ORDER BY id",
		(int)strlen(column) - (int)strlen("_key"), column, column, table->name);

	rows = check_prepare(check, sql);
	sqlite3_free(sql);
	struct arena arena = { 0 };
	while (check_step(check, rows)) {
		const char *text = (const char *)sqlite3_column_text(rows, 1);
		struct sortkey key = sortkey_make(&arena, text == NULL ? "" : text);

		if (!check_same(rows, 2, key.bytes, key.n))
			check_found(
				check, "derived", table->name, sqlite3_column_int64(rows, 0), 0);
		arena_clear(&arena);
	}
	sqlite3_finalize(rows);
}

static void check_tables(struct check *check)
{
	for (size_t i = 0; i < check->db->table_count; i++) {
		const struct table_class *table = &check->db->tables[i];

		if (table_is_logged(table))
			check_logged(check, table);
		else if (table_is_working(table))
			check_working(check, table);
		for (size_t c = 0; c < table->n; c++)
			if (table->columns[c].class == CLASS_DERIVED)
				check_derived(check, table, table->columns[c].name);
	}
}

/* Compares what a query gives in the file with what it gives in a database made from the schema
 * alone. */
static struct error compare_with_pristine(struct check *check, sqlite3 *pristine, const char *sql,
	const char *table, const char *fault)
{
	sqlite3_stmt *ours = NULL, *theirs = NULL;

	ours = check_prepare(check, sql);
	if (sqlite3_prepare_v2(pristine, sql, -1, &theirs, NULL) != SQLITE_OK)
		return fail(E_DB, NULL);
	bool a, b;
	do {
		a = check_step(check, ours);
		b = sqlite3_step(theirs) == SQLITE_ROW;
		bool same = a == b;
		for (int i = 0; same && a && i < sqlite3_column_count(theirs); i++)
			same = check_same(ours, i, sqlite3_column_blob(theirs, i),
				(size_t)sqlite3_column_bytes(theirs, i));
		if (!same) {
			check_found(check, fault, table, 0, 0);
			break;
		}
	} while (a);
	sqlite3_finalize(ours);
	sqlite3_finalize(theirs);
	return ok();
}

/* What SQLite counts for itself (ANALYZE, PRAGMA optimize of any program) is not of the
 * competition. */
static const char schema_objects[] =
	"SELECT name, type, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite^_stat%' "
	"ESCAPE '^' ORDER BY name, type";

static const char *object_name(sqlite3_stmt *row, bool there)
{
	return there ? (const char *)sqlite3_column_text(row, 0) : NULL;
}

/* The first table, index, view or trigger that is only in one of the two, or not the same in both.
 */
static void compare_objects(struct check *check, sqlite3_stmt *ours, sqlite3_stmt *theirs)
{
	bool a = true, b = true, same = true;

	while (same && a) {
		a = check_step(check, ours);
		b = sqlite3_step(theirs) == SQLITE_ROW;
		same = a == b;
		for (int i = 0; same && a && i < sqlite3_column_count(theirs); i++)
			same = check_same(ours, i, sqlite3_column_blob(theirs, i),
				(size_t)sqlite3_column_bytes(theirs, i));
	}
	if (same)
		return;
	const char *here = object_name(ours, a), *there = object_name(theirs, b);
	bool extra = there == NULL || (here != NULL && strcmp(here, there) <= 0);
	check_found(check, "schema", extra ? here : there, 0, 0);
}

static struct error check_objects(struct check *check, sqlite3 *pristine)
{
	sqlite3_stmt *theirs = NULL, *ours = check_prepare(check, schema_objects);

	if (sqlite3_prepare_v2(pristine, schema_objects, -1, &theirs, NULL) != SQLITE_OK) {
		sqlite3_finalize(ours);
		return fail(E_DB, NULL);
	}
	compare_objects(check, ours, theirs);
	sqlite3_finalize(ours);
	sqlite3_finalize(theirs);
	return ok();
}

static struct error check_schema(struct check *check, sqlite3 *pristine)
{
	char head[120];

	snprintf(head, sizeof(head), "PRAGMA application_id = %d; PRAGMA user_version = %d;",
		SCHEMA_APPLICATION_ID, SCHEMA_VERSION);
	if (sqlite3_exec(pristine, head, NULL, NULL, NULL) != SQLITE_OK ||
		sqlite3_exec(pristine, schema_text, NULL, NULL, NULL) != SQLITE_OK)
		return fail(E_DB, NULL);
	TRY(check_objects(check, pristine));
	TRY(compare_with_pristine(
		check, pristine, "PRAGMA user_version", "user_version", "schema"));
	TRY(compare_with_pristine(
		check, pristine, "PRAGMA application_id", "application_id", "schema"));
	TRY(compare_with_pristine(check, pristine,
		"SELECT id, tbl, col, class FROM column_class ORDER BY id", "column_class",
		"schema"));
	if (search_is_newer(check->db))
		check->newer_index = true;
	return ok();
}

static void check_search(struct check *check)
{
	if (check->newer_index)
		check_found(check, "search_newer", "search", 0, 0);
	else if (check->verdict->good && !verify_search(check->db->sqlite))
		check_found(check, "search", "search", 0, 0);
}

/* Of the pages, not of what is in them: a value against the rules of its table. */
static bool is_content(const char *report)
{
	return strstr(report, " constraint failed in ") != NULL ||
	       strstr(report, " value in ") != NULL;
}

static void read_reports(struct check *check, sqlite3_stmt *rows)
{
	int rc;

	while ((rc = sqlite3_step(rows)) == SQLITE_ROW) {
		const char *report = (const char *)sqlite3_column_text(rows, 0);

		if (report != NULL && is_content(report))
			check->rule_broken = true;
		else if (report == NULL || strcmp(report, "ok") != 0)
			check_found(check, "integrity", "", 0, 0);
	}
	if (rc != SQLITE_DONE)
		check_found(check, "integrity", "", 0, 0);
}

/* On a connection that knows no virtual tables: newer versions of SQLite would ask the search index
 * as well and tell of it only that the file is damaged, or not even begin. What is wrong with it
 * verify_search says by name. */
static struct error check_pages(struct check *check)
{
	sqlite3 *sqlite = NULL;
	sqlite3_stmt *rows = NULL;

	TRY(db_connect_again(check->db, &sqlite));
	sqlite3_drop_modules(sqlite, NULL);
	if (sqlite3_prepare_v2(sqlite, "PRAGMA integrity_check", -1, &rows, NULL) == SQLITE_OK)
		read_reports(check, rows);
	else
		check_found(check, "integrity", "", 0, 0);
	sqlite3_finalize(rows);
	sqlite3_close(sqlite);
	return ok();
}

/* Last, because the digests tell more of a changed row than the rules it breaks or the rows that
 * refer to it. */
static void check_rules(struct check *check)
{
	sqlite3_stmt *rows = check_prepare(check, "PRAGMA foreign_key_check");

	if (check_step(check, rows))
		check_found(check, "integrity", (const char *)sqlite3_column_text(rows, 0),
			sqlite3_column_int64(rows, 1), 0);
	sqlite3_finalize(rows);
	if (check->rule_broken)
		check_found(check, "integrity", "", 0, 0);
}

static void count_work(struct check *check)
{
	sqlite3_stmt *changes = check_prepare(check, "SELECT max(id) FROM log_change");

	check->part = 1;
	if (check_step(check, changes) && sqlite3_column_int64(changes, 0) > 0)
		check->part = (size_t)sqlite3_column_int64(changes, 0);
	sqlite3_finalize(changes);
	check_tell(check, 0, 0);
}

static struct error check_all(struct check *check)
{
	sqlite3 *pristine = NULL;

	count_work(check);
	TRY(check_pages(check));
	check_tell(check, 1, 0);
	TRY(db_connect(NULL, SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY, &pristine));
	struct error e = check_schema(check, pristine);
	sqlite3_close(pristine);
	TRY(e);
	check_log(check);
	check_tables(check);
	check_tell(check, 3, 0);
	check_search(check);
	check_rules(check);
	check_tell(check, 4, 0);
	return ok();
}

struct error verify_heads(
	struct db *db, struct noted_head *heads, size_t n, struct verdict *verdict)
{
	struct check check = { .db = db, .verdict = verdict, .heads = heads, .head_count = n };

	*verdict = (struct verdict){ .good = true };
	for (size_t i = 0; i < n; i++)
		heads[i].state = HEAD_MISSING;
	TRY(fence_refuse(db));
	TRY(tables_load(db));
	bool held = db->held;
	db_hold(db);
	struct error e = check_all(&check);
	if (!held)
		db_let_go(db);
	/* Whatever was found when the end was asked for is no finding. */
	return watch_stopped() != 0 ? fail(E_INTERRUPTED, NULL) : e;
}

struct error verify_file(struct db *db, int64_t seq, const char *hex, struct verdict *verdict)
{
	struct noted_head head = { .seq = seq, .hash = hex };

	return verify_heads(db, &head, seq == 0 ? 0 : 1, verdict);
}
