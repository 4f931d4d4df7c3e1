/* SPDX-License-Identifier: MIT
 * What takes its time, on the status line while it goes on: a bar with the time left, and that
 * saving waits for somebody else. No key is read meanwhile; none is lost. */
#pragma once

#include "ui/toolkit/ui.h"

/* Watches until watch_end. */
void watch_begin(struct ui *ui);
void watch_end(void);
