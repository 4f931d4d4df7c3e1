/* SPDX-License-Identifier: MIT */
#include "db/store/signature.h"

struct error store_signature_add(
	struct db *db, int64_t decision_id, const struct signature *s, int64_t account_id)
{
	return db_run(db, Q_SIGNATURE_ADD,
		ARGS(I64(decision_id), I64(s->member_id), TXT(s->how), TXT(s->place), I64(s->day),
			value_ref(account_id)));
}

struct error store_signatures(
	struct db *db, struct arena *arena, int64_t decision_id, struct signatures *signatures)
{
	static const struct row_field fields[] = {
		{ FIELD_INT, offsetof(struct signature, member_id) },
		{ FIELD_TEXT, offsetof(struct signature, name) },
		{ FIELD_BOOL, offsetof(struct signature, chair) },
		{ FIELD_TEXT, offsetof(struct signature, how) },
		{ FIELD_TEXT, offsetof(struct signature, place) },
		{ FIELD_INT, offsetof(struct signature, day) },
		{ FIELD_TEXT, offsetof(struct signature, recorded_by) },
	};
	static const struct shape shape = { sizeof(struct signature), fields, LEN(fields) };

	return db_rows(db, Q_SIGNATURES, ARGS(I64(decision_id)), &shape, arena, &signatures->rows,
		&signatures->n);
}
