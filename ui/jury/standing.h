/* SPDX-License-Identifier: MIT
 * How far the juror is in each round, and which one waits most. */
#pragma once

#include "src/judging/juror.h"

/* There is something to do; only what the office entered is to be confirmed; nothing more, or not
 * yet; or it is over. */
enum urgency { WAITS, CONFIRMS, RESTS, OVER };

struct jury_standing {
	enum urgency urgency;
	int64_t done, all;
	int64_t statement; /* waits for one's signature; 0: none */
};

struct jury_standings {
	struct juror_round_list rounds;
	struct jury_standing *rows; /* one a round */
	size_t *order; /* of rounds: what waits first, and what closes next before the rest */
};

/* Reads every review of every round. Into the arena. */
struct error jury_standings(
	struct context *ctx, struct arena *arena, struct jury_standings *standings);
/* The round that waits most, but for the one; NULL: none does. */
const struct juror_round *jury_next_waiting(
	const struct jury_standings *standings, int64_t but, int64_t *left);
