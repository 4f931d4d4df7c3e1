/* SPDX-License-Identifier: MIT
 * What a search or a code in text has found. */
#pragma once

#include "src/roof/lookup.h"
#include "ui/toolkit/ui.h"

/* Opens the record that it is. */
void open_found(struct ui *ui, const struct found *found);
