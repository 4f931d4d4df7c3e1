/* SPDX-License-Identifier: MIT */
#include "db/store/second.h"

struct error store_second_next_number(struct db *db, int64_t *number)
{
	return db_number(db, Q_SECOND_NEXT_NUMBER, NO_ARGS, number);
}

struct error store_second_add(struct db *db, const struct second_act *a, int64_t *id)
{
	return db_insert(db, Q_SECOND_ADD,
		ARGS(I64(a->number), TXT(a->kind), I64(a->row_id), TXT(a->object), TXT(a->ground),
			TXT(a->reason), I64(a->proposed), value_ref(a->proposer)),
		id);
}

struct error store_second_decide(struct db *db, int64_t id, const char *state, int64_t now,
	int64_t account_id, const char *answer)
{
	TRY(db_run(db, Q_SECOND_DECIDE,
		ARGS(TXT(state), I64(now), value_ref(account_id), TXT(answer), I64(id))));
	return db_changes(db) == 1 ? ok() : fail(E_STALE, NULL);
}

struct error store_second_get(
	struct db *db, struct arena *arena, int64_t id, struct second_act *act)
{
	static const struct row_field fields[] = {
		{ FIELD_INT, offsetof(struct second_act, id) },
		{ FIELD_INT, offsetof(struct second_act, number) },
		{ FIELD_TEXT, offsetof(struct second_act, kind) },
		{ FIELD_INT, offsetof(struct second_act, row_id) },
		{ FIELD_TEXT, offsetof(struct second_act, object) },
		{ FIELD_TEXT, offsetof(struct second_act, ground) },
		{ FIELD_TEXT, offsetof(struct second_act, reason) },
		{ FIELD_INT, offsetof(struct second_act, proposed) },
		{ FIELD_INT, offsetof(struct second_act, proposer) },
		{ FIELD_TEXT, offsetof(struct second_act, proposed_by) },
		{ FIELD_TEXT, offsetof(struct second_act, state) },
		{ FIELD_INT, offsetof(struct second_act, decided) },
		{ FIELD_TEXT, offsetof(struct second_act, decided_by) },
		{ FIELD_TEXT, offsetof(struct second_act, answer) },
	};
	static const struct shape shape = { sizeof(struct second_act), fields, LEN(fields) };

	return db_row(db, Q_SECOND_GET, ARGS(I64(id)), &shape, arena, act);
}

struct error store_second_find(struct db *db, int64_t number, int64_t *id)
{
	return db_number(db, Q_SECOND_FIND, ARGS(I64(number)), id);
}

struct error store_second_ids(struct db *db, const char *state, struct id_list *ids)
{
	return db_ids(db, Q_SECOND_IDS, ARGS(TXT(state)), ids);
}

struct error store_second_waiting(struct db *db, const char *kind, int64_t row_id, int64_t *id)
{
	return db_number(db, Q_SECOND_WAITING, ARGS(TXT(kind), I64(row_id)), id);
}

struct error store_recorder(struct db *db, const char *table, int64_t row_id, int64_t *account_id)
{
	return db_number(db, Q_SECOND_RECORDER, ARGS(TXT(table), I64(row_id)), account_id);
}

struct error store_second_others(struct db *db, int64_t account_id, int64_t *n)
{
	return db_number(db, Q_SECOND_OTHERS, ARGS(I64(account_id)), n);
}

struct error store_payment_limit(struct db *db, int64_t *cents)
{
	return db_number(db, Q_PAYMENT_LIMIT, NO_ARGS, cents);
}

struct error store_payment_limit_set(
	struct db *db, int64_t cents, int64_t now, const char *reason, int64_t account_id)
{
	return db_run(db, Q_PAYMENT_LIMIT_SET,
		ARGS(I64(cents), I64(now), TXT(reason), value_ref(account_id)));
}
