/* SPDX-License-Identifier: MIT
 * Who holds the codes of a blind round, and what waits to be carried over to its jury. */
#pragma once

#include "ui/toolkit/ui.h"

void custody_ask(struct ui *ui, int64_t round_id);
void carry_ask(struct ui *ui, int64_t round_id);
