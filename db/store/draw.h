/* SPDX-License-Identifier: MIT
 * Seeds of dealings and lots, and the lots that were drawn. */
#pragma once

#include "db/db.h"

struct draw_seed {
	int64_t id, value, at;
};

struct lot_place {
	int64_t item_id, place, drawn;
};

struct lot {
	struct lot_place *rows; /* by place */
	size_t n;
};

/* `purpose`: deal or lot. */
struct error store_seed_add(
	struct db *db, int64_t round_id, const char *purpose, int64_t value, int64_t now);
/* The newest; E_NOT_FOUND. */
struct error store_seed(struct db *db, struct arena *arena, int64_t round_id, const char *purpose,
	struct draw_seed *seed);

struct error store_lot_add(struct db *db, int64_t round_id, const struct lot_place *place);
struct error store_lot(struct db *db, struct arena *arena, int64_t round_id, struct lot *lot);
