/* SPDX-License-Identifier: MIT */
#include "ui/toolkit/watching.h"

#include "src/base/i18n.h"
#include "src/intake/holding.h"
#include "ui/toolkit/frame.h"

/* What is below comes back with the next painting. */
static void show(struct ui *ui, const char *message)
{
	frame_paint_message(ui, message);
	term_refresh();
	ui->dirty = true;
}

static void tell(void *arg, size_t done, size_t all)
{
	struct ui *ui = arg;
	char line[160];

	if (pace_step(&ui->pace, done, all, line, sizeof(line)))
		show(ui, line);
}

static void wait_told(void *arg, bool waits)
{
	show(arg, waits ? _("saving …") : "");
}

static void tell_holding(void *arg, size_t rows)
{
	char words[400];

	holding_words(rows, words, sizeof(words));
	show(arg, words);
}

void watch_begin(struct ui *ui)
{
	ui->watcher = (struct watcher){ tell, wait_told, tell_holding, ui };
	watch_by(&ui->watcher);
}

void watch_end(void)
{
	watch_by(NULL);
}
