/* SPDX-License-Identifier: MIT
 * What waits to be done, over the whole competition: the desk's list and `klash status`. */
#pragma once

#include "src/desk/todos.h"
#include "src/ground/context.h"

struct error desk_todos(struct context *ctx, struct arena *arena, struct todos *todos);

/* What its parts know of. */
/* In src/desk/mentoring.c: sessions that come or passed, questions that wait. */
struct error mentoring_todos(struct context *ctx, struct arena *arena, struct todos *todos);
/* In src/desk/results.c: what comes after a closed round of solutions; unanswered
 * complaints. */
struct error results_round_todos(struct context *ctx, struct arena *arena, struct todos *todos,
	const struct round_summary *round);
/* In src/desk/results.c: what comes after the decision on a closed round of applications. */
struct error chosen_round_todos(struct context *ctx, struct arena *arena, struct todos *todos,
	const struct round_summary *round);
struct error request_todos(struct context *ctx, struct arena *arena, struct todos *todos);
struct error dialogue_todos(struct context *ctx, struct arena *arena, struct todos *todos);
struct error complaint_todos(struct context *ctx, struct arena *arena, struct todos *todos);
/* In src/desk/results.c: what the custodian of a blind round has to carry over. */
struct error carry_todos(struct context *ctx, struct arena *arena, struct todos *todos);
/* In src/desk/letters.c: letters that were not sent, failed, or may have gone. */
struct error letter_todos(struct context *ctx, struct arena *arena, struct todos *todos);
/* In src/desk/course.c: the step after those that have been taken. */
struct error course_todos(struct context *ctx, struct arena *arena, struct todos *todos);
/* In src/desk/procurement.c: negotiations to begin or go on with, payments that are due. */
struct error procurement_todos(struct context *ctx, struct arena *arena, struct todos *todos);
/* In src/desk/published.c: pages whose take-down day has come. */
struct error publication_todos(struct context *ctx, struct arena *arena, struct todos *todos);
struct error notice_todos(struct context *ctx, struct arena *arena, struct todos *todos);
