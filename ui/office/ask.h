/* SPDX-License-Identifier: MIT
 * What many acts ask before they are done, and say after it. */
#pragma once

#include "ui/toolkit/form.h"

struct checklist;
struct submission_input;

/* Asks for a reason; NULL if cancelled. To be freed. */
char *ask_reason(struct ui *ui, const char *title, const char *why);
/* Shows what is missing and asks for the reason to go on; "" at once if nothing is missing; NULL if
 * cancelled. To be freed. */
char *ask_about_missing(struct ui *ui, const char *title, const struct checklist *list);
/* Runs the form with what it is about in the title and status lines (may be NULL). */
bool form_run_about(
	struct ui *ui, const struct form_def *def, void *arg, const char *code, const char *about);
/* The error; else `done`, with what it means for the review of that submission. */
void report_standing(struct ui *ui, struct error e, int64_t submission_id, const char *done);
/* Saves a correction of a submission; where its arrival is then late, or no more, it asks why. */
struct error with_reason(struct ui *ui, const struct submission_input *input);
