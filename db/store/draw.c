/* SPDX-License-Identifier: MIT */
#include "db/store/draw.h"

struct error store_seed_add(
	struct db *db, int64_t round_id, const char *purpose, int64_t value, int64_t now)
{
	return db_run(db, Q_DRAW_SEED_ADD, ARGS(I64(round_id), TXT(purpose), I64(value), I64(now)));
}

struct error store_seed(struct db *db, struct arena *arena, int64_t round_id, const char *purpose,
	struct draw_seed *seed)
{
	static const struct row_field fields[] = {
		{ FIELD_INT, offsetof(struct draw_seed, id) },
		{ FIELD_INT, offsetof(struct draw_seed, value) },
		{ FIELD_INT, offsetof(struct draw_seed, at) },
	};
	static const struct shape shape = { sizeof(struct draw_seed), fields, LEN(fields) };

	return db_row(db, Q_DRAW_SEED_GET, ARGS(I64(round_id), TXT(purpose)), &shape, arena, seed);
}

struct error store_lot_add(struct db *db, int64_t round_id, const struct lot_place *place)
{
	return db_run(db, Q_LOT_PLACE_ADD,
		ARGS(I64(round_id), I64(place->item_id), I64(place->place), I64(place->drawn)));
}

struct error store_lot(struct db *db, struct arena *arena, int64_t round_id, struct lot *lot)
{
	static const struct row_field fields[] = {
		{ FIELD_INT, offsetof(struct lot_place, item_id) },
		{ FIELD_INT, offsetof(struct lot_place, place) },
		{ FIELD_INT, offsetof(struct lot_place, drawn) },
	};
	static const struct shape shape = { sizeof(struct lot_place), fields, LEN(fields) };

	return db_rows(db, Q_LOT_PLACES, ARGS(I64(round_id)), &shape, arena, &lot->rows, &lot->n);
}
