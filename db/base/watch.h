/* SPDX-License-Identifier: MIT
 * Who is told of what takes its time, and may end it: the one terminal of this process. Without a
 * watcher nobody is told. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

struct watcher {
	/* So much of all is done; a task begins when less is done than was, and ends with `all`. */
	void (*progress)(void *arg, size_t done, size_t all);
	/* Saving waits for another writer; false: not any more. */
	void (*waiting)(void *arg, bool waits);
	/* So many rows are about to be saved at once, while nobody else can save. */
	void (*holding)(void *arg, size_t rows);
	void *arg;
};

/* The watcher must outlive what is watched; NULL: nobody watches. */
void watch_by(const struct watcher *watcher);
void watch_progress(size_t done, size_t all);
/* Nothing goes on any more, whatever became of it. */
void watch_over(void);
void watch_waiting(bool waits);
void watch_holding(size_t rows);

/* Asks whatever goes on to end, with nothing changed: E_INTERRUPTED. May be called by the handler
 * of a signal. */
void watch_stop(int signal);
/* The signal that asked so; 0: none did. */
int watch_stopped(void);
