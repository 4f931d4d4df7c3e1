/* SPDX-License-Identifier: MIT
 * Ties between jurors and applicants that the file itself knows of, and what was done about each.
 */
#pragma once

#include "db/db.h"

struct hint {
	int64_t member_id;
	const char *name, *login;  /* of the juror */
	int64_t submission_id;     /* 0: the whole round */
	const char *code;          /* the submission's */
	const char *kind, *detail; /* detail: what they share */
	const char *state;         /* "" (nobody has decided), taken, set_aside */
	const char *reason;
	int64_t at;
	const char *by;
	int64_t person_id, team_id; /* the juror, and who submitted (0: no team) */
};

struct hints {
	struct hint *rows;
	size_t n;
};

/* By juror and submission. `today`: whose roles hold; `lang`: of names. Whether mentoring really
 * took place is not asked. */
struct error store_hints(struct db *db, struct arena *arena, int64_t round_id, int64_t today,
	const char *lang, struct hints *hints);
/* Its state, reason and time, by that account. */
struct error store_hint_put(struct db *db, const struct hint *hint, int64_t account_id);
