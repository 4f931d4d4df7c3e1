/* SPDX-License-Identifier: MIT
 * A competition in which everything has happened: every act of the core at least once, a row in
 * every table, and in every personal column a text that can be told by its mark. */
#pragma once

#include "tests/unit/fixture.h"

/* Stands in every personal text of the file, and in nothing that may be logged. */
#define MARK "Salattu"

/* What is done after each act. `who` acted: the fixture's office or a juror; `act` is its source
 * text, `arg` the watcher's own. */
typedef void (*full_watch)(
	struct fixture *f, const struct context *who, const char *act, void *arg);
/* How many entries of the log it leaves: none of unfinished work, and of sending a letter one
 * before the program that takes it begins and one after. */
int full_entries(const char *act);

/* Adds all of it to a fixture that was just set up. `watch` may be NULL. */
void full_make(struct fixture *f, full_watch watch, void *arg);
