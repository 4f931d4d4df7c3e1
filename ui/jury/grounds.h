/* SPDX-License-Identifier: MIT
 * Asking for a ground of 28 §, and telling what the law says of them. */
#pragma once

#include "ui/toolkit/page.h"
#include "ui/toolkit/ui.h"

/* A ground, 1 to 7; 0 if it was cancelled, which is what stands first. `title` names what it is
 * about. Turns the loop itself. */
int64_t jury_choose_ground(struct ui *ui, const char *title);
/* The grounds as the law has them, and who is close. */
void jury_tell_grounds(struct ui *ui);
/* The same as lines, added to the page. */
void jury_fill_grounds(struct page *page);
/* What the ground says, in words of everyday. */
const char *jury_ground(int64_t ground);
