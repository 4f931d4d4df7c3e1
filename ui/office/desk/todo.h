/* SPDX-License-Identifier: MIT
 * Where things to do lead. */
#pragma once

#include "ui/toolkit/ui.h"

/* Opens where a thing to do of the desk is done. */
void open_todo(struct ui *ui, const char *what, const char *code);
/* "applications-C-1", also of a round that is not there yet: its phase, and the challenge or "".
 * NULL if it names none. */
const char *todo_phase(const char *code, const char **challenge);
