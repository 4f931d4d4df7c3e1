/* SPDX-License-Identifier: MIT
 * A file is saved in one piece, and meanwhile everybody else's saving waits (db/file.h): with few
 * rows nobody notices, with many it is said before. */
#pragma once

#include <stddef.h>

#include "db/base/arena.h"

/* The word. */
void holding_words(size_t rows, char *out, size_t size);
/* Tells whoever watches (db/base/watch.h), if it is worth it: before the saving begins. */
void holding_tell(size_t rows);
/* Behind a question whether to import so many rows: the word, if it is worth one. */
const char *holding_asked(struct arena *arena, const char *question, size_t rows);
