/* SPDX-License-Identifier: MIT
 * What the office asks of every submission of a kind, and how each was judged. */
#pragma once

#include "db/db.h"

enum { ELIGIBILITY_MOST = 8 }; /* questions a kind; the schema's CHECK says the same */

struct eligibility_question {
	int64_t id;
	const char *kind; /* problem, application, solution */
	int64_t number;
	const char *text_fi, *text_sv, *text_en;
	int64_t v;
	int64_t answers; /* submissions that it has been judged of */
};

/* A question and what was judged of one submission; outcome "": nothing yet. */
struct eligibility_line {
	int64_t question_id, number;
	const char *text_fi, *text_sv, *text_en;
	const char *outcome, *note;
	int64_t at;
	const char *by;
};

struct eligibility_lines {
	struct eligibility_line *rows;
	size_t n;
};

struct eligibility_tally {
	int64_t all, answered, no, ask;
};

struct error store_eligibility_question_add(
	struct db *db, const struct eligibility_question *question, int64_t *id);
struct error store_eligibility_question_update(
	struct db *db, const struct eligibility_question *question);
struct error store_eligibility_question_remove(struct db *db, int64_t id);
/* The lowest number that is free; 0: none is. */
struct error store_eligibility_question_next(struct db *db, const char *kind, int64_t *number);
struct error store_eligibility_question_find(
	struct db *db, const char *kind, int64_t number, int64_t *id);
struct error store_eligibility_question_get(
	struct db *db, struct arena *arena, int64_t id, struct eligibility_question *question);
/* `kind` NULL: of all. */
struct error store_eligibility_question_ids(struct db *db, const char *kind, struct id_list *ids);

struct error store_eligibility_answer_put(struct db *db, int64_t submission_id,
	const struct eligibility_line *answer, int64_t account_id);
struct error store_eligibility_answer_remove(
	struct db *db, int64_t submission_id, int64_t question_id);
struct error store_eligibility_lines(
	struct db *db, struct arena *arena, int64_t submission_id, struct eligibility_lines *lines);
struct error store_eligibility_tally(
	struct db *db, int64_t submission_id, struct eligibility_tally *tally);
