/* SPDX-License-Identifier: MIT
 * What the screens of mentoring share. */
#pragma once

#include "src/phases/mentoring.h"
#include "src/phases/question.h"
#include "ui/office/office.h"

/* Choosing from the records of mentoring; the id, or -1 if cancelled. `none` (may be NULL) offers
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

/* Forms; each returns the id of what was saved, or 0. */
int64_t session_form(
	struct ui *ui, int64_t id, int64_t day); /* id 0: a new one, on that day unless 0 */
int64_t session_note_form(struct ui *ui, const struct mentoring_session *session, int64_t team_id);
int64_t mentor_form(struct ui *ui);
enum question_part { PART_QUESTION, PART_ANSWER };
int64_t question_form(struct ui *ui, int64_t id, enum question_part part); /* id 0: a new one */

/* Mentors and teams of a session, each changed by choosing it, until Esc. */
void edit_mentors(struct ui *ui, int64_t session_id);
void edit_teams(struct ui *ui, int64_t session_id);

struct screen *session_new(struct ui *ui, int64_t id);
struct screen *month_new(struct ui *ui, int64_t day); /* day 0: today */
struct screen *mentors_new(struct ui *ui);
struct screen *mentored_new(struct ui *ui);
/* The list, only those of the filter. `about` says which, for its title. */
struct screen *sessions_filtered(
	struct ui *ui, const struct session_filter *filter, const char *about);

/* Lines about sessions for a page: "24.9.2019  M-1 Janakkala, topic (held)". */
struct error page_sessions(struct context *ctx, struct arena *arena,
	const struct session_filter *filter, struct page *page);
/* "ti 24.9.2019 klo 9.00–15.00" */
const char *session_when(struct arena *arena, const struct mentoring_session *session);
/* The mentors' names in one line; "–" for none. */
struct error session_mentor_names(
	struct context *ctx, struct arena *arena, int64_t id, const char **names);
/* A session as lines; for its page and beside the list. */
struct error session_page(struct context *ctx, struct arena *arena, int64_t id, struct page *page);
/* Its notes, feedback and history. */
struct error session_story(struct context *ctx, struct arena *arena, int64_t id, struct page *page);
