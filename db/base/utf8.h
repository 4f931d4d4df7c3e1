/* SPDX-License-Identifier: MIT
 * UTF-8 as this program needs it: decoding, display columns, checking and cleaning what comes
 * from outside, and folding for comparison. Unicode data is utf8proc's; widths are wcwidth's,
 * because that is what ncurses lays out with. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "db/base/arena.h"

/* Decodes one character of the NUL-terminated text. Returns the bytes used (at least 1, unless at
 * the end) and the code point, or U+FFFD for an invalid byte, which is then the one used. */
size_t utf8_decode(const char *text, uint32_t *code);
/* Writes the code point as UTF-8, NUL-terminated; returns its length. */
size_t utf8_encode(uint32_t code, char out[5]);

/* Columns of the code point on a terminal: 0, 1 or 2. What must not be drawn counts as U+FFFD. */
int utf8_width(uint32_t code);
/* True for what a terminal may act upon or that reorders text: controls, bidi, private use. */
bool utf8_unsafe(uint32_t code);
/* Display columns of the whole text. */
int utf8_columns(const char *text);
/* Bytes of the longest prefix of at most `columns` columns, never inside a character. */
size_t utf8_prefix(const char *text, int columns);

/* Length of the grapheme cluster (what a user sees as one letter) that begins the text. */
size_t utf8_grapheme(const char *text);

enum text_kind { TEXT_LINE, TEXT_LINES };

enum text_fault {
	TEXT_GOOD,
	TEXT_BAD_UTF8,
	TEXT_NUL,
	TEXT_CONTROL,   /* C0, C1, DEL: could drive a terminal */
	TEXT_BIDI,      /* reorders what is seen */
	TEXT_INVISIBLE, /* zero-width and other format characters */
	TEXT_MARKS,     /* more combining marks on a letter than any language has */
};

/* Checks n bytes from outside. In a TEXT_LINE, tabs and line ends are still allowed: cleaning
 * makes spaces of them. */
enum text_fault utf8_check(const char *bytes, size_t n);
/* NFC; ends trimmed; CR LF and CR to LF; in a line, tabs and line ends to single spaces. The text
 * must have passed utf8_check. */
char *utf8_clean(struct arena *arena, const char *text, enum text_kind kind);
/* n bytes as they may be shown: whatever is invalid or unsafe is U+FFFD; only TEXT_LINES may hold
 * tabs and line feeds. */
char *utf8_visible(struct arena *arena, const char *bytes, size_t n, enum text_kind kind);
/* Case-folded NFC with every run of white space as one space, for comparing what people typed. */
char *utf8_fold(struct arena *arena, const char *text);
/* Characters (code points) in valid UTF-8: what length limits count. */
size_t utf8_length(const char *text);
