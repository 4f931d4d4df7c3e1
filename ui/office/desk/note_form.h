/* SPDX-License-Identifier: MIT
 * The form of a contact note. */
#pragma once

#include "ui/toolkit/ui.h"

/* A new one about a record, by its code; whether it was saved. */
bool note_form(struct ui *ui, const char *object);
/* One that there is. */
void note_correct(struct ui *ui, int64_t id);
