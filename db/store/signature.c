/* SPDX-License-Identifier: MIT */
#include "db/store/signature.h"

struct error store_signature_add(
	struct db *db, int64_t decision_id, const struct signature *s, int64_t account_id)
{
	return db_put(db, Q_SIGNATURE_ADD, s,
		ARGS(I64("decision_id", decision_id), I64("panel_member_id", s->member_id),
			REF("account_id", account_id)),
		NULL);
}

static const struct field signature_fields[] = {
	{ COLUMN(struct signature, member_id) },
	{ COLUMN(struct signature, name), .name = "member", .code = "signed_by",
		.word = NC_("field", "Signed by"), .meaning = MEANS_LINE },
	{ COLUMN(struct signature, chair) },
	{ COLUMN(struct signature, how), .name = "how", .word = NC_("field", "How"),
		.meaning = MEANS_CODE, .words = WORDS_SIGNING, .in = IN_TOLD },
	{ COLUMN(struct signature, place), .name = "where", .code = "paper",
		.word = NC_("field", "Where the paper is kept"), .meaning = MEANS_LINE,
		.seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct signature, day), .name = "date", .word = NC_("field", "Date"),
		.meaning = MEANS_DAY, .in = IN_TOLD },
	{ COLUMN(struct signature, recorded_by) },
	{ NOWHERE("decision_id"), .name = "decision", .word = NC_("field", "Decision"),
		.meaning = MEANS_REF, .of = "decision", .in = IN_TOLD },
	{ NOWHERE("panel_member_id"), .name = "juror", .word = NC_("field", "Juror"),
		.meaning = MEANS_REF, .of = "panel_member", .in = IN_TOLD },
};
const struct record record_of_signature = RECORD_OF(signature, "signature");

struct error store_signatures(
	struct db *db, struct arena *arena, int64_t decision_id, struct signatures *signatures)
{
	return db_rows(db, Q_SIGNATURES, ARGS(I64("decision_id", decision_id)), arena,
		&signatures->rows, &signatures->n);
}
