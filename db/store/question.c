/* SPDX-License-Identifier: MIT */
#include "db/store/question.h"

struct error store_question_add(struct db *db, const struct question *q, int64_t *id)
{
	return db_insert(db, Q_QUESTION_ADD,
		ARGS(I64(q->number), TXT(q->code), value_ref(q->challenge_id),
			value_ref(q->team_id), I64(q->asked), TXT(q->text_fi), TXT(q->text_sv),
			value_ref(q->due), TXT(q->answer_fi), TXT(q->answer_sv),
			value_ref(q->answered)),
		id);
}

struct error store_question_update(struct db *db, const struct question *q)
{
	TRY(db_run(db, Q_QUESTION_UPDATE,
		ARGS(value_ref(q->challenge_id), value_ref(q->team_id), I64(q->asked),
			TXT(q->text_fi), TXT(q->text_sv), value_ref(q->due), TXT(q->answer_fi),
			TXT(q->answer_sv), value_ref(q->answered), I64(q->id), I64(q->v))));
	return db_changes(db) == 1 ? ok() : fail(E_STALE, NULL);
}

struct error store_question_publish(struct db *db, int64_t id, int64_t now)
{
	return db_run(db, Q_QUESTION_PUBLISH, ARGS(I64(now), I64(id)));
}

struct error store_question_get(
	struct db *db, struct arena *arena, int64_t id, struct question *question)
{
	static const struct row_field fields[] = {
		{ FIELD_INT, offsetof(struct question, id) },
		{ FIELD_INT, offsetof(struct question, number) },
		{ FIELD_TEXT, offsetof(struct question, code) },
		{ FIELD_INT, offsetof(struct question, challenge_id) },
		{ FIELD_TEXT, offsetof(struct question, challenge_code) },
		{ FIELD_INT, offsetof(struct question, team_id) },
		{ FIELD_TEXT, offsetof(struct question, team_code) },
		{ FIELD_TEXT, offsetof(struct question, team_name) },
		{ FIELD_INT, offsetof(struct question, asked) },
		{ FIELD_TEXT, offsetof(struct question, text_fi) },
		{ FIELD_TEXT, offsetof(struct question, text_sv) },
		{ FIELD_INT, offsetof(struct question, due) },
		{ FIELD_TEXT, offsetof(struct question, answer_fi) },
		{ FIELD_TEXT, offsetof(struct question, answer_sv) },
		{ FIELD_INT, offsetof(struct question, answered) },
		{ FIELD_INT, offsetof(struct question, published) },
		{ FIELD_INT, offsetof(struct question, v) },
	};
	static const struct shape shape = { sizeof(struct question), fields, LEN(fields) };

	return db_row(db, Q_QUESTION_GET, ARGS(I64(id)), &shape, arena, question);
}

struct error store_question_find(struct db *db, const char *code, int64_t *id)
{
	return db_number(db, Q_QUESTION_FIND, ARGS(TXT(code)), id);
}

struct error store_question_ids(struct db *db, enum question_sort sort,
	const struct question_filter *filter, struct id_list *ids)
{
	return db_ids(db, Q_QUESTION_IDS,
		ARGS(value_ref(filter->challenge_id), value_ref(filter->team_id),
			TXT(filter->state), TXT(sort == QUESTIONS_BY_DUE ? "due" : "number")),
		ids);
}

struct error store_question_counts(struct db *db, struct question_counts *counts)
{
	static const struct row_field fields[] = {
		{ FIELD_INT, offsetof(struct question_counts, open) },
		{ FIELD_INT, offsetof(struct question_counts, answered) },
		{ FIELD_INT, offsetof(struct question_counts, published) },
	};
	static const struct shape shape = { sizeof(struct question_counts), fields, LEN(fields) };

	return db_row(db, Q_QUESTION_COUNTS, NO_ARGS, &shape, NULL, counts);
}
