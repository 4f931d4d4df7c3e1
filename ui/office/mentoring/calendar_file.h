/* SPDX-License-Identifier: MIT
 * Sessions as a file for people's own calendars. */
#pragma once

#include "src/calendar/calendar.h"
#include "ui/toolkit/ui.h"

/* Asks for its name, and where the filter is of no team and no mentor, how much is to be in it. */
void calendar_file(struct ui *ui, const struct calendar_filter *filter);
/* With that session alone. */
void calendar_file_of(struct ui *ui, int64_t session_id);
