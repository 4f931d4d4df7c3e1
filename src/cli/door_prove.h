/* SPDX-License-Identifier: MIT
 * Proves that the front door is one: logs in on this machine with a key made for that, and tries
 * what must be refused. The key is nobody's (proof_key.h) and is taken away afterwards: neither an
 * account nor a line in the log stays behind. */
#pragma once

#include "src/cli/door.h"

enum proof_end {
	PROOF_HELD, /* it went as it must: the first gets in, all others are refused */
	PROOF_FAILED,
	PROOF_UNTRIED, /* sshd did not listen to it: that says nothing about the door */
};

struct proof_row {
	const char *what; /* N_(): what was tried */
	enum proof_end end;
	const char *said; /* what ssh and Klash said meanwhile; into the arena */
};

enum { PROOF_ROWS = 16 };

struct proof {
	struct proof_row rows[PROOF_ROWS];
	size_t n;
	enum proof_end end; /* of all: HELD if every one held, else the first that did not */
};

/* Needs no account, only to write beside door->file. Ends with the first that sshd did not listen
 * to, or if nobody gets in. Fails if it could not be tried at all; what was tried is in `proof`. */
struct error door_prove(struct arena *arena, const struct door *door, struct proof *proof);
