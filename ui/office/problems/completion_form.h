/* SPDX-License-Identifier: MIT
 * A request for completion and its answer, typed. */
#pragma once

#include "ui/toolkit/ui.h"

/* What is missing of the submission, first what was judged to be asked for; the request's id, or 0.
 */
int64_t completion_form(struct ui *ui, int64_t submission_id);
/* A note, or a new version of the submission, as one chooses. */
void completion_answer_form(struct ui *ui, int64_t id);
