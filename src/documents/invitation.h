/* SPDX-License-Identifier: MIT
 * The invitation kit: one text that tells somebody how to get in over SSH, in their own language.
 * Key, server and its fingerprint, a session for PuTTY, what to press, whom to ring, and what is
 * stored about them. */
#pragma once

#include "src/ground/context.h"

struct invitation {
	int64_t account_id;
	const char *lang;             /* NULL: the account's */
	const char *const *host_keys; /* fingerprints of the server; none: those of this machine */
	size_t host_key_count;
};

/* The text into the arena. E_RULE while nobody has said where the server is
 * and whom to ring (front_door_set), or when the server's fingerprint is not known. */
struct error invitation_text(struct context *ctx, struct arena *arena,
	const struct invitation *invitation, const char **text);
/* For the log: it left the program. */
struct error invitation_given(struct context *ctx, int64_t account_id);
/* PuTTY's session alone, as the file Windows reads. */
struct error invitation_session(struct context *ctx, struct arena *arena, const char **text);
