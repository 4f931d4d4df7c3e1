/* SPDX-License-Identifier: MIT
 * What comes late or is taken in late: a late version never displaces one that came in time, and
 * what no round has is named until somebody acts. */
#pragma once

#include "src/phases/submission.h"

/* Inside a transaction. True if `fresh`, which is late, must wait beside what came in time or was
 * admitted. */
bool late_must_wait(const struct submission *before, const struct submission *fresh);
/* It is kept as a version that waits. */
struct error late_keep(struct context *ctx, int64_t id, const struct submission *fresh);
/* The waiting version becomes the present one; the present one is kept. */
struct error late_admit(struct context *ctx, struct arena *arena, const struct submission *s);
/* A correction that changes whether it came in time needs its reason, which is recorded; E_REASON
 * without one. */
struct error late_changed(
	struct context *ctx, const struct submission *before, bool late, const char *reason);

/* Nobody has decided on them: late, or with a late version that waits. Challenge 0: all. */
struct error late_undecided(
	struct context *ctx, const char *kind, int64_t challenge_id, struct id_list *ids);
/* Taken in after the round had been opened: they would be judged, but no round has them, and nobody
 * has said why not (SUBMISSION_PASS). */
struct error late_left_out(
	struct context *ctx, const char *kind, int64_t challenge_id, struct id_list *ids);
/* Their codes in one line, "P-003, P-007 …"; into the arena. */
struct error submission_codes(
	struct context *ctx, struct arena *arena, const struct id_list *ids, const char **codes);
/* What its arrival or an act on it means for the review, as a sentence (N_); NULL if it is simply
 * in. */
const char *late_standing(struct context *ctx, const struct submission *s);
