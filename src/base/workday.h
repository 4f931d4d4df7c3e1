/* SPDX-License-Identifier: MIT
 * Days on which a period of days cannot end: the act on counting statutory periods (150/1930, 5 §).
 */
#pragma once

#include <stdbool.h>
#include <stdint.h>

/* The last day to complain of what was deemed received that day: `days` after it, moved past days
 * off; 0 if it was not received (`deemed` 0) or nothing can be complained about (`days` 0). */
int64_t service_last_day(int64_t deemed, int64_t days);
