/* SPDX-License-Identifier: MIT
 * A form of ticks: the same question about each of several records. Nothing is saved per row:
 * Ctrl-S makes one call, and Esc asks first if something was changed. */
#pragma once

#include "ui/toolkit/ui.h"

struct mark {
	const char *name;
	int value;
};

struct marks_def {
	const char *title;              /* NC_("title", ...) */
	const char *help;               /* N_(): over the rows, and on top of the help */
	int unticked;                   /* the value that has no tick */
	const char *(*word)(int value); /* what stands beside the name, translated; "" for none */
	int (*next)(struct ui *ui, int value); /* what Space or Enter makes of it; may ask */
	/* E_CANCELLED stays in the form without a word. */
	struct error (*save)(struct ui *ui, const struct mark *marks, size_t n, void *arg);
};

/* True if it was saved; the rows are then as they were ticked. They must live as long as it runs.
 */
bool ui_marks(struct ui *ui, const struct marks_def *def, struct mark *marks, size_t n, void *arg);
