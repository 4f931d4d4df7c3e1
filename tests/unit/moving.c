/* SPDX-License-Identifier: MIT
 * A file that is moved, replaced, deleted or overwritten while it is open: nothing more is saved
 * in it, and it is said. */
#define TEST_NAME "moving"
#include "tests/unit/fixture.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include "db/db.h"
#include "db/store/note.h"
#include "db/verify.h"
#include "src/base/text.h"
#include "src/phases/note.h"
#include "src/roof/kinds.h"

static struct error add_note(struct context *ctx)
{
	struct note note = { .object = "091", .who = "", .text = "t" };
	int64_t id;

	return note_add(ctx, &note, kinds_name, &id);
}

static const char *beside(struct fixture *f, const char *suffix)
{
	return arena_printf(&f->arena, "%s%s", f->path, suffix);
}

/* Writes over what is there, as cp and rsync --inplace do. */
static void copy_over(const char *from, const char *to)
{
	static char block[1 << 16];
	int in = open(from, O_RDONLY), out = open(to, O_WRONLY | O_CREAT | O_TRUNC, 0600);
	ssize_t n;

	assert_true(in >= 0 && out >= 0);
	while ((n = read(in, block, sizeof(block))) > 0)
		assert_int_equal(write(out, block, (size_t)n), n);
	assert_int_equal(close(in) + close(out), 0);
}

static void move_it(struct fixture *f)
{
	assert_int_equal(rename(f->path, beside(f, ".old")), 0);
}

static void move_all(struct fixture *f)
{
	assert_int_equal(rename(f->path, beside(f, ".old")), 0);
	assert_int_equal(rename(beside(f, "-wal"), beside(f, ".old-wal")), 0);
	assert_int_equal(rename(beside(f, "-shm"), beside(f, ".old-shm")), 0);
}

static void delete_it(struct fixture *f)
{
	assert_int_equal(unlink(f->path), 0);
}

static void replace_it(struct fixture *f)
{
	copy_over(beside(f, ".backup"), beside(f, ".new"));
	assert_int_equal(rename(beside(f, ".new"), f->path), 0);
}

static void delete_its_log(struct fixture *f)
{
	assert_int_equal(unlink(beside(f, "-wal")), 0);
}

static void overwrite_it(struct fixture *f)
{
	copy_over(beside(f, ".backup"), f->path);
}

static const struct {
	void (*away)(struct fixture *f);
	bool at_poll; /* noticed before anybody writes */
} ways[] = {
	{ move_it, true },
	{ move_all, true },
	{ delete_it, true },
	{ replace_it, true },
	{ delete_its_log, true },
	{ overwrite_it, false },
};

static void assert_moved(struct error e)
{
	char words[400];

	assert_int_equal(e.code, E_MOVED);
	text_error(e, words, sizeof(words));
	assert_non_null(strstr(words, "moved or replaced"));
}

/* A fixture of its own for each way, with a backup and something newer than that. */
static struct fixture *begin(void)
{
	void *state;

	assert_int_equal(fixture_setup(&state), 0);
	struct fixture *f = state;
	assert_ok(add_note(&f->ctx));
	assert_ok(db_backup(f->ctx.db, beside(f, ".backup"), NULL, NULL));
	assert_ok(add_note(&f->ctx));
	assert_ok(context_stands(&f->ctx));
	return f;
}

static void end(struct fixture *f)
{
	void *state = f;

	assert_int_equal(fixture_teardown(&state), 0);
}

static void nothing_is_saved_before_it_is_looked_for(void **state)
{
	(void)state;
	for (size_t i = 0; i < LEN(ways); i++) {
		struct fixture *f = begin();

		ways[i].away(f);
		if (ways[i].at_poll)
			assert_moved(context_stands(&f->ctx));
		assert_moved(add_note(&f->ctx));
		end(f);
	}
}

/* In the midst of an act it is looked for once more before the commit. */
static void nothing_is_committed_either(void **state)
{
	struct note note = { .object = "091", .who = "", .text = "t" };
	int64_t id;

	(void)state;
	for (size_t i = 0; i < LEN(ways); i++) {
		if (!ways[i].at_poll)
			continue;
		struct fixture *f = begin();

		assert_ok(context_begin(&f->ctx));
		assert_ok(store_note_add(f->ctx.db, &note, 1, &id));
		ways[i].away(f);
		assert_moved(context_end(&f->ctx, ok(), "note.add", "091"));
		end(f);
	}
}

static void once_it_is_back_it_goes_on(void **state)
{
	struct fixture *f = begin();

	(void)state;
	move_it(f);
	assert_moved(add_note(&f->ctx));
	assert_int_equal(rename(beside(f, ".old"), f->path), 0);
	assert_ok(context_stands(&f->ctx));
	assert_ok(add_note(&f->ctx));
	assert_int_equal(outside_number(f->path, "SELECT count(*) FROM contact_note"), 3);
	end(f);
}

/* Also without a backup's marks: what was seen in it is not in it. */
static void an_older_state_of_the_same_file(void **state)
{
	struct fixture *f = begin();
	struct context other;

	(void)state;
	copy_over(beside(f, ".backup"), beside(f, ".plain"));
	context_close(&f->ctx);
	outside(f->path, "PRAGMA journal_mode = DELETE");
	assert_ok(context_open(f->path, &other));
	assert_ok(context_enter(&other, "office", "uid 1000"));
	copy_over(beside(f, ".plain"), f->path);
	assert_moved(add_note(&other));
	context_close(&other);
	assert_ok(context_open(f->path, &f->ctx));
	assert_ok(context_enter(&f->ctx, "office", "uid 1000"));
	assert_ok(add_note(&f->ctx));
	end(f);
}

static int64_t format_of(const char *path)
{
	unsigned char header[20] = { 0 };
	int fd = open(path, O_RDONLY);

	assert_int_equal(read(fd, header, sizeof(header)), sizeof(header));
	close(fd);
	return header[18];
}

/* A backup is a plain file; copied into place it gets its -wal with the first that is saved. */
static void a_backup_in_its_place_gets_its_log_back(void **state)
{
	struct fixture *f = begin();
	struct context ctx;

	(void)state;
	assert_int_equal(format_of(beside(f, ".backup")), 1);
	assert_ok(context_open(beside(f, ".backup"), &ctx));
	assert_ok(context_enter(&ctx, "office", "uid 1000"));
	assert_int_equal(format_of(beside(f, ".backup")), 1);
	assert_ok(add_note(&ctx));
	context_close(&ctx);
	assert_int_equal(format_of(beside(f, ".backup")), 2);
	end(f);
}

/* A program that reads a file without WAL keeps all from writing: it is not said to be writing. */
static void who_reads_is_named_too(void **state)
{
	struct fixture *f = begin();
	struct context ctx;
	sqlite3 *reader;
	char words[400];

	(void)state;
	assert_ok(context_open(beside(f, ".backup"), &ctx));
	assert_ok(context_enter(&ctx, "office", "uid 1000"));
	assert_int_equal(sqlite3_open(beside(f, ".backup"), &reader), SQLITE_OK);
	assert_int_equal(sqlite3_exec(reader, "BEGIN; SELECT count(*) FROM log", NULL, NULL, NULL),
		SQLITE_OK);
	struct error e = add_note(&ctx);
	assert_int_equal(e.code, E_BUSY);
	text_error(e, words, sizeof(words));
	assert_non_null(strstr(words, "reading or writing"));
	sqlite3_close(reader);
	assert_ok(add_note(&ctx));
	context_close(&ctx);
	end(f);
}

/* What SQLite has found damaged is not written into any more. */
static void a_damaged_file_takes_nothing_more(void **state)
{
	struct fixture *f = begin();
	struct context ctx;
	struct note note;
	char noise[4096];

	(void)state;
	context_close(&f->ctx);
	int64_t pages = outside_number(f->path, "SELECT rootpage FROM sqlite_schema WHERE name = "
						"'contact_note'");
	assert_ok(context_open(f->path, &ctx));
	assert_ok(context_enter(&ctx, "office", "uid 1000"));
	memset(noise, 0x5A, sizeof(noise));
	int fd = open(f->path, O_WRONLY);
	assert_int_equal(pwrite(fd, noise, sizeof(noise), (pages - 1) * 4096), sizeof(noise));
	assert_fails(E_CORRUPT, note_get(&ctx, &f->arena, 1, &note));
	assert_fails(E_CORRUPT, context_stands(&ctx));
	assert_fails(E_CORRUPT, context_begin(&ctx));
	context_close(&ctx);
	close(fd);
	assert_ok(context_open(f->path, &f->ctx));
	end(f);
}

static void upgrade(struct fixture *f, const char *version)
{
	sqlite3 *other = NULL;

	assert_int_equal(sqlite3_open(f->path, &other), SQLITE_OK);
	assert_int_equal(sqlite3_exec(other, version, NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(other);
}

/* Two versions side by side: the older one says so at its next write, or when it next looks. */
static void a_newer_version_upgrades_it_meanwhile(void **state)
{
	(void)state;
	for (int looks = 0; looks < 2; looks++) {
		struct fixture *f = begin();

		(void)db_moved(f->ctx.db);
		upgrade(f, "PRAGMA user_version = 99");
		if (looks == 1) {
			assert_true(db_moved(f->ctx.db));
			assert_fails(E_TOO_NEW, context_stands(&f->ctx));
		}
		assert_fails(E_TOO_NEW, add_note(&f->ctx));
		assert_fails(E_TOO_NEW, context_stands(&f->ctx));
		upgrade(f, "PRAGMA user_version = 2");
		assert_true(db_moved(f->ctx.db));
		assert_ok(add_note(&f->ctx));
		end(f);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(nothing_is_saved_before_it_is_looked_for),
		TEST(nothing_is_committed_either),
		TEST(once_it_is_back_it_goes_on),
		TEST(an_older_state_of_the_same_file),
		TEST(a_backup_in_its_place_gets_its_log_back),
		TEST(who_reads_is_named_too),
		TEST(a_newer_version_upgrades_it_meanwhile),
		TEST(a_damaged_file_takes_nothing_more),
	};
	return RUN(tests);
}
