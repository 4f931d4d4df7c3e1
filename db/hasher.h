/* SPDX-License-Identifier: MIT
 * How values become the log's hashes. */
#pragma once

#include <sqlite3.h>
#include <stddef.h>
#include <stdint.h>

enum { DIGEST_SIZE = 32 };

/* Incremental encoding for hashes: a type byte, eight bytes of length (little-endian), the bytes.
 */
struct hasher;
struct hasher *hasher_new(void);
void hasher_column(struct hasher *hasher, sqlite3_stmt *row, int column);
void hasher_int(struct hasher *hasher, int64_t value);
void hasher_text(struct hasher *hasher, const char *text);
void hasher_blob(struct hasher *hasher, const void *bytes, size_t n); /* NULL is SQL's NULL */
void hasher_raw(struct hasher *hasher, const void *bytes, size_t n);
/* Also frees it. */
void hasher_finish(struct hasher *hasher, uint8_t digest[DIGEST_SIZE]);
