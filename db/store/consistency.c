/* SPDX-License-Identifier: MIT */
#include "db/store/consistency.h"

struct error store_inconsistencies(struct db *db, struct arena *arena, struct inconsistencies *list)
{
	static const struct row_field fields[] = {
		{ FIELD_TEXT, offsetof(struct inconsistency, what) },
		{ FIELD_TEXT, offsetof(struct inconsistency, code) },
		{ FIELD_TEXT, offsetof(struct inconsistency, other) },
	};
	static const struct shape shape = { sizeof(struct inconsistency), fields, LEN(fields) };

	return db_rows(db, Q_INCONSISTENCIES, NO_ARGS, &shape, arena, &list->rows, &list->n);
}
