/* SPDX-License-Identifier: MIT
 * The way to where one is, for the title line. */
#pragma once

#include "ui/toolkit/ui.h"

/* "Klash 2018–2020 › 2 Hakemukset › C-1 Kotihoidon reitit › Arviot". Where it is too long, it loses
 * its beginning and then words of what it is about, but never the code of that, nor where one is.
 */
const char *crumbs_text(struct ui *ui, struct arena *arena, int width);
/* The screen that says where one is: the topmost that is no overlay. */
const struct screen *crumbs_ground(const struct ui *ui);
