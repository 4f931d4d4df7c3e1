/* SPDX-License-Identifier: MIT
 * The least that saves each key: a line in a file of a row of its own, queued by a flock as Klash
 * queues, with its settings; then one painted line. Alone with "line" it only paints one.
 * Usage: upsert FILE NUMBER, or upsert line */
#include <fcntl.h>
#include <sqlite3.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <termios.h>
#include <unistd.h>

static void must(int rc, sqlite3 *sqlite)
{
	if (rc == SQLITE_OK)
		return;
	fprintf(stderr, "%d %s\n", rc, sqlite3_errmsg(sqlite));
	exit(1);
}

static void make_raw(void)
{
	struct termios t;

	if (tcgetattr(STDIN_FILENO, &t) != 0)
		return;
	cfmakeraw(&t);
	tcsetattr(STDIN_FILENO, TCSANOW, &t);
}

static void say(const char *word, int n)
{
	printf("\r%s %d ", word, n);
	fflush(stdout);
}

static sqlite3_stmt *prepare(sqlite3 *sqlite, const char *sql)
{
	sqlite3_stmt *statement;

	must(sqlite3_prepare_v2(sqlite, sql, -1, &statement, NULL), sqlite);
	return statement;
}

static void run(sqlite3_stmt *statement)
{
	sqlite3_step(statement);
	must(sqlite3_reset(statement), sqlite3_db_handle(statement));
}

static sqlite3 *open_file(const char *path)
{
	sqlite3 *sqlite;

	must(sqlite3_open(path, &sqlite), sqlite);
	sqlite3_busy_timeout(sqlite, 60000);
	must(sqlite3_exec(sqlite,
		     "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
		     "CREATE TABLE IF NOT EXISTS bench_key (id INTEGER PRIMARY KEY, n INTEGER)",
		     NULL, NULL, NULL),
		sqlite);
	return sqlite;
}

static void save_keys(const char *path, int number)
{
	char name[500], key;

	snprintf(name, sizeof(name), "%s-lock", path);
	int lock = open(name, O_RDWR | O_CREAT | O_CLOEXEC, 0660);
	flock(lock, LOCK_EX);
	sqlite3 *sqlite = open_file(path);
	flock(lock, LOCK_UN);
	sqlite3_stmt
		*begin = prepare(sqlite, "BEGIN IMMEDIATE"),
		*commit = prepare(sqlite, "COMMIT"),
		*save = prepare(sqlite,
			"INSERT INTO bench_key VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET n = "
			"excluded.n");
	sqlite3_bind_int(save, 1, number);
	say("ready", 0);
	for (int n = 1; read(STDIN_FILENO, &key, 1) == 1 && key != 'q'; n++) {
		flock(lock, LOCK_EX);
		run(begin);
		sqlite3_bind_int(save, 2, n);
		run(save);
		run(commit);
		flock(lock, LOCK_UN);
		say("saved", n);
	}
}

int main(int argc, char **argv)
{
	char key;

	make_raw();
	if (argc == 3)
		save_keys(argv[1], atoi(argv[2]));
	else
		say("ready", 0);
	while (argc != 3 && read(STDIN_FILENO, &key, 1) == 1 && key != 'q')
		;
	return 0;
}
