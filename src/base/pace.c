/* SPDX-License-Identifier: MIT */
#include "src/base/pace.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#include "src/base/i18n.h"

enum { WIDTH = 24, SOON_MS = 1000, STEP_MS = 200 };

static long long now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (long long)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

bool pace_line(size_t done, size_t all, long long spent, char *out, size_t size)
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

bool pace_step(struct pace *pace, size_t done, size_t all, char *out, size_t size)
{
	long long at = now();

	if (pace->began == 0 || done < pace->done)
		pace->began = at;
	pace->done = done;
	if (done >= all) {
		pace->began = 0;
		return false;
	}
	if (at - pace->told < STEP_MS || !pace_line(done, all, at - pace->began, out, size))
		return false;
	pace->told = at;
	return true;
}
