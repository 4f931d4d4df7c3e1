/* SPDX-License-Identifier: MIT
 * Who holds the codes of a blind round: an account named for the round, and a deputy. Nobody else
 * joins code and name from the release to the opening (src/ground/sides.h); taking over is an act
 * with a reason. Klash cannot make anybody forget what they read before, nor stop who owns the
 * file: it keeps a trace of what is done through it. */
#pragma once

#include "db/store/custody.h"
#include "src/ground/context.h"
#include "src/judging/round.h"

/* Names the custodian, and the deputy unless NULL (as it is) or "" (none). Who holds the codes may,
 * and who has ACT_BLIND, for oneself too; never under another's name. Replacing somebody needs a
 * reason. E_RULE for a juror of the round, and once the names are opened; E_NOT_FOUND (field
 * "account"). */
struct error custody_name(struct context *ctx, int64_t round_id, const char *login,
	const char *deputy, const char *reason);
/* For the release, in its transaction: who releases holds the codes, if nobody has been named. */
struct error custody_begin(struct context *ctx, int64_t round_id);
/* Who holds them now and did before. */
struct error custody_list(
	struct context *ctx, struct arena *arena, int64_t round_id, struct custodians *custodians);
/* The names of the present ones; "" where there is none. */
struct error custody_names(struct context *ctx, struct arena *arena, int64_t round_id,
	const char **custodian, const char **deputy);

/* Does the acting account hold the round's codes? */
bool custody_holds(struct context *ctx, int64_t round_id);
/* E_RULE unless it does. As long as nobody is named: ACT_BLIND. */
struct error custody_require(struct context *ctx, int64_t round_id);
/* Why the acting account cannot do the custodian's work on the round (N_), or NULL. */
const char *custody_blocked(struct context *ctx, int64_t round_id);

/* Who can join both sides, as a sentence for a screen: why something is not there. Into the arena.
 */
const char *sides_reason(struct context *ctx, struct arena *arena, int64_t round_id);
/* Why the acting account should leave recording the jury's meeting to another (in the language in
 * use): it holds the codes of a round whose names are not known yet. NULL: it does not. */
const char *custody_recorder_warning(struct context *ctx, int64_t round_id);
/* The same in general, for who names a custodian. */
const char *custody_advice(void);
/* What nobody can promise, said at the release and at the naming. */
const char *custody_limits(void);
