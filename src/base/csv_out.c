/* SPDX-License-Identifier: MIT */
#include "src/base/csv_out.h"

#include <string.h>

void csv_put_mark(FILE *out)
{
	fputs("\xEF\xBB\xBF", out);
}

/* Apostrophes, and then what a spreadsheet takes for a formula? Those count too, so that what is
 * put in front can be taken off again without a doubt. */
static bool is_formula(const char *text)
{
	text += strspn(text, "'");
	return *text != '\0' && strchr("=+-@\t\r", *text) != NULL;
}

const char *csv_unguarded(const char *text)
{
	return *text == '\'' && is_formula(text) ? text + 1 : text;
}

void csv_put(FILE *out, const char *text, bool exact, char delimiter)
{
	bool formula = !exact && is_formula(text);
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
