/* SPDX-License-Identifier: MIT */
#include "src/base/csv_out.h"

#include <string.h>

void csv_put_mark(FILE *out)
{
	fputs("\xEF\xBB\xBF", out);
}

void csv_put(FILE *out, const char *text, bool exact, char delimiter)
{
	bool formula = !exact && *text != '\0' && strchr("=+-@\t\r", *text) != NULL;
	bool quoted = strpbrk(text, "\"\r\n") != NULL || strchr(text, delimiter) != NULL;

	if (quoted)
		fputc('"', out);
	if (formula)
		fputc('\'', out);
	for (; *text != '\0'; text++) {
		if (*text == '"')
			fputc('"', out);
		fputc(*text, out);
	}
	if (quoted)
		fputc('"', out);
}
