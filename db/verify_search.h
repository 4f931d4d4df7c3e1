/* SPDX-License-Identifier: MIT
 * The part of verify that looks at the full-text index: does it hold the words of its source,
 * nothing else, and in a form in which every word is found? */
#pragma once

#include <sqlite3.h>
#include <stdbool.h>

/* Changes nothing. */
bool verify_search(sqlite3 *sqlite);
