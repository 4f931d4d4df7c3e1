/* SPDX-License-Identifier: MIT
 * Texts that ship with the program, several in one file: "== NAME" on a line of its own, then the
 * text up to the next. */
#pragma once

#include "db/base/arena.h"

/* The text of that name without the empty lines at its end, into the arena; NULL: there is none. */
const char *section_text(struct arena *arena, const char *file, const char *name);
