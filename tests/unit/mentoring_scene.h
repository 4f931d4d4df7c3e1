/* SPDX-License-Identifier: MIT
 * What the tests of mentoring share: two challenges with teams that go on, and short ways to plan a
 * session and to say who came. Every step must succeed unless it returns an error. */
#pragma once

#include "tests/unit/winners.h"

#include "db/verify.h"
#include "src/base/daytime.h"
#include "src/phases/mentoring.h"

/* Today is Monday 1.10.2018. Challenges C-1 and C-2: T-1 and T-11 go on in C-1, T-2 in C-2; T-12 of
 * C-1 is in reserve. */
struct scene {
	struct fixture *f;
	struct context *ctx;
	int64_t t1, t2, t11, t12, c1, c2;
};

struct scene set_scene(void **state);
/* One more team. */
int64_t team_of(struct scene *s, int64_t challenge, int number, const char *state);
int64_t day(const char *text);
int64_t person(struct scene *s, const char *name);
struct mentoring_session session_on(const char *when, int64_t challenge);
/* A session with one mentor, or (0) none. */
int64_t add_session(struct scene *s, const char *when, int64_t challenge, int64_t mentor);
struct mentoring_session get_session(struct scene *s, int64_t id);
/* "T-1 T-11" */
const char *invited(struct scene *s, int64_t id);
struct error attend(struct scene *s, int64_t id, int64_t team, const char *state);
/* "kind name code" of each warning, a semicolon behind each. */
const char *warned(struct scene *s, int64_t id);
bool has_mentored(struct scene *s, int64_t mentor, int64_t team);
void assert_verified(struct scene *s);
