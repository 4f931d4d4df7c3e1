/* SPDX-License-Identifier: MIT
 * Acts on a negotiation, with their questions; also from the list of winners. */
#pragma once

#include "ui/toolkit/ui.h"

void negotiation_ask_start(struct ui *ui, int64_t team_id);
void negotiation_ask_end(struct ui *ui, int64_t team_id);
const char *negotiation_cannot_start(struct ui *ui, int64_t team_id);
const char *negotiation_cannot_end(struct ui *ui, int64_t team_id);
