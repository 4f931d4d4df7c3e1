/* SPDX-License-Identifier: MIT
 * fold(text) in SQL: what two people typed compares equal whatever its case and blanks (utf8_fold);
 * NULL gives NULL. */
#pragma once

#include <sqlite3.h>

/* Registers it with a connection; returns SQLite's code. */
int fold_register(sqlite3 *sqlite);
