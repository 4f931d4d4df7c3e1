/* SPDX-License-Identifier: MIT */
#include "src/cli/progress.h"

#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "src/base/i18n.h"

enum { WIDTH = 24, SOON_MS = 1000, STEP_MS = 200 };

static long long now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (long long)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

void progress_begin(struct progress_bar *progress)
{
	*progress = (struct progress_bar){ .shows = isatty(STDERR_FILENO) == 1, .began = now() };
}

bool progress_line(size_t done, size_t all, long long spent, char *out, size_t size)
{
	char bar[WIDTH + 1];

	if (spent < SOON_MS || done == 0 || done > all)
		return false;
	size_t full = done * WIDTH / all;
	memset(bar, '.', WIDTH);
	memset(bar, '#', full);
	bar[WIDTH] = '\0';
	long long left = (spent * (long long)(all - done) / (long long)done + 999) / 1000;
	/* TRANSLATORS: a bar of # and dots; how many per cent are done; how many seconds are left.
	 */
	snprintf(out, size, _("[%s] %zu %%, about %lld s left"), bar, done * 100 / all, left);
	return true;
}

void progress_tell(void *arg, size_t done, size_t all)
{
	struct progress_bar *progress = arg;
	char line[160];

	if (!progress->shows)
		return;
	long long at = now();
	if (at - progress->told < STEP_MS)
		return;
	progress->told = at;
	if (!progress_line(done, all, at - progress->began, line, sizeof(line)))
		return;
	fprintf(stderr, "\r%s\033[K", line);
	fflush(stderr);
	progress->drawn = true;
}

void progress_end(struct progress_bar *progress)
{
	if (progress->drawn)
		fputs("\r\033[K", stderr);
	progress->drawn = false;
}
