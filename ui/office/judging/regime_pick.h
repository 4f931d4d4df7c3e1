/* SPDX-License-Identifier: MIT
 * Choosing a regime of correction and appeal in a form. */
#pragma once

#include "ui/toolkit/form.h"

/* For FORM_PICK: the newest row of each; a decision takes the one in force on its day. */
void pick_regime(struct ui *ui, struct form *form, size_t field);
