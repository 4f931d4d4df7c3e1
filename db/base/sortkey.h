/* SPDX-License-Identifier: MIT
 * Finnish and Swedish sort order as bytes that memcmp compares: a..z å ä ö, with ü as y, æ as ä,
 * ø as ö, accents and case only breaking ties; punctuation before digits before letters.
 * It is CLDR's order for fi (sv is the same for the letters of both languages). The keys are
 * stored beside their text, so that any sqlite3 tool can open and sort the file. */
#pragma once

#include <stddef.h>

#include "db/base/arena.h"

/* Raised when keys come out differently; the file then gets all its keys anew. */
enum { SORTKEY_VERSION = 2 };

struct sortkey {
	const void *bytes;
	size_t n;
};

struct sortkey sortkey_make(struct arena *arena, const char *text);
