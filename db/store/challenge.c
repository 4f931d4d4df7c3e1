/* SPDX-License-Identifier: MIT */
#include "db/store/challenge.h"

struct error store_challenge_add(struct db *db, const struct challenge *c, int64_t *id)
{
	return db_put(db, Q_CHALLENGE_ADD, c, NO_ARGS, id);
}

struct error store_challenge_update(struct db *db, const struct challenge *c)
{
	TRY(db_put(db, Q_CHALLENGE_UPDATE, c, NO_ARGS, NULL));
	return db_changes(db) == 1 ? ok() : fail(E_STALE, NULL);
}

static const struct field challenge_fields[] = {
	{ COLUMN(struct challenge, id) },
	{ COLUMN(struct challenge, number) },
	{ COLUMN(struct challenge, code) },
	{ COLUMN(struct challenge, title_fi) },
	{ COLUMN(struct challenge, title_sv) },
	{ COLUMN(struct challenge, title_en) },
	{ COLUMN(struct challenge, text_fi) },
	{ COLUMN(struct challenge, text_sv) },
	{ COLUMN(struct challenge, pilot_id) },
	{ COLUMN(struct challenge, procurement) },
	{ COLUMN_OR_NONE(struct challenge, notice) },
	{ COLUMN_OR_NONE(struct challenge, value) },
	{ COLUMN(struct challenge, v) },
};
const struct record record_of_challenge = RECORD(challenge);

struct error store_challenge_get(
	struct db *db, struct arena *arena, int64_t id, struct challenge *challenge)
{
	return db_row(db, Q_CHALLENGE_GET, ARGS(I64("id", id)), arena, challenge);
}

struct error store_challenge_ids(struct db *db, struct id_list *ids)
{
	return db_ids(db, Q_CHALLENGE_IDS, NO_ARGS, ids);
}

struct error store_challenge_find(struct db *db, const char *code, int64_t *id)
{
	return db_number(db, Q_CHALLENGE_FIND, ARGS(TXT("code", code)), id);
}

struct error store_challenge_problem_add(struct db *db, int64_t challenge_id, int64_t submission_id)
{
	return db_run(db, Q_CHALLENGE_PROBLEM_ADD,
		ARGS(I64("challenge_id", challenge_id), I64("submission_id", submission_id)));
}

struct error store_challenge_problems(struct db *db, struct arena *arena, int64_t challenge_id,
	struct submission_titles *problems)
{
	return db_rows(db, Q_CHALLENGE_PROBLEMS, ARGS(I64("challenge_id", challenge_id)), arena,
		&problems->rows, &problems->n);
}

struct error store_challenge_of_problem(struct db *db, int64_t submission_id, int64_t *challenge_id)
{
	return db_number(db, Q_CHALLENGE_OF_PROBLEM, ARGS(I64("submission_id", submission_id)),
		challenge_id);
}
