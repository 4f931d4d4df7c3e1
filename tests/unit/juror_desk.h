/* SPDX-License-Identifier: MIT
 * A juror at a desk of their own, for the tests of what a juror does: in a world, come in, not yet
 * declared. */
#pragma once

#include "tests/unit/jury_world.h"

struct desk {
	struct world world;
	struct context juror; /* j1, fenced, not declared */
	bool touched;         /* from outside: the file is not expected to be sound */
};

/* For TEST_DESK: the world and the juror; what was done must leave the file sound. */
int desk_setup(void **state);
int desk_teardown(void **state);
/* Scores of the three criteria, in thousandths. */
extern const int64_t full[3];
struct review_input input_with(const int64_t *scores, const char *notes);
/* What that person sees. */
struct juror_item read_item(struct desk *d, struct context *ctx, int64_t id);
struct juror_items read_items(struct desk *d, struct context *ctx, int64_t round);
struct juror_round read_round(struct desk *d, struct context *ctx, int64_t id);
/* No conflicts, in both rounds. */
void desk_declare_none(struct desk *d);
/* The juror's assignment of a problem, and of a team in the blind round. */
int64_t mine(struct desk *d, const char *code);
int64_t blind(struct desk *d, size_t team);
/* Whom the juror declares against. */
struct juror_applicants applicants_of(struct desk *d, int64_t round);
const struct juror_applicant *named(const struct juror_applicants *applicants, const char *name);

#define TEST_DESK(name) cmocka_unit_test_setup_teardown(name, desk_setup, desk_teardown)
