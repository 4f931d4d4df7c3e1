/* SPDX-License-Identifier: MIT
 * What takes its time, on the command line: on a terminal's standard error a bar with the time left
 * from the first second on, which is gone when it is done, and that saving waits for somebody else.
 * Ctrl-C, and being told to end, undo what is not finished and close the file as always. */
#pragma once

#include <stdbool.h>

#include "db/base/watch.h"
#include "src/base/pace.h"

struct progress_bar {
	struct watcher watcher;
	struct pace pace;
	bool drawn;
};

/* Watches until the program ends. */
void progress_watch(struct progress_bar *bar);
/* Ends the program as the signal that interrupted it would have, if one did. */
void progress_end_as_asked(void);
