/* SPDX-License-Identifier: MIT
 * A file of its own, because term.h makes macros of many plain words. */
#include "ui/toolkit/term.h"

#include <curses.h>
#include <stdlib.h>
#include <string.h>
#include <term.h>
#include <unistd.h>

enum term_fault term_check(void)
{
	int status;

	const char *name = getenv("TERM");

	if (name != NULL && strcmp(name, "dumb") == 0)
		return TERM_DUMB;
	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO))
		return TERM_NO_TTY;
	if (setupterm(NULL, STDOUT_FILENO, &status) != OK)
		return TERM_UNKNOWN;
	enum term_fault fault = cursor_address == NULL ? TERM_DUMB : TERM_GOOD;
	del_curterm(cur_term); /* newterm makes its own */
	return fault;
}
