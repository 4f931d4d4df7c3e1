/* SPDX-License-Identifier: MIT */
#include "db/fold.h"

#include "db/base/utf8.h"

static void fold(sqlite3_context *result, int n, sqlite3_value **values)
{
	struct arena arena = { 0 };
	const char *text = (const char *)sqlite3_value_text(values[0]);

	(void)n;
	if (text == NULL)
		sqlite3_result_null(result);
	else
		sqlite3_result_text(result, utf8_fold(&arena, text), -1, SQLITE_TRANSIENT);
	arena_clear(&arena);
}

int fold_register(sqlite3 *sqlite)
{
	return sqlite3_create_function(
		sqlite, "fold", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC, NULL, fold, NULL, NULL);
}
