/* SPDX-License-Identifier: MIT */
#include "db/store/content.h"

static const struct field decision_content_fields[] = {
	{ COLUMN(struct decision_content, decision_id), .name = "decision",
		.word = NC_("field", "Decision"), .meaning = MEANS_REF, .of = "decision",
		.in = IN_TOLD },
	{ COLUMN(struct decision_content, entity), .name = "entity",
		.word = NC_("field", "Contracting entity"), .meaning = MEANS_LINES,
		.in = IN_EDIT | IN_TOLD },
	{ COLUMN(struct decision_content, decider_kind), .name = "decider_kind",
		.word = NC_("field", "Decided by a"), .meaning = MEANS_CODE,
		.words = WORDS_DECIDER_KIND, .in = IN_EDIT | IN_TOLD | IN_REQUIRED },
	{ COLUMN(struct decision_content, presenter), .name = "presenter",
		.word = NC_("field", "Presented by"), .meaning = MEANS_LINE, .in = IN_EDIT,
		.seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct decision_content, preparer), .name = "preparer",
		.word = NC_("field", "Prepared by"), .meaning = MEANS_LINE, .in = IN_EDIT,
		.seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct decision_content, contact_name), .name = "contact",
		.word = NC_("field", "Contact person"), .meaning = MEANS_LINE, .in = IN_EDIT,
		.seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct decision_content, contact_title), .name = "contact_title",
		.word = NC_("field", "Contact's title"), .meaning = MEANS_LINE, .in = IN_EDIT,
		.seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct decision_content, contact_phone), .name = "contact_phone",
		.word = NC_("field", "Contact's telephone"), .meaning = MEANS_LINE, .in = IN_EDIT,
		.seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct decision_content, contact_email), .name = "contact_email",
		.word = NC_("field", "Contact's e-mail"), .meaning = MEANS_EMAIL, .in = IN_EDIT,
		.seen_by = SEEN_BY_OFFICE },
	{ COLUMN_OR_NONE(struct decision_content, value), .name = "value", .code = "contest_value",
		.word = NC_("field", "Estimated value of the contest"), .meaning = MEANS_MONEY,
		.in = IN_EDIT | IN_TOLD },
	{ COLUMN(struct decision_content, notices), .name = "notices",
		.word = NC_("field", "Notices referred to"), .meaning = MEANS_LINES,
		.in = IN_EDIT | IN_TOLD },
	{ COLUMN(struct decision_content, same_confirmed), .name = "same_confirmed",
		.word = NC_("field", "Same reason confirmed for"), .meaning = MEANS_NUMBER,
		.in = IN_TOLD },
	{ COLUMN(struct decision_content, same_hash) },
	{ COLUMN(struct decision_content, frozen), .name = "frozen",
		.word = NC_("field", "Hash of the contents"), .meaning = MEANS_LINE,
		.in = IN_TOLD },
	{ COLUMN(struct decision_content, v) },
};
const struct record record_of_decision_content = RECORD_OF(decision_content, "decision_content");

static const struct field decision_text_fields[] = {
	{ NOWHERE("decision_id"), .name = "decision", .word = NC_("field", "Decision"),
		.meaning = MEANS_REF, .of = "decision", .in = IN_TOLD },
	{ COLUMN(struct decision_text, part), .name = "part", .code = "decision_part",
		.word = NC_("field", "Part"), .meaning = MEANS_CODE, .words = WORDS_DECISION_PART,
		.in = IN_TOLD | IN_REQUIRED },
	{ COLUMN(struct decision_text, text_fi), .name = "text_fi", .code = "in_finnish",
		.lang = "fi", .word = NC_("field", "In Finnish"), .meaning = MEANS_LINES,
		.max = BODY_MAX, .in = IN_EDIT, .seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct decision_text, text_sv), .name = "text_sv", .code = "in_swedish",
		.lang = "sv", .word = NC_("field", "In Swedish"), .meaning = MEANS_LINES,
		.max = BODY_MAX, .in = IN_EDIT, .seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct decision_text, text_en), .name = "text_en", .code = "in_english",
		.lang = "en", .word = NC_("field", "In English"), .meaning = MEANS_LINES,
		.max = BODY_MAX, .in = IN_EDIT, .seen_by = SEEN_BY_OFFICE },
};
const struct record record_of_decision_text = RECORD_OF(decision_text, "decision_text");

static const struct field decision_reason_fields[] = {
	{ NOWHERE("decision_id"), .name = "decision", .word = NC_("field", "Decision"),
		.meaning = MEANS_REF, .of = "decision", .in = IN_TOLD },
	{ COLUMN_AS(struct decision_reason, item_id, "round_item_id"), .name = "submission",
		.word = NC_("field", "Submission"), .meaning = MEANS_REF, .of = "round_item",
		.in = IN_TOLD },
	{ COLUMN(struct decision_reason, words_fi), .seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct decision_reason, words_sv), .seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct decision_reason, words_en), .seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct decision_reason, composed_fi), .seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct decision_reason, composed_sv), .seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct decision_reason, composed_en), .seen_by = SEEN_BY_OFFICE },
};
const struct record record_of_decision_reason = RECORD_OF(decision_reason, "decision_reason");

struct error store_content_begin(struct db *db, int64_t id, int64_t from)
{
	TRY(db_run(db, Q_DECISION_CONTENT_BEGIN, ARGS(I64("from", from), I64("id", id))));
	return db_run(db, Q_DECISION_TEXT_BEGIN, ARGS(I64("id", id), I64("from", from)));
}

struct error store_reasons_begin(struct db *db, int64_t id, int64_t from)
{
	return db_run(db, Q_DECISION_REASON_BEGIN, ARGS(I64("id", id), I64("from", from)));
}

struct error store_content_before(struct db *db, int64_t id, int64_t *before)
{
	return db_number(db, Q_DECISION_CONTENT_BEFORE, ARGS(I64("id", id)), before);
}

struct error store_content_get(
	struct db *db, struct arena *arena, int64_t id, struct decision_content *content)
{
	return db_row(db, Q_DECISION_CONTENT_GET, ARGS(I64("decision_id", id)), arena, content);
}

struct error store_content_update(struct db *db, const struct decision_content *content)
{
	TRY(db_put(db, Q_DECISION_CONTENT_UPDATE, content, NO_ARGS, NULL));
	return db_changes(db) == 1 ? ok() : fail(E_STALE, NULL);
}

struct error store_content_same(struct db *db, int64_t id, int64_t n, const char *hash)
{
	return db_run(db, Q_DECISION_CONTENT_SAME,
		ARGS(I64("same_confirmed", n), TXT("same_hash", hash), I64("decision_id", id)));
}

struct error store_content_freeze(struct db *db, int64_t id, const char *hash)
{
	return db_run(
		db, Q_DECISION_CONTENT_FREEZE, ARGS(TXT("frozen", hash), I64("decision_id", id)));
}

struct error store_decision_texts(
	struct db *db, struct arena *arena, int64_t id, struct decision_texts *texts)
{
	return db_rows(
		db, Q_DECISION_TEXTS, ARGS(I64("decision_id", id)), arena, &texts->rows, &texts->n);
}

struct error store_decision_text_put(
	struct db *db, int64_t decision_id, const struct decision_text *text)
{
	return db_put(db, Q_DECISION_TEXT_PUT, text, ARGS(I64("decision_id", decision_id)), NULL);
}

struct error store_decision_reasons(
	struct db *db, struct arena *arena, int64_t id, struct decision_reasons *reasons)
{
	return db_rows(db, Q_DECISION_REASONS, ARGS(I64("decision_id", id)), arena, &reasons->rows,
		&reasons->n);
}

struct error store_decision_reason_put(
	struct db *db, int64_t decision_id, const struct decision_reason *reason)
{
	return db_put(
		db, Q_DECISION_REASON_PUT, reason, ARGS(I64("decision_id", decision_id)), NULL);
}
