/* SPDX-License-Identifier: MIT
 * Where things to do lead. */
#pragma once

#include "src/desk/todos.h"
#include "ui/toolkit/ui.h"

/* Opens where a thing to do of the desk is done. */
void open_todo(struct ui *ui, const char *what, const char *code);
/* Where it is done, in a word or two: "Solutions C-2"; the same of a round. Into the arena. */
const char *todo_place(struct arena *arena, const struct todos *todos, const struct todo *todo);
const char *todo_round_place(struct arena *arena, const struct round_summary *round);
/* "applications-C-1", also of a round that is not there yet: its phase, and the challenge or "".
 * NULL if it names none. */
const char *todo_phase(const char *code, const char **challenge);
