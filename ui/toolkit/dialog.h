/* SPDX-License-Identifier: MIT
 * Questions in a box over the screen. Each turns the same loop until it is answered, so that the asking
 * code reads straight down; it must hold ids, not rows, across the question. */
#pragma once

#include "ui/toolkit/ui.h"

/* Yes or no, by highlighted buttons; Esc is no. `yes` is the button's word. */
bool ui_confirm(struct ui *ui, const char *question, const char *yes);
/* Something to be read and closed with any key. */
void ui_tell(struct ui *ui, const char *title, const char *text);
/* One of several; the index, or -1. `current` is marked (-1: none). */
int ui_choose(struct ui *ui, const char *title, const char *const *options, int n, int current);
/* A text; `lines` 1 is one line. NULL if it was cancelled; else to be freed with free(). */
char *ui_ask(struct ui *ui, const char *title, const char *prompt, const char *text, int lines);
/* A list to search in by typing: municipalities, people. The chosen index, or -1. */
int ui_pick(struct ui *ui, const char *title, const char *const *options, size_t n);
