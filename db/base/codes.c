/* SPDX-License-Identifier: MIT */
#include "db/base/codes.h"

#include <stddef.h>
#include <string.h>

#include "db/base/error.h"

/* From 1; 0 for what is not in the list: a file that somebody changed from outside may hold it. */
static int place_of(const char *const *codes, size_t n, const char *code)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(codes[i], code) == 0)
			return (int)i + 1;
	return 0;
}

/* clang-format off */
#define CODES_CODE(value, code, ...) code,
#define CODES_READER(NAME, name) \
	static const char *const name##_codes[] = { CODES_##NAME(CODES_CODE) }; \
	enum name name##_of(const char *code) \
	{ \
		return (enum name)place_of(name##_codes, LEN(name##_codes), code); \
	}
ENUMERATED(CODES_READER)
/* clang-format on */
