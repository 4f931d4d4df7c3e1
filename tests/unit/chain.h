/* SPDX-License-Identifier: MIT
 * The log's hashes reckoned a second time, from how they are documented and not from db/log.c: what
 * a checker outside Klash would do, and what somebody would who forges a file with care. */
#pragma once

#include <sqlite3.h>
#include <stddef.h>
#include <stdint.h>

enum { HASH_SIZE = 32 };

/* Number of the first entry whose stored hash or one of its commitments is another; 0 if all are
 * right. */
int64_t chain_first_wrong(const char *path);
/* Makes every hash fit what the log says now. */
void chain_forge(const char *path);
/* Makes the digest of every row fit what the row is now, and then every hash. */
void chain_forge_rows(const char *path);
/* Digest of one row: its table, then its columns; `personal` has a 1 for each that enters salted,
 * and the statement gives the salt first. */
void chain_row_digest(
	const char *table, const char *personal, sqlite3_stmt *row, uint8_t digest[HASH_SIZE]);
