/* SPDX-License-Identifier: MIT
 * Requests for completion: what is missing of a submission, on what ground, until when, and what
 * came of it. */
#pragma once

#include "db/db.h"

struct completion {
	int64_t id, submission_id;
	const char *submission_code, *kind; /* of the submission: problem, application, solution */
	int64_t number;                     /* of those of the submission: P-001/2 */
	const char *ground;
	int64_t asked, due, reminded, answered; /* 0: not, or not yet */
	const char *answer;
	int64_t version; /* of the submission, that came as the answer; 0: none did */
	int64_t dropped;
	const char *reason; /* why it is not needed any more */
	const char *by;
	int64_t v;
};

/* A line of what is missing. Of a line that an eligibility question made, the question as it stands
 * now, in the languages that it is written in; "" otherwise. */
struct completion_item {
	int64_t number;
	const char *text;
	int64_t question_id;
	const char *question_fi, *question_sv, *question_en;
};

struct completion_items {
	struct completion_item *rows;
	size_t n;
};

/* `state`: a code of WORDS_COMPLETION_STATE, judged at `now`; NULL and 0 do not filter. */
struct completion_filter {
	const char *kind, *state;
	int64_t submission_id, now;
};

enum completion_sort { COMPLETIONS_BY_DUE, COMPLETIONS_BY_CODE, COMPLETIONS_BY_ASKED };

struct error store_completion_add(
	struct db *db, const struct completion *completion, int64_t account_id, int64_t *id);
struct error store_completion_item_add(
	struct db *db, int64_t id, const struct completion_item *item);
struct error store_completion_update(struct db *db, const struct completion *completion);
struct error store_completion_get(
	struct db *db, struct arena *arena, int64_t id, struct completion *completion);
struct error store_completion_items(
	struct db *db, struct arena *arena, int64_t id, struct completion_items *items);
/* By the submission's code and the number among its requests. */
struct error store_completion_find(struct db *db, const char *code, int64_t number, int64_t *id);
struct error store_completion_ids(struct db *db, enum completion_sort sort,
	const struct completion_filter *filter, struct id_list *ids);
/* Neither answered nor dropped, the soonest first. */
struct error store_completion_open_ids(struct db *db, struct id_list *ids);
struct error store_completion_open_of(struct db *db, int64_t submission_id, struct id_list *ids);
