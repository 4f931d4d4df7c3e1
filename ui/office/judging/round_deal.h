/* SPDX-License-Identifier: MIT
 * Who reviews what. */
#pragma once

#include "ui/toolkit/ui.h"

/* How many review each submission, and the seed. */
void deal_round(struct ui *ui, int64_t id);
/* What would get too few reviews, in a box; nothing if there is nothing. -1: by the round's number.
 */
void tell_shortages(struct ui *ui, int64_t round_id, int64_t per_submission);
