/* SPDX-License-Identifier: MIT
 * What `?` shows: the screen's sentence, its commands, the movement keys, the keys of everywhere.
 * Made from the command tables. */
#pragma once

#include "ui/toolkit/ui.h"

struct page;

/* What is told of such a screen, and of the keys that are the same everywhere: added to the page.
 * For the manual page too. */
void help_of_screen(struct page *page, const struct screen_ops *about);
void help_of_everywhere(struct page *page, const struct ui_places *places);
struct screen *help_new(struct ui *ui, const struct screen *about);
