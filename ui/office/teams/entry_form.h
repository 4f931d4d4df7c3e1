/* SPDX-License-Identifier: MIT */
#pragma once

#include "ui/toolkit/ui.h"

/* The form of an application or solution; id 0: a new one. The id of what was saved, or 0. */
int64_t entry_form(struct ui *ui, const char *kind, int64_t id, bool new_version);
/* The same of a waiting row of an import; `field` is where the cursor begins. */
bool entry_form_from_row(struct ui *ui, const char *kind, int64_t row_id, const char *field);
