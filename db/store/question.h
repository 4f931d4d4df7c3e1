/* SPDX-License-Identifier: MIT */
#pragma once

#include "db/db.h"

struct question {
	int64_t id, number;
	const char *code;
	int64_t challenge_id; /* 0: common to all */
	const char *challenge_code;
	int64_t team_id; /* 0: somebody who is no team */
	const char *team_code, *team_name;
	int64_t asked;
	const char *text_fi, *text_sv;
	int64_t due; /* a day; 0: none */
	const char *answer_fi, *answer_sv;
	int64_t answered, published; /* 0: not yet */
	int64_t v;
};

/* `state`: "open", "answered" or "published"; NULL: all. */
struct question_filter {
	int64_t challenge_id, team_id;
	const char *state;
};

enum question_sort { QUESTIONS_BY_DUE, QUESTIONS_BY_NUMBER };

struct question_counts {
	int64_t open, answered, published;
};

/* What all are told: who asked is not in it. */
struct published_question {
	int64_t id;
	const char *code, *challenge; /* its code; "": common to all */
	const char *text_fi, *text_sv, *answer_fi, *answer_sv;
	int64_t published;
};

struct published_questions {
	struct published_question *rows;
	size_t n;
};

struct error store_question_add(struct db *db, const struct question *question, int64_t *id);
struct error store_question_update(struct db *db, const struct question *question);
struct error store_question_publish(struct db *db, int64_t id, int64_t now);
struct error store_question_get(
	struct db *db, struct arena *arena, int64_t id, struct question *question);
struct error store_question_find(struct db *db, const char *code, int64_t *id);
struct error store_question_ids(struct db *db, enum question_sort sort,
	const struct question_filter *filter, struct id_list *ids);
/* Published at `since` or later (0: ever), the first first; with a challenge those that are common
 * to all too (0: all). */
struct error store_questions_published(struct db *db, struct arena *arena, int64_t since,
	int64_t challenge_id, struct published_questions *questions);
struct error store_question_counts(struct db *db, struct question_counts *counts);
