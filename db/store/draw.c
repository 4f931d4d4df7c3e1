/* SPDX-License-Identifier: MIT */
#include "db/store/draw.h"

struct error store_seed_add(
	struct db *db, int64_t round_id, const char *purpose, int64_t value, int64_t now)
{
	return db_run(db, Q_DRAW_SEED_ADD,
		ARGS(I64("round_id", round_id), TXT("purpose", purpose), I64("value", value),
			I64("at", now)));
}

static const struct field draw_seed_fields[] = {
	{ COLUMN(struct draw_seed, id) },
	{ COLUMN(struct draw_seed, value) },
	{ COLUMN(struct draw_seed, at) },
};
const struct record record_of_draw_seed = RECORD(draw_seed);

struct error store_seed(struct db *db, struct arena *arena, int64_t round_id, const char *purpose,
	struct draw_seed *seed)
{
	return db_row(db, Q_DRAW_SEED_GET, ARGS(I64("round_id", round_id), TXT("purpose", purpose)),
		arena, seed);
}

struct error store_lot_add(struct db *db, int64_t round_id, const struct lot_place *place)
{
	return db_run(db, Q_LOT_PLACE_ADD,
		ARGS(I64("round_id", round_id), I64("round_item_id", place->item_id),
			I64("place", place->place), I64("drawn", place->drawn)));
}

static const struct field lot_place_fields[] = {
	{ COLUMN(struct lot_place, item_id) },
	{ COLUMN(struct lot_place, place) },
	{ COLUMN(struct lot_place, drawn) },
};
const struct record record_of_lot_place = RECORD(lot_place);

struct error store_lot(struct db *db, struct arena *arena, int64_t round_id, struct lot *lot)
{
	return db_rows(
		db, Q_LOT_PLACES, ARGS(I64("round_id", round_id)), arena, &lot->rows, &lot->n);
}
