/* SPDX-License-Identifier: MIT
 * Starting, ending and painting; the keys are term_keys.c's. */
#include "ui/toolkit/term.h"

#include <curses.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "db/base/error.h"
#include "db/base/utf8.h"
#include "ui/toolkit/painted.h"
#include "ui/toolkit/term_keys.h"

enum { CELLS_AT_ONCE = 256 };

static struct {
	SCREEN *screen;
	FILE *nowhere;
	bool running, colors, plain_glyphs;
	int cursor_y, cursor_x; /* y -1: hidden */
	int rest_y, rest_x;     /* where it stands then */
	int selected_y;         /* the last row of the selection it stands at; -1: at none */
	struct painted painted;
	int handed; /* lines of the last painting */
} term;

static void set_up_colors(void)
{
	const char *no_color = getenv("NO_COLOR");

	term.colors = has_colors() && (no_color == NULL || *no_color == '\0');
	if (!term.colors)
		return;
	start_color();
	use_default_colors();
	for (short color = 1; color < 8; color++)
		init_pair(color, color, -1);
}

/* Fonts of these cannot be trusted with more than the first code pages. */
static bool has_plain_font(const char *name)
{
	return name == NULL || strncmp(name, "linux", 5) == 0 || strncmp(name, "vt", 2) == 0;
}

static void set_up_screen(const char *name)
{
	raw();
	noecho();
	nonl();
	keypad(stdscr, TRUE);
	idlok(stdscr, TRUE);
	leaveok(stdscr, FALSE);
	curs_set(0);
	term_keys_define();
	set_up_colors();
	term.plain_glyphs = has_plain_font(name);
	term.running = true;
	term_erase();
}

/* Until it has come back from the shell once, ncurses writes at each movement of the cursor what it
 * has: a painting would leave in fifty pieces. */
void term_come_back(void)
{
	endwin();
	refresh();
	printf("\033[?2004h");
	fflush(stdout);
}

static void leave(void)
{
	term.running = false;
	if (term.nowhere == NULL) {
		printf("\033[?2004l");
		fflush(stdout);
	}
	endwin();
}

/* Out of memory: freeing the screen would need some. */
static void restore(void)
{
	if (term.running)
		leave();
}

enum term_fault term_start(void)
{
	enum term_fault fault = term_check();

	if (fault == TERM_DUMB || fault == TERM_NO_TTY)
		return fault;
	signal(SIGTSTP, SIG_IGN);
	term.screen = newterm(fault == TERM_UNKNOWN ? "xterm-256color" : NULL, stdout, stdin);
	if (term.screen == NULL)
		return TERM_UNKNOWN;
	set_term(term.screen);
	term_come_back();
	term_keys_watch_signals();
	memory_on_exhausted(restore);
	set_up_screen(getenv("TERM"));
	return TERM_GOOD;
}

enum term_fault term_start_hidden(
	FILE *out, const char *name, int rows, int columns, term_reader read, void *arg)
{
	term.nowhere = out;
	if (out == NULL)
		return TERM_UNKNOWN;
	term.screen = newterm(name, term.nowhere, term.nowhere);
	if (term.screen == NULL)
		return TERM_UNKNOWN;
	set_term(term.screen);
	typeahead(-1); /* no keys come from there, so none may cut a painting short */
	resizeterm(rows, columns);
	term_keys_from(read, arg);
	set_up_screen(name);
	return TERM_GOOD;
}

void term_end(void)
{
	if (!term.running)
		return;
	leave();
	delscreen(term.screen);
	if (term.nowhere != NULL)
		fclose(term.nowhere);
	term.nowhere = NULL;
	term.screen = NULL;
	painted_free(&term.painted);
	term_keys_from(NULL, NULL);
}

int term_rows(void)
{
	return LINES;
}

int term_columns(void)
{
	return COLS;
}

bool term_has_colors(void)
{
	return term.colors;
}

static attr_t pair(int color)
{
	return term.colors ? (attr_t)COLOR_PAIR(color) : (attr_t)A_NORMAL;
}

static attr_t attributes(enum style style)
{
	switch (style) {
	case STYLE_PLAIN:
	case STYLE_QUIET: /* what is read is in the terminal's own colour, on whatever ground */
	case STYLE_COUNT:
		return A_NORMAL;
	case STYLE_TITLE:
	case STYLE_HEADING:
	case STYLE_LABEL:
	case STYLE_KEY:
		return A_BOLD;
	case STYLE_FAINT:
		return term.colors ? A_DIM : A_NORMAL;
	case STYLE_ALERT:
		return (attr_t)A_BOLD | pair(COLOR_RED);
	case STYLE_GOOD:
		return pair(COLOR_GREEN);
	case STYLE_ACCENT:
		return (attr_t)A_BOLD | pair(COLOR_YELLOW);
	case STYLE_SELECTED:
		return A_REVERSE;
	case STYLE_SELECTED_ALERT:
		return A_REVERSE | A_BOLD;
	case STYLE_LINK:
	case STYLE_FIELD:
		return A_UNDERLINE;
	case STYLE_FIELD_FOCUS:
		return A_REVERSE;
	case STYLE_BAR:
		return pair(COLOR_CYAN);
	}
	return A_NORMAL;
}

static bool is_one_cell(wchar_t code)
{
	return code >= L' ' && (code < 0x7F || wcwidth(code) == 1);
}

/* Ready cells are copied; letters are looked at one by one, for what they would do to their
 * neighbours. Of a cell only its first letter differs from the others'. */
static int put_cells(int y, int x, const wchar_t *text, int n, enum style style)
{
	cchar_t cells[CELLS_AT_ONCE];
	attr_t attrs = attributes(style);
	int used = 0;

	setcchar(&cells[0], L" ", attrs & ~(attr_t)A_COLOR, (short)PAIR_NUMBER((int)attrs), NULL);
	while (used < n && used < CELLS_AT_ONCE && is_one_cell(text[used])) {
		cells[used] = cells[0];
		cells[used].chars[0] = text[used];
		used++;
	}
	if (used > 0)
		mvadd_wchnstr(y, x, cells, used);
	return used;
}

static void hand_put(int y, int x, const wchar_t *text, int n, enum style style)
{
	int used = put_cells(y, x, text, n, style);

	/* The first of those that are left may join the cell before it. */
	if (used == n)
		return;
	used = used > 0 ? used - 1 : 0;
	attrset((int)attributes(style));
	mvaddnwstr(y, x + used, text + used, n - used);
	attrset((int)A_NORMAL);
}

static void hand_clear(int y)
{
	if (move(y, 0) == OK)
		clrtoeol();
}

/* The rows of one selection are painted one below the other, from the left. */
static void note_selection(int y, int x)
{
	if (term.selected_y >= 0 && (y == term.selected_y || y == term.selected_y + 1)) {
		term.selected_y = y;
		return;
	}
	term.rest_y = term.selected_y = y;
	term.rest_x = x;
}

void term_put(int y, int x, const wchar_t *text, int n, enum style style)
{
	if (style == STYLE_SELECTED || style == STYLE_SELECTED_ALERT || style == STYLE_FIELD_FOCUS)
		note_selection(y, x);
	painted_put(&term.painted, y, x, text, n, style);
}

void term_cursor(int y, int x)
{
	term.cursor_y = y;
	term.cursor_x = x;
	if (y < 0)
		term.selected_y = -1;
}

void term_rest(int y, int x)
{
	if (term.selected_y >= 0)
		return;
	term.rest_y = y;
	term.rest_x = x;
}

void term_erase(void)
{
	painted_begin(&term.painted, LINES, COLS);
}

/* The cursor goes to its place last: drawing moves it. */
void term_refresh(void)
{
	static const struct painted_hand hand = { hand_clear, hand_put };
	bool hidden = term.cursor_y < 0;

	term.handed = painted_hand_over(&term.painted, &hand);
	curs_set(hidden ? 0 : 1);
	move(hidden ? term.rest_y : term.cursor_y, hidden ? term.rest_x : term.cursor_x);
	wnoutrefresh(stdscr);
	doupdate();
}

void term_redraw(void)
{
	painted_forget(&term.painted);
	clearok(curscr, TRUE);
}

const char *term_glyph(enum glyph glyph)
{
	static const char *const glyphs[GLYPH_COUNT][2] = {
		[GLYPH_RULE] = { "─", "-" },
		[GLYPH_VERTICAL] = { "│", "|" },
		[GLYPH_TOP_LEFT] = { "┌", "+" },
		[GLYPH_TOP_RIGHT] = { "┐", "+" },
		[GLYPH_BOTTOM_LEFT] = { "└", "+" },
		[GLYPH_BOTTOM_RIGHT] = { "┘", "+" },
		[GLYPH_MARK] = { "▸", ">" },
		[GLYPH_DONE] = { "✓", "+" },
		[GLYPH_OPEN] = { "●", "*" },
		[GLYPH_JUDGING] = { "◐", "%" },
		[GLYPH_PLANNED] = { "○", "-" },
		[GLYPH_FULL] = { "█", "#" },
		[GLYPH_EMPTY] = { "░", "." },
		[GLYPH_ELLIPSIS] = { "…", "~" },
		[GLYPH_CHANGED] = { "●", "*" },
		[GLYPH_BARRED] = { "⊘", "x" },
		[GLYPH_BULLET] = { "·", "-" },
		[GLYPH_UP] = { "↑", " ^" }, /* beside a word: letters must not grow on it */
		[GLYPH_DOWN] = { "↓", " v" },
		[GLYPH_RIGHT] = { "→", ">" },
		[GLYPH_PART] = { "▒", "=" },
	};

	return glyphs[glyph][term.plain_glyphs ? 1 : 0];
}

void term_read_cell(int y, int x, char *text, int size, struct cell_look *look)
{
	cchar_t cell;
	wchar_t wide[CCHARW_MAX + 1] = { 0 };
	attr_t attrs = 0;
	short color = 0;
	int used = 0, cursor_y, cursor_x;

	getyx(stdscr, cursor_y, cursor_x);
	mvwin_wch(stdscr, y, x, &cell);
	move(cursor_y, cursor_x); /* reading moves it */
	getcchar(&cell, wide, &attrs, &color, NULL);
	for (int i = 0; wide[i] != 0 && used + 4 < size; i++)
		used += (int)utf8_encode((uint32_t)wide[i], text + used);
	if (used == 0)
		snprintf(text, (size_t)size, " ");
	*look = (struct cell_look){ (attrs & A_REVERSE) != 0, (attrs & A_BOLD) != 0,
		(attrs & A_UNDERLINE) != 0, color };
}

bool term_read_cursor(int *y, int *x)
{
	int shown = curs_set(0);

	curs_set(shown);
	getyx(stdscr, *y, *x);
	return shown > 0;
}

int term_lines_handed(void)
{
	return term.handed;
}

void term_resize_hidden(int rows, int columns)
{
	resizeterm(rows, columns);
}
