/* SPDX-License-Identifier: MIT
 * Contact notes: who called, when, about what, and what was promised until when; on any record. */
#pragma once

#include "db/store/note.h"
#include "src/ground/act.h"
#include "src/ground/finder.h"

/* `note->at` 0 is now. What it is about is found by `find`, and kept by that name. */
struct error note_add(
	struct context *ctx, const struct note *note, record_finder find, int64_t *id);
struct error note_update(struct context *ctx, const struct note *note);
/* Marks a promise as kept today. */
struct error note_done(struct context *ctx, int64_t id);
struct error note_get(struct context *ctx, struct arena *arena, int64_t id, struct note *note);
struct error note_ids(struct context *ctx, const char *object, struct id_list *ids);
/* Promised until `days` from today or earlier. */
struct error note_due_ids(struct context *ctx, int days, struct id_list *ids);
/* note_done, as both ends offer it. */
extern const struct act note_keeping;
