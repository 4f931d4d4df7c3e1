/* SPDX-License-Identifier: MIT */
#include "src/cli/progress.h"

#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#include "src/base/i18n.h"
#include "src/intake/holding.h"

static void clear(struct progress_bar *bar)
{
	if (bar->drawn)
		fputs("\r\033[K", stderr);
	bar->drawn = false;
}

static void draw(struct progress_bar *bar, const char *line)
{
	fprintf(stderr, "\r%s\033[K", line);
	fflush(stderr);
	bar->drawn = true;
}

static void tell(void *arg, size_t done, size_t all)
{
	struct progress_bar *bar = arg;
	char line[160];

	if (pace_step(&bar->pace, done, all, line, sizeof(line)))
		draw(bar, line);
	else if (done >= all)
		clear(bar);
}

static void wait_told(void *arg, bool waits)
{
	if (waits)
		draw(arg, _("saving …"));
	else
		clear(arg);
}

/* Whether or not anybody looks: it is no bar, but a thing to know before. */
static void tell_holding(void *arg, size_t rows)
{
	char words[400];

	clear(arg);
	holding_words(rows, words, sizeof(words));
	fprintf(stderr, "klash: %s\n", words);
}

/* Once: who asks again is not to wait. Reading is broken off, not begun again. */
static void end_when_asked(void)
{
	static const int asking[] = { SIGINT, SIGTERM, SIGHUP };
	struct sigaction end = { .sa_handler = watch_stop, .sa_flags = (int)SA_RESETHAND }, before;

	sigemptyset(&end.sa_mask);
	for (size_t i = 0; i < sizeof(asking) / sizeof(*asking); i++)
		if (sigaction(asking[i], NULL, &before) == 0 && before.sa_handler != SIG_IGN)
			sigaction(asking[i], &end, NULL);
}

void progress_watch(struct progress_bar *bar)
{
	bar->watcher = (struct watcher){ .holding = tell_holding, .arg = bar };
	if (isatty(STDERR_FILENO) == 1) {
		bar->watcher.progress = tell;
		bar->watcher.waiting = wait_told;
	}
	watch_by(&bar->watcher);
	end_when_asked();
}

void progress_end_as_asked(void)
{
	int asked = watch_stopped();

	if (asked == 0)
		return;
	signal(asked, SIG_DFL);
	raise(asked);
}
