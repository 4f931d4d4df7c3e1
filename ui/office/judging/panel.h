/* SPDX-License-Identifier: MIT
 * What is done about a panel's people; each asks for what it needs. */
#pragma once

#include "src/judging/round.h"
#include "ui/toolkit/ui.h"

void panel_seat(struct ui *ui, int64_t round_id);
void panel_declare(struct ui *ui, int64_t round_id, const char *login);
void panel_import(struct ui *ui, int64_t round_id);
/* Of that file; false, with a message, if nothing came in. */
bool panel_import_file(struct ui *ui, int64_t round_id, const char *path);
/* Takes a juror off the panel; once the round has begun, excuses or replaces them. */
void panel_excuse(struct ui *ui, const struct round *round, const struct member *member);
/* The score sheet of that juror, or of all, into a file. */
void panel_sheet(struct ui *ui, int64_t round_id, const struct member *member);
/* One that a juror told of after the declaration, or a doubtful one. */
void panel_conflict(struct ui *ui, int64_t round_id);
/* 1 to 7; 0 if cancelled. */
int64_t choose_ground(struct ui *ui);
/* An active account, of those who may hold codes only; its login to be freed, NULL if cancelled. */
char *pick_account(struct ui *ui, const char *heading, bool holders);
