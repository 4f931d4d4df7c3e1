/* SPDX-License-Identifier: MIT */
#include "db/store/mention.h"

static const struct field verdict_fields[] = {
	{ COLUMN(struct verdict, decision_id) },
	{ COLUMN(struct verdict, kind) },
	{ COLUMN(struct verdict, code) },
	{ COLUMN(struct verdict, case_number) },
	{ COLUMN(struct verdict, decider) },
	{ COLUMN(struct verdict, day) },
	{ COLUMN(struct verdict, outcome) },
	{ COLUMN(struct verdict, reason_fi) },
	{ COLUMN(struct verdict, reason_sv) },
	{ COLUMN(struct verdict, reason_en) },
	{ COLUMN(struct verdict, corrected) },
	{ COLUMN(struct verdict, round_id) },
	{ COLUMN(struct verdict, item_id) },
};
const struct record record_of_verdict = RECORD(verdict);

struct error store_verdicts(
	struct db *db, struct arena *arena, int64_t submission_id, struct verdicts *verdicts)
{
	return db_rows(db, Q_VERDICTS, ARGS(I64("submission_id", submission_id)), arena,
		&verdicts->rows, &verdicts->n);
}

static const struct field served_fields[] = {
	{ COLUMN(struct served, decision_id) },
	{ COLUMN(struct served, kind) },
	{ COLUMN(struct served, code) },
	{ COLUMN(struct served, channel) },
	{ COLUMN(struct served, sent) },
	{ COLUMN(struct served, deemed) },
};
const struct record record_of_served = RECORD(served);

struct error store_served(
	struct db *db, struct arena *arena, int64_t submission_id, struct serveds *served)
{
	return db_rows(db, Q_SERVED, ARGS(I64("submission_id", submission_id)), arena,
		&served->rows, &served->n);
}

struct error store_complaint_ids_of(struct db *db, int64_t submission_id, struct id_list *ids)
{
	return db_ids(db, Q_COMPLAINT_IDS_OF, ARGS(I64("submission_id", submission_id)), ids);
}

struct error store_letter_ids_about(struct db *db, const char *reference, struct id_list *ids)
{
	return db_ids(db, Q_LETTER_IDS_ABOUT, ARGS(TXT("reference", reference)), ids);
}

static const enum query mentions[] = {
	[MENTION_PROBLEMS_OF_ORGANIZATION] = Q_PROBLEM_IDS_OF_ORGANIZATION,
	[MENTION_SUBMISSIONS_OF_CONTACT] = Q_SUBMISSION_IDS_OF_CONTACT,
	[MENTION_DECISIONS_OF_MUNICIPALITY] = Q_DECISION_IDS_OF_MUNICIPALITY,
	[MENTION_DECISIONS_OF_PERSON] = Q_DECISION_IDS_OF_PERSON,
	[MENTION_CHALLENGES_OF_MUNICIPALITY] = Q_CHALLENGE_IDS_OF_MUNICIPALITY,
	[MENTION_TEAMS_OF_PERSON] = Q_TEAM_IDS_OF_PERSON,
	[MENTION_TEAMS_OF_ORGANIZATION] = Q_TEAM_IDS_OF_ORGANIZATION,
	[MENTION_ROUNDS_OF_PERSON] = Q_ROUND_IDS_OF_PERSON,
};
_Static_assert(LEN(mentions) == MENTION_COUNT, "every mention has its statement");

struct error store_mention_ids(struct db *db, enum mention mention, int64_t id, struct id_list *ids)
{
	return db_ids(db, mentions[mention], ARGS(I64("id", id)), ids);
}
