/* SPDX-License-Identifier: MIT */
#include "db/store/eligibility.h"

struct error store_eligibility_question_add(
	struct db *db, const struct eligibility_question *q, int64_t *id)
{
	return db_put(db, Q_ELIGIBILITY_QUESTION_ADD, q, NO_ARGS, id);
}

struct error store_eligibility_question_update(struct db *db, const struct eligibility_question *q)
{
	TRY(db_put(db, Q_ELIGIBILITY_QUESTION_UPDATE, q, NO_ARGS, NULL));
	return db_changes(db) == 1 ? ok() : fail(E_STALE, NULL);
}

struct error store_eligibility_question_remove(struct db *db, int64_t id)
{
	return db_run(db, Q_ELIGIBILITY_QUESTION_REMOVE, ARGS(I64("id", id)));
}

struct error store_eligibility_question_next(struct db *db, const char *kind, int64_t *number)
{
	return db_number(db, Q_ELIGIBILITY_QUESTION_NEXT, ARGS(TXT("kind", kind)), number);
}

struct error store_eligibility_question_find(
	struct db *db, const char *kind, int64_t number, int64_t *id)
{
	return db_number(db, Q_ELIGIBILITY_QUESTION_FIND,
		ARGS(TXT("kind", kind), I64("number", number)), id);
}

static const struct field eligibility_question_fields[] = {
	{ COLUMN(struct eligibility_question, id) },
	{ COLUMN(struct eligibility_question, kind), .name = "kind", .code = "submission_kind",
		.word = NC_("field", "Asked of"), .meaning = MEANS_CODE,
		.words = WORDS_SUBMISSION_KIND, .in = IN_TOLD },
	{ COLUMN(struct eligibility_question, number), .name = "number",
		.word = NC_("field", "Number"), .meaning = MEANS_NUMBER, .in = IN_TOLD },
	{ COLUMN(struct eligibility_question, text_fi), .name = "question_fi", .lang = "fi",
		.word = NC_("field", "Question in Finnish"), .meaning = MEANS_LINE,
		.max = TITLE_MAX, .in = IN_ADD | IN_EDIT | IN_TOLD | IN_REQUIRED },
	{ COLUMN(struct eligibility_question, text_sv), .name = "question_sv", .lang = "sv",
		.word = NC_("field", "Question in Swedish"), .meaning = MEANS_LINE,
		.max = TITLE_MAX, .in = IN_ADD | IN_EDIT | IN_TOLD | IN_REQUIRED },
	{ COLUMN(struct eligibility_question, text_en), .name = "question_en", .lang = "en",
		.word = NC_("field", "Question in English"), .meaning = MEANS_LINE,
		.max = TITLE_MAX, .in = IN_ADD | IN_EDIT | IN_TOLD },
	{ COLUMN(struct eligibility_question, v) },
	{ COLUMN(struct eligibility_question, answers), .name = "judged",
		.word = NC_("field", "Judged of"), .meaning = MEANS_NUMBER },
};
const struct record record_of_eligibility_question =
	RECORD_OF(eligibility_question, "eligibility_question");

struct error store_eligibility_question_get(
	struct db *db, struct arena *arena, int64_t id, struct eligibility_question *question)
{
	return db_row(db, Q_ELIGIBILITY_QUESTION_GET, ARGS(I64("id", id)), arena, question);
}

struct error store_eligibility_question_ids(struct db *db, const char *kind, struct id_list *ids)
{
	return db_ids(db, Q_ELIGIBILITY_QUESTION_IDS, ARGS(TXT("kind", kind)), ids);
}

static const struct field eligibility_answer_fields[] = {
	{ NOWHERE("submission_id"), .name = "submission", .word = NC_("field", "Submission"),
		.meaning = MEANS_REF, .of = "submission", .in = IN_TOLD },
	{ NOWHERE("question_id"), .name = "question", .word = NC_("field", "Question"),
		.meaning = MEANS_REF, .of = "eligibility_question", .in = IN_TOLD },
	{ NOWHERE("outcome"), .name = "outcome", .code = "eligibility",
		.word = NC_("field", "Eligible"), .meaning = MEANS_CODE, .words = WORDS_ELIGIBILITY,
		.in = IN_TOLD },
	{ NOWHERE("note"), .name = "note", .code = "eligibility_note",
		.word = NC_("field", "Remark"), .meaning = MEANS_LINES, .seen_by = SEEN_BY_OFFICE },
};
extern const struct record record_of_eligibility_answer;
const struct record record_of_eligibility_answer =
	RECORD_WITHOUT(eligibility_answer, "eligibility_answer");

struct error store_eligibility_answer_put(struct db *db, int64_t submission_id,
	const struct eligibility_line *answer, int64_t account_id)
{
	return db_run(db, Q_ELIGIBILITY_ANSWER_PUT,
		ARGS(I64("submission_id", submission_id), I64("question_id", answer->question_id),
			TXT("outcome", answer->outcome), TXT("note", answer->note),
			I64("at", answer->at), REF("account_id", account_id)));
}

struct error store_eligibility_answer_remove(
	struct db *db, int64_t submission_id, int64_t question_id)
{
	return db_run(db, Q_ELIGIBILITY_ANSWER_REMOVE,
		ARGS(I64("submission_id", submission_id), I64("question_id", question_id)));
}

static const struct field eligibility_line_fields[] = {
	{ COLUMN(struct eligibility_line, question_id) },
	{ COLUMN(struct eligibility_line, number), .name = "number", .word = NC_("field", "Number"),
		.meaning = MEANS_NUMBER },
	{ COLUMN(struct eligibility_line, text_fi) },
	{ COLUMN(struct eligibility_line, text_sv) },
	{ COLUMN(struct eligibility_line, text_en) },
	{ COLUMN(struct eligibility_line, outcome), .name = "outcome", .code = "eligibility",
		.word = NC_("field", "Eligible"), .meaning = MEANS_CODE,
		.words = WORDS_ELIGIBILITY },
	{ COLUMN(struct eligibility_line, note), .name = "note", .code = "eligibility_note",
		.word = NC_("field", "Remark"), .meaning = MEANS_LINES, .max = REASON_MAX,
		.in = IN_ADD },
	{ COLUMN(struct eligibility_line, at), .name = "time", .word = NC_("field", "When"),
		.meaning = MEANS_TIME },
	{ COLUMN(struct eligibility_line, by), .name = "by", .code = "written_by",
		.word = NC_("field", "By"), .meaning = MEANS_LINE },
};
const struct record record_of_eligibility_line = RECORD(eligibility_line);

struct error store_eligibility_lines(
	struct db *db, struct arena *arena, int64_t submission_id, struct eligibility_lines *lines)
{
	return db_rows(db, Q_ELIGIBILITY_LINES, ARGS(I64("id", submission_id)), arena, &lines->rows,
		&lines->n);
}

static const struct field eligibility_tally_fields[] = {
	{ COLUMN(struct eligibility_tally, all) },
	{ COLUMN(struct eligibility_tally, answered) },
	{ COLUMN(struct eligibility_tally, no) },
	{ COLUMN(struct eligibility_tally, ask) },
};
const struct record record_of_eligibility_tally = RECORD(eligibility_tally);

struct error store_eligibility_tally(
	struct db *db, int64_t submission_id, struct eligibility_tally *tally)
{
	return db_row(db, Q_ELIGIBILITY_TALLY, ARGS(I64("id", submission_id)), NULL, tally);
}
