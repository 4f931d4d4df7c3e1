/* SPDX-License-Identifier: MIT
 * The part of verify that looks at the full-text index: does it hold the words of its source,
 * nothing else, and in a form in which every word is found? */
#pragma once

#include <sqlite3.h>
#include <stdbool.h>
#include <stdint.h>

/* Works on a copy that may be changed. `row` is the record that differs, if it is one. */
bool verify_search(sqlite3 *copy, int64_t *row);
