/* SPDX-License-Identifier: MIT
 * Forms of phase 6; each returns whether something was saved. */
#pragma once

#include "ui/toolkit/ui.h"

bool negotiation_form(struct ui *ui, int64_t team_id);
/* *id 0 makes a new one, whose id it becomes. */
bool contract_form(struct ui *ui, int64_t team_id, int64_t *id);
bool payment_form(struct ui *ui, int64_t contract_id, int64_t *id);
