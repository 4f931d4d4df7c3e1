/* SPDX-License-Identifier: MIT
 * The search index made anew. It is derived data: all of it stands in the tables. */
#pragma once

#include "db/db.h"

/* Was the index last configured by an SQLite newer than this program's, or for options that it does
 * not know (FTS5's secure-delete)? Then FTS5 may neither read it nor write it, and its own
 * 'rebuild' as little. */
bool search_is_newer(struct db *db);
/* Inside a transaction: drops the index, whatever is wrong with it, and fills a new one. */
struct error search_remake(struct db *db);
