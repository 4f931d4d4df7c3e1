/* SPDX-License-Identifier: MIT
 * Making letters on the screens: of the rows of a list, of a record, or of all a kind is for. */
#pragma once

#include "ui/toolkit/ui.h"

/* Asks which kind and makes them of what the screen shows: the marked rows or else all of the list,
 * or the record of a page. */
void letters_of_screen(struct ui *ui, struct screen *screen);
/* Makes what that kind is for by itself, and shows it. */
void letters_of_kind(struct ui *ui, const char *kind);
/* Asks which kind and makes them of all that it is for. */
void letters_of_all(struct ui *ui);
