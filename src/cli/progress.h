/* SPDX-License-Identifier: MIT
 * How far something is that takes its time, on a terminal's standard error: a bar with the time
 * left, from the first second on, which is gone when it is done. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

struct progress_bar {
	bool shows;            /* standard error is a terminal */
	long long began, told; /* milliseconds of a clock that only goes forward */
	bool drawn;
};

void progress_begin(struct progress_bar *progress);
/* `done` of `all`; at most a few times a second it is drawn. */
void progress_tell(void *progress, size_t done, size_t all);
/* Takes the bar away. */
void progress_end(struct progress_bar *progress);

/* What is drawn after so many milliseconds, in the language in use; false: nothing yet. */
bool progress_line(size_t done, size_t all, long long spent, char *out, size_t size);
