/* SPDX-License-Identifier: MIT */
#include "db/store/consistency.h"

static const struct field inconsistency_fields[] = {
	{ COLUMN(struct inconsistency, what) },
	{ COLUMN(struct inconsistency, code) },
	{ COLUMN(struct inconsistency, other) },
};
const struct record record_of_inconsistency = RECORD(inconsistency);

struct error store_inconsistencies(struct db *db, struct arena *arena, struct inconsistencies *list)
{
	return db_rows(db, Q_INCONSISTENCIES, NO_ARGS, arena, &list->rows, &list->n);
}
