/* SPDX-License-Identifier: MIT
 * What the screens of letters ask before letters go out. */
#pragma once

#include "ui/toolkit/ui.h"

/* Sends the marked letters, else all that are cleared and go by e-mail; on a letter's page that
 * one, again if it failed or may have gone. */
void letters_ask_send(struct ui *ui, struct screen *screen);
/* The same as files: for a mail program, or in one for the printer. */
void letters_ask_files(struct ui *ui, struct screen *screen);
/* Who they come from; then a trial. */
void letters_ask_sender(struct ui *ui, struct screen *screen);
