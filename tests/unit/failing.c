/* SPDX-License-Identifier: MIT
 * An act in which something fails has failed as a whole, whatever step it is, and whoever took the
 * failure for something else. The n-th request of SQLite for memory is refused, for every n. */
#define TEST_NAME "failing"
#include "tests/sanitized.h"
#include "tests/unit/judging_fixture.h"

#include <sqlite3.h>

#include "db/db.h"
#include "db/search.h"
#include "db/store/note.h"
#include "db/verify.h"
#include "src/intake/review_import.h"
#include "src/registers/municipality.h"

enum { NOTES = 5 };

static sqlite3_mem_methods memory;
static long countdown; /* the request that is refused; 0: none */
static bool refused;

static bool refuse(void)
{
	if (countdown == 0 || --countdown != 0)
		return false;
	refused = true;
	return true;
}

static void *give(int n)
{
	return refuse() ? NULL : memory.xMalloc(n);
}

static void *give_more(void *old, int n)
{
	return refuse() ? NULL : memory.xRealloc(old, n);
}

/* Before anything else of SQLite; small requests too come to us then. */
static void take_over_memory(void)
{
	sqlite3_mem_methods ours;

	assert_int_equal(sqlite3_config(SQLITE_CONFIG_GETMALLOC, &memory), SQLITE_OK);
	ours = memory;
	ours.xMalloc = give;
	ours.xRealloc = give_more;
	assert_int_equal(sqlite3_config(SQLITE_CONFIG_MALLOC, &ours), SQLITE_OK);
	assert_int_equal(sqlite3_config(SQLITE_CONFIG_LOOKASIDE, 0, 0), SQLITE_OK);
}

/* The next request to refuse. */
static long after(long n)
{
	return n + (sanitized() ? 3 : 1);
}

static void arm(long n)
{
	countdown = n;
	refused = false;
}

/* Was it reached? */
static bool disarm(void)
{
	countdown = 0;
	return refused;
}

/* Not "something is missing", found afterwards, but the step that failed. */
static void assert_no_memory(struct error e)
{
	if (e.code != E_IO)
		stop_test("code %d, %lld", (int)e.code, (long long)e.low);
}

static void assert_intact(struct db *db)
{
	struct verdict v;

	assert_ok(verify_file(db, 0, "", &v));
	if (!v.good)
		stop_test("%s %s %lld", v.fault, v.table, (long long)v.row);
}

static int64_t count(struct fixture *f, const char *table)
{
	char sql[80];

	snprintf(sql, sizeof(sql), "SELECT count(*) FROM %s", table);
	return outside_number(f->path, sql);
}

static void add_notes(struct fixture *f)
{
	struct note note = { .object = "091", .who = "", .text = "t" };
	int64_t id;

	assert_ok(context_begin(&f->ctx));
	for (int i = 0; i < NOTES; i++) {
		assert_ok(store_note_add(f->ctx.db, &note, 1, &id));
		assert_ok(search_index(f->ctx.db, SEARCH_NOTE, id));
	}
}

static void what_the_log_cannot_hold_is_not_done(void **state)
{
	struct fixture *f = *state;
	int64_t there = 0, log = count(f, "log");
	long n = 0;
	bool reached = true;

	while (reached) {
		add_notes(f);
		n = after(n);
		arm(n);
		struct error e = context_end(&f->ctx, ok(), "note.add", "091");
		reached = disarm();
		if (e.code == E_OK) {
			there += NOTES;
			log++;
		} else {
			assert_no_memory(e);
		}
		assert_int_equal(count(f, "contact_note"), there);
		assert_int_equal(count(f, "log"), log);
	}
	assert_true(n > 50);
	assert_intact(f->ctx.db);
}

/* Who goes on after a failed statement, and says that all is well, is not believed. */
static void a_failure_that_nobody_minds(void **state)
{
	struct fixture *f = *state;
	struct note note = { .object = "091", .who = "", .text = "t" };
	int64_t id;
	bool reached = true;

	for (long n = 1; reached; n = after(n)) {
		assert_ok(context_begin(&f->ctx));
		arm(n);
		struct error e = store_note_add(f->ctx.db, &note, 1, &id);
		reached = disarm();
		if (e.code == E_OK) { /* SQLite could do without */
			assert_fails(E_CANCELLED,
				context_end(&f->ctx, fail(E_CANCELLED, NULL), NULL, ""));
			continue;
		}
		assert_no_memory(e);
		assert_no_memory(store_note_add(f->ctx.db, &note, 1, &id));
		assert_no_memory(context_end(&f->ctx, ok(), "note.add", "091"));
	}
	assert_int_equal(count(f, "contact_note"), 0);
	assert_intact(f->ctx.db);
}

static struct error import(struct judging *j, struct review_import *result)
{
	const char *path = arena_printf(j->arena, "%s/sheet.csv", j->f->directory);
	struct table_options options = { 0 };

	return review_import(j->ctx, j->round, path, &options, NULL, NULL, result);
}

static void write_sheet(struct judging *j)
{
	const char *path = arena_printf(j->arena, "%s/sheet.csv", j->f->directory);
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	fprintf(file, "juror,submission,a,b\nj1,P-001,7,8\nj1,P-002,6,5\nj2,P-001,4,3\n"
		      "j2,P-002,2,1\n");
	assert_int_equal(fclose(file), 0);
}

/* All four reviews or none, and no row is blamed. */
static void no_review_is_left_out(void **state)
{
	struct judging *j = *state;
	struct review_import result;
	bool done = false;

	open_for_jurors(j, 2, 2);
	write_sheet(j);
	for (long n = 1; !done; n = after(n)) {
		arm(n);
		struct error e = import(j, &result);
		bool reached = disarm();
		if (e.code == E_OK) {
			assert_int_equal(result.added + result.duplicates, 4);
			done = !reached;
		} else {
			assert_no_memory(e);
			assert_int_equal(result.refused, 0);
		}
		int64_t reviews = count(j->f, "review");
		assert_true(e.code == E_OK ? reviews == 4 : reviews == 0 || reviews == 4);
		review_import_clear(&result);
	}
	assert_intact(j->ctx->db);
}

/* Who takes a failed reading for "there is none" is found out; that there is none is no failure. */
static void what_could_not_be_read_is_known(void **state)
{
	struct fixture *f = *state;
	struct municipality m;
	bool reached = true, failed = false;

	assert_fails(E_NOT_FOUND, municipality_get(&f->ctx, &f->arena, 999999, &m));
	assert_ok(context_unread(&f->ctx));
	for (long n = 1; reached; n = after(n)) {
		arm(n);
		struct error e = municipality_get(&f->ctx, &f->arena, 1, &m);
		reached = disarm();
		struct error unread = context_unread(&f->ctx);
		if (e.code != E_OK) {
			failed = true;
			assert_no_memory(unread);
		}
		assert_ok(context_unread(&f->ctx));
	}
	assert_true(failed);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST_FILE(what_the_log_cannot_hold_is_not_done),
		TEST_FILE(a_failure_that_nobody_minds),
		TEST_FILE(what_could_not_be_read_is_known),
		TEST_JUDGING(no_review_is_left_out),
	};
	take_over_memory();
	return RUN(tests);
}
