/* SPDX-License-Identifier: MIT
 * Who reviews what. */
#pragma once

#include "ui/toolkit/ui.h"

/* How many review each submission, and the seed. */
void deal_round(struct ui *ui, int64_t id);
