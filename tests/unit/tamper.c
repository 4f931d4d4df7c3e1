/* SPDX-License-Identifier: MIT
 * Every cell and every row of every table, changed from outside, is found and its table named.
 * Tables that come later are under it from their start. */
#define TEST_NAME "tamper"
#include "tests/sanitized.h"
#include "tests/unit/outsider.h"

static const char every_table[] = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name "
				  "NOT LIKE 'sqlite%' ORDER BY rowid";

/* The search index has no rows of its own that SQL could change: it lies in tables beside it. */
static const char every_column[] =
	"SELECT t.name, c.name, NOT c.\"notnull\" AND c.pk = 0 FROM sqlite_schema t "
	"JOIN pragma_table_info(t.name) c WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%' "
	"AND t.name <> 'search' "
	"ORDER BY t.rowid, c.cid";

/* The middle one of the rows that have something in the column, as a row value of the key. */
static char *middle_row(const char *table, const char *column, const char *key)
{
	return sqlite3_mprintf("(SELECT %s FROM \"%w\" ORDER BY %s IS NULL, %s LIMIT 1 OFFSET "
			       "(SELECT count(%s) FROM \"%w\") / 2)",
		key, table, column, key, column, table);
}

static bool set_value(struct outsider *o, const char *table, const char *column, const char *value)
{
	char *key = key_of(o, table), *row = middle_row(table, column, key);
	char *sql = sqlite3_mprintf("UPDATE \"%w\" SET %s = %s WHERE (%s) = %s AND %s IS NOT %s",
		table, column, value, key, row, column, value);

	sqlite3_free(row);
	sqlite3_free(key);
	return copy_run_on_one(o, sql);
}

/* Other values of the column's type, in SQL, where %s is the column. */
static const char *const others[] = {
	"CASE typeof(%s) WHEN 'integer' THEN %s + 1 WHEN 'text' THEN %s || 'x' WHEN 'blob' "
	"THEN CAST(hex(%s) AS BLOB) ELSE 1 END",
	"CASE typeof(%s) WHEN 'integer' THEN 1 - %s WHEN 'text' THEN 'x' || substr(%s, 2) ELSE 'x' "
	"END",
	"CASE typeof(%s) WHEN 'integer' THEN %s + 1000003 ELSE x'00' END",
};

static char *other_value(const char *column, size_t i)
{
	return sqlite3_mprintf(others[i], column, column, column, column);
}

static bool set_other(struct outsider *o, const char *table, const char *column)
{
	bool done = false;

	for (size_t i = 0; !done && i < LEN(others); i++) {
		char *value = other_value(column, i);

		done = set_value(o, table, column, value);
		sqlite3_free(value);
	}
	return done;
}

/* One of the words that the table's own definition lists. */
static bool set_word(struct outsider *o, const char *table, const char *column)
{
	char *sql = copy_text(
		o, sqlite3_mprintf("SELECT sql FROM sqlite_schema WHERE name = %Q", table));
	bool done = false;

	for (char *word = strchr(sql, '\''); !done && word != NULL; word = strchr(word + 1, '\'')) {
		char *value = sqlite3_mprintf("%.*s'", (int)strcspn(word + 1, "'") + 1, word);

		done = set_value(o, table, column, value);
		sqlite3_free(value);
	}
	sqlite3_free(sql);
	return done;
}

/* Where the table's own rules allow no other value, they are switched off. */
static void change_cell(struct outsider *o, const char *table, const char *column)
{
	if (set_other(o, table, column) || set_word(o, table, column))
		return;
	assert_true(copy_run(o, "PRAGMA ignore_check_constraints = ON"));
	if (!set_other(o, table, column))
		stop_test("%s.%s could not be changed", table, column);
}

static int change_and_empty(
	struct outsider *o, const char *table, const char *column, bool may_be_null)
{
	copy_open(o);
	change_cell(o, table, column);
	copy_close(o);
	int wrong = missed(o, table, column, "changed");
	if (!may_be_null)
		return wrong;
	copy_open(o);
	bool emptied = set_value(o, table, column, "NULL");
	copy_close(o);
	return wrong + (emptied ? missed(o, table, column, "emptied") : 0);
}

static void every_cell_has_a_reason_to_be_found(void **state)
{
	struct outsider *o = *state;
	int columns = 0, wrong = 0, step = sanitized() ? 12 : 1;
	char emptied[64] = ""; /* the table of which a column was: one tells NULL from the rest */
	sqlite3 *whole;

	assert_int_equal(sqlite3_open(o->f->path, &whole), SQLITE_OK);
	sqlite3_stmt *row = query(whole, sqlite3_mprintf("%s", every_column));
	while (sqlite3_step(row) == SQLITE_ROW) {
		if (columns++ % step != 0)
			continue;
		const char *table = (const char *)sqlite3_column_text(row, 0);
		char *column = sqlite3_mprintf("\"%w\"", sqlite3_column_text(row, 1));
		bool empty = sqlite3_column_int(row, 2) != 0 && strcmp(emptied, table) != 0;

		if (empty)
			snprintf(emptied, sizeof(emptied), "%s", table);
		wrong += change_and_empty(o, table, column, empty);
		sqlite3_free(column);
	}
	sqlite3_finalize(row);
	sqlite3_close(whole);
	assert_true(columns > 300);
	assert_int_equal(wrong, 0);
}

static void refuse_empty(struct outsider *o, const char *table)
{
	char *sql = sqlite3_mprintf("SELECT count(*) FROM \"%w\"", table);

	if (outside_number(o->f->path, sql) == 0)
		stop_test("no row in %s: what is done to it cannot be tried", table);
	sqlite3_free(sql);
}

static void no_table_is_empty(void **state)
{
	each_name(*state, every_table, refuse_empty);
}

static void delete_row(struct outsider *o, const char *table)
{
	copy_open(o);
	char *key = key_of(o, table), *row = middle_row(table, "1", key);
	assert_true(copy_run_on_one(
		o, sqlite3_mprintf("DELETE FROM \"%w\" WHERE (%s) = %s", table, key, row)));
	sqlite3_free(row);
	sqlite3_free(key);
	copy_close(o);
	assert_int_equal(missed(o, table, "*", "deleted"), 0);
}

/* Unfinished work is not in the log: that it is gone cannot be told from its owner's having thrown
 * it away. */
static void every_deleted_row_is_missed(void **state)
{
	each_name(*state,
		"SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' "
		"AND name <> 'search' "
		"AND name NOT IN (SELECT tbl FROM column_class WHERE class = 'working') ORDER BY "
		"rowid",
		delete_row);
}

/* Takes what stands in the way of a copied row out of it: the last of the columns that SQLite says
 * must be unique, or else a rule of the table's. */
static void make_room(struct outsider *o)
{
	const char *message = sqlite3_errmsg(o->sqlite), *column = strrchr(message, '.');

	if (strncmp(message, "UNIQUE", 6) != 0 || column == NULL) {
		assert_true(copy_run(o, "PRAGMA ignore_check_constraints = ON"));
		return;
	}
	char *sql = sqlite3_mprintf(
		"UPDATE spare SET %s = CASE typeof(%s) WHEN 'integer' THEN %s + 1000003 "
		"WHEN 'text' THEN %s || 'x' ELSE CAST(hex(%s) || '00' AS BLOB) END",
		column + 1, column + 1, column + 1, column + 1, column + 1);
	assert_true(copy_run_on_one(o, sql));
}

static void add_row(struct outsider *o, const char *table)
{
	copy_open(o);
	char *key = key_of(o, table), *row = middle_row(table, "1", key);
	char *sql = sqlite3_mprintf(
		"CREATE TEMP TABLE spare AS SELECT * FROM \"%w\" WHERE (%s) = %s", table, key, row);
	assert_true(copy_run(o, sql));
	sqlite3_free(sql);
	sqlite3_free(row);
	sqlite3_free(key);
	sql = sqlite3_mprintf("INSERT INTO \"%w\" SELECT * FROM spare", table);
	int tries = 10;
	while (!copy_run(o, sql) && tries-- > 0)
		make_room(o);
	if (tries <= 0)
		stop_test("no row can be added to %s: %s", table, sqlite3_errmsg(o->sqlite));
	sqlite3_free(sql);
	copy_close(o);
	assert_int_equal(missed(o, table, "*", "added"), 0);
}

static void every_added_row_is_found(void **state)
{
	each_name(*state, every_table, add_row);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(no_table_is_empty),
		TEST(every_cell_has_a_reason_to_be_found),
		TEST(every_deleted_row_is_missed),
		TEST(every_added_row_is_found),
	};
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name(TEST_NAME, tests, outsider_setup, outsider_teardown);
}
