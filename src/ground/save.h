/* SPDX-License-Identifier: MIT
 * A new file on disk, whole or not at all (db/making.h), readable by its owner only where nothing
 * else is said. Everything that Klash writes to disk beside the competition goes through here. */
#pragma once

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "db/base/error.h"
#include "db/making.h"

struct saving {
	struct making making;
	FILE *out; /* what is to be in it is written here */
};

/* What is there already stays: E_EXISTS (field "file"); E_NOT_FOUND (field "directory"), E_ACCESS,
 * E_FULL, E_IO. On failure nothing is begun. */
struct error save_begin(struct saving *saving, const char *path);
/* Is all that was written so far on the disk? For what must be done once nothing but the name is
 * missing. E_FULL, E_IO. */
struct error save_flush(struct saving *saving);
/* With E_OK the file gets its name; on any error nothing is left. Returns the first error. */
struct error save_end(struct saving *saving, struct error e);

/* A file of these bytes; fails as both. `mtime` is the time the file says it was changed, UTC
 * seconds; 0: now. */
struct error save_file(const char *path, const void *bytes, size_t n, int64_t mtime);
/* A file of that text for another program to read, in the place of what an earlier run left there:
 * a link is taken away, never followed. Fails as the others. */
struct error save_public(const char *path, const char *text);
