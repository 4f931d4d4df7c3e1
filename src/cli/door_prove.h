/* SPDX-License-Identifier: MIT
 * Proves that the front door is one: logs in on this machine with a key made for that, and tries
 * what must be refused. The key belongs to an account of its own, a juror on no panel; it is
 * revoked afterwards. */
#pragma once

#include "src/context.h"

struct proof_row {
	const char *what; /* N_(): what was tried */
	bool good;        /* it went as it must: the first gets in, all others are refused */
	const char *said; /* what ssh and Klash said meanwhile; into the arena */
};

enum { PROOF_ROWS = 16 };

struct proof {
	struct proof_row rows[PROOF_ROWS];
	size_t n;
	bool good;
};

/* Needs the right to accounts. `user` and `port` of sshd on this machine. Fails if it could not be
 * tried at all; what was tried is in `proof`. */
struct error door_prove(
	struct context *ctx, struct arena *arena, const char *user, long port, struct proof *proof);
