/* SPDX-License-Identifier: MIT
 * Days and times are numbers with a format: days since the end of 1899 or of 1903, in the clock's
 * time of whoever wrote them (ECMA-376, part 1, 18.17.4). */
#include <ctype.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "documents/book.h"

enum { WORDS = 32, DAY = 86400 };

/* Without what is only shown: "texts", \x, _x (a space as wide), *x (a filling), [colours]. */
static bool has(const char *code, const char *letters)
{
	for (; *code != '\0'; code++) {
		char end = *code == '"' ? '"' : *code == '[' ? ']' : '\0';

		if (end != '\0')
			for (code++; *code != '\0' && *code != end; code++)
				continue;
		else if (strchr("\\_*", *code) != NULL && code[1] != '\0')
			code++;
		else if (strchr(letters, tolower((unsigned char)*code)) != NULL)
			return true;
		if (*code == '\0')
			break;
	}
	return false;
}

enum shown shown_by_code(const char *code)
{
	if (strcmp(code, "General") == 0)
		return SHOWN_NUMBER;
	bool day = has(code, "dy"), clock = has(code, "hs"), month = has(code, "m");

	if (day && clock)
		return SHOWN_MOMENT;
	if (clock)
		return SHOWN_CLOCK;
	return day || month ? SHOWN_DAY : SHOWN_NUMBER;
}

enum shown shown_by_number(long number)
{
	if (number >= 14 && number <= 17)
		return SHOWN_DAY;
	if ((number >= 18 && number <= 21) || (number >= 45 && number <= 47))
		return SHOWN_CLOCK;
	return number == 22 ? SHOWN_MOMENT : SHOWN_NUMBER;
}

/* As few digits as read back as the same number: 4.1, where the file has 4.0999999999999996. */
static void shortest(double value, char *text)
{
	for (int digits = 15; digits <= 17; digits++) {
		snprintf(text, WORDS, "%.*g", digits, value);
		if (strtod(text, NULL) == value)
			return;
	}
}

static char plain_number(double value, char *text)
{
	if (value == floor(value) && fabs(value) < 1e15)
		snprintf(text, WORDS, "%.0f", value);
	else
		shortest(value, text);
	return 'n';
}

/* Programs keep a second as a fraction of a day that is seldom exact: to the nearest. */
static char moment(double value, enum shown shown, bool from_1904, char *text)
{
	static const int64_t end_of_1899 = -25569, end_of_1903 = -24107; /* days before 1970 */
	int64_t seconds = (int64_t)llround(value * DAY);
	time_t at = (time_t)(seconds + (from_1904 ? end_of_1903 : end_of_1899) * DAY);
	bool clock_alone = shown == SHOWN_CLOCK && seconds < DAY;
	struct tm tm;

	gmtime_r(&at, &tm);
	strftime(text, WORDS, clock_alone ? "%H:%M:%S" : "%Y-%m-%dT%H:%M:%S", &tm);
	if (clock_alone)
		return 'c';
	return shown == SHOWN_DAY && seconds % DAY == 0 ? 'D' : 'd';
}

char number_words(const char *value, enum shown shown, bool from_1904, char *text)
{
	static const double year_10000 = 2958466;
	char *end;
	double number = strtod(value, &end);

	if (end == value || !isfinite(number)) {
		snprintf(text, WORDS, "%.*s", WORDS - 1, value);
		return 't';
	}
	if (shown == SHOWN_NUMBER || number < 0 || number >= year_10000)
		return plain_number(number, text);
	return moment(number, shown, from_1904, text);
}
