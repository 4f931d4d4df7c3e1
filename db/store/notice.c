/* SPDX-License-Identifier: MIT */
#include "db/store/notice.h"

static const struct field notice_fields[] = {
	{ COLUMN(struct notice, id) },
	{ COLUMN(struct notice, number) },
	{ COLUMN(struct notice, code), .name = "code", .word = NC_("field", "Code"),
		.meaning = MEANS_LINE },
	{ COLUMN(struct notice, kind), .name = "kind", .code = "notice_kind",
		.word = NC_("field", "Kind of notice"), .meaning = MEANS_CODE,
		.words = WORDS_NOTICE_KIND, .in = IN_ADD | IN_TOLD | IN_REQUIRED },
	{ COLUMN_OR_NONE(struct notice, challenge_id), .name = "challenge",
		.word = NC_("field", "Challenge"), .meaning = MEANS_REF, .of = "challenge",
		.in = IN_ADD | IN_EDIT | IN_TOLD },
	{ COLUMN(struct notice, challenge_code), .shows = "challenge" },
	{ COLUMN_OR_NONE(struct notice, contract_id), .name = "contract",
		.word = NC_("field", "Contract"), .meaning = MEANS_REF, .of = "contract",
		.in = IN_ADD | IN_EDIT | IN_TOLD },
	{ COLUMN(struct notice, contract_code), .shows = "contract" },
	{ COLUMN(struct notice, register_number), .name = "register_number",
		.word = NC_("field", "Number of the notice"), .meaning = MEANS_LINE,
		.in = IN_ADD | IN_EDIT | IN_TOLD },
	{ COLUMN_OR_NONE(struct notice, due), .name = "due", .code = "notice_due",
		.word = NC_("field", "To be sent by"), .meaning = MEANS_DAY,
		.in = IN_ADD | IN_EDIT | IN_TOLD },
	{ COLUMN_OR_NONE(struct notice, sent), .name = "sent", .code = "notice_sent",
		.word = NC_("field", "Notice sent"), .meaning = MEANS_DAY,
		.in = IN_ADD | IN_EDIT | IN_TOLD },
	{ COLUMN_OR_NONE(struct notice, published), .name = "published", .code = "notice_published",
		.word = NC_("field", "Notice published"), .meaning = MEANS_DAY,
		.in = IN_ADD | IN_EDIT | IN_TOLD },
	{ COLUMN(struct notice, link), .name = "link", .word = NC_("field", "Link"),
		.meaning = MEANS_LINE, .in = IN_ADD | IN_EDIT | IN_TOLD },
	{ COLUMN(struct notice, text), .name = "text", .code = "notice_text",
		.word = NC_("field", "About the notice"), .meaning = MEANS_LINES,
		.in = IN_ADD | IN_EDIT, .seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct notice, v) },
};
const struct record record_of_notice = RECORD_OF(notice, "notice");

struct error store_notice_add(struct db *db, const struct notice *notice, int64_t *id)
{
	return db_put(db, Q_NOTICE_ADD, notice, NO_ARGS, id);
}

struct error store_notice_update(struct db *db, const struct notice *notice)
{
	TRY(db_put(db, Q_NOTICE_UPDATE, notice, NO_ARGS, NULL));
	return db_changes(db) == 1 ? ok() : fail(E_STALE, NULL);
}

struct error store_notice_get(struct db *db, struct arena *arena, int64_t id, struct notice *notice)
{
	return db_row(db, Q_NOTICE_GET, ARGS(I64("id", id)), arena, notice);
}

struct error store_notice_find(struct db *db, const char *code, int64_t *id)
{
	return db_number(db, Q_NOTICE_FIND, ARGS(TXT("code", code)), id);
}

struct error store_notice_ids(struct db *db, struct id_list *ids)
{
	return db_ids(db, Q_NOTICE_IDS, NO_ARGS, ids);
}

struct error store_notice_of_challenge(struct db *db, int64_t challenge_id, struct id_list *ids)
{
	return db_ids(db, Q_NOTICE_OF_CHALLENGE, ARGS(I64("challenge_id", challenge_id)), ids);
}

struct error store_notice_due_ids(struct db *db, int64_t day, struct id_list *ids)
{
	return db_ids(db, Q_NOTICE_DUE_IDS, ARGS(I64("day", day)), ids);
}

struct error store_notice_owed_contracts(struct db *db, struct id_list *ids)
{
	return db_ids(db, Q_NOTICE_OWED_CONTRACTS, NO_ARGS, ids);
}

static const struct field owed_result_fields[] = {
	{ COLUMN(struct owed_result, challenge_id) },
	{ COLUMN(struct owed_result, challenge_code) },
	{ COLUMN(struct owed_result, day) },
};
const struct record record_of_owed_result = RECORD(owed_result);

struct error store_notice_owed_results(
	struct db *db, struct arena *arena, struct owed_results *results)
{
	return db_rows(db, Q_NOTICE_OWED_CHALLENGES, NO_ARGS, arena, &results->rows, &results->n);
}
