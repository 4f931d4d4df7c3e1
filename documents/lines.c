/* SPDX-License-Identifier: MIT */
#include "documents/lines.h"

static size_t put_guarded(FILE *out, char letter)
{
	char then = letter == '\n' ? 'n' : letter == '\t' ? 't' : letter;

	if (letter != '\n' && letter != '\t' && letter != '\\') {
		putc(letter, out);
		return 1;
	}
	putc('\\', out);
	putc(then, out);
	return 2;
}

size_t line_field(FILE *out, char what, const char *text)
{
	size_t n = 1;

	putc('\t', out);
	if (what != '\0') {
		putc(what, out);
		n++;
	}
	for (; *text != '\0'; text++)
		n += put_guarded(out, *text);
	return n;
}

static char unguarded(char letter)
{
	return letter == 'n' ? '\n' : letter == 't' ? '\t' : letter;
}

char *line_next(char **rest)
{
	char *field = *rest;

	if (field == NULL)
		return NULL;
	char *to = field, *from = field;
	for (; *from != '\0' && *from != '\t'; from++)
		if (*from == '\\' && from[1] != '\0')
			*to++ = unguarded(*++from);
		else
			*to++ = *from;
	*rest = *from == '\t' ? from + 1 : NULL;
	*to = '\0';
	return field;
}
