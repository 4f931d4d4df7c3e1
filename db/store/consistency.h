/* SPDX-License-Identifier: MIT
 * Records that contradict each other. */
#pragma once

#include "db/db.h"

struct inconsistency {
	const char *what;         /* a fixed code */
	const char *code, *other; /* of the two records */
};

struct inconsistencies {
	struct inconsistency *rows;
	size_t n;
};

struct error store_inconsistencies(
	struct db *db, struct arena *arena, struct inconsistencies *list);
