/* SPDX-License-Identifier: MIT
 * The list of what waits to be done, to which every part of the desk adds what it knows. */
#pragma once

#include "db/store/plan.h"
#include "db/store/round.h"

enum { TODO_MAX = 60 };

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

/* An empty one, in the arena. */
void todos_begin(struct todos *todos, struct arena *arena);
/* Adds one, with its code copied into the arena; beyond TODO_MAX nothing more. */
void todo_add(struct todos *todos, struct arena *arena, const struct todo *todo);
/* The most urgent first; what was listed first stays first among equally urgent things. */
void todos_sort(struct todos *todos);
