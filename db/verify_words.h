/* SPDX-License-Identifier: MIT
 * Does the search index say what the records say? Both are gone through once, and nothing of them
 * is kept but sums: of every place of every word, in no order, of which each part is keyed with
 * random bytes (SipHash), so that nobody can choose places whose sums are the same. */
#pragma once

#include <sqlite3.h>
#include <stdbool.h>
#include <stddef.h>

/* `beginnings`: what its index of beginnings has, each ended by a NUL, `n` bytes in all. */
bool verify_words(sqlite3 *sqlite, const char *beginnings, size_t n);
