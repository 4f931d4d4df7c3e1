/* SPDX-License-Identifier: MIT
 * What the screens of teams, applications, solutions and results share. */
#pragma once

#include "src/phases/team.h"
#include "ui/office/office.h"

/* The form of an application or solution; id 0: a new one. The id of what was saved, or 0. */
int64_t entry_form(struct ui *ui, const char *kind, int64_t id, bool new_version);
/* The same of a waiting row of an import; `field` is where the cursor begins. */
bool entry_form_from_row(struct ui *ui, const char *kind, int64_t row_id, const char *field);
/* Name, kind and organization of a team; a new member. */
bool team_form(struct ui *ui, int64_t team_id);
bool member_form(struct ui *ui, int64_t team_id);

/* A team with its members, what it has sent and what happened to it. */
struct error team_page(struct context *ctx, struct arena *arena, int64_t id, struct page *page);
void open_team(struct ui *ui, int64_t id);

struct screen *teams_new(struct ui *ui);
struct screen *solutions_new(struct ui *ui);
struct screen *results_new(struct ui *ui);
struct screen *blind_new(struct ui *ui, int64_t round_id);
/* Asks for a directory and writes the round's reading pack there. */
void pack_ask(struct ui *ui, int64_t round_id);
/* Asks who holds the codes of a blind round; what waits to be carried over to its jury. */
void custody_ask(struct ui *ui, int64_t round_id);
void carry_ask(struct ui *ui, int64_t round_id);
struct screen *services_new(struct ui *ui, int64_t decision_id);
struct screen *complaints_new(struct ui *ui);
void open_complaint(struct ui *ui, int64_t id);
