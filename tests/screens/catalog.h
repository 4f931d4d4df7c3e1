/* SPDX-License-Identifier: MIT
 * A translation catalog as its translators see it: the file po/LANG.po. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "db/base/arena.h"

struct catalog_entry {
	const char *source, *translation; /* singular or plural form; not contexts */
};

struct catalog {
	struct arena arena;
	struct catalog_entry *entries;
	size_t n, capacity;
};

/* False if the file cannot be read. */
bool catalog_read(const char *path, struct catalog *catalog);
void catalog_clear(struct catalog *catalog);
