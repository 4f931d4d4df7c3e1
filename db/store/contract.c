/* SPDX-License-Identifier: MIT */
#include "db/store/contract.h"

static struct error one_changed(struct db *db)
{
	return db_changes(db) == 1 ? ok() : fail(E_STALE, NULL);
}

static struct value estimate_value(int64_t estimate)
{
	return estimate < 0 ? (struct value){ .type = VALUE_NULL } : I64(estimate);
}

struct error store_procurement_counts(struct db *db, struct procurement_counts *counts)
{
	static const struct row_field fields[] = {
		{ FIELD_INT, offsetof(struct procurement_counts, not_started) },
		{ FIELD_INT, offsetof(struct procurement_counts, negotiating) },
		{ FIELD_INT, offsetof(struct procurement_counts, concluded) },
		{ FIELD_INT, offsetof(struct procurement_counts, contracts) },
		{ FIELD_INT, offsetof(struct procurement_counts, payments) },
	};
	static const struct shape shape = { sizeof(struct procurement_counts), fields,
		LEN(fields) };
	struct arena arena = { 0 };
	struct error e = db_row(db, Q_PROCUREMENT_COUNTS, NO_ARGS, &shape, &arena, counts);

	arena_clear(&arena);
	return e;
}

struct error store_negotiation_teams(struct db *db, const char *state, struct id_list *team_ids)
{
	return state == NULL ? db_ids(db, Q_NEGOTIATION_TEAMS, NO_ARGS, team_ids) :
			       db_ids(db, Q_NEGOTIATION_TEAMS_IN, ARGS(TXT(state)), team_ids);
}

struct error store_negotiation_due_teams(struct db *db, int64_t day, struct id_list *team_ids)
{
	return db_ids(db, Q_NEGOTIATION_DUE_TEAMS, ARGS(I64(day)), team_ids);
}

struct error store_negotiation_get(
	struct db *db, struct arena *arena, int64_t team_id, struct negotiation *negotiation)
{
	static const struct row_field fields[] = {
		{ FIELD_INT, offsetof(struct negotiation, team_id) },
		{ FIELD_TEXT, offsetof(struct negotiation, team_code) },
		{ FIELD_TEXT, offsetof(struct negotiation, team_name) },
		{ FIELD_TEXT, offsetof(struct negotiation, team_state) },
		{ FIELD_INT, offsetof(struct negotiation, challenge_id) },
		{ FIELD_TEXT, offsetof(struct negotiation, challenge_code) },
		{ FIELD_INT, offsetof(struct negotiation, id) },
		{ FIELD_TEXT, offsetof(struct negotiation, state) },
		{ FIELD_INT, offsetof(struct negotiation, started) },
		{ FIELD_TEXT, offsetof(struct negotiation, next_step) },
		{ FIELD_INT, offsetof(struct negotiation, due) },
		{ FIELD_INT, offsetof(struct negotiation, estimate) },
		{ FIELD_TEXT, offsetof(struct negotiation, procedure) },
		{ FIELD_INT, offsetof(struct negotiation, v) },
		{ FIELD_INT, offsetof(struct negotiation, contracts) },
		{ FIELD_INT, offsetof(struct negotiation, active) },
		{ FIELD_INT, offsetof(struct negotiation, committed) },
		{ FIELD_INT, offsetof(struct negotiation, paid) },
	};
	static const struct shape shape = { sizeof(struct negotiation), fields, LEN(fields) };

	return db_row(db, Q_NEGOTIATION_GET, ARGS(I64(team_id)), &shape, arena, negotiation);
}

struct error store_negotiation_estimates(struct db *db, int64_t challenge_id, int64_t *sum)
{
	return db_number(db, Q_NEGOTIATION_ESTIMATES, ARGS(I64(challenge_id)), sum);
}

struct error store_negotiation_add(struct db *db, const struct negotiation *n, int64_t *id)
{
	return db_insert(db, Q_NEGOTIATION_ADD,
		ARGS(I64(n->team_id), TXT(n->next_step), value_ref(n->due),
			estimate_value(n->estimate), TXT(n->procedure)),
		id);
}

struct error store_negotiation_update(struct db *db, const struct negotiation *n)
{
	TRY(db_run(db, Q_NEGOTIATION_UPDATE,
		ARGS(TXT(n->next_step), value_ref(n->due), estimate_value(n->estimate),
			TXT(n->procedure), I64(n->team_id), I64(n->v))));
	return one_changed(db);
}

struct error store_negotiation_set_state(struct db *db, int64_t id, const char *state)
{
	return db_run(db, Q_NEGOTIATION_SET_STATE, ARGS(TXT(state), I64(id)));
}

struct error store_negotiation_act_add(
	struct db *db, int64_t id, const struct negotiation_act *act, int64_t account_id)
{
	return db_run(db, Q_NEGOTIATION_ACT_ADD,
		ARGS(I64(id), TXT(act->act), I64(act->day), TXT(act->reason),
			value_ref(account_id)));
}

struct error store_negotiation_acts(
	struct db *db, struct arena *arena, int64_t id, struct negotiation_acts *acts)
{
	static const struct row_field fields[] = {
		{ FIELD_TEXT, offsetof(struct negotiation_act, act) },
		{ FIELD_INT, offsetof(struct negotiation_act, day) },
		{ FIELD_TEXT, offsetof(struct negotiation_act, reason) },
		{ FIELD_TEXT, offsetof(struct negotiation_act, by) },
	};
	static const struct shape shape = { sizeof(struct negotiation_act), fields, LEN(fields) };

	return db_rows(db, Q_NEGOTIATION_ACTS, ARGS(I64(id)), &shape, arena, &acts->rows, &acts->n);
}

struct error store_contract_add(struct db *db, const struct contract *c, int64_t *id)
{
	return db_insert(db, Q_CONTRACT_ADD,
		ARGS(I64(c->number), TXT(c->code), I64(c->team_id), I64(c->net), I64(c->vat),
			I64(c->day), TXT(c->case_number), TXT(c->licence), TXT(c->state),
			TXT(c->exception), TXT(c->exception_reason)),
		id);
}

struct error store_contract_update(struct db *db, const struct contract *c)
{
	TRY(db_run(db, Q_CONTRACT_UPDATE,
		ARGS(TXT(c->case_number), TXT(c->licence), I64(c->id), I64(c->v))));
	return one_changed(db);
}

struct error store_contract_approve(struct db *db, int64_t id)
{
	TRY(db_run(db, Q_CONTRACT_APPROVE, ARGS(I64(id))));
	return one_changed(db);
}

struct error store_contract_holding(struct db *db, int64_t team_id, int64_t *id)
{
	return db_number(db, Q_CONTRACT_HOLDING, ARGS(I64(team_id)), id);
}

struct error store_contract_rival(struct db *db, int64_t team_id, int64_t *id)
{
	return db_number(db, Q_CONTRACT_RIVAL, ARGS(I64(team_id)), id);
}

struct error store_contract_close(
	struct db *db, int64_t id, const char *state, int64_t day, const char *reason)
{
	return db_run(db, Q_CONTRACT_CLOSE, ARGS(TXT(state), I64(day), TXT(reason), I64(id)));
}

struct error store_contract_get(
	struct db *db, struct arena *arena, int64_t id, struct contract *contract)
{
	static const struct row_field fields[] = {
		{ FIELD_INT, offsetof(struct contract, id) },
		{ FIELD_INT, offsetof(struct contract, number) },
		{ FIELD_TEXT, offsetof(struct contract, code) },
		{ FIELD_INT, offsetof(struct contract, team_id) },
		{ FIELD_TEXT, offsetof(struct contract, team_code) },
		{ FIELD_TEXT, offsetof(struct contract, team_name) },
		{ FIELD_INT, offsetof(struct contract, net) },
		{ FIELD_INT, offsetof(struct contract, vat) },
		{ FIELD_INT, offsetof(struct contract, day) },
		{ FIELD_TEXT, offsetof(struct contract, case_number) },
		{ FIELD_TEXT, offsetof(struct contract, licence) },
		{ FIELD_TEXT, offsetof(struct contract, state) },
		{ FIELD_INT, offsetof(struct contract, closed) },
		{ FIELD_TEXT, offsetof(struct contract, reason) },
		{ FIELD_TEXT, offsetof(struct contract, exception) },
		{ FIELD_TEXT, offsetof(struct contract, exception_reason) },
		{ FIELD_INT, offsetof(struct contract, v) },
		{ FIELD_INT, offsetof(struct contract, planned) },
		{ FIELD_INT, offsetof(struct contract, approved) },
		{ FIELD_INT, offsetof(struct contract, paid) },
	};
	static const struct shape shape = { sizeof(struct contract), fields, LEN(fields) };

	return db_row(db, Q_CONTRACT_GET, ARGS(I64(id)), &shape, arena, contract);
}

struct error store_contract_find(struct db *db, const char *code, int64_t *id)
{
	return db_number(db, Q_CONTRACT_FIND, ARGS(TXT(code)), id);
}

struct error store_contract_ids(struct db *db, int64_t team_id, struct id_list *ids)
{
	return db_ids(db, Q_CONTRACT_IDS, ARGS(value_ref(team_id)), ids);
}

struct error store_payment_add(struct db *db, const struct payment *p, int64_t *id)
{
	return db_insert(db, Q_PAYMENT_ADD,
		ARGS(I64(p->number), TXT(p->code), I64(p->contract_id), I64(p->net), I64(p->vat),
			value_ref(p->due), TXT(p->text)),
		id);
}

struct error store_payment_update(struct db *db, const struct payment *p)
{
	TRY(db_run(db, Q_PAYMENT_UPDATE,
		ARGS(I64(p->net), I64(p->vat), value_ref(p->due), TXT(p->text), I64(p->id),
			I64(p->v))));
	return one_changed(db);
}

struct error store_payment_approve(struct db *db, int64_t id, int64_t approved, int64_t account_id)
{
	return db_run(db, Q_PAYMENT_APPROVE, ARGS(I64(approved), I64(account_id), I64(id)));
}

struct error store_payment_pay(struct db *db, int64_t id, int64_t day)
{
	return db_run(db, Q_PAYMENT_PAY, ARGS(I64(day), I64(id)));
}

struct error store_payment_cancel(struct db *db, int64_t id, int64_t day, const char *reason)
{
	return db_run(db, Q_PAYMENT_CANCEL, ARGS(I64(day), TXT(reason), I64(id)));
}

struct error store_payment_cancel_planned(
	struct db *db, int64_t contract_id, int64_t day, const char *reason)
{
	return db_run(db, Q_PAYMENT_CANCEL_PLANNED, ARGS(I64(day), TXT(reason), I64(contract_id)));
}

struct error store_payment_get(
	struct db *db, struct arena *arena, int64_t id, struct payment *payment)
{
	static const struct row_field fields[] = {
		{ FIELD_INT, offsetof(struct payment, id) },
		{ FIELD_INT, offsetof(struct payment, number) },
		{ FIELD_TEXT, offsetof(struct payment, code) },
		{ FIELD_INT, offsetof(struct payment, contract_id) },
		{ FIELD_TEXT, offsetof(struct payment, contract_code) },
		{ FIELD_INT, offsetof(struct payment, team_id) },
		{ FIELD_TEXT, offsetof(struct payment, team_code) },
		{ FIELD_TEXT, offsetof(struct payment, team_state) },
		{ FIELD_INT, offsetof(struct payment, net) },
		{ FIELD_INT, offsetof(struct payment, vat) },
		{ FIELD_INT, offsetof(struct payment, due) },
		{ FIELD_TEXT, offsetof(struct payment, text) },
		{ FIELD_TEXT, offsetof(struct payment, state) },
		{ FIELD_INT, offsetof(struct payment, approved) },
		{ FIELD_TEXT, offsetof(struct payment, approved_by) },
		{ FIELD_INT, offsetof(struct payment, paid) },
		{ FIELD_INT, offsetof(struct payment, cancelled) },
		{ FIELD_TEXT, offsetof(struct payment, reason) },
		{ FIELD_INT, offsetof(struct payment, v) },
	};
	static const struct shape shape = { sizeof(struct payment), fields, LEN(fields) };

	return db_row(db, Q_PAYMENT_GET, ARGS(I64(id)), &shape, arena, payment);
}

struct error store_payment_find(struct db *db, const char *code, int64_t *id)
{
	return db_number(db, Q_PAYMENT_FIND, ARGS(TXT(code)), id);
}

struct error store_payment_ids(struct db *db, int64_t contract_id, struct id_list *ids)
{
	return db_ids(db, Q_PAYMENT_IDS, ARGS(value_ref(contract_id)), ids);
}

struct error store_payment_due_ids(struct db *db, int64_t day, struct id_list *ids)
{
	return db_ids(db, Q_PAYMENT_DUE_IDS, ARGS(I64(day)), ids);
}
