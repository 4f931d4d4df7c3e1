/* SPDX-License-Identifier: MIT */
#include "db/base/ratio.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

/* Whole parts first, then the remainders cross-multiplied. A denominator is at most 200 reviews
 * times 20 weights of a million: 4e9, whose square still fits 64 unsigned bits. */
int ratio_compare(struct ratio a, struct ratio b)
{
	int64_t whole_a = a.num / a.den, whole_b = b.num / b.den;

	if (whole_a != whole_b)
		return whole_a < whole_b ? -1 : 1;
	uint64_t left = (uint64_t)(a.num % a.den) * (uint64_t)b.den;
	uint64_t right = (uint64_t)(b.num % b.den) * (uint64_t)a.den;
	return (left > right) - (left < right);
}

void ratio_format(struct ratio value, int decimals, char *out, size_t size)
{
	int64_t whole = value.num / value.den, rest = value.num % value.den, part = 0, unit = 1;

	for (int i = 0; i < decimals; i++) {
		rest *= 10;
		part = part * 10 + rest / value.den;
		rest %= value.den;
		unit *= 10;
	}
	if (rest * 2 >= value.den)
		part++;
	if (part == unit) {
		part = 0;
		whole++;
	}
	if (decimals == 0)
		snprintf(out, size, "%" PRId64, whole + part);
	else
		snprintf(out, size, "%" PRId64 ".%0*" PRId64, whole, decimals, part);
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
