/* SPDX-License-Identifier: MIT
 * Questions in a box over the screen. Each turns the same loop until it is answered, so that the
 * asking code reads straight down; it must hold ids, not rows, across the question. */
#pragma once

#include "ui/toolkit/ui.h"

/* Yes or no, by highlighted buttons; Esc is no. `yes` is the button's word, and marked at first or
 * not. */
bool ui_confirm_from(struct ui *ui, const char *question, const char *yes, bool on_yes);

static inline bool ui_confirm(struct ui *ui, const char *question, const char *yes)
{
	return ui_confirm_from(ui, question, yes, true);
}

/* Where yes throws something away: Enter at once does not. */
static inline bool ui_confirm_loss(struct ui *ui, const char *question, const char *yes)
{
	return ui_confirm_from(ui, question, yes, false);
}

/* Something to be read and closed with any key. */
void ui_tell(struct ui *ui, const char *title, const char *text);
/* One of several; the index, or -1. `current` is marked (-1: none). */
int ui_choose(struct ui *ui, const char *title, const char *const *options, int n, int current);
/* A text; `lines` 1 is one line. NULL if it was cancelled; else to be freed with free(). */
char *ui_ask(struct ui *ui, const char *title, const char *prompt, const char *text, int lines);
/* A list to search in by typing: municipalities, people. The chosen index, or -1. */
int ui_pick(struct ui *ui, const char *title, const char *const *options, size_t n);
