/* SPDX-License-Identifier: MIT */
#pragma once

#include "ui/toolkit/ui.h"

/* Name, kind and organization of a team; a new member; what a member is in the team. */
bool team_form(struct ui *ui, int64_t team_id);
bool member_form(struct ui *ui, int64_t team_id);
bool member_edit_form(struct ui *ui, int64_t team_id, int64_t member_id);
