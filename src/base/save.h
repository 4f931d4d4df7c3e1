/* SPDX-License-Identifier: MIT
 * A new file on disk, whole or not at all. */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "db/base/error.h"

/* Readable by its owner only; what is there already stays: E_EXISTS (field "file"). `mtime` is the
 * time the file says it was changed, UTC seconds; 0: now. E_FULL, E_IO; nothing is left then. */
struct error save_file(const char *path, const void *bytes, size_t n, int64_t mtime);
