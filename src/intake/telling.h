/* SPDX-License-Identifier: MIT
 * Where the character set of a text shows: the places of a file with letters beyond ASCII, those
 * first that the character sets of here do not agree on. */
#pragma once

#include "src/intake/table.h"

enum { TELLING_MAX = 4, TELLING_COLUMNS = 60 };

struct telling {
	size_t n;
	struct {
		const char *at;
		size_t n;
	} rows[TELLING_MAX];
};

/* Places in the bytes of a text; `wide`: a letter is several of them, as in UTF-8. */
void telling_find(const char *bytes, size_t n, bool wide, struct telling *telling);
/* As many of them as fit in TELLING_COLUMNS, as they read in that character set, with dots between;
 * "" for one that is unknown. */
const char *telling_words(struct arena *arena, const struct telling *telling, const char *charset);
