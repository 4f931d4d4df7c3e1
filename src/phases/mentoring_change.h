/* SPDX-License-Identifier: MIT
 * Changes inside a transaction that others of the mentoring's functions have begun. Not for anyone
 * outside src/phases/mentoring*.c. */
#pragma once

#include "src/phases/mentoring.h"

/* Makes the session's mentors (teams) those of the list. E_RULE where somebody would be taken off a
 * session that was held, or a team whose attendance is marked. */
struct error change_mentors(struct context *ctx, const struct mentoring_session *session,
	const struct id_list *mentors);
struct error change_teams(
	struct context *ctx, const struct mentoring_session *session, const struct id_list *teams);
