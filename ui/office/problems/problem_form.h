/* SPDX-License-Identifier: MIT */
#pragma once

#include "ui/toolkit/ui.h"

/* The problem's id, 0 if nothing was saved. `id` 0 makes a new one. */
int64_t problem_form(struct ui *ui, int64_t id, bool new_version);
/* The same of a waiting row of an import; `field` is where the cursor begins. */
bool problem_form_from_row(struct ui *ui, int64_t row_id, const char *field);
