/* SPDX-License-Identifier: MIT
 * What the tests of judging share: problems P-001 to P-00n, jurors j1 to jn, a round "problems"
 * with two criteria, and short ways to bring it into the state a test is about. Every step must
 * succeed. */
#pragma once

#include "tests/unit/fixture.h"

#include "src/judging/decision.h"
#include "src/judging/review.h"
#include "src/judging/standing.h"
#include "src/phases/submission.h"

/* cmocka's state of these tests. */
struct judging {
	struct fixture *f;
	struct context *ctx; /* office, an administrator */
	struct arena *arena;
	int64_t round; /* "problems", planned: a (weight 1) and b (weight 2), 0-10 by 0.25 */
};

int judging_setup(void **state);
int judging_teardown(void **state);
#define TEST_JUDGING(name) cmocka_unit_test_setup_teardown(name, judging_setup, judging_teardown)

/* n more problems, each of a municipality of its own. */
void add_problems(struct judging *j, size_t n);
/* Accounts j1 to jn, not on any panel yet. */
void add_jurors(struct judging *j, size_t n);
/* The same, on the panel; j1 has the chair. */
void seat_jurors(struct judging *j, size_t n);
void open_round(struct judging *j);
void close_round(struct judging *j, const char *reason);
/* n jurors seated, the round open, and each of them has declared "none". */
void open_for_jurors(struct judging *j, size_t problems, size_t jurors);
void declare_none(struct judging *j, const char *login);
/* One conflict, ground 1. */
void declare_conflict(struct judging *j, const char *login, const char *code);

/* decision_correct, of a clerical error. */
struct error correct_clerical(
	struct context *ctx, int64_t id, const char *reason, int64_t *correction);

/* Scores in points, of the criteria a and b. */
void submit(struct judging *j, const char *code, const char *login, double a, double b);
struct error try_submit(struct judging *j, const char *code, const char *login, double a, double b);
struct error try_draft(struct judging *j, const char *code, const char *login, double a, double b);

struct round get_round(struct judging *j);
struct member get_member(struct judging *j, const char *login);
struct assignment get_assignment(struct judging *j, const char *code, const char *login);
/* The problem's id, and that of its item in the round. */
int64_t problem(struct judging *j, const char *code);
int64_t item(struct judging *j, const char *code);
struct submission get_problem(struct judging *j, const char *code);

/* That one reason is meant for all that share it, if any do; and approves the decision. */
void confirm_same(struct judging *j, int64_t decision_id);
struct error approve_decision(struct judging *j, int64_t decision_id, const char *range_reason);

/* Entries in the log: what changed nothing leaves none. */
int64_t log_head(struct judging *j);
/* A criterion on 0-10 by 1, weight 1, named in both languages. */
struct criterion criterion_of(const char *key);
