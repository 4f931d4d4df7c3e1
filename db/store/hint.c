/* SPDX-License-Identifier: MIT */
#include "db/store/hint.h"

static const struct field hint_fields[] = {
	{ COLUMN(struct hint, member_id) },
	{ COLUMN(struct hint, name), .name = "name", .code = "juror", .word = NC_("field", "Juror"),
		.meaning = MEANS_LINE },
	{ COLUMN(struct hint, login), .shows = "juror" },
	{ COLUMN_OR_NONE(struct hint, submission_id), .name = "submission",
		.word = NC_("field", "Submission"), .meaning = MEANS_REF, .of = "submission",
		.in = IN_TOLD },
	{ COLUMN(struct hint, code) },
	{ COLUMN(struct hint, kind), .name = "kind", .code = "hint", .word = NC_("field", "Hint"),
		.meaning = MEANS_CODE, .words = WORDS_HINT, .in = IN_TOLD },
	{ COLUMN(struct hint, detail) },
	{ COLUMN(struct hint, state), .name = "state", .word = NC_("field", "State"),
		.meaning = MEANS_CODE, .words = WORDS_HINT_STATE, .in = IN_TOLD },
	{ COLUMN(struct hint, reason), .name = "reason", .word = NC_("field", "Reason"),
		.meaning = MEANS_LINES, .seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct hint, at), .name = "at", .code = "time", .word = NC_("field", "When"),
		.meaning = MEANS_TIME },
	{ COLUMN(struct hint, by), .name = "by", .code = "written_by", .word = NC_("field", "By"),
		.meaning = MEANS_LINE },
	{ COLUMN(struct hint, person_id) },
	{ COLUMN(struct hint, team_id) },
	{ NOWHERE("panel_member_id"), .name = "juror", .word = NC_("field", "Juror"),
		.meaning = MEANS_REF, .of = "panel_member", .in = IN_TOLD },
};
const struct record record_of_hint = RECORD_OF(hint, "hint");

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
