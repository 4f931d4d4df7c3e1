/* SPDX-License-Identifier: MIT */
#include "db/store/dialogue.h"

struct error store_dialogue_add(struct db *db, const struct dialogue *d, int64_t by, int64_t *id)
{
	return db_put(db, Q_DIALOGUE_ADD, d, ARGS(REF("asked_by", by)), id);
}

static struct error changed_one(struct db *db)
{
	return db_changes(db) == 1 ? ok() : fail(E_STALE, NULL);
}

struct error store_dialogue_pass(struct db *db, const struct dialogue *d, int64_t by)
{
	TRY(db_put(db, Q_DIALOGUE_PASS, d, ARGS(REF("by", by)), NULL));
	return changed_one(db);
}

struct error store_dialogue_answer(struct db *db, const struct dialogue *d, int64_t by)
{
	TRY(db_put(db, Q_DIALOGUE_ANSWER, d, ARGS(REF("by", by)), NULL));
	return changed_one(db);
}

static const struct field dialogue_fields[] = {
	{ COLUMN(struct dialogue, id) },
	{ COLUMN(struct dialogue, round_id), .name = "round", .word = NC_("field", "Round"),
		.meaning = MEANS_REF, .of = "round", .in = IN_TOLD },
	{ COLUMN(struct dialogue, round_key), .shows = "round" },
	{ COLUMN(struct dialogue, number), .name = "number", .word = NC_("field", "Number"),
		.meaning = MEANS_NUMBER },
	{ COLUMN_AS(struct dialogue, item_id, "round_item_id") },
	{ COLUMN(struct dialogue, code), .name = "code", .word = NC_("field", "Code"),
		.meaning = MEANS_LINE, .in = IN_ADD, .seen_by = SEEN_BY_JURY },
	{ COLUMN_AS_OR_NONE(struct dialogue, member_id, "panel_member_id") },
	{ COLUMN(struct dialogue, asker), .name = "asker", .word = NC_("field", "Asked by"),
		.meaning = MEANS_LINE, .seen_by = SEEN_BY_JURY },
	{ COLUMN(struct dialogue, text), .name = "question", .code = "dialogue_question",
		.word = NC_("field", "The jury's question"), .brief = NC_("column", "Question"),
		.meaning = MEANS_LINES, .max = REASON_MAX, .in = IN_ADD | IN_REQUIRED,
		.seen_by = SEEN_BY_JURY },
	{ COLUMN(struct dialogue, asked), .name = "asked", .word = NC_("field", "Asked"),
		.meaning = MEANS_TIME, .in = IN_TOLD },
	{ COLUMN(struct dialogue, passed_text), .name = "passed_text",
		.word = NC_("field", "What the entrant is asked"), .meaning = MEANS_LINES,
		.max = REASON_MAX, .seen_by = SEEN_BY_CUSTODIAN },
	{ COLUMN_OR_NONE(struct dialogue, passed), .name = "passed",
		.word = NC_("field", "Handed on"), .meaning = MEANS_TIME, .in = IN_TOLD },
	{ COLUMN(struct dialogue, received), .name = "received_text",
		.word = NC_("field", "The answer as it came"), .meaning = MEANS_LINES,
		.max = BODY_MAX, .in = IN_EDIT, .seen_by = SEEN_BY_CUSTODIAN },
	{ COLUMN(struct dialogue, answer), .name = "answer", .code = "dialogue_answer",
		.word = NC_("field", "The answer to the jury"), .brief = NC_("column", "Answer"),
		.meaning = MEANS_LINES, .max = BODY_MAX, .in = IN_EDIT, .seen_by = SEEN_BY_JURY },
	{ COLUMN(struct dialogue, reason), .name = "reason", .word = NC_("field", "Reason"),
		.meaning = MEANS_LINES, .max = REASON_MAX, .in = IN_EDIT,
		.seen_by = SEEN_BY_CUSTODIAN },
	{ COLUMN_OR_NONE(struct dialogue, answered), .name = "answered",
		.word = NC_("field", "Answered"), .meaning = MEANS_TIME, .in = IN_TOLD },
	{ COLUMN(struct dialogue, submission_id) },
	{ COLUMN(struct dialogue, submission_code), .name = "submission",
		.word = NC_("field", "Submission"), .meaning = MEANS_LINE,
		.seen_by = SEEN_BY_CUSTODIAN },
	{ COLUMN(struct dialogue, team), .name = "team", .word = NC_("field", "Team"),
		.meaning = MEANS_LINE, .seen_by = SEEN_BY_CUSTODIAN },
	{ COLUMN(struct dialogue, v) },
};
const struct record record_of_dialogue = RECORD_OF(dialogue, "dialogue");

struct error store_dialogue_get(
	struct db *db, struct arena *arena, int64_t id, struct dialogue *dialogue)
{
	return db_row(db, Q_DIALOGUE_GET, ARGS(I64("id", id)), arena, dialogue);
}

struct error store_dialogue_find(struct db *db, int64_t round_id, int64_t number, int64_t *id)
{
	return db_number(
		db, Q_DIALOGUE_FIND, ARGS(I64("round_id", round_id), I64("number", number)), id);
}

struct error store_dialogue_ids(
	struct db *db, int64_t round_id, int64_t item_id, struct id_list *ids)
{
	return db_ids(db, Q_DIALOGUE_IDS,
		ARGS(REF("round_id", round_id), REF("round_item_id", item_id)), ids);
}

struct error store_dialogue_of_submission(struct db *db, int64_t submission_id, struct id_list *ids)
{
	return db_ids(db, Q_DIALOGUE_OF_SUBMISSION, ARGS(I64("submission_id", submission_id)), ids);
}

struct error store_dialogue_open_ids(struct db *db, struct id_list *ids)
{
	return db_ids(db, Q_DIALOGUE_OPEN_IDS, NO_ARGS, ids);
}
