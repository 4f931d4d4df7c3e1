/* SPDX-License-Identifier: MIT
 * Two people in one file: each is told what the other has saved, at once, and not of what they
 * saved themselves. A table that no screen watches would leave old rows on it. */
#define TEST_NAME "watching"
#include "tests/unit/fixture.h"

#include <sqlite3.h>

#include "src/phases/note.h"
#include "src/roof/kinds.h"

static void write_note(struct context *ctx)
{
	struct note note = { .object = "091", .who = "Aino Malli", .text = "Soitti" };
	int64_t id;

	assert_ok(note_add(ctx, &note, kinds_name, &id));
}

static void others_are_seen_at_once(void **state)
{
	struct fixture *f = *state;
	struct context colleague;
	bool by_others;

	fixture_enter(f, "virpi", "office", &colleague);
	(void)context_changes(&f->ctx, NULL);
	assert_int_equal(context_changes(&f->ctx, &by_others), 0);
	assert_false(by_others);
	write_note(&colleague);
	assert_int_equal(context_changes(&f->ctx, &by_others), CHANGED_NOTES | CHANGED_LOG);
	assert_true(by_others);
	assert_int_equal(context_changes(&f->ctx, &by_others), 0);
	assert_false(by_others);
	context_close(&colleague);
}

static void what_one_saved_is_no_news(void **state)
{
	struct fixture *f = *state;
	bool by_others;

	(void)context_changes(&f->ctx, NULL);
	write_note(&f->ctx);
	assert_int_equal(context_changes(&f->ctx, &by_others), CHANGED_NOTES | CHANGED_LOG);
	assert_false(by_others);
	assert_int_equal(context_changes(&f->ctx, &by_others), 0);
	assert_false(by_others);
}

/* Of which no list or page shows anything that another could have changed under it. */
static const struct {
	const char *table, *why;
} unwatched[] = {
	{ "meta", "what the file is: written when it is made" },
	{ "code_series", "the last number given: shows only in the record that got it" },
};

static const char *reason_of(const char *table)
{
	for (size_t i = 0; i < LEN(unwatched); i++)
		if (strcmp(unwatched[i].table, table) == 0)
			return unwatched[i].why;
	return NULL;
}

/* As if somebody had changed a row of the table: the log tells watchers of no more than that. */
static void log_change_of(sqlite3 *sqlite, const char *table)
{
	char *sql = sqlite3_mprintf(
		"INSERT INTO log SELECT max(seq) + 1, max(time), NULL, 'uid 1', 'note.add', '', x'00', "
		"x'00', x'00' FROM log; INSERT INTO log_change (log_seq, tbl, row_id, op) SELECT "
		"max(seq), %Q, 1, 'I' FROM log",
		table);

	assert_int_equal(sqlite3_exec(sqlite, sql, NULL, NULL, NULL), SQLITE_OK);
	sqlite3_free(sql);
}

static size_t unwatched_rows(struct fixture *f, sqlite3 *sqlite, sqlite3_stmt *tables, size_t *n)
{
	size_t faults = 0;

	for (*n = 0; sqlite3_step(tables) == SQLITE_ROW; (*n)++) {
		const char *table = (const char *)sqlite3_column_text(tables, 0);

		log_change_of(sqlite, table);
		bool told = context_changes(&f->ctx, NULL) != CHANGED_LOG;
		if (told == (reason_of(table) == NULL))
			continue;
		fprintf(stderr,
			told ? "%s is watched: no reason is needed\n" :
			       "nothing watches the table %s\n",
			table);
		faults++;
	}
	return faults;
}

static void every_logged_table_is_watched(void **state)
{
	struct fixture *f = *state;
	sqlite3 *sqlite;
	sqlite3_stmt *tables;
	size_t n;

	assert_int_equal(sqlite3_open(f->path, &sqlite), SQLITE_OK);
	assert_int_equal(
		sqlite3_prepare_v2(sqlite,
			"SELECT DISTINCT tbl FROM column_class WHERE class = 'clear' ORDER "
			"BY tbl",
			-1, &tables, NULL),
		SQLITE_OK);
	(void)context_changes(&f->ctx, NULL);
	assert_int_equal(unwatched_rows(f, sqlite, tables, &n), 0);
	assert_true(n > 60);
	sqlite3_finalize(tables);
	assert_int_equal(sqlite3_close(sqlite), SQLITE_OK);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST_FILE(others_are_seen_at_once),
		TEST_FILE(what_one_saved_is_no_news),
		TEST_FILE(every_logged_table_is_watched),
	};
	return RUN(tests);
}
