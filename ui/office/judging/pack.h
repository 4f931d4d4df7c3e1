/* SPDX-License-Identifier: MIT */
#pragma once

#include "ui/toolkit/ui.h"

/* Asks for a directory and writes the round's reading pack there. */
void pack_ask(struct ui *ui, int64_t round_id);
