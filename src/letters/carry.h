/* SPDX-License-Identifier: MIT
 * Hands a letter to the program of this machine that carries mail: the recipients as arguments with
 * -i and never -t, so that nothing in the letter decides who gets it and no line of it ends it. */
#pragma once

#include "src/letters/message.h"

/* Taken is not delivered: it is the carrier's from then on. */
enum carried {
	CARRIED_TAKEN,
	CARRIED_REFUSED,   /* it ended with a fault: nothing went */
	CARRIED_UNCERTAIN, /* it was ended before it said anything */
};

struct carriage {
	enum carried outcome;
	const char *said; /* the program's own words, as they may be shown; "": none */
};

/* Is that a program that Klash may run: a whole path, executable, root's or one's own, and nobody
 * else's to change? E_RULE. */
struct error carry_check(const char *program);
/* To and copy of the letter get it, from its sender. An error: it was not even begun. */
struct error carry(struct arena *arena, const char *program, const struct message *message,
	struct carriage *carriage);
