/* SPDX-License-Identifier: MIT */
#include "db/store/completion.h"

struct error store_completion_add(
	struct db *db, const struct completion *c, int64_t account_id, int64_t *id)
{
	return db_put(db, Q_COMPLETION_ADD, c, ARGS(REF("account_id", account_id)), id);
}

struct error store_completion_item_add(
	struct db *db, int64_t id, const struct completion_item *item)
{
	return db_run(db, Q_COMPLETION_ITEM_ADD,
		ARGS(I64("completion_id", id), I64("number", item->number), TXT("text", item->text),
			REF("question_id", item->question_id)));
}

struct error store_completion_update(struct db *db, const struct completion *c)
{
	TRY(db_put(db, Q_COMPLETION_UPDATE, c, NO_ARGS, NULL));
	return db_changes(db) == 1 ? ok() : fail(E_STALE, NULL);
}

static const struct field completion_fields[] = {
	{ COLUMN(struct completion, id) },
	{ COLUMN(struct completion, submission_id), .name = "submission",
		.word = NC_("field", "Submission"), .meaning = MEANS_REF, .of = "submission",
		.in = IN_TOLD },
	{ COLUMN(struct completion, submission_code), .shows = "submission" },
	{ COLUMN(struct completion, kind) },
	{ COLUMN(struct completion, number), .name = "number", .word = NC_("field", "Number"),
		.meaning = MEANS_NUMBER },
	{ COLUMN(struct completion, ground), .name = "ground", .code = "completion_ground",
		.word = NC_("field", "On what ground"), .meaning = MEANS_LINES, .max = REASON_MAX,
		.in = IN_ADD | IN_REQUIRED, .seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct completion, asked), .name = "asked", .code = "completion_asked",
		.word = NC_("field", "Requested"), .meaning = MEANS_TIME, .in = IN_TOLD },
	{ COLUMN(struct completion, due), .name = "due", .code = "completion_due",
		.word = NC_("field", "Answer by"), .meaning = MEANS_TIME, .until = true,
		.in = IN_ADD | IN_EDIT | IN_TOLD | IN_REQUIRED },
	{ COLUMN_OR_NONE(struct completion, reminded), .name = "reminded",
		.word = NC_("field", "Reminded"), .meaning = MEANS_TIME, .in = IN_TOLD },
	{ COLUMN_OR_NONE(struct completion, answered), .name = "answered",
		.word = NC_("field", "Answered"), .meaning = MEANS_TIME, .in = IN_EDIT | IN_TOLD },
	{ COLUMN(struct completion, answer), .name = "answer", .code = "completion_answer",
		.word = NC_("field", "Answer"), .meaning = MEANS_LINES, .max = BODY_MAX,
		.in = IN_EDIT, .seen_by = SEEN_BY_OFFICE },
	{ COLUMN_OR_NONE(struct completion, version), .name = "version",
		.word = NC_("field", "Version"), .meaning = MEANS_NUMBER, .in = IN_TOLD },
	{ COLUMN_OR_NONE(struct completion, dropped), .name = "dropped",
		.word = NC_("field", "Not needed any more"), .meaning = MEANS_TIME, .in = IN_TOLD },
	{ COLUMN(struct completion, reason), .name = "reason", .word = NC_("field", "Reason"),
		.meaning = MEANS_LINES, .max = REASON_MAX, .seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct completion, by), .name = "by", .code = "written_by",
		.word = NC_("field", "By"), .meaning = MEANS_LINE },
	{ COLUMN(struct completion, v) },
};
const struct record record_of_completion = RECORD_OF(completion, "completion");

struct error store_completion_get(
	struct db *db, struct arena *arena, int64_t id, struct completion *completion)
{
	return db_row(db, Q_COMPLETION_GET, ARGS(I64("id", id)), arena, completion);
}

static const struct field completion_item_fields[] = {
	{ COLUMN(struct completion_item, number) },
	{ COLUMN(struct completion_item, text), .name = "missing",
		.word = NC_("field", "What is missing"), .meaning = MEANS_LINES,
		.seen_by = SEEN_BY_OFFICE },
	{ COLUMN_OR_NONE(struct completion_item, question_id) },
	{ COLUMN(struct completion_item, question_fi) },
	{ COLUMN(struct completion_item, question_sv) },
	{ COLUMN(struct completion_item, question_en) },
};
const struct record record_of_completion_item = RECORD_OF(completion_item, "completion_item");

struct error store_completion_items(
	struct db *db, struct arena *arena, int64_t id, struct completion_items *items)
{
	return db_rows(db, Q_COMPLETION_ITEMS, ARGS(I64("id", id)), arena, &items->rows, &items->n);
}

struct error store_completion_find(struct db *db, const char *code, int64_t number, int64_t *id)
{
	return db_number(db, Q_COMPLETION_FIND, ARGS(TXT("code", code), I64("number", number)), id);
}

struct error store_completion_ids(struct db *db, enum completion_sort sort,
	const struct completion_filter *filter, struct id_list *ids)
{
	static const char *const sorts[] = {
		[COMPLETIONS_BY_DUE] = "due",
		[COMPLETIONS_BY_CODE] = "code",
		[COMPLETIONS_BY_ASKED] = "asked",
	};

	return db_ids(db, Q_COMPLETION_IDS,
		ARGS(TXT("kind", filter->kind), TXT("state", filter->state),
			REF("submission_id", filter->submission_id), I64("now", filter->now),
			TXT("sort", sorts[sort])),
		ids);
}

struct error store_completion_open_ids(struct db *db, struct id_list *ids)
{
	return db_ids(db, Q_COMPLETION_OPEN_IDS, NO_ARGS, ids);
}

struct error store_completion_open_of(struct db *db, int64_t submission_id, struct id_list *ids)
{
	return db_ids(db, Q_COMPLETION_OPEN_OF, ARGS(I64("submission_id", submission_id)), ids);
}
