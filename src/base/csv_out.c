/* SPDX-License-Identifier: MIT */
#include "src/base/csv_out.h"

#include <string.h>

void csv_put_mark(FILE *out)
{
	fputs("\xEF\xBB\xBF", out);
}

static bool is_formula(const char *text)
{
	return *text != '\0' && strchr("=+-@\t\r", *text) != NULL;
}

/* One to four digits; NULL: something else. */
static const char *past_number(const char *text)
{
	size_t n = strspn(text, "0123456789");

	return n >= 1 && n <= 4 ? text + n : NULL;
}

/* Two or three numbers with the same sign between: "5/2019", "7-7", "1.2.2019", "8:30". */
static bool is_dated(const char *text)
{
	const char *at = past_number(text + strspn(text, " "));
	const char sign = at == NULL || strchr("/-.:", *at) == NULL ? '\0' : *at;

	for (int more = 0; sign != '\0' && more < 2 && *at == sign; more++)
		if ((at = past_number(at + 1)) == NULL)
			return false;
	return sign != '\0' && at[strspn(at, " ")] == '\0';
}

/* Apostrophes, and then what a spreadsheet takes for something else than the text that it is? Those
 * count too, so that what is put in front can be taken off again without a doubt. */
static bool is_mistaken(const char *text)
{
	text += strspn(text, "'");
	return is_formula(text) || is_dated(text);
}

const char *csv_unguarded(const char *text)
{
	return *text == '\'' && is_mistaken(text) ? text + 1 : text;
}

void csv_put(FILE *out, const char *text, bool exact, char delimiter)
{
	bool guarded = !exact && is_mistaken(text);
	bool quoted = strpbrk(text, "\"\r\n") != NULL || strchr(text, delimiter) != NULL;

	if (quoted)
		fputc('"', out);
	if (guarded)
		fputc('\'', out);
	for (; *text != '\0'; text++) {
		if (*text == '"')
			fputc('"', out);
		fputc(*text, out);
	}
	if (quoted)
		fputc('"', out);
}
