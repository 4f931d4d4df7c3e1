/* SPDX-License-Identifier: MIT */
#include "src/registers/business_id.h"

#include <ctype.h>
#include <string.h>

enum { FINNISH = 9, FOREIGN_MIN = 4, FOREIGN_MAX = 15, MODULUS = 11 };

static bool is_finnish(const char *text)
{
	static const int weights[] = { 7, 9, 10, 5, 8, 4, 2 };
	int sum = 0;

	for (int i = 0; i < 7; i++) {
		if (!isdigit((unsigned char)text[i]))
			return false;
		sum += weights[i] * (text[i] - '0');
	}
	if (text[7] != '-' || !isdigit((unsigned char)text[8]))
		return false;
	int rest = sum % MODULUS;
	return rest != 1 && text[8] - '0' == (rest == 0 ? 0 : MODULUS - rest);
}

bool business_id_holds(const char *text)
{
	size_t n = strlen(text);

	if (n == FINNISH && is_finnish(text))
		return true;
	if (n < FOREIGN_MIN || n > FOREIGN_MAX || !isupper((unsigned char)text[0]) ||
		!isupper((unsigned char)text[1]) || strncmp(text, "FI", 2) == 0)
		return false;
	for (size_t i = 2; i < n; i++)
		if (!isalnum((unsigned char)text[i]))
			return false;
	return true;
}
