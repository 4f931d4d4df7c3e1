/* SPDX-License-Identifier: MIT */
#include "db/store/threshold.h"

static const struct field threshold_row_fields[] = {
	{ COLUMN(struct threshold_row, id) },
	{ COLUMN(struct threshold_row, kind), .name = "kind", .code = "threshold_kind",
		.word = NC_("field", "Figure of the law"), .meaning = MEANS_CODE,
		.words = WORDS_THRESHOLD_KIND, .in = IN_ADD | IN_TOLD | IN_REQUIRED },
	{ COLUMN(struct threshold_row, object), .name = "object", .code = "procurement_object",
		.word = NC_("field", "Object of procurement"), .meaning = MEANS_CODE,
		.words = WORDS_PROCUREMENT_KIND, .in = IN_ADD | IN_TOLD },
	{ COLUMN(struct threshold_row, starts), .name = "starts", .code = "figure_starts",
		.word = NC_("field", "From the day"), .meaning = MEANS_DAY,
		.in = IN_ADD | IN_TOLD | IN_REQUIRED },
	{ COLUMN_OR_NONE(struct threshold_row, amount), .name = "amount",
		.word = NC_("field", "Amount without VAT"), .meaning = MEANS_MONEY,
		.in = IN_ADD | IN_TOLD },
	{ COLUMN_OR_NONE(struct threshold_row, days), .name = "days", .word = NC_("field", "Days"),
		.meaning = MEANS_NUMBER, .in = IN_ADD | IN_TOLD },
	{ COLUMN(struct threshold_row, source), .name = "source", .word = NC_("field", "Source"),
		.meaning = MEANS_LINE, .in = IN_ADD | IN_TOLD | IN_REQUIRED },
	{ COLUMN(struct threshold_row, holds) },
};
const struct record record_of_threshold_row = RECORD_OF(threshold_row, "threshold");

struct error store_threshold_add(struct db *db, const struct threshold_row *row, int64_t *id)
{
	return db_put(db, Q_THRESHOLD_ADD, row, NO_ARGS, id);
}

struct error store_threshold_get(
	struct db *db, struct arena *arena, int64_t id, int64_t day, struct threshold_row *row)
{
	return db_row(db, Q_THRESHOLD_GET, ARGS(I64("id", id), I64("day", day)), arena, row);
}

struct error store_threshold_ids(struct db *db, struct id_list *ids)
{
	return db_ids(db, Q_THRESHOLD_IDS, NO_ARGS, ids);
}

struct error store_threshold_on(
	struct db *db, const char *kind, const char *object, int64_t day, int64_t *id)
{
	return db_number(db, Q_THRESHOLD_ON,
		ARGS(TXT("kind", kind), TXT("object", object), I64("day", day)), id);
}

struct error store_threshold_known(struct db *db, const struct threshold_row *row, int64_t *id)
{
	return db_number(db, Q_THRESHOLD_KNOWN,
		ARGS(TXT("kind", row->kind), TXT("object", row->object), I64("starts", row->starts),
			REF("amount", row->amount), REF("days", row->days)),
		id);
}
