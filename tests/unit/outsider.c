/* SPDX-License-Identifier: MIT */
#include "tests/unit/outsider.h"

#include "tests/sanitized.h"

#include <fcntl.h>
#include <unistd.h>

static void read_whole(struct outsider *o)
{
	FILE *file = fopen(o->f->path, "r");

	assert_non_null(file);
	assert_int_equal(fseek(file, 0, SEEK_END), 0);
	o->n = (size_t)ftell(file);
	rewind(file);
	o->bytes = malloc(o->n);
	assert_int_equal(fread(o->bytes, 1, o->n, file), o->n);
	fclose(file);
}

int outsider_setup(void **state)
{
	struct outsider *o = calloc(1, sizeof(*o));
	void *f;

	/* The schema is read thousands of times; this spares a sanitized build most of the
	 * allocations. */
	assert_int_equal(sqlite3_config(SQLITE_CONFIG_LOOKASIDE, 256, 1000), SQLITE_OK);
	assert_int_equal(fixture_setup(&f), 0);
	o->f = f;
	full_make(o->f, NULL, NULL);
	context_close(&o->f->ctx);
	snprintf(o->copy, sizeof(o->copy), "%s/copy.db", o->f->directory);
	read_whole(o);
	*state = o;
	return 0;
}

int outsider_teardown(void **state)
{
	struct outsider *o = *state;
	void *f = o->f;

	free(o->bytes);
	free(o);
	return fixture_teardown(&f);
}

void copy_write(struct outsider *o, const char *bytes, size_t n)
{
	int fd = open(o->copy, O_WRONLY | O_CREAT | O_TRUNC, 0600);

	assert_true(fd >= 0);
	assert_int_equal(write(fd, bytes, n), n);
	close(fd);
}

void copy_open(struct outsider *o)
{
	/* A test that failed may have left the copy open. */
	if (o->sqlite != NULL)
		copy_close(o);
	copy_write(o, o->bytes, o->n);
	assert_int_equal(sqlite3_open(o->copy, &o->sqlite), SQLITE_OK);
	sqlite3_db_config(o->sqlite, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
	assert_true(copy_run(o, "PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF"));
}

void copy_close(struct outsider *o)
{
	assert_int_equal(sqlite3_close(o->sqlite), SQLITE_OK);
	o->sqlite = NULL;
}

bool copy_run(struct outsider *o, const char *sql)
{
	return sqlite3_exec(o->sqlite, sql, NULL, NULL, NULL) == SQLITE_OK;
}

bool copy_run_on_one(struct outsider *o, char *sql)
{
	bool done = copy_run(o, sql) && sqlite3_changes(o->sqlite) == 1;

	sqlite3_free(sql);
	return done;
}

sqlite3_stmt *query(sqlite3 *sqlite, char *sql)
{
	sqlite3_stmt *statement = NULL;

	if (sqlite3_prepare_v2(sqlite, sql, -1, &statement, NULL) != SQLITE_OK)
		stop_test("%s: %s", sql, sqlite3_errmsg(sqlite));
	sqlite3_free(sql);
	return statement;
}

char *copy_text(struct outsider *o, char *sql)
{
	sqlite3_stmt *row = query(o->sqlite, sql);
	const char *text = "";

	if (sqlite3_step(row) == SQLITE_ROW && sqlite3_column_text(row, 0) != NULL)
		text = (const char *)sqlite3_column_text(row, 0);
	char *copy = sqlite3_mprintf("%s", text);
	sqlite3_finalize(row);
	return copy;
}

const char *look(struct outsider *o, struct verdict *v)
{
	struct db *db;

	*v = (struct verdict){ .fault = "refused" };
	if (db_open(o->copy, &db).code != E_OK)
		return "refused";
	if (verify_file(db, 0, "", v).code != E_OK)
		*v = (struct verdict){ .fault = "refused" };
	db_close(db);
	return v->good ? "" : v->fault;
}

/* The log's two tables are one chain; the tables of the index are one index. */
static bool names(const struct verdict *v, const char *table)
{
	if (strncmp(table, "log", 3) == 0)
		return strncmp(v->table, "log", 3) == 0;
	if (strncmp(table, "search", 6) == 0)
		return strcmp(v->table, "search") == 0;
	return strcmp(v->table, table) == 0;
}

/* A file that does not say what schema it was made with does not open at all. */
int missed(struct outsider *o, const char *table, const char *column, const char *what)
{
	struct verdict v;
	const char *fault = look(o, &v);

	if (strcmp(fault, "refused") == 0 && strcmp(table, "meta") == 0)
		return 0;
	if (!v.good && names(&v, table))
		return 0;
	print_error("# %s.%s %s: \"%s\" in \"%s\", row %lld\n", table, column, what, fault, v.table,
		(long long)v.row);
	return 1;
}

char *key_of(struct outsider *o, const char *table)
{
	return copy_text(
		o, sqlite3_mprintf("SELECT coalesce(group_concat('\"' || name || '\"', ', '), "
				   "'rowid') FROM pragma_table_info(%Q) WHERE pk > 0",
			   table));
}

void each_name(struct outsider *o, const char *sql, void (*visit)(struct outsider *, const char *))
{
	sqlite3 *whole;

	assert_int_equal(sqlite3_open(o->f->path, &whole), SQLITE_OK);
	sqlite3_stmt *names_of = query(whole, sqlite3_mprintf("%s", sql));
	for (int i = 0; sqlite3_step(names_of) == SQLITE_ROW; i++)
		if (i % (sanitized() ? 12 : 1) == 0)
			visit(o, (const char *)sqlite3_column_text(names_of, 0));
	sqlite3_finalize(names_of);
	sqlite3_close(whole);
}
