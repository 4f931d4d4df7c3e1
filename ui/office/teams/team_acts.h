/* SPDX-License-Identifier: MIT */
#pragma once

#include "src/phases/team.h"
#include "ui/toolkit/ui.h"

/* Asks for the reason and records the act; says so. */
void record_team_act(struct ui *ui, int64_t team_id, enum team_act_kind act);
