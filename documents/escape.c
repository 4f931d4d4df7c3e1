/* SPDX-License-Identifier: MIT */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "documents/book.h"

enum { ESCAPED = 7 }; /* "_x000D_" */

/* Only what a program cannot have written otherwise: a control character, and the underline that
 * guards a text which looks like one of these. Others are somebody's own text. U+0000 stays: no
 * text can hold it. */
static bool is_escape(const char *text, char *letter)
{
	if (text[0] != '_' || text[1] != 'x')
		return false;
	for (int i = 2; i < 6; i++)
		if (!isxdigit((unsigned char)text[i]))
			return false;
	if (text[6] != '_')
		return false;
	long code = strtol((char[]){ text[2], text[3], text[4], text[5], '\0' }, NULL, 16);
	*letter = (char)code;
	return (code > 0 && code < 0x20) || code == '_';
}

void unescape(char *text)
{
	char *to = text, letter;

	for (char *from = text; *from != '\0';) {
		bool escape = is_escape(from, &letter);

		letter = escape ? letter : *from;
		from += escape ? ESCAPED : 1;
		if (letter == '\n' && to > text && to[-1] == '\r')
			to[-1] = '\n';
		else
			*to++ = letter;
	}
	*to = '\0';
	for (to = text; (to = strchr(to, '\r')) != NULL;)
		*to = '\n';
}
