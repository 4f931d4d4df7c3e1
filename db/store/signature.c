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
	{ COLUMN(struct signature, name) },
	{ COLUMN(struct signature, chair) },
	{ COLUMN(struct signature, how) },
	{ COLUMN(struct signature, place) },
	{ COLUMN(struct signature, day) },
	{ COLUMN(struct signature, recorded_by) },
};
const struct record record_of_signature = RECORD(signature);

struct error store_signatures(
	struct db *db, struct arena *arena, int64_t decision_id, struct signatures *signatures)
{
	return db_rows(db, Q_SIGNATURES, ARGS(I64("decision_id", decision_id)), arena,
		&signatures->rows, &signatures->n);
}
