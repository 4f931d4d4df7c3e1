/* SPDX-License-Identifier: MIT
 * A competition in which everything has happened: every act of the core at least once, a row in
 * every table, and in every personal column a text that can be told by its mark. */
#pragma once

#include "tests/unit/fixture.h"

/* Stands in every personal text of the file, and in nothing that may be logged. */
#define MARK "Salattu"

/* What is done after each act; `act` is its source text, `arg` the watcher's own. */
typedef void (*full_watch)(struct fixture *f, const char *act, void *arg);

/* Adds all of it to a fixture that was just set up. `watch` may be NULL. */
void full_make(struct fixture *f, full_watch watch, void *arg);
