/* SPDX-License-Identifier: MIT
 * What ncurses and SQLite cost by themselves: opens the file with the settings every connection of
 * Klash has, reads a row, paints a full screen, and leaves at the first key. */
#include <curses.h>
#include <locale.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>

static sqlite3 *open_file(const char *path)
{
	sqlite3 *sqlite;
	int ignored;

	if (sqlite3_open_v2(path, &sqlite,
		    SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
		    NULL) != SQLITE_OK)
		return NULL;
	sqlite3_busy_timeout(sqlite, 5000);
	sqlite3_db_config(sqlite, SQLITE_DBCONFIG_ENABLE_FKEY, 1, &ignored);
	sqlite3_db_config(sqlite, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, &ignored);
	sqlite3_db_config(sqlite, SQLITE_DBCONFIG_DEFENSIVE, 1, &ignored);
	sqlite3_db_config(sqlite, SQLITE_DBCONFIG_DQS_DDL, 0, &ignored);
	sqlite3_db_config(sqlite, SQLITE_DBCONFIG_DQS_DML, 0, &ignored);
	sqlite3_limit(sqlite, SQLITE_LIMIT_ATTACHED, 0);
	sqlite3_exec(sqlite,
		"PRAGMA synchronous = FULL; PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY;",
		NULL, NULL, NULL);
	return sqlite;
}

static void read_name(sqlite3 *sqlite, char *name, size_t size)
{
	sqlite3_stmt *statement;

	if (sqlite3_prepare_v2(sqlite, "SELECT name_fi FROM competition", -1, &statement, NULL) !=
		SQLITE_OK)
		return;
	if (sqlite3_step(statement) == SQLITE_ROW)
		snprintf(name, size, "%s", (const char *)sqlite3_column_text(statement, 0));
	sqlite3_finalize(statement);
}

static void paint(const char *name)
{
	for (int y = 0; y < LINES - 1; y++)
		mvprintw(y, 1,
			"%2d %s: a line of text about as long as those of a list are, row %d", y,
			name, y);
	mvprintw(LINES - 1, 1, "Enter open  ? help");
	refresh();
}

int main(int argc, char **argv)
{
	char name[200] = "";
	sqlite3 *sqlite = argc == 2 ? open_file(argv[1]) : NULL;

	if (sqlite == NULL)
		return 1;
	setlocale(LC_ALL, "");
	read_name(sqlite, name, sizeof(name));
	initscr();
	raw();
	noecho();
	keypad(stdscr, TRUE);
	start_color();
	use_default_colors();
	paint(name);
	getch();
	endwin();
	sqlite3_close(sqlite);
	return 0;
}
