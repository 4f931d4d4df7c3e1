/* SPDX-License-Identifier: MIT
 * The documents that are made of a record: on its page, and on its row in a list. */
#pragma once

#include "ui/toolkit/ui.h"

/* Why there are none here; NULL: there are. */
const char *papers_blocked(const struct screen *screen, const struct context *ctx);
/* Asks which one, in which language and form, and where to; and makes it. */
void papers_of_screen(struct ui *ui, struct screen *screen);
