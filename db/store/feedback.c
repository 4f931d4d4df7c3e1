/* SPDX-License-Identifier: MIT */
#include "db/store/feedback.h"

static const struct field feedback_fields[] = {
	{ COLUMN(struct feedback, id) },
	{ COLUMN_AS(struct feedback, item_id, "round_item_id"), .name = "submission",
		.word = NC_("field", "Submission"), .meaning = MEANS_REF, .of = "round_item" },
	{ COLUMN(struct feedback, text_fi), .name = "feedback_fi", .lang = "fi",
		.word = NC_("field", "Feedback in Finnish"), .meaning = MEANS_LINES,
		.max = BODY_MAX, .in = IN_EDIT | IN_TOLD, .seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct feedback, text_sv), .name = "feedback_sv", .lang = "sv",
		.word = NC_("field", "Feedback in Swedish"), .meaning = MEANS_LINES,
		.max = BODY_MAX, .in = IN_EDIT | IN_TOLD, .seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct feedback, text_en), .name = "feedback_en", .lang = "en",
		.word = NC_("field", "Feedback in English"), .meaning = MEANS_LINES,
		.max = BODY_MAX, .in = IN_EDIT | IN_TOLD, .seen_by = SEEN_BY_OFFICE },
	{ COLUMN_OR_NONE(struct feedback, cleared), .name = "cleared",
		.word = NC_("field", "Cleared"), .meaning = MEANS_TIME, .in = IN_TOLD },
	{ COLUMN(struct feedback, cleared_by), .name = "cleared_by",
		.word = NC_("field", "Cleared by"), .meaning = MEANS_LINE },
	{ COLUMN(struct feedback, v) },
};
const struct record record_of_feedback = RECORD_OF(feedback, "feedback");

static const struct field feedback_said_fields[] = {
	{ COLUMN_AS(struct feedback_said, text, "feedback") },
};
const struct record record_of_feedback_said = RECORD(feedback_said);

static const struct field feedback_progress_fields[] = {
	{ COLUMN_AS(struct feedback_progress, all, "all_items") },
	{ COLUMN(struct feedback_progress, written) },
	{ COLUMN(struct feedback_progress, cleared) },
};
const struct record record_of_feedback_progress = RECORD(feedback_progress);

struct error store_feedback_get(
	struct db *db, struct arena *arena, int64_t item_id, struct feedback *feedback)
{
	return db_row(db, Q_FEEDBACK_GET, ARGS(I64("round_item_id", item_id)), arena, feedback);
}

struct error store_feedback_put(struct db *db, const struct feedback *feedback)
{
	if (feedback->id == 0) {
		struct error e = db_put(db, Q_FEEDBACK_ADD, feedback, NO_ARGS, NULL);

		return e.code == E_EXISTS ? fail(E_STALE, NULL) : e;
	}
	TRY(db_put(db, Q_FEEDBACK_UPDATE, feedback, NO_ARGS, NULL));
	return db_changes(db) == 1 ? ok() : fail(E_STALE, NULL);
}

struct error store_feedback_set_cleared(
	struct db *db, const struct feedback *feedback, int64_t now, int64_t account_id)
{
	TRY(db_run(db, Q_FEEDBACK_SET_CLEARED,
		ARGS(REF("cleared", now), REF("cleared_by", now == 0 ? 0 : account_id),
			I64("id", feedback->id), I64("v", feedback->v))));
	return db_changes(db) == 1 ? ok() : fail(E_STALE, NULL);
}

struct error store_feedback_said(
	struct db *db, struct arena *arena, int64_t item_id, struct feedback_said_list *said)
{
	return db_rows(db, Q_FEEDBACK_SAID, ARGS(I64("round_item_id", item_id)), arena, &said->rows,
		&said->n);
}

struct error store_feedback_progress(
	struct db *db, struct arena *arena, int64_t round_id, struct feedback_progress *progress)
{
	return db_row(db, Q_FEEDBACK_PROGRESS, ARGS(I64("round_id", round_id)), arena, progress);
}

struct error store_feedback_names(
	struct db *db, struct arena *arena, int64_t round_id, int64_t item_id, struct names *names)
{
	return db_rows(db, Q_FEEDBACK_NAMES,
		ARGS(I64("round_id", round_id), REF("round_item_id", item_id)), arena, &names->rows,
		&names->n);
}
