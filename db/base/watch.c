/* SPDX-License-Identifier: MIT */
#include "db/base/watch.h"

#include <signal.h>

static const struct watcher *watching;
static volatile sig_atomic_t stopped;

void watch_by(const struct watcher *watcher)
{
	watching = watcher;
}

void watch_progress(size_t done, size_t all)
{
	if (watching != NULL && watching->progress != NULL)
		watching->progress(watching->arg, done, all);
}

void watch_over(void)
{
	watch_progress(0, 0);
}

void watch_waiting(bool waits)
{
	if (watching != NULL && watching->waiting != NULL)
		watching->waiting(watching->arg, waits);
}

void watch_holding(size_t rows)
{
	if (watching != NULL && watching->holding != NULL)
		watching->holding(watching->arg, rows);
}

void watch_stop(int signal)
{
	stopped = signal;
}

int watch_stopped(void)
{
	return stopped;
}
