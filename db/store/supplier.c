/* SPDX-License-Identifier: MIT */
#include "db/store/supplier.h"

static const struct field supplier_check_fields[] = {
	{ COLUMN(struct supplier_check, id) },
	{ COLUMN(struct supplier_check, team_id), .name = "team", .word = NC_("field", "Team"),
		.meaning = MEANS_REF, .of = "team", .in = IN_TOLD },
	{ COLUMN(struct supplier_check, team_code), .shows = "team" },
	{ COLUMN(struct supplier_check, kind), .name = "kind", .code = "check_kind",
		.word = NC_("field", "What is looked into"), .meaning = MEANS_CODE,
		.words = WORDS_SUPPLIER_CHECK, .in = IN_ADD | IN_TOLD | IN_REQUIRED },
	{ COLUMN(struct supplier_check, outcome), .name = "outcome", .code = "check_outcome",
		.word = NC_("field", "Outcome of the check"), .meaning = MEANS_CODE,
		.words = WORDS_CHECK_OUTCOME, .in = IN_ADD | IN_TOLD | IN_REQUIRED },
	{ COLUMN(struct supplier_check, day), .name = "date", .word = NC_("field", "Date"),
		.meaning = MEANS_DAY, .in = IN_ADD | IN_TOLD },
	{ COLUMN_OR_NONE(struct supplier_check, valid_until), .name = "valid_until",
		.word = NC_("field", "Valid until"), .meaning = MEANS_DAY, .in = IN_ADD | IN_TOLD },
	{ COLUMN(struct supplier_check, source), .name = "source", .word = NC_("field", "Source"),
		.meaning = MEANS_LINE, .in = IN_ADD | IN_REQUIRED, .seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct supplier_check, found), .name = "found",
		.word = NC_("field", "What was found"), .meaning = MEANS_LINES, .in = IN_ADD,
		.seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct supplier_check, by), .name = "by", .code = "written_by",
		.word = NC_("field", "By"), .meaning = MEANS_LINE },
};
const struct record record_of_supplier_check = RECORD_OF(supplier_check, "supplier_check");

struct error store_supplier_check_add(
	struct db *db, const struct supplier_check *check, int64_t account_id, int64_t *id)
{
	return db_put(db, Q_SUPPLIER_CHECK_ADD, check, ARGS(REF("account_id", account_id)), id);
}

struct error store_supplier_check_get(
	struct db *db, struct arena *arena, int64_t id, struct supplier_check *check)
{
	return db_row(db, Q_SUPPLIER_CHECK_GET, ARGS(I64("id", id)), arena, check);
}

struct error store_supplier_check_ids(struct db *db, int64_t team_id, struct id_list *ids)
{
	return db_ids(db, Q_SUPPLIER_CHECK_IDS, ARGS(I64("team_id", team_id)), ids);
}

struct error store_supplier_check_newest(
	struct db *db, int64_t team_id, const char *kind, int64_t *id)
{
	return db_number(
		db, Q_SUPPLIER_CHECK_NEWEST, ARGS(I64("team_id", team_id), TXT("kind", kind)), id);
}
