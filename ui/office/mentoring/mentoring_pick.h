/* SPDX-License-Identifier: MIT
 * Choosing from the records of mentoring. */
#pragma once

#include "ui/toolkit/form.h"

/* The id, or -1 if cancelled. `none` (may be NULL) offers
 * 0. */
enum team_choice { TEAMS_ALL, TEAMS_MENTORED };
int64_t choose_team(struct ui *ui, const char *title, enum team_choice which);
/* It begins at `current`. */
int64_t choose_challenge(struct ui *ui, const char *title, const char *none, int64_t current);
/* Mentors first, then the other people of the register. */
int64_t choose_mentor(struct ui *ui, const char *title);
/* The same for form fields. */
void pick_team(struct ui *ui, struct form *form, size_t field);
void pick_challenge(struct ui *ui, struct form *form, size_t field);

/* Mentors and teams of a session, each changed by choosing it, until Esc. */
void edit_mentors(struct ui *ui, int64_t session_id);
void edit_teams(struct ui *ui, int64_t session_id);
