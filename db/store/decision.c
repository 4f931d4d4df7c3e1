/* SPDX-License-Identifier: MIT */
#include "db/store/decision.h"

struct error store_decision_add(struct db *db, const struct decision *d, int64_t *id)
{
	return db_insert(db, Q_DECISION_ADD,
		ARGS(TXT(d->kind), I64(d->number), TXT(d->code), I64(d->round_id), TXT(d->lang),
			I64(d->day), TXT(d->place), TXT(d->form), TXT(d->range_reason),
			TXT(d->tie_reason), value_ref(d->corrects), TXT(d->correction_reason),
			value_ref(d->statement_id), TXT(d->case_number), TXT(d->decider),
			TXT(d->appeal), I64(d->appeal_days)),
		id);
}

struct error store_decision_update(struct db *db, const struct decision *d)
{
	TRY(db_run(db, Q_DECISION_UPDATE,
		ARGS(TXT(d->lang), I64(d->day), TXT(d->place), TXT(d->form), TXT(d->range_reason),
			TXT(d->tie_reason), TXT(d->case_number), TXT(d->decider), TXT(d->appeal),
			I64(d->appeal_days), I64(d->id), I64(d->v))));
	return db_changes(db) == 1 ? ok() : fail(E_STALE, NULL);
}

struct error store_decision_sign(struct db *db, int64_t id, int64_t now, int64_t account_id)
{
	return db_run(db, Q_DECISION_SIGN, ARGS(I64(now), value_ref(account_id), I64(id)));
}

struct error store_decision_abandon(struct db *db, int64_t id, int64_t now, const char *reason)
{
	return db_run(db, Q_DECISION_ABANDON, ARGS(I64(now), TXT(reason), I64(id)));
}

static const struct row_field decision_fields[] = {
	{ FIELD_INT, offsetof(struct decision, id) },
	{ FIELD_TEXT, offsetof(struct decision, kind) },
	{ FIELD_INT, offsetof(struct decision, number) },
	{ FIELD_TEXT, offsetof(struct decision, code) },
	{ FIELD_INT, offsetof(struct decision, round_id) },
	{ FIELD_TEXT, offsetof(struct decision, round_key) },
	{ FIELD_TEXT, offsetof(struct decision, state) },
	{ FIELD_TEXT, offsetof(struct decision, lang) },
	{ FIELD_INT, offsetof(struct decision, day) },
	{ FIELD_TEXT, offsetof(struct decision, place) },
	{ FIELD_TEXT, offsetof(struct decision, form) },
	{ FIELD_TEXT, offsetof(struct decision, range_reason) },
	{ FIELD_TEXT, offsetof(struct decision, tie_reason) },
	{ FIELD_INT, offsetof(struct decision, statement_id) },
	{ FIELD_TEXT, offsetof(struct decision, case_number) },
	{ FIELD_TEXT, offsetof(struct decision, decider) },
	{ FIELD_TEXT, offsetof(struct decision, appeal) },
	{ FIELD_INT, offsetof(struct decision, appeal_days) },
	{ FIELD_INT, offsetof(struct decision, corrects) },
	{ FIELD_TEXT, offsetof(struct decision, correction_reason) },
	{ FIELD_INT, offsetof(struct decision, signed_at) },
	{ FIELD_TEXT, offsetof(struct decision, signed_by) },
	{ FIELD_INT, offsetof(struct decision, corrected_by) },
	{ FIELD_INT, offsetof(struct decision, abandoned) },
	{ FIELD_TEXT, offsetof(struct decision, abandon_reason) },
	{ FIELD_INT, offsetof(struct decision, v) },
};
static const struct shape decision_shape = { sizeof(struct decision), decision_fields,
	LEN(decision_fields) };

struct error store_decision_get(
	struct db *db, struct arena *arena, int64_t id, struct decision *decision)
{
	return db_row(db, Q_DECISION_GET, ARGS(I64(id)), &decision_shape, arena, decision);
}

struct error store_decision_find(struct db *db, const char *code, int64_t *id)
{
	return db_number(db, Q_DECISION_FIND, ARGS(TXT(code)), id);
}

struct error store_decision_ids(
	struct db *db, int64_t round_id, const char *kind, struct id_list *ids)
{
	return db_ids(db, Q_DECISION_IDS, ARGS(value_ref(round_id), TXT(kind)), ids);
}

struct error store_statement_in_force(struct db *db, int64_t round_id, int64_t *id)
{
	return db_number(db, Q_STATEMENT_IN_FORCE, ARGS(I64(round_id)), id);
}

struct error store_decision_count_signed_of(struct db *db, int64_t round_id, int64_t *n)
{
	return db_number(db, Q_DECISION_COUNT_SIGNED_OF, ARGS(I64(round_id)), n);
}

struct error store_decision_bump(struct db *db, int64_t id)
{
	return db_run(db, Q_DECISION_BUMP, ARGS(I64(id)));
}

struct error store_decision_item_put(
	struct db *db, int64_t decision_id, const struct decision_item *item)
{
	return db_run(db, Q_DECISION_ITEM_PUT,
		ARGS(I64(decision_id), I64(item->item_id), TXT(item->outcome), TXT(item->reason_fi),
			TXT(item->reason_sv), TXT(item->reason_en), TXT(item->deviation_reason)));
}

static const struct row_field decision_item_fields[] = {
	{ FIELD_INT, offsetof(struct decision_item, id) },
	{ FIELD_INT, offsetof(struct decision_item, item_id) },
	{ FIELD_INT, offsetof(struct decision_item, submission_id) },
	{ FIELD_TEXT, offsetof(struct decision_item, code) },
	{ FIELD_TEXT, offsetof(struct decision_item, title) },
	{ FIELD_TEXT, offsetof(struct decision_item, outcome) },
	{ FIELD_TEXT, offsetof(struct decision_item, reason_fi) },
	{ FIELD_TEXT, offsetof(struct decision_item, reason_sv) },
	{ FIELD_TEXT, offsetof(struct decision_item, reason_en) },
	{ FIELD_TEXT, offsetof(struct decision_item, deviation_reason) },
	{ FIELD_BOOL, offsetof(struct decision_item, gone) },
};
static const struct shape decision_item_shape = { sizeof(struct decision_item),
	decision_item_fields, LEN(decision_item_fields) };

struct error store_decision_items(
	struct db *db, struct arena *arena, int64_t decision_id, struct decision_items *items)
{
	return db_rows(db, Q_DECISION_ITEMS, ARGS(I64(decision_id)), &decision_item_shape, arena,
		&items->rows, &items->n);
}

struct error store_decision_items_drop_gone(struct db *db, int64_t id)
{
	return db_run(db, Q_DECISION_ITEMS_DROP_GONE, ARGS(I64(id)));
}

struct error store_decision_items_copy(struct db *db, int64_t from, int64_t to)
{
	return db_run(db, Q_DECISION_ITEMS_COPY, ARGS(I64(to), I64(from)));
}

struct error store_decision_person_put(
	struct db *db, int64_t decision_id, int64_t member_id, const char *presence)
{
	return db_run(
		db, Q_DECISION_PERSON_PUT, ARGS(I64(decision_id), I64(member_id), TXT(presence)));
}

static const struct row_field decision_person_fields[] = {
	{ FIELD_INT, offsetof(struct decision_person, member_id) },
	{ FIELD_INT, offsetof(struct decision_person, account_id) },
	{ FIELD_TEXT, offsetof(struct decision_person, login) },
	{ FIELD_TEXT, offsetof(struct decision_person, name) },
	{ FIELD_BOOL, offsetof(struct decision_person, chair) },
	{ FIELD_TEXT, offsetof(struct decision_person, member_state) },
	{ FIELD_TEXT, offsetof(struct decision_person, presence) },
};
static const struct shape decision_person_shape = { sizeof(struct decision_person),
	decision_person_fields, LEN(decision_person_fields) };

struct error store_decision_persons(
	struct db *db, struct arena *arena, int64_t decision_id, struct decision_persons *persons)
{
	return db_rows(db, Q_DECISION_PERSONS, ARGS(I64(decision_id)), &decision_person_shape,
		arena, &persons->rows, &persons->n);
}

struct error store_problem_challenge_count(struct db *db, int64_t submission_id, int64_t *n)
{
	return db_number(db, Q_PROBLEM_CHALLENGE_COUNT, ARGS(I64(submission_id)), n);
}

struct error store_problems_without_challenge(struct db *db, int64_t *n)
{
	return db_number(db, Q_PROBLEMS_WITHOUT_CHALLENGE, NO_ARGS, n);
}

struct error store_problems_without_challenge_ids(struct db *db, struct id_list *ids)
{
	return db_ids(db, Q_PROBLEMS_WITHOUT_CHALLENGE_IDS, NO_ARGS, ids);
}
