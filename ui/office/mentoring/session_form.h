/* SPDX-License-Identifier: MIT
 * Forms of mentoring; each returns the id of what was saved, or 0. */
#pragma once

#include "src/phases/mentoring.h"
#include "ui/toolkit/ui.h"

int64_t session_form(
	struct ui *ui, int64_t id, int64_t day); /* id 0: a new one, on that day unless 0 */
int64_t session_note_form(struct ui *ui, const struct mentoring_session *session, int64_t team_id);
int64_t mentor_form(struct ui *ui);
