/* SPDX-License-Identifier: MIT */
#include "db/store/question.h"

struct error store_question_add(struct db *db, const struct question *q, int64_t *id)
{
	return db_put(db, Q_QUESTION_ADD, q, NO_ARGS, id);
}

struct error store_question_update(struct db *db, const struct question *q)
{
	TRY(db_put(db, Q_QUESTION_UPDATE, q, NO_ARGS, NULL));
	return db_changes(db) == 1 ? ok() : fail(E_STALE, NULL);
}

struct error store_question_publish(struct db *db, int64_t id, int64_t now)
{
	return db_run(db, Q_QUESTION_PUBLISH, ARGS(I64("published", now), I64("id", id)));
}

static const struct field question_fields[] = {
	{ COLUMN(struct question, id) },
	{ COLUMN(struct question, number) },
	{ COLUMN(struct question, code), .name = "code", .word = NC_("field", "Code"),
		.meaning = MEANS_LINE },
	{ COLUMN_OR_NONE(struct question, challenge_id), .name = "challenge",
		.word = NC_("field", "Challenge"), .brief = NC_("column", "For"),
		.meaning = MEANS_REF, .of = "challenge", .in = IN_ADD | IN_EDIT | IN_TOLD },
	{ COLUMN(struct question, challenge_code), .shows = "challenge" },
	{ COLUMN_OR_NONE(struct question, team_id), .name = "team", .word = NC_("field", "Team"),
		.brief = NC_("column", "Asked by"), .meaning = MEANS_REF, .of = "team",
		.in = IN_ADD | IN_EDIT | IN_TOLD },
	{ COLUMN(struct question, team_code), .shows = "team" },
	{ COLUMN(struct question, team_name) },
	{ COLUMN(struct question, asked), .name = "asked", .word = NC_("field", "Asked"),
		.meaning = MEANS_TIME, .in = IN_ADD | IN_EDIT | IN_TOLD },
	{ COLUMN(struct question, text_fi), .name = "question_fi", .lang = "fi",
		.word = NC_("field", "Question in Finnish"), .meaning = MEANS_LINES,
		.in = IN_ADD | IN_EDIT, .seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct question, text_sv), .name = "question_sv", .lang = "sv",
		.word = NC_("field", "Question in Swedish"), .meaning = MEANS_LINES,
		.in = IN_ADD | IN_EDIT, .seen_by = SEEN_BY_OFFICE },
	{ COLUMN_OR_NONE(struct question, due), .name = "due", .code = "due_day",
		.word = NC_("field", "Due"), .brief = NC_("column", "Answer by"),
		.meaning = MEANS_DAY, .in = IN_ADD | IN_EDIT | IN_TOLD },
	{ COLUMN(struct question, answer_fi), .name = "answer_fi", .lang = "fi",
		.word = NC_("field", "Answer in Finnish"), .meaning = MEANS_LINES, .max = BODY_MAX,
		.in = IN_EDIT, .seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct question, answer_sv), .name = "answer_sv", .lang = "sv",
		.word = NC_("field", "Answer in Swedish"), .meaning = MEANS_LINES, .max = BODY_MAX,
		.in = IN_EDIT, .seen_by = SEEN_BY_OFFICE },
	{ COLUMN_OR_NONE(struct question, answered), .name = "answered",
		.word = NC_("field", "Answered"), .meaning = MEANS_TIME, .in = IN_TOLD },
	{ COLUMN(struct question, published), .name = "published",
		.word = NC_("field", "Published"), .meaning = MEANS_TIME, .in = IN_TOLD },
	{ COLUMN(struct question, v) },
};
const struct record record_of_question = RECORD_OF(question, "question");

struct error store_question_get(
	struct db *db, struct arena *arena, int64_t id, struct question *question)
{
	return db_row(db, Q_QUESTION_GET, ARGS(I64("id", id)), arena, question);
}

struct error store_question_find(struct db *db, const char *code, int64_t *id)
{
	return db_number(db, Q_QUESTION_FIND, ARGS(TXT("code", code)), id);
}

struct error store_question_ids(struct db *db, enum question_sort sort,
	const struct question_filter *filter, struct id_list *ids)
{
	return db_ids(db, Q_QUESTION_IDS,
		ARGS(REF("challenge_id", filter->challenge_id), REF("team_id", filter->team_id),
			TXT("state", filter->state),
			TXT("sort", sort == QUESTIONS_BY_DUE ? "due" : "number")),
		ids);
}

static const struct field question_counts_fields[] = {
	{ COLUMN(struct question_counts, open) },
	{ COLUMN(struct question_counts, answered) },
	{ COLUMN(struct question_counts, published) },
};
const struct record record_of_question_counts = RECORD(question_counts);

struct error store_question_counts(struct db *db, struct question_counts *counts)
{
	return db_row(db, Q_QUESTION_COUNTS, NO_ARGS, NULL, counts);
}

static const struct field published_question_fields[] = {
	{ COLUMN(struct published_question, id) },
	{ COLUMN(struct published_question, code), .name = "code", .word = NC_("field", "Code"),
		.meaning = MEANS_LINE },
	{ COLUMN(struct published_question, challenge), .name = "challenge",
		.word = NC_("field", "Challenge"), .brief = NC_("column", "For"),
		.meaning = MEANS_LINE },
	{ COLUMN(struct published_question, text_fi) },
	{ COLUMN(struct published_question, text_sv) },
	{ COLUMN(struct published_question, answer_fi) },
	{ COLUMN(struct published_question, answer_sv) },
	{ COLUMN(struct published_question, published), .name = "published",
		.word = NC_("field", "Published"), .meaning = MEANS_TIME },
};
const struct record record_of_published_question = RECORD(published_question);

struct error store_questions_published(struct db *db, struct arena *arena, int64_t since,
	int64_t challenge_id, struct published_questions *questions)
{
	return db_rows(db, Q_QUESTIONS_PUBLISHED,
		ARGS(I64("since", since), REF("challenge_id", challenge_id)), arena,
		&questions->rows, &questions->n);
}
