/* SPDX-License-Identifier: MIT */
#include "db/store/hint.h"

static const struct row_field hint_fields[] = {
	{ FIELD_INT, offsetof(struct hint, member_id) },
	{ FIELD_TEXT, offsetof(struct hint, name) },
	{ FIELD_TEXT, offsetof(struct hint, login) },
	{ FIELD_INT, offsetof(struct hint, submission_id) },
	{ FIELD_TEXT, offsetof(struct hint, code) },
	{ FIELD_TEXT, offsetof(struct hint, kind) },
	{ FIELD_TEXT, offsetof(struct hint, detail) },
	{ FIELD_TEXT, offsetof(struct hint, state) },
	{ FIELD_TEXT, offsetof(struct hint, reason) },
	{ FIELD_INT, offsetof(struct hint, at) },
	{ FIELD_TEXT, offsetof(struct hint, by) },
	{ FIELD_INT, offsetof(struct hint, person_id) },
	{ FIELD_INT, offsetof(struct hint, team_id) },
};
static const struct shape hint_shape = { sizeof(struct hint), hint_fields, LEN(hint_fields) };

struct error store_hints(struct db *db, struct arena *arena, int64_t round_id, int64_t today,
	struct hints *hints)
{
	return db_rows(db, Q_HINT_LIST, ARGS(I64(round_id), I64(today)), &hint_shape, arena,
		&hints->rows, &hints->n);
}

struct error store_hint_put(struct db *db, const struct hint *hint, int64_t account_id)
{
	return db_run(db, Q_HINT_PUT,
		ARGS(I64(hint->member_id), value_ref(hint->submission_id), TXT(hint->kind),
			TXT(hint->state), I64(hint->at), value_ref(account_id), TXT(hint->reason)));
}
