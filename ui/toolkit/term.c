/* SPDX-License-Identifier: MIT
 * Bytes come from wgetch and are decoded here: get_wch would freeze the keyboard after one invalid
 * byte. Unknown escape sequences are swallowed whole, so that none of them types letters. */
#include "ui/toolkit/term.h"

#include <curses.h>
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "db/base/error.h"
#include "db/base/utf8.h"

enum {
	ESCAPE_DELAY_MS = 100, /* over SSH an arrow key can arrive in two pieces */
	SEQUENCE_MAX = 32,
};

static struct {
	SCREEN *screen;
	FILE *nowhere;
	bool running, colors, plain_glyphs, latin1, probing;
	term_reader read;
	void *read_arg;
	int pushed[SEQUENCE_MAX], pushed_count; /* bytes read ahead */
	int cursor_y, cursor_x;                 /* y -1: hidden */
} term;

static volatile sig_atomic_t hung_up;

static void on_hangup(int signal)
{
	(void)signal;
	hung_up = 1;
}

static void watch_signals(void)
{
	static const int ending[] = { SIGHUP, SIGTERM, SIGINT };
	struct sigaction action = { .sa_handler = on_hangup };

	sigemptyset(&action.sa_mask);
	for (size_t i = 0; i < LEN(ending); i++)
		sigaction(ending[i], &action, NULL);
	signal(SIGPIPE, SIG_IGN);
}

struct sequence {
	const char *keys;
	int code;
};

/* The plain arrows mean arrows everywhere: some descriptions, PuTTY's for one, have other keys for
 * them. */
static void define_arrows(void)
{
	static const struct sequence arrows[] = {
		{ "\033[A", KEY_UP },
		{ "\033[B", KEY_DOWN },
		{ "\033[C", KEY_RIGHT },
		{ "\033[D", KEY_LEFT },
	};

	for (size_t i = 0; i < LEN(arrows); i++)
		define_key(arrows[i].keys, arrows[i].code);
}

static void define_extra_keys(void)
{
	static const struct sequence keys[] = {
		{ "\033[200~", TERM_PASTE_BEGIN },
		{ "\033[201~", TERM_PASTE_END },
		{ "\033[11~", KEY_F(1) },
		{ "\033[1~", KEY_HOME },
		{ "\033[4~", KEY_END },
		{ "\033OH", KEY_HOME },
		{ "\033OF", KEY_END },
		{ "\033[H", KEY_HOME },
		{ "\033[F", KEY_END },
		{ "\033[Z", KEY_BTAB },
	};

	for (size_t i = 0; i < LEN(keys); i++)
		if (key_defined(keys[i].keys) <= 0)
			define_key(keys[i].keys, keys[i].code);
}

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
	set_escdelay(ESCAPE_DELAY_MS);
	idlok(stdscr, TRUE);
	leaveok(stdscr, FALSE);
	curs_set(0);
	define_arrows();
	define_extra_keys();
	set_up_colors();
	term.plain_glyphs = has_plain_font(name);
	term.running = true;
}

/* Until it has come back from the shell once, ncurses writes at each movement of the cursor what it
 * has: a painting would leave in fifty pieces. */
static void come_back_once(void)
{
	endwin();
	refresh();
}

static void restore(void)
{
	term_end();
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
	come_back_once();
	watch_signals();
	memory_on_exhausted(restore);
	set_up_screen(getenv("TERM"));
	printf("\033[?2004h");
	fflush(stdout);
	return TERM_GOOD;
}

enum term_fault term_start_hidden(
	const char *name, int rows, int columns, term_reader read, void *arg)
{
	return term_start_recorded("/dev/null", name, rows, columns, read, arg);
}

enum term_fault term_start_recorded(
	const char *file, const char *name, int rows, int columns, term_reader read, void *arg)
{
	term.nowhere = fopen(file, "w+");
	if (term.nowhere == NULL)
		return TERM_UNKNOWN;
	term.screen = newterm(name, term.nowhere, term.nowhere);
	if (term.screen == NULL)
		return TERM_UNKNOWN;
	set_term(term.screen);
	typeahead(-1); /* no keys come from there, so none may cut a painting short */
	resizeterm(rows, columns);
	term.read = read;
	term.read_arg = arg;
	set_up_screen(name);
	return TERM_GOOD;
}

void term_end(void)
{
	if (!term.running)
		return;
	term.running = false;
	if (term.nowhere == NULL) {
		printf("\033[?2004l");
		fflush(stdout);
	}
	endwin();
	delscreen(term.screen);
	if (term.nowhere != NULL)
		fclose(term.nowhere);
	term.nowhere = NULL;
	term.screen = NULL;
	term.pushed_count = 0;
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

bool term_is_latin1(void)
{
	return term.latin1;
}

/* One byte or curses code; -1: none within the time; -2: the terminal is gone. */
static int read_code(int timeout_ms)
{
	if (term.pushed_count > 0)
		return term.pushed[--term.pushed_count];
	if (hung_up)
		return -2;
	if (term.read != NULL)
		return term.read(term.read_arg, timeout_ms);
	wtimeout(stdscr, timeout_ms);
	errno = 0;
	int code = wgetch(stdscr);
	if (code != ERR)
		return code;
	if (hung_up || errno == EIO)
		return -2;
	if (errno == EINTR)
		return -1;
	/* No key in time, or no terminal any more: only the latter is readable at once. */
	struct pollfd in = { STDIN_FILENO, POLLIN, 0 };
	if (poll(&in, 1, 0) == 1 && (in.revents & (POLLHUP | POLLERR | POLLNVAL)) != 0)
		return -2;
	return -1;
}

static void push_back(int code)
{
	if (term.pushed_count < SEQUENCE_MAX)
		term.pushed[term.pushed_count++] = code;
}

/* The answer to the probe: ESC [ row ; column R. Behind "ä" at column 1 it is 2 in UTF-8, 3
 * otherwise. */
static void take_position(const char *sequence)
{
	int row, column;

	if (!term.probing || sscanf(sequence, "%d;%dR", &row, &column) != 2)
		return;
	term.probing = false;
	term.latin1 = column == 3;
}

/* Behind ESC: a sequence curses does not know is read to its end and dropped. */
static int read_escape(void)
{
	char sequence[SEQUENCE_MAX + 1];
	int n = 0, code = read_code(0);

	if (code < 0)
		return K_ESC;
	if (code == 'O') {
		(void)read_code(0);
		return K_UNKNOWN;
	}
	if (code != '[') {
		push_back(code); /* Esc, and then another key */
		return K_ESC;
	}
	while (n < SEQUENCE_MAX && (code = read_code(ESCAPE_DELAY_MS)) >= 0 && code < 0x80) {
		sequence[n++] = (char)code;
		if (code >= 0x40 && code <= 0x7E)
			break;
	}
	sequence[n] = '\0';
	if (n > 0 && sequence[n - 1] == 'R')
		take_position(sequence);
	return K_UNKNOWN;
}

static int decode_utf8(int first)
{
	char bytes[5] = { (char)first };
	int need = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1;
	uint32_t code;

	if (first < 0xC2 || first > 0xF4)
		return K_UNKNOWN;
	for (int i = 1; i <= need; i++) {
		int next = read_code(ESCAPE_DELAY_MS);

		if (next < 0x80 || next > 0xBF) {
			if (next >= 0)
				push_back(next); /* it begins something else */
			return K_UNKNOWN;
		}
		bytes[i] = (char)next;
	}
	return utf8_decode(bytes, &code) == (size_t)need + 1 ? (int)code : K_UNKNOWN;
}

static int key_of_code(int code)
{
	static const struct {
		int code, key;
	} keys[] = {
		{ KEY_UP, K_UP },
		{ KEY_DOWN, K_DOWN },
		{ KEY_LEFT, K_LEFT },
		{ KEY_RIGHT, K_RIGHT },
		{ KEY_HOME, K_HOME },
		{ KEY_END, K_END },
		{ KEY_PPAGE, K_PAGE_UP },
		{ KEY_NPAGE, K_PAGE_DOWN },
		{ KEY_IC, K_INSERT },
		{ KEY_DC, K_DELETE },
		{ KEY_BTAB, K_BACKTAB },
		{ KEY_BACKSPACE, K_BACKSPACE },
		{ KEY_ENTER, K_ENTER },
		{ KEY_RESIZE, K_RESIZE },
		{ KEY_F(1), K_F1 },
		{ TERM_PASTE_BEGIN, K_PASTE_BEGIN },
		{ TERM_PASTE_END, K_PASTE_END },
	};

	for (size_t i = 0; i < LEN(keys); i++)
		if (keys[i].code == code)
			return keys[i].key;
	return K_UNKNOWN;
}

int term_key(int timeout_ms)
{
	int code = read_code(timeout_ms);

	if (code == -2)
		return K_HANGUP;
	if (code < 0)
		return K_NONE;
	if (code == 27)
		return read_escape();
	if (code == 8)
		return K_BACKSPACE;
	if (code < 0x80)
		return code;
	return code > 0xFF ? key_of_code(code) : decode_utf8(code);
}

void term_probe_charset(void)
{
	if (term.nowhere != NULL)
		return;
	term.probing = true;
	printf("\0337\033[%d;1H\303\244\033[6n\r\033[K\0338", LINES);
	fflush(stdout);
}

static attr_t pair(int color)
{
	return term.colors ? (attr_t)COLOR_PAIR(color) : (attr_t)A_NORMAL;
}

static attr_t attributes(enum style style)
{
	switch (style) {
	case STYLE_PLAIN:
	case STYLE_COUNT:
		return A_NORMAL;
	case STYLE_TITLE:
	case STYLE_HEADING:
		return A_BOLD;
	case STYLE_LABEL:
		return pair(COLOR_CYAN);
	case STYLE_DIM:
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
	case STYLE_FIELD:
		return A_UNDERLINE;
	case STYLE_FIELD_FOCUS:
		return A_REVERSE;
	case STYLE_BAR:
		return pair(COLOR_CYAN);
	}
	return A_NORMAL;
}

void term_put(int y, int x, const wchar_t *text, int n, enum style style)
{
	attrset((int)attributes(style));
	mvaddnwstr(y, x, text, n);
	attrset((int)A_NORMAL);
}

void term_cursor(int y, int x)
{
	term.cursor_y = y;
	term.cursor_x = x;
}

void term_erase(void)
{
	erase();
}

/* The cursor goes to its place last: drawing moves it. */
void term_refresh(void)
{
	bool hidden = term.cursor_y < 0;

	curs_set(hidden ? 0 : 1);
	move(hidden ? LINES - 1 : term.cursor_y, hidden ? 0 : term.cursor_x);
	wnoutrefresh(stdscr);
	doupdate();
}

void term_redraw(void)
{
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
		[GLYPH_UP] = { "↑", "^" },
		[GLYPH_DOWN] = { "↓", "v" },
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

void term_resize_hidden(int rows, int columns)
{
	resizeterm(rows, columns);
}
