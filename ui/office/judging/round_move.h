/* SPDX-License-Identifier: MIT */
#pragma once

#include "src/judging/round.h"
#include "ui/toolkit/ui.h"

/* Asks what is missing for it, and does it. */
void move_round(struct ui *ui, int64_t id, enum round_move kind);
