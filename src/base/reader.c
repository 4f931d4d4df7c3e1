/* SPDX-License-Identifier: MIT */
#include "src/base/reader.h"

#include <ctype.h>
#include <string.h>

#include "src/base/blank.h"

/* One byte or a letter as it is compared: small, and beyond ASCII those of Finnish and Swedish. */
static char small(char before, char c)
{
	bool nordic = before == '\303' && (unsigned char)c >= 0x80 && (unsigned char)c <= 0x9E;

	return nordic ? (char)(c + 0x20) : (char)tolower((unsigned char)c);
}

bool reader_start(struct reader *r, const char *text)
{
	size_t n = 0;

	text = blank_skip(text);
	while (*text != '\0') {
		size_t blank = blank_at(text), minus = minus_at(text);

		if (n + 1 == READER_TEXT)
			return false;
		r->text[n] = blank > 0 ? ' ' :
			     minus > 0 ? '-' :
					 small(n > 0 ? text[-1] : '\0', *text);
		n++;
		text += blank > 0 ? blank : minus > 0 ? minus : 1;
	}
	while (n > 0 && r->text[n - 1] == ' ')
		n--;
	r->text[n] = '\0';
	r->at = r->text;
	return true;
}

void skip_blanks(struct reader *r)
{
	while (*r->at == ' ')
		r->at++;
}

bool read_char(struct reader *r, char c)
{
	if (*r->at != c)
		return false;
	r->at++;
	return true;
}

bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

bool read_number(struct reader *r, int most, int *number)
{
	int digits = 0;

	*number = 0;
	while (digits < most && is_digit(*r->at)) {
		*number = *number * 10 + (*r->at++ - '0');
		digits++;
	}
	return digits > 0;
}

bool read_digits(struct reader *r, int n, int *number)
{
	const char *begin = r->at;

	return read_number(r, n, number) && r->at - begin == n;
}

bool read_word(struct reader *r, char word[READER_WORD])
{
	size_t n = 0;

	while ((isalpha((unsigned char)*r->at) || (unsigned char)*r->at >= 0x80) &&
		n + 1 < READER_WORD)
		word[n++] = *r->at++;
	word[n] = '\0';
	return n > 0;
}

int place_of(const char *const *lists, size_t n, const char *word)
{
	size_t length = strlen(word);

	for (size_t i = 0; i < n; i++)
		for (const char *at = lists[i]; at != NULL; at = strchr(at, '|')) {
			at += *at == '|' ? 1 : 0;
			if (length > 0 && strncmp(at, word, length) == 0 &&
				(at[length] == '|' || at[length] == '\0'))
				return (int)i;
		}
	return -1;
}

int read_listed(struct reader *r, const char *const *lists, size_t n)
{
	const char *begin = r->at;
	char word[READER_WORD];
	int place = read_word(r, word) ? place_of(lists, n, word) : -1;

	if (place < 0)
		r->at = begin;
	return place;
}
