/* SPDX-License-Identifier: MIT
 * Whether the jurors of a round are independent of its entrants and have the qualification that
 * these must have. */
#pragma once

#include "db/db.h"

struct round_qualification {
	int64_t round_id;
	const char *qualification; /* "": none is asked of the entrants */
};

struct juror_fitness {
	int64_t panel_member_id;
	const char *independent, *qualified; /* "yes", "no", "": nobody has said */
	const char *note;
};

struct error store_round_qualification_put(
	struct db *db, int64_t round_id, const char *qualification);
struct error store_round_qualification_get(struct db *db, struct arena *arena, int64_t round_id,
	struct round_qualification *qualification);
struct error store_juror_fitness_put(struct db *db, const struct juror_fitness *fitness);
struct error store_juror_fitness_get(
	struct db *db, struct arena *arena, int64_t panel_member_id, struct juror_fitness *fitness);
