/* SPDX-License-Identifier: MIT */
#pragma once

#include "ui/toolkit/ui.h"

/* Asks for a receipt of the round and tells whether it stands. */
void look_up_receipt(struct ui *ui, int64_t round_id);
