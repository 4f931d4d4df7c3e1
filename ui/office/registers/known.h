/* SPDX-License-Identifier: MIT
 * What is said after a form that may have added people: whose name was known already. */
#pragma once

#include "ui/toolkit/ui.h"

/* The newest person, before the form. */
int64_t people_so_far(struct ui *ui);
/* "Saved.", with whose name was known before. */
void say_saved_people(struct ui *ui, int64_t so_far);
/* Only those names, with commas; "" for none. */
const char *known_names(struct ui *ui, struct arena *arena, int64_t so_far);
