/* SPDX-License-Identifier: MIT
 * Grounds of disqualification and who counts as close: Administrative Procedure Act (hallintolaki
 * 434/2003) 28 §, for whoever declares, on the screen and on paper. */
#pragma once

#include <stdint.h>

enum { GROUNDS = 7, CIRCLES = 3 };

/* What a ground (1 to 7) says in a line of everyday words (N_); NULL for another number. */
const char *juror_ground_words(int64_t ground);
/* The same as 28 § subsection 1 has it (N_). */
const char *juror_ground_law(int64_t ground);
/* Who belongs to a circle of close people (1 to 3), 28 § subsections 2 and 3 (N_). */
const char *juror_circle_words(int circle);
/* Which circles count for which grounds (N_). */
const char *juror_circles_note(void);
