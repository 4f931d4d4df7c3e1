/* SPDX-License-Identifier: MIT
 * What waits to be done, over the whole competition: the desk's list and `klash status`. */
#pragma once

#include "db/store/plan.h"
#include "db/store/round.h"
#include "src/ground/context.h"

enum urgency { URGENT, SOON, OPEN_END };

struct todo {
	const char *what; /* a fixed code for scripts: "deadline", "reviews_missing", ... */
	const char *code; /* the record or phase it is about */
	const char *text; /* one sentence, translated */
	enum urgency urgency;
};

struct open_round {
	const struct round_summary *round;
	struct progress progress;
};

enum { OPEN_ROUNDS_MAX = 8 };

/* What waits, and what was read to find it. */
struct todos {
	struct todo *rows;
	size_t n;
	struct phases phases;
	struct round_summaries rounds;
	struct open_round open[OPEN_ROUNDS_MAX]; /* the first of them */
	size_t open_count;
};

/* What is judged, for people: "Reviews of applications, challenge C-1"; challenge "" is all. */
const char *round_about(struct arena *arena, const char *kind, const char *challenge);
struct round;
struct error round_name(
	struct context *ctx, struct arena *arena, const struct round *round, const char **name);
struct error desk_todos(struct context *ctx, struct arena *arena, struct todos *todos);

/* For the parts that know what waits in them: adds one, with its code copied into the arena. */
void todo_add(struct todos *todos, struct arena *arena, const struct todo *todo);
/* In src/desk/mentoring.c: sessions that come or passed, questions that wait. */
struct error mentoring_todos(struct context *ctx, struct arena *arena, struct todos *todos);
/* In src/desk/results.c: what comes after a closed round of solutions; unanswered
 * complaints. */
struct error results_round_todos(struct context *ctx, struct arena *arena, struct todos *todos,
	const struct round_summary *round);
struct error complaint_todos(struct context *ctx, struct arena *arena, struct todos *todos);
/* In src/desk/results.c: what the custodian of a blind round has to carry over. */
struct error carry_todos(struct context *ctx, struct arena *arena, struct todos *todos);
/* In src/desk/course.c: the step after those that have been taken. */
struct error course_todos(struct context *ctx, struct arena *arena, struct todos *todos);
/* In src/desk/procurement.c: negotiations to begin or go on with, payments that are due. */
struct error procurement_todos(struct context *ctx, struct arena *arena, struct todos *todos);
