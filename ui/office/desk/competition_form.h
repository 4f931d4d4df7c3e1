/* SPDX-License-Identifier: MIT */
#pragma once

#include "ui/toolkit/ui.h"

void competition_form(struct ui *ui);
/* Chooses the kind of organizer, with its reason. */
void competition_profile(struct ui *ui);
