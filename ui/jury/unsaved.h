/* SPDX-License-Identifier: MIT
 * What was typed and can no longer be saved: the round was closed, a key revoked, the seat given to
 * somebody else. It stays readable, so that it can be copied or told on the telephone. */
#pragma once

#include "ui/jury/review.h"

/* Shows why, and all that was typed, until Enter or Esc; every other key but those that scroll does
 * nothing. Turns the loop itself. */
void jury_show_unsaved(struct ui *ui, const struct review_screen *review, struct error why);
