/* SPDX-License-Identifier: MIT
 * Keys as numbers: characters are their code points, everything else lies above Unicode. */
#pragma once

#include <stddef.h>

enum {
	K_TAB = 9,
	K_BREAK = 10, /* Ctrl-J: a line break where Enter goes on */
	K_ENTER = 13,
	K_ESC = 27,
	K_BACKSPACE = 127,
	K_FIRST = 0x200000,
	K_NONE = K_FIRST, /* time passed without a key */
	K_HANGUP,         /* the terminal is gone, or somebody asks us to end */
	K_RESIZE,
	K_UP,
	K_DOWN,
	K_LEFT,
	K_RIGHT,
	K_HOME,
	K_END,
	K_PAGE_UP,
	K_PAGE_DOWN,
	K_INSERT,
	K_DELETE,
	K_BACKTAB,
	K_PASTE_BEGIN,
	K_PASTE_END,
	K_PASTED_LINE, /* a line end or a blank inside a paste: only text fields know them */
	K_PASTED_SPACE,
	K_F1,
	K_UNKNOWN,
};

/* Control and a letter, as one key. */
#define CTRL_KEY(letter) ((letter)&0x1F)

/* How a key is written on the screen: "Enter", "Ctrl-F", "n". Static or in `out` (at least 8
 * bytes). */
const char *key_words(int key, char *out, size_t size);
