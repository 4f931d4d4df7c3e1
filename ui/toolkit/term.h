/* SPDX-License-Identifier: MIT
 * The terminal: starting and ending curses, keys as numbers, what the terminal can show. The only
 * module with state of its own: curses has one screen, and a signal can only set a flag. */
#pragma once

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <wchar.h>

#include "ui/toolkit/key.h"

/* What a cell looks like; term.c knows how on this terminal. Nothing is told by colour alone. */
enum style {
	STYLE_PLAIN,
	STYLE_TITLE,
	STYLE_HEADING,
	STYLE_LABEL,
	STYLE_KEY,   /* of the keyboard, before what it does */
	STYLE_QUIET, /* beside the point, but to be read */
	STYLE_FAINT, /* rules, frames, what cannot be done now: nothing that must be read */
	STYLE_ALERT,
	STYLE_GOOD,
	STYLE_ACCENT,
	STYLE_LINK,
	STYLE_SELECTED,
	STYLE_SELECTED_ALERT,
	STYLE_FIELD,
	STYLE_FIELD_FOCUS,
	STYLE_BAR,
	STYLE_COUNT,
};

/* Pictures that have a plain form where the terminal's character set or font cannot be trusted. */
enum glyph {
	GLYPH_RULE,
	GLYPH_VERTICAL,
	GLYPH_TOP_LEFT,
	GLYPH_TOP_RIGHT,
	GLYPH_BOTTOM_LEFT,
	GLYPH_BOTTOM_RIGHT,
	GLYPH_MARK, /* the selected row */
	GLYPH_DONE, /* decided */
	GLYPH_OPEN,
	GLYPH_JUDGING, /* closed and being judged */
	GLYPH_PLANNED,
	GLYPH_FULL, /* bars */
	GLYPH_EMPTY,
	GLYPH_ELLIPSIS,
	GLYPH_CHANGED,
	GLYPH_BARRED,
	GLYPH_BULLET,
	GLYPH_UP,
	GLYPH_DOWN,
	GLYPH_RIGHT,
	GLYPH_PART, /* of a gauge: between full and empty */
	GLYPH_COUNT,
};

enum term_fault { TERM_GOOD, TERM_DUMB, TERM_UNKNOWN, TERM_NO_TTY };

/* Around what is pasted; curses has no codes of its own for it. */
enum { TERM_PASTE_BEGIN = 2000, TERM_PASTE_END };

/* Reads keys from somewhere else than the keyboard: tests. Returns a byte, a curses key code or one
 * of the two above; -1 when there is none now, -2 when the terminal is gone. */
typedef int (*term_reader)(void *arg, int timeout_ms);

/* Before curses starts: can this terminal place its cursor at all? */
enum term_fault term_check(void);
enum term_fault term_start(void);
/* For tests: a screen of that size, every byte of which goes to `out`; term_end closes it. */
enum term_fault term_start_hidden(
	FILE *out, const char *name, int rows, int columns, term_reader read, void *arg);
void term_end(void);

int term_rows(void);
int term_columns(void);
/* The next key, at most `timeout_ms` later. */
int term_key(int timeout_ms);
/* Did the key that term_key gave come with many others at once, as a paste into a terminal that
 * does not mark pastes? A key that is held down is none. */
bool term_is_burst(int key);
/* Asks the terminal where its cursor is after "ä", before the first painting; term_key takes the
 * answer. Once term_is_latin1 is true, the terminal shows bytes, not UTF-8. */
void term_probe_charset(void);
bool term_is_latin1(void);
bool term_has_colors(void);

/* Drawing, for canvas.c; term_refresh shows it. */
void term_put(int y, int x, const wchar_t *text, int n, enum style style);
void term_cursor(int y, int x); /* y -1 hides it */
/* Where the hidden cursor stands if nothing selected is painted after it was hidden: a line of
 * braille and speech follow it (EN 301 549, 11.5.2.13: where the focus is). A selection is what is
 * painted in STYLE_SELECTED, STYLE_SELECTED_ALERT or STYLE_FIELD_FOCUS; of several the last. */
void term_rest(int y, int x);
void term_erase(void);
void term_refresh(void);
/* Everything anew, after something else wrote to the terminal. */
void term_redraw(void);
const char *term_glyph(enum glyph glyph);

/* For tests. What a cell shows: UTF-8 into `text`, how it stands out; `color` 0 is the terminal's
 * own. */
struct cell_look {
	bool reversed, bold, underlined;
	int color;
};
void term_read_cell(int y, int x, char *text, int size, struct cell_look *look);
/* Where the cursor is, and whether it can be seen. */
bool term_read_cursor(int *y, int *x);
/* How many lines the last painting gave to curses: those that changed. */
int term_lines_handed(void);
/* Another size for a hidden screen; the program still has to be given KEY_RESIZE. */
void term_resize_hidden(int rows, int columns);
