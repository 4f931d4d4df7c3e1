/* SPDX-License-Identifier: MIT
 * A text being read from its beginning, for the readers of dates and times: in small letters, with
 * plain blanks and minus signs. What cannot be read is left where it is, unless a function says
 * otherwise. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

enum { READER_TEXT = 120, READER_WORD = 40 };

struct reader {
	char text[READER_TEXT];
	const char *at;
};

/* False for what is longer than any date. */
bool reader_start(struct reader *r, const char *text);
void skip_blanks(struct reader *r);
bool read_char(struct reader *r, char c);
bool is_digit(char c);
/* One to `most` digits. What was read is gone from the text. */
bool read_number(struct reader *r, int most, int *number);
/* Exactly so many digits; what was read is gone from the text. */
bool read_digits(struct reader *r, int n, int *number);
/* Letters, also beyond ASCII; false if there are none. */
bool read_word(struct reader *r, char word[READER_WORD]);
/* The place of a list, of words with '|' between them, that has the word; -1: none. */
int place_of(const char *const *lists, size_t n, const char *word);
/* The same of the word that comes next. */
int read_listed(struct reader *r, const char *const *lists, size_t n);
