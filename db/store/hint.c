/* SPDX-License-Identifier: MIT */
#include "db/store/hint.h"

static const struct field hint_fields[] = {
	{ COLUMN(struct hint, member_id) },
	{ COLUMN(struct hint, name) },
	{ COLUMN(struct hint, login) },
	{ COLUMN_OR_NONE(struct hint, submission_id) },
	{ COLUMN(struct hint, code) },
	{ COLUMN(struct hint, kind) },
	{ COLUMN(struct hint, detail) },
	{ COLUMN(struct hint, state) },
	{ COLUMN(struct hint, reason) },
	{ COLUMN(struct hint, at) },
	{ COLUMN(struct hint, by) },
	{ COLUMN(struct hint, person_id) },
	{ COLUMN(struct hint, team_id) },
};
const struct record record_of_hint = RECORD(hint);

struct error store_hints(struct db *db, struct arena *arena, int64_t round_id, int64_t today,
	const char *lang, struct hints *hints)
{
	return db_rows(db, Q_HINT_LIST,
		ARGS(I64("round_id", round_id), I64("today", today), TXT("lang", lang)), arena,
		&hints->rows, &hints->n);
}

struct error store_hint_put(struct db *db, const struct hint *hint, int64_t account_id)
{
	return db_put(db, Q_HINT_PUT, hint,
		ARGS(I64("panel_member_id", hint->member_id), REF("account_id", account_id)), NULL);
}
