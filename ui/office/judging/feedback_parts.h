/* SPDX-License-Identifier: MIT
 * What the list and the page of feedback for senders share. */
#pragma once

#include "src/judging/feedback.h"
#include "ui/toolkit/ui.h"

/* "12/77 cleared" with its bar, on one line; returns the columns used. */
int feedback_progress_paint(
	const struct feedback_progress *progress, const struct canvas *canvas, int y);
/* Clears what was read as version `v`, and says what comes next: the id of the next one that is not
 * cleared; 0: there is none, or it could not be done, which it says. */
int64_t feedback_clear_and_go(struct ui *ui, int64_t round_id, int64_t item_id, int64_t v);
void feedback_take_clearing_back(struct ui *ui, int64_t item_id);
/* "Maija (juror), 7,5 (score)"; "" for nothing. Into the arena. */
struct error feedback_warning(struct context *ctx, struct arena *arena,
	const struct feedback_item *item, const char *text, const char **warning);
