/* SPDX-License-Identifier: MIT
 * Acts that wait for a second person. */
#pragma once

#include "src/phases/second.h"
#include "ui/toolkit/ui.h"

/* Says that an act waits for a second person, if it does. */
bool say_if_waiting(struct ui *ui, enum second_kind kind, int64_t row_id);
