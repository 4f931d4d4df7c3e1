/* SPDX-License-Identifier: MIT
 * Choosing a regime of correction and appeal in a form. */
#pragma once

#include "ui/toolkit/form.h"

/* For a FORM_PICK of a decision on that round: the newest row of each, and which one is offered and
 * why; a decision takes the one in force on its day. */
void pick_regime(struct ui *ui, struct form *form, size_t field, int64_t round_id);
