/* SPDX-License-Identifier: MIT */
#include "db/base/ratio.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

/* Whole parts first; of equal ones what is left, turned over: a/b < c/d is d/c < b/a. That ends as
 * Euclid's algorithm does, and nothing is ever multiplied. */
int ratio_compare(struct ratio a, struct ratio b)
{
	for (;;) {
		int64_t whole_a = a.num / a.den, whole_b = b.num / b.den;
		int64_t rest_a = a.num % a.den, rest_b = b.num % b.den;

		if (whole_a != whole_b)
			return whole_a < whole_b ? -1 : 1;
		if (rest_a == 0 || rest_b == 0)
			return (rest_a > 0) - (rest_b > 0);
		struct ratio turned = { a.den, rest_a };
		a = (struct ratio){ b.den, rest_b };
		b = turned;
	}
}

int64_t ratio_rounded(struct ratio value, int decimals)
{
	int64_t number = value.num / value.den, rest = value.num % value.den;

	for (int i = 0; i < decimals; i++) {
		rest *= 10;
		number = number * 10 + rest / value.den;
		rest %= value.den;
	}
	return rest >= value.den - rest ? number + 1 : number;
}

void ratio_format(struct ratio value, int decimals, char *out, size_t size)
{
	int64_t number = ratio_rounded(value, decimals), unit = 1;

	for (int i = 0; i < decimals; i++)
		unit *= 10;
	if (decimals == 0)
		snprintf(out, size, "%" PRId64, number);
	else
		snprintf(out, size, "%" PRId64 ".%0*" PRId64, number / unit, decimals,
			number % unit);
}

static const int64_t largest = 1000000000000;

int thousandths_parse(const char *text, int64_t *value)
{
	int64_t number = 0;
	int decimals = -1, digits = 0;

	for (; *text != '\0'; text++) {
		if ((*text == ',' || *text == '.') && decimals < 0) {
			decimals = 0;
			continue;
		}
		if (decimals == 3 && *text == '0')
			continue; /* as many as a spreadsheet's cell shows */
		if (*text < '0' || *text > '9' || decimals == 3 || number > largest)
			return -1;
		number = number * 10 + (*text - '0');
		digits++;
		if (decimals >= 0)
			decimals++;
	}
	if (digits == 0 || decimals == 0)
		return -1;
	for (int i = decimals < 0 ? 0 : decimals; i < 3; i++)
		number *= 10;
	if (number > largest * 1000)
		return -1;
	*value = number;
	return 0;
}

void thousandths_format(int64_t value, char *out, size_t size)
{
	snprintf(out, size, "%" PRId64 ".%03" PRId64, value / 1000, value % 1000);
	char *point = strchr(out, '.');
	if (point == NULL)
		return;
	char *end = point + strlen(point);
	while (end[-1] == '0')
		*--end = '\0';
	if (end[-1] == '.')
		end[-1] = '\0';
}
