/* SPDX-License-Identifier: MIT
 * What ncurses, SQLite and a catalog cost by themselves: opens the file with the settings every
 * connection of Klash has, reads a row, paints a full screen, moves a reversed row over it and
 * scrolls, until q. Usage: bare FILE FOLDER-OF-CATALOGS */
#include <curses.h>
#include <libintl.h>
#include <locale.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>

#define HELP "command\004help" /* as its context is kept in a catalog */

static struct {
	char name[200];
	int top, at;
} list;

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

static void speak_finnish(const char *catalogs)
{
	setlocale(LC_ALL, "");
	setenv("LANGUAGE", "fi", 1);
	bindtextdomain("klash", catalogs);
	bind_textdomain_codeset("klash", "UTF-8");
	textdomain("klash");
}

/* As wide as a row of a list, with as much in it. */
static void paint_row(int y)
{
	char text[200];

	snprintf(text, sizeof(text),
		"  P-%03d   %-13.13s  a title about that long%3d  %-11s  %-10s %4d", list.top + y,
		list.name, list.top + y, "wellbeing", "selected", list.top + y);
	attrset(list.top + y == list.at ? A_REVERSE : A_NORMAL);
	mvprintw(y, 0, "%-*.*s", COLS, COLS, text);
	attrset(A_NORMAL);
}

static void paint(void)
{
	for (int y = 0; y < LINES - 1; y++)
		paint_row(y);
	mvprintw(LINES - 1, 1, "Enter  ? %s", gettext(HELP));
	refresh();
}

static void go_down(void)
{
	list.at++;
	if (list.at - list.top == LINES - 1)
		list.top++;
	paint();
}

static void start_screen(void)
{
	initscr();
	raw();
	noecho();
	keypad(stdscr, TRUE);
	idlok(stdscr, TRUE);
	curs_set(0);
	define_key("\033[B", KEY_DOWN);
	start_color();
	use_default_colors();
}

int main(int argc, char **argv)
{
	sqlite3 *sqlite = argc == 3 ? open_file(argv[1]) : NULL;
	int key;

	if (sqlite == NULL)
		return 1;
	speak_finnish(argv[2]);
	read_name(sqlite, list.name, sizeof(list.name));
	start_screen();
	paint();
	while ((key = getch()) != 'q' && key != ERR)
		if (key == KEY_DOWN)
			go_down();
	endwin();
	sqlite3_close(sqlite);
	return 0;
}
