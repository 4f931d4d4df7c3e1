/* SPDX-License-Identifier: MIT
 * Who letters come from, and whether any may be sent at all: not before an administrator has said
 * whose letters they are and has sent one to himself, and never from a demo. */
#pragma once

#include "db/store/sender.h"
#include "src/ground/context.h"

struct error letter_sender_get(
	struct context *ctx, struct arena *arena, struct letter_sender *sender);
/* Has to be tried anew. Right: account. The program is named on the machine itself and not over
 * SSH, and must be root's or one's own, for it is run: E_RULE. */
struct error letter_sender_set(struct context *ctx, const struct letter_sender *sender);
/* Sends a letter to whoever does it; what comes later may be sent only once this was taken. Right:
 * account. E_RULE with what stands in the way; *said is what the program said when it did not take
 * it (E_CANCELLED), into the arena. */
struct error letter_sender_try(struct context *ctx, struct arena *arena, const char **said);
/* Reads it and says why nothing may be sent: E_RULE. */
struct error letter_sender_ready(
	struct context *ctx, struct arena *arena, struct letter_sender *sender);
/* In that language, else in another; the competition's name where nothing was set. */
struct error letter_sender_name(struct context *ctx, struct arena *arena,
	const struct letter_sender *sender, const char *lang, const char **name);
