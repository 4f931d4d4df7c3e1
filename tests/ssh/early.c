/* SPDX-License-Identifier: MIT
 * The mutant that the kill test must find: linked around Klash, it commits only after the screen
 * has said "saved". What SQLite is told between BEGIN and the next wait for a key is one
 * transaction, and its COMMIT comes late. A command without screens commits when it closes the
 * file. */
#include <sqlite3.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>
#include <unistd.h>

enum { LATE_MICROSECONDS = 30000 };

/* The linker gives the wrapped functions these names (--wrap). */
int __real_sqlite3_exec(sqlite3 *sqlite, const char *sql, int (*row)(void *, int, char **, char **),
	void *arg, char **message);
int __wrap_sqlite3_exec(sqlite3 *sqlite, const char *sql, int (*row)(void *, int, char **, char **),
	void *arg, char **message);
int __real_sqlite3_close(sqlite3 *sqlite);
int __wrap_sqlite3_close(sqlite3 *sqlite);
int __real_term_key(int timeout_ms);
int __wrap_term_key(int timeout_ms);

static sqlite3 *late;

int __wrap_sqlite3_exec(sqlite3 *sqlite, const char *sql, int (*row)(void *, int, char **, char **),
	void *arg, char **message)
{
	bool ends = strcmp(sql, "COMMIT") == 0;

	if (late == sqlite && strcmp(sql, "BEGIN IMMEDIATE") == 0)
		return SQLITE_OK;
	if (ends)
		late = sqlite;
	return ends ? SQLITE_OK : __real_sqlite3_exec(sqlite, sql, row, arg, message);
}

static void commit(void)
{
	if (late != NULL)
		__real_sqlite3_exec(late, "COMMIT", NULL, NULL, NULL);
	late = NULL;
}

int __wrap_sqlite3_close(sqlite3 *sqlite)
{
	if (late == sqlite)
		commit();
	return __real_sqlite3_close(sqlite);
}

int __wrap_term_key(int timeout_ms)
{
	if (late != NULL)
		usleep(LATE_MICROSECONDS);
	commit();
	return __real_term_key(timeout_ms);
}
