/* SPDX-License-Identifier: MIT */
#include "db/store/challenge.h"

static const struct field challenge_problem_fields[] = {
	{ NOWHERE("challenge_id"), .name = "challenge", .word = NC_("field", "Challenge"),
		.meaning = MEANS_REF, .of = "challenge", .in = IN_TOLD },
	{ NOWHERE("submission_id"), .name = "problem", .word = NC_("field", "Problem"),
		.meaning = MEANS_REF, .of = "submission", .in = IN_TOLD },
};
extern const struct record record_of_challenge_problem;
const struct record record_of_challenge_problem =
	RECORD_WITHOUT(challenge_problem, "challenge_problem");

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
	{ COLUMN(struct challenge, code), .name = "code", .word = NC_("field", "Code"),
		.meaning = MEANS_LINE },
	{ COLUMN(struct challenge, title_fi), .name = "title_fi", .lang = "fi",
		.word = NC_("field", "Title in Finnish"), .meaning = MEANS_LINE, .max = TITLE_MAX,
		.in = IN_ADD | IN_EDIT | IN_TOLD | IN_PAGE },
	{ COLUMN(struct challenge, title_sv), .name = "title_sv", .lang = "sv",
		.word = NC_("field", "Title in Swedish"), .meaning = MEANS_LINE, .max = TITLE_MAX,
		.in = IN_ADD | IN_EDIT | IN_TOLD | IN_PAGE },
	{ COLUMN(struct challenge, title_en), .name = "title_en", .lang = "en",
		.word = NC_("field", "Title in English"), .meaning = MEANS_LINE, .max = TITLE_MAX,
		.in = IN_ADD | IN_EDIT | IN_TOLD | IN_PAGE },
	{ COLUMN(struct challenge, text_fi), .name = "text_fi", .code = "description", .lang = "fi",
		.word = NC_("field", "Description"), .meaning = MEANS_LINES, .max = BODY_MAX,
		.in = IN_ADD | IN_EDIT | IN_TOLD },
	{ COLUMN(struct challenge, text_sv), .name = "text_sv", .code = "description", .lang = "sv",
		.word = NC_("field", "Description"), .meaning = MEANS_LINES, .max = BODY_MAX,
		.in = IN_ADD | IN_EDIT | IN_TOLD },
	{ COLUMN(struct challenge, pilot_id), .name = "pilot",
		.word = NC_("field", "Pilot municipality"), .meaning = MEANS_REF,
		.of = "municipality", .in = IN_ADD | IN_EDIT | IN_TOLD | IN_REQUIRED },
	{ COLUMN(struct challenge, procurement), .name = "procurement", .code = "procurement_kind",
		.word = NC_("field", "Kind of procurement"), .meaning = MEANS_CODE,
		.words = WORDS_PROCUREMENT_KIND, .in = IN_ADD | IN_EDIT | IN_TOLD },
	{ COLUMN_OR_NONE(struct challenge, notice), .name = "notice", .code = "notice_day",
		.word = NC_("field", "Day of the contest notice"), .meaning = MEANS_DAY,
		.in = IN_ADD | IN_EDIT | IN_TOLD },
	{ COLUMN_OR_NONE(struct challenge, value), .name = "value", .code = "contest_value",
		.word = NC_("field", "Estimated value of the contest"), .meaning = MEANS_MONEY,
		.in = IN_ADD | IN_EDIT | IN_TOLD },
	{ COLUMN(struct challenge, v) },
};
const struct record record_of_challenge = RECORD_OF(challenge, "challenge");

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
