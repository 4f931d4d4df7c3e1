/* SPDX-License-Identifier: MIT
 * Making a page for everybody, by the key that is the same wherever it is offered. */
#pragma once

#include "ui/toolkit/letters.h"
#include "ui/toolkit/ui.h"

/* Asks which page, in which languages, until when it stands, and for the file's name. The id of
 * what was written down of it; 0: none was made. */
int64_t publishing_make(struct ui *ui);
/* The same, as a command. */
void publishing_ask(struct ui *ui, struct screen *screen);

#define PUBLISHING \
	{ \
		.keys = { K_PAGE }, .action = ACT_PUBLISH, .label = NC_("command", "public page"), \
		.help = N_("Make a page for everybody: the call, the challenges, questions, " \
			   "teams, results"), \
		.run = publishing_ask, .quiet = true \
	}
