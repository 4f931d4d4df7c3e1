/* SPDX-License-Identifier: MIT
 * The values a change has replaced, as JSON: of an update the clear columns that it changed, of a
 * deletion all of them. */
#pragma once

#include <sqlite3.h>

#include "db/table.h"

/* Of the change the changeset stands on, SQLITE_UPDATE or SQLITE_DELETE; free with sqlite3_free.
 * SQLite's code, SQLITE_CORRUPT if the change does not fit the table. */
int before_json(
	const struct table_class *table, sqlite3_changeset_iter *changes, int op, char **json);
