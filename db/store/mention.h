/* SPDX-License-Identifier: MIT
 * What else of the file names a record. */
#pragma once

#include "db/db.h"

/* A signed decision or statement, as far as it is about one submission. */
struct verdict {
	int64_t decision_id;
	const char *kind, *code, *case_number, *decider;
	int64_t day;
	const char *outcome, *reason_fi, *reason_sv, *reason_en;
	bool corrected; /* another took its place */
	int64_t round_id, item_id;
};

struct verdicts {
	struct verdict *rows;
	size_t n;
};

struct served {
	int64_t decision_id;
	const char *kind, *code, *channel;
	int64_t sent, deemed;
};

struct serveds {
	struct served *rows;
	size_t n;
};

struct error store_verdicts(
	struct db *db, struct arena *arena, int64_t submission_id, struct verdicts *verdicts);
struct error store_served(
	struct db *db, struct arena *arena, int64_t submission_id, struct serveds *served);
struct error store_complaint_ids_of(struct db *db, int64_t submission_id, struct id_list *ids);
/* By what the record is called in text. */
struct error store_letter_ids_about(struct db *db, const char *reference, struct id_list *ids);

/* Records of one kind that name one of another. */
enum mention {
	MENTION_PROBLEMS_OF_ORGANIZATION,
	MENTION_SUBMISSIONS_OF_CONTACT,
	MENTION_DECISIONS_OF_MUNICIPALITY,
	MENTION_DECISIONS_OF_PERSON,
	MENTION_CHALLENGES_OF_MUNICIPALITY,
	MENTION_TEAMS_OF_PERSON,
	MENTION_TEAMS_OF_ORGANIZATION,
	MENTION_ROUNDS_OF_PERSON,
	MENTION_COUNT
};
struct error store_mention_ids(
	struct db *db, enum mention mention, int64_t id, struct id_list *ids);
