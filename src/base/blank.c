/* SPDX-License-Identifier: MIT */
#include "src/base/blank.h"

#include <string.h>

#include "db/base/error.h"

static size_t one_of(const char *text, const char *const *signs, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (strncmp(text, signs[i], strlen(signs[i])) == 0)
			return strlen(signs[i]);
	return 0;
}

size_t blank_at(const char *text)
{
	static const char *const blanks[] = { " ", "\u00A0", "\u202F", "\u2009" };

	return one_of(text, blanks, LEN(blanks));
}

const char *blank_skip(const char *text)
{
	for (size_t n; (n = blank_at(text)) > 0;)
		text += n;
	return text;
}

size_t minus_at(const char *text)
{
	static const char *const signs[] = { "-", "\u2212" };

	return one_of(text, signs, LEN(signs));
}
