/* SPDX-License-Identifier: MIT
 * The jury's statement is frozen. */
#pragma once

#include "ui/toolkit/ui.h"

/* Asks, makes the text of the draft final, and shows the hash that the members sign. True if it is
 * final now. */
bool statement_freeze_ask(struct ui *ui, int64_t id, const char *code);
