/* SPDX-License-Identifier: MIT
 * One language's texts, as msgfmt writes them (gettext's MO format, revision 0, with its strings in
 * order). Read here and not by the C library: some of them answer only in locales that have to be
 * installed, and look where the environment says. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct catalog {
	const char *bytes; /* the whole file; NULL: there is none */
	size_t size;
	uint32_t count, ids, texts; /* how many, and where the two tables begin */
};

/* Maps the file for as long as the program runs, so that what was found stays valid. False, and the
 * catalog empty, if there is no such file or it is none. */
bool catalog_open(const char *path, struct catalog *catalog);
/* The text for `id` (a context before it ends in \004): with `form` 0 the only one or the singular,
 * with 1 the plural. NULL if there is none. */
const char *catalog_find(const struct catalog *catalog, const char *id, unsigned form);
