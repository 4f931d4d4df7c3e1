/* SPDX-License-Identifier: MIT
 * Character sets of files: iconv's, and the guess for files that do not say. */
#pragma once

#include <stdbool.h>

#include "db/base/arena.h"
#include "db/base/error.h"

struct decoded {
	const char *text; /* UTF-8; bytes that were none of the character set are 0xFF */
	size_t n;
	const char *charset; /* what it was read as */
	bool guessed;        /* neither said nor provable: it could be another */
};

/* NULL charset: a byte order mark decides, then valid UTF-8, then Windows-1252 as a guess. An
 * unknown one is E_INVALID (field "charset"). The text is in the arena, or is `bytes` itself. */
struct error charset_decode(struct arena *arena, const char *bytes, size_t n, const char *charset,
	struct decoded *decoded);
