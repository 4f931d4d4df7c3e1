/* SPDX-License-Identifier: MIT */
#pragma once

#include "ui/toolkit/ui.h"

/* Asks which language, changes to it at once, and remembers it with the account. */
void ui_language(struct ui *ui);
