/* SPDX-License-Identifier: MIT
 * Files that are there whole or not at all, and competitions that never get what another one left
 * beside their name. */
#define TEST_NAME "making"
#include "tests/unit/fixture.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "db/db.h"
#include "db/file.h"
#include "src/ground/save.h"

static const char *in(struct fixture *f, const char *name)
{
	return arena_printf(&f->arena, "%s/%s", f->directory, name);
}

static void touch(const char *path)
{
	int fd = open(path, O_WRONLY | O_CREAT, 0600);

	assert_true(fd >= 0);
	assert_int_equal(close(fd), 0);
}

/* Entries of the directory whose name begins so. */
static int named(struct fixture *f, const char *beginning)
{
	DIR *directory = opendir(f->directory);
	int n = 0;

	for (struct dirent *entry; (entry = readdir(directory)) != NULL;)
		n += strncmp(entry->d_name, beginning, strlen(beginning)) == 0;
	closedir(directory);
	return n;
}

static struct error make(const char *path)
{
	struct setup setup = { .login = "office", .person = "Olli Esimerkki", .lang = "fi" };

	return competition_make(path, &setup, NULL, NULL);
}

static void beside_another_nothing_is_made(void **state)
{
	static const char *const suffixes[] = { "-wal", "-journal", "-shm" };
	struct fixture *f = *state;
	const char *path = in(f, "n.db");
	struct arena arena = { 0 };

	for (size_t i = 0; i < LEN(suffixes); i++) {
		const char *left = arena_printf(&f->arena, "%s%s", path, suffixes[i]);
		touch(left);
		assert_fails(E_BESIDE, make(path));
		struct error e = db_restore(f->ctx.db, path);
		assert_int_equal(e.code, E_BESIDE);
		assert_string_equal(file_beside_names(&arena, path, e.low), left);
		assert_int_equal(named(f, "n.db"), 1);
		assert_int_equal(unlink(left), 0);
	}
	arena_clear(&arena);
	assert_ok(make(path));
	assert_int_equal(named(f, "n.db"), 1);
}

static void a_lock_that_lies_there_is_harmless_a_held_one_is_not(void **state)
{
	struct fixture *f = *state;
	const char *path = in(f, "n.db"), *lock = in(f, "n.db-lock");

	touch(lock);
	int fd = open(lock, O_RDWR);
	assert_int_equal(flock(fd, LOCK_EX), 0);
	assert_fails(E_BESIDE, db_restore(f->ctx.db, path));
	assert_fails(E_EXISTS, db_restore(f->ctx.db, f->path));
	assert_int_equal(close(fd), 0);
	assert_ok(db_restore(f->ctx.db, path));
}

static void what_fails_leaves_nothing(void **state)
{
	struct fixture *f = *state;
	const char *path = in(f, "n.txt");
	struct saving saving;

	assert_ok(save_begin(&saving, path));
	fputs("half", saving.out);
	assert_int_equal(named(f, "n.txt"), 1);
	assert_fails(E_FULL, save_end(&saving, fail(E_FULL, NULL)));
	assert_int_equal(named(f, "n.txt"), 0);
	assert_fails(E_NOT_FOUND, save_file(in(f, "none/n.txt"), "a", 1, 0));
}

/* Who comes first has the name. */
static void what_came_meanwhile_stays(void **state)
{
	struct fixture *f = *state;
	const char *path = in(f, "n.txt");
	struct saving saving;

	assert_ok(save_begin(&saving, path));
	assert_ok(save_end(&saving, ok()));
	assert_fails(E_EXISTS, save_begin(&saving, f->path));
	assert_ok(save_begin(&saving, in(f, "m.txt")));
	touch(in(f, "m.txt"));
	assert_fails(E_EXISTS, save_end(&saving, ok()));
	assert_int_equal(named(f, "m.txt"), 1);
}

/* What an earlier run or somebody else left under the name goes; what a link leads to stays. */
static void what_others_read_follows_no_link(void **state)
{
	struct fixture *f = *state;
	const char *path = in(f, "n.conf"), *aim = in(f, "aim");
	mode_t before = umask(077);
	struct stat status;

	touch(aim);
	assert_int_equal(symlink(aim, path), 0);
	assert_ok(save_public(path, "text\n"));
	assert_ok(save_public(path, "other\n"));
	umask(before);
	assert_int_equal(lstat(path, &status), 0);
	assert_true(S_ISREG(status.st_mode));
	assert_int_equal(status.st_mode & 07777, 0644);
	assert_int_equal(status.st_size, 6);
	assert_int_equal(lstat(aim, &status), 0);
	assert_int_equal(status.st_size, 0);
	assert_int_equal(named(f, "n.conf"), 1);
	assert_fails(E_NOT_FOUND, save_public(in(f, "none/n.conf"), "text\n"));
}

static void a_long_name_fits(void **state)
{
	struct fixture *f = *state;
	char name[256];

	memset(name, 'n', 255);
	name[255] = '\0';
	assert_ok(save_file(in(f, name), "a", 1, 0));
	assert_int_equal(named(f, name), 1);
}

/* A maker that was killed leaves its file; the next one of that name takes it away, but not what a
 * living one makes. */
static void what_the_dead_left_goes(void **state)
{
	struct fixture *f = *state;
	pid_t pid = fork();
	struct making making;

	if (pid == 0)
		_exit(0);
	assert_int_equal(waitpid(pid, NULL, 0), pid);
	const char *dead = arena_printf(&f->arena, "%s/n.db.making-%d", f->directory, (int)pid);
	touch(dead);
	touch(arena_printf(&f->arena, "%s-wal", dead));
	touch(in(f, "n.db.making-"));
	touch(in(f, "n.db.making-1x"));
	assert_ok(making_begin(&making, in(f, "n.db"), MAKING_COMPETITION));
	assert_int_equal(named(f, arena_printf(&f->arena, "n.db.making-%d", (int)pid)), 0);
	assert_int_equal(named(f, "n.db.making-"), 3);
	assert_fails(E_CANCELLED, making_end(&making, fail(E_CANCELLED, NULL)));
	assert_int_equal(named(f, "n.db"), 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST_FILE(beside_another_nothing_is_made),
		TEST_FILE(a_lock_that_lies_there_is_harmless_a_held_one_is_not),
		TEST_FILE(what_fails_leaves_nothing),
		TEST_FILE(what_came_meanwhile_stays),
		TEST_FILE(what_others_read_follows_no_link),
		TEST_FILE(a_long_name_fits),
		TEST_FILE(what_the_dead_left_goes),
	};
	return RUN(tests);
}
