/* SPDX-License-Identifier: MIT */
#include "ui/toolkit/letters.h"

#include "db/base/error.h"
#include "src/base/i18n.h"

#define X(name, key, meaning) { key, meaning },
static const struct key_meaning rows[] = { LETTERS(X) };
#undef X

const struct key_meaning *key_meanings(size_t *n)
{
	*n = LEN(rows);
	return rows;
}
