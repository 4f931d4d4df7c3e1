/* SPDX-License-Identifier: MIT
 * Text in lines: the one place that breaks it, between words, for screens and for documents. */
#pragma once

#include <stddef.h>

/* Breaks the NUL-terminated text for `width` display columns: the bytes of the first line, and in
 * *next where the next one begins (NULL: there is none). A line feed ends a line; the blank at
 * which a line is broken belongs to neither. A word longer than a line is cut, never inside of what
 * a reader sees as one letter unless that alone is wider. */
size_t text_wrap(const char *text, int width, const char **next);
/* How many lines that makes; at least 1. */
int text_wrap_count(const char *text, int width);
/* The same for paper, where an address or a fingerprint is copied by hand: a word longer than a
 * line stays whole on a line of its own, and of several blanks at a break none is left. */
size_t text_wrap_words(const char *text, int width, const char **next);
