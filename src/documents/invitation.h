/* SPDX-License-Identifier: MIT
 * The invitation kit: one page that tells somebody how to get in over SSH, in their own language.
 * Key, server and its fingerprint, a session for PuTTY, what to press, whom to ring, and what is
 * stored about them. It is invitation_kind of document.h; E_RULE while nobody has said where the
 * server is and whom to ring (front_door_set), or when the server's fingerprint is not known. */
#pragma once

#include "src/ground/context.h"

/* PuTTY's session alone, as the file Windows reads. */
struct error invitation_session(struct context *ctx, struct arena *arena, const char **text);
