/* SPDX-License-Identifier: MIT
 * "I recognized this team": what jurors noted in blind rounds, for the chair, the conflict screen
 * and the minutes. It waits on the desk until somebody has taken note of it and written what was
 * decided. */
#pragma once

#include "src/judging/review.h"

/* Round 0: all. Without those that were withdrawn. */
struct error recognition_list(struct context *ctx, struct arena *arena, int64_t round_id,
	struct recognitions *recognitions);
/* Takes note, with what was decided; again corrects the words. E_NOT_FOUND (field "record"). */
struct error recognition_note(struct context *ctx, int64_t id, const char *decision);
