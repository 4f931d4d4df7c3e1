/* SPDX-License-Identifier: MIT
 * How far something is that takes its time: a bar with the time left, from the first second on. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

/* All zero before the first task. */
struct pace {
	long long began, told; /* milliseconds of a clock that only goes forward */
	size_t done;
};

/* Takes note that `done` of `all` is done; less than before is another task. The line to draw now,
 * in the language in use; false: nothing, because it is too soon, or was drawn just now. */
bool pace_step(struct pace *pace, size_t done, size_t all, char *out, size_t size);
/* The line after so many milliseconds; false: too soon. */
bool pace_line(size_t done, size_t all, long long spent, char *out, size_t size);
