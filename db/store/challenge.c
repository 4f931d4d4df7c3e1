/* SPDX-License-Identifier: MIT */
#include "db/store/challenge.h"

struct error store_challenge_add(struct db *db, const struct challenge *c, int64_t *id)
{
	return db_insert(db, Q_CHALLENGE_ADD,
		ARGS(I64(c->number), TXT(c->code), TXT(c->title_fi), TXT(c->title_sv),
			TXT(c->title_en), TXT(c->text_fi), TXT(c->text_sv), I64(c->pilot_id),
			TXT(c->procurement), value_ref(c->notice), value_ref(c->value)),
		id);
}

struct error store_challenge_update(struct db *db, const struct challenge *c)
{
	TRY(db_run(db, Q_CHALLENGE_UPDATE,
		ARGS(TXT(c->title_fi), TXT(c->title_sv), TXT(c->title_en), TXT(c->text_fi),
			TXT(c->text_sv), I64(c->pilot_id), TXT(c->procurement),
			value_ref(c->notice), value_ref(c->value), I64(c->id), I64(c->v))));
	return db_changes(db) == 1 ? ok() : fail(E_STALE, NULL);
}

static const struct row_field challenge_fields[] = {
	{ FIELD_INT, offsetof(struct challenge, id) },
	{ FIELD_INT, offsetof(struct challenge, number) },
	{ FIELD_TEXT, offsetof(struct challenge, code) },
	{ FIELD_TEXT, offsetof(struct challenge, title_fi) },
	{ FIELD_TEXT, offsetof(struct challenge, title_sv) },
	{ FIELD_TEXT, offsetof(struct challenge, title_en) },
	{ FIELD_TEXT, offsetof(struct challenge, text_fi) },
	{ FIELD_TEXT, offsetof(struct challenge, text_sv) },
	{ FIELD_INT, offsetof(struct challenge, pilot_id) },
	{ FIELD_TEXT, offsetof(struct challenge, procurement) },
	{ FIELD_INT, offsetof(struct challenge, notice) },
	{ FIELD_INT, offsetof(struct challenge, value) },
	{ FIELD_INT, offsetof(struct challenge, v) },
};
static const struct shape challenge_shape = { sizeof(struct challenge), challenge_fields,
	LEN(challenge_fields) };

struct error store_challenge_get(
	struct db *db, struct arena *arena, int64_t id, struct challenge *challenge)
{
	return db_row(db, Q_CHALLENGE_GET, ARGS(I64(id)), &challenge_shape, arena, challenge);
}

struct error store_challenge_ids(struct db *db, struct id_list *ids)
{
	return db_ids(db, Q_CHALLENGE_IDS, NO_ARGS, ids);
}

struct error store_challenge_find(struct db *db, const char *code, int64_t *id)
{
	return db_number(db, Q_CHALLENGE_FIND, ARGS(TXT(code)), id);
}

struct error store_challenge_problem_add(struct db *db, int64_t challenge_id, int64_t submission_id)
{
	return db_run(db, Q_CHALLENGE_PROBLEM_ADD, ARGS(I64(challenge_id), I64(submission_id)));
}

struct error store_challenge_problems(struct db *db, struct arena *arena, int64_t challenge_id,
	struct submission_titles *problems)
{
	static const struct row_field fields[] = {
		{ FIELD_INT, offsetof(struct submission_title, id) },
		{ FIELD_INT, offsetof(struct submission_title, municipality_id) },
		{ FIELD_INT, offsetof(struct submission_title, organization_id) },
		{ FIELD_TEXT, offsetof(struct submission_title, code) },
		{ FIELD_TEXT, offsetof(struct submission_title, title) },
		{ FIELD_TEXT, offsetof(struct submission_title, body) },
	};
	static const struct shape shape = { sizeof(struct submission_title), fields, LEN(fields) };

	return db_rows(db, Q_CHALLENGE_PROBLEMS, ARGS(I64(challenge_id)), &shape, arena,
		&problems->rows, &problems->n);
}

struct error store_challenge_of_problem(struct db *db, int64_t submission_id, int64_t *challenge_id)
{
	return db_number(db, Q_CHALLENGE_OF_PROBLEM, ARGS(I64(submission_id)), challenge_id);
}
