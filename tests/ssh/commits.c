/* SPDX-License-Identifier: MIT
 * What a commit costs SQLite itself with the settings of Klash: each process changes a row of its
 * own, again and again, and each commit's seconds go to standard output. Usage: commits FILE
 * PROCESSES TIMES [queue]; "queue" waits in the line of a flock as Klash does, otherwise SQLite's
 * own sleeping and trying. */
#include <fcntl.h>
#include <sqlite3.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { BUSY_MILLISECONDS = 60000 };

static void must(int rc, sqlite3 *sqlite)
{
	if (rc == SQLITE_OK)
		return;
	fprintf(stderr, "%d %s\n", rc, sqlite3_errmsg(sqlite));
	exit(1);
}

static sqlite3 *open_file(const char *path)
{
	sqlite3 *sqlite;

	must(sqlite3_open(path, &sqlite), sqlite);
	sqlite3_busy_timeout(sqlite, BUSY_MILLISECONDS);
	must(sqlite3_exec(sqlite, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL", NULL,
		     NULL, NULL),
		sqlite);
	return sqlite;
}

static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void commit_often(const char *path, int process, int times, bool queue)
{
	sqlite3 *sqlite = open_file(path);
	char name[500], sql[200];

	snprintf(name, sizeof(name), "%s-lock", path);
	int lock = open(name, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
	for (int i = 0; i < times; i++) {
		double began = now();

		snprintf(sql, sizeof(sql),
			"BEGIN IMMEDIATE; UPDATE draft SET scores = '{\"impact\":%d}' WHERE id = "
			"%d; COMMIT",
			i, process);
		if (queue)
			flock(lock, LOCK_EX);
		must(sqlite3_exec(sqlite, sql, NULL, NULL, NULL), sqlite);
		if (queue)
			flock(lock, LOCK_UN);
		snprintf(sql, sizeof(sql), "%.6f\n", now() - began);
		if (write(STDOUT_FILENO, sql, strlen(sql)) < 0)
			exit(1);
	}
	sqlite3_close(sqlite);
	close(lock);
}

int main(int argc, char **argv)
{
	if (argc < 4)
		return 2;
	int processes = atoi(argv[2]), failed = 0, status;
	sqlite3 *sqlite = open_file(argv[1]);

	must(sqlite3_exec(sqlite, "CREATE TABLE draft (id INTEGER PRIMARY KEY, scores TEXT)", NULL,
		     NULL, NULL),
		sqlite);
	for (int i = 0; i < processes; i++)
		must(sqlite3_exec(
			     sqlite, "INSERT INTO draft (scores) VALUES ('')", NULL, NULL, NULL),
			sqlite);
	sqlite3_close(sqlite);
	for (int i = 1; i <= processes; i++)
		if (fork() == 0) {
			commit_often(argv[1], i, atoi(argv[3]), argc > 4);
			exit(0);
		}
	while (wait(&status) > 0)
		failed |= status;
	return failed != 0;
}
