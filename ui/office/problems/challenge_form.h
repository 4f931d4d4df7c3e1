/* SPDX-License-Identifier: MIT */
#pragma once

#include "ui/toolkit/ui.h"

/* The form of a challenge; id 0: a new one, of that problem. Whether something was saved. */
bool challenge_form(struct ui *ui, int64_t id, int64_t problem_id);
