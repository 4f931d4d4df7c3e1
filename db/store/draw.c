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
	{ COLUMN(struct draw_seed, value), .seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct draw_seed, at) },
	{ NOWHERE("round_id"), .name = "round", .word = NC_("field", "Round"), .meaning = MEANS_REF,
		.of = "round", .in = IN_TOLD },
};
const struct record record_of_draw_seed = RECORD_OF(draw_seed, "draw_seed");

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
	{ COLUMN(struct lot_place, place), .name = "place", .code = "number",
		.word = NC_("field", "Number"), .meaning = MEANS_NUMBER, .in = IN_TOLD },
	{ COLUMN(struct lot_place, drawn) },
	{ NOWHERE("round_id"), .name = "round", .word = NC_("field", "Round"), .meaning = MEANS_REF,
		.of = "round", .in = IN_TOLD },
	{ NOWHERE("round_item_id"), .name = "submission", .word = NC_("field", "Submission"),
		.meaning = MEANS_REF, .of = "round_item", .in = IN_TOLD },
};
const struct record record_of_lot_place = RECORD_OF(lot_place, "lot_place");

struct error store_lot(struct db *db, struct arena *arena, int64_t round_id, struct lot *lot)
{
	return db_rows(
		db, Q_LOT_PLACES, ARGS(I64("round_id", round_id)), arena, &lot->rows, &lot->n);
}
