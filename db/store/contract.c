/* SPDX-License-Identifier: MIT */
#include "db/store/contract.h"

static struct error one_changed(struct db *db)
{
	return db_changes(db) == 1 ? ok() : fail(E_STALE, NULL);
}

static struct value estimate_value(const char *name, int64_t estimate)
{
	return value_int(name, estimate, estimate < 0);
}

static const struct field procurement_counts_fields[] = {
	{ COLUMN(struct procurement_counts, not_started) },
	{ COLUMN(struct procurement_counts, negotiating) },
	{ COLUMN(struct procurement_counts, concluded) },
	{ COLUMN(struct procurement_counts, contracts) },
	{ COLUMN(struct procurement_counts, payments) },
};
const struct record record_of_procurement_counts = RECORD(procurement_counts);

struct error store_procurement_counts(struct db *db, struct procurement_counts *counts)
{
	struct arena arena = { 0 };
	struct error e = db_row(db, Q_PROCUREMENT_COUNTS, NO_ARGS, &arena, counts);

	arena_clear(&arena);
	return e;
}

struct error store_negotiation_teams(struct db *db, const char *state, struct id_list *team_ids)
{
	return state == NULL ?
		       db_ids(db, Q_NEGOTIATION_TEAMS, NO_ARGS, team_ids) :
		       db_ids(db, Q_NEGOTIATION_TEAMS_IN, ARGS(TXT("state", state)), team_ids);
}

struct error store_negotiation_due_teams(struct db *db, int64_t day, struct id_list *team_ids)
{
	return db_ids(db, Q_NEGOTIATION_DUE_TEAMS, ARGS(I64("day", day)), team_ids);
}

static const struct field negotiation_fields[] = {
	{ COLUMN(struct negotiation, team_id), .name = "team", .word = NC_("field", "Team"),
		.meaning = MEANS_REF, .of = "team", .in = IN_TOLD },
	{ COLUMN(struct negotiation, team_code), .shows = "team" },
	{ COLUMN(struct negotiation, team_name), .name = "name", .code = "team",
		.word = NC_("field", "Team"), .meaning = MEANS_LINE },
	{ COLUMN(struct negotiation, team_state) },
	{ COLUMN(struct negotiation, challenge_id) },
	{ COLUMN(struct negotiation, challenge_code), .name = "challenge",
		.word = NC_("field", "Challenge"), .meaning = MEANS_LINE },
	{ COLUMN(struct negotiation, id) },
	{ COLUMN(struct negotiation, state), .name = "state", .word = NC_("field", "State"),
		.meaning = MEANS_CODE, .words = WORDS_NEGOTIATION_STATE, .in = IN_TOLD },
	{ COLUMN(struct negotiation, started), .name = "started", .word = NC_("field", "Begun"),
		.meaning = MEANS_DAY },
	{ COLUMN(struct negotiation, next_step), .name = "next_step",
		.word = NC_("field", "Next step"), .meaning = MEANS_LINE, .in = IN_EDIT,
		.seen_by = SEEN_BY_OFFICE },
	{ COLUMN_OR_NONE(struct negotiation, due), .name = "due", .code = "due_day",
		.word = NC_("field", "Due"), .meaning = MEANS_DAY, .in = IN_EDIT | IN_TOLD },
	{ COLUMN(struct negotiation, estimate), .name = "estimate",
		.word = NC_("field", "Estimated value"), .meaning = MEANS_MONEY,
		.in = IN_EDIT | IN_TOLD },
	{ COLUMN(struct negotiation, procedure), .name = "procedure",
		.word = NC_("field", "Procedure and its ground"), .meaning = MEANS_LINES,
		.in = IN_EDIT, .seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct negotiation, v) },
	{ COLUMN(struct negotiation, contracts), .name = "contracts",
		.word = NC_("field", "Contracts"), .meaning = MEANS_NUMBER },
	{ COLUMN(struct negotiation, active) },
	{ COLUMN(struct negotiation, committed), .name = "committed",
		.word = NC_("field", "Committed"), .meaning = MEANS_MONEY },
	{ COLUMN(struct negotiation, paid), .name = "paid", .word = NC_("field", "Paid"),
		.meaning = MEANS_MONEY },
};
const struct record record_of_negotiation = RECORD_OF(negotiation, "negotiation");

struct error store_negotiation_get(
	struct db *db, struct arena *arena, int64_t team_id, struct negotiation *negotiation)
{
	return db_row(db, Q_NEGOTIATION_GET, ARGS(I64("team_id", team_id)), arena, negotiation);
}

struct error store_negotiation_estimates(struct db *db, int64_t challenge_id, int64_t *sum)
{
	return db_number(db, Q_NEGOTIATION_ESTIMATES, ARGS(I64("challenge_id", challenge_id)), sum);
}

struct error store_negotiation_add(struct db *db, const struct negotiation *n, int64_t *id)
{
	return db_put(db, Q_NEGOTIATION_ADD, n, ARGS(estimate_value("estimate", n->estimate)), id);
}

struct error store_negotiation_update(struct db *db, const struct negotiation *n)
{
	TRY(db_put(
		db, Q_NEGOTIATION_UPDATE, n, ARGS(estimate_value("estimate", n->estimate)), NULL));
	return one_changed(db);
}

struct error store_negotiation_set_state(struct db *db, int64_t id, const char *state)
{
	return db_run(db, Q_NEGOTIATION_SET_STATE, ARGS(TXT("state", state), I64("id", id)));
}

struct error store_negotiation_act_add(
	struct db *db, int64_t id, const struct negotiation_act *act, int64_t account_id)
{
	return db_put(db, Q_NEGOTIATION_ACT_ADD, act,
		ARGS(I64("negotiation_id", id), REF("account_id", account_id)), NULL);
}

static const struct field negotiation_act_fields[] = {
	{ COLUMN(struct negotiation_act, act) },
	{ COLUMN(struct negotiation_act, day), .name = "date", .word = NC_("field", "Date"),
		.meaning = MEANS_DAY, .in = IN_TOLD },
	{ COLUMN(struct negotiation_act, reason), .name = "reason", .word = NC_("field", "Reason"),
		.meaning = MEANS_LINES, .seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct negotiation_act, by) },
	{ NOWHERE("negotiation_id"), .name = "negotiation", .code = "team",
		.word = NC_("field", "Team"), .meaning = MEANS_REF, .of = "negotiation",
		.in = IN_TOLD },
};
const struct record record_of_negotiation_act = RECORD_OF(negotiation_act, "negotiation_act");

struct error store_negotiation_acts(
	struct db *db, struct arena *arena, int64_t id, struct negotiation_acts *acts)
{
	return db_rows(db, Q_NEGOTIATION_ACTS, ARGS(I64("negotiation_id", id)), arena, &acts->rows,
		&acts->n);
}

struct error store_contract_add(struct db *db, const struct contract *c, int64_t *id)
{
	return db_put(db, Q_CONTRACT_ADD, c, NO_ARGS, id);
}

struct error store_contract_update(struct db *db, const struct contract *c)
{
	TRY(db_put(db, Q_CONTRACT_UPDATE, c, NO_ARGS, NULL));
	return one_changed(db);
}

struct error store_contract_approve(struct db *db, int64_t id)
{
	TRY(db_run(db, Q_CONTRACT_APPROVE, ARGS(I64("id", id))));
	return one_changed(db);
}

struct error store_contract_holding(struct db *db, int64_t team_id, int64_t *id)
{
	return db_number(db, Q_CONTRACT_HOLDING, ARGS(I64("team_id", team_id)), id);
}

struct error store_contract_rival(struct db *db, int64_t team_id, int64_t *id)
{
	return db_number(db, Q_CONTRACT_RIVAL, ARGS(I64("team_id", team_id)), id);
}

struct error store_contract_close(
	struct db *db, int64_t id, const char *state, int64_t day, const char *reason)
{
	return db_run(db, Q_CONTRACT_CLOSE,
		ARGS(TXT("state", state), I64("closed", day), TXT("reason", reason),
			I64("id", id)));
}

static const struct field contract_fields[] = {
	{ COLUMN(struct contract, id) },
	{ COLUMN(struct contract, number) },
	{ COLUMN(struct contract, code), .name = "code", .word = NC_("field", "Code"),
		.meaning = MEANS_LINE },
	{ COLUMN(struct contract, team_id), .name = "team", .word = NC_("field", "Team"),
		.meaning = MEANS_REF, .of = "team", .in = IN_ADD | IN_TOLD | IN_REQUIRED },
	{ COLUMN(struct contract, team_code), .shows = "team" },
	{ COLUMN(struct contract, team_name), .name = "name", .word = NC_("field", "Name"),
		.meaning = MEANS_LINE },
	{ COLUMN(struct contract, net), .name = "net", .word = NC_("field", "Net"),
		.meaning = MEANS_MONEY, .in = IN_ADD | IN_TOLD | IN_REQUIRED },
	{ COLUMN(struct contract, vat), .name = "vat", .word = NC_("field", "VAT %"),
		.meaning = MEANS_TENTHS, .in = IN_ADD | IN_TOLD },
	{ COLUMN(struct contract, day), .name = "date", .word = NC_("field", "Date"),
		.meaning = MEANS_DAY, .in = IN_ADD | IN_TOLD | IN_REQUIRED },
	{ COLUMN(struct contract, case_number), .name = "case_number",
		.word = NC_("field", "Case number"), .meaning = MEANS_LINE,
		.in = IN_ADD | IN_EDIT | IN_TOLD },
	{ COLUMN(struct contract, licence), .name = "licence",
		.word = NC_("field", "Licence and costs"), .meaning = MEANS_LINES,
		.in = IN_ADD | IN_EDIT, .seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct contract, state), .name = "state", .word = NC_("field", "State"),
		.meaning = MEANS_CODE, .words = WORDS_CONTRACT_STATE, .in = IN_TOLD },
	{ COLUMN(struct contract, closed), .name = "closed", .word = NC_("field", "Closed"),
		.meaning = MEANS_DAY, .in = IN_TOLD },
	{ COLUMN(struct contract, reason), .name = "reason", .word = NC_("field", "Reason"),
		.meaning = MEANS_LINES, .seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct contract, exception), .name = "exception",
		.word = NC_("field", "Exception"), .meaning = MEANS_LINE, .in = IN_ADD | IN_TOLD },
	{ COLUMN(struct contract, exception_reason), .name = "exception_reason",
		.word = NC_("field", "Why the exception applies"), .meaning = MEANS_LINES,
		.in = IN_ADD, .seen_by = SEEN_BY_OFFICE },
	{ COLUMN_OR_NONE(struct contract, organization_id), .name = "party",
		.word = NC_("field", "Party"), .meaning = MEANS_REF, .of = "organization",
		.in = IN_ADD | IN_TOLD },
	{ COLUMN(struct contract, party_fi) },
	{ COLUMN(struct contract, party_sv) },
	{ COLUMN(struct contract, party_id), .name = "business_id",
		.word = NC_("field", "Business ID"), .meaning = MEANS_LINE },
	{ COLUMN(struct contract, persons), .name = "persons", .code = "party_persons",
		.word = NC_("field", "Persons as party"), .meaning = MEANS_LINES, .in = IN_ADD,
		.seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct contract, signatories), .name = "signatories",
		.word = NC_("field", "Signatories"), .meaning = MEANS_LINES, .in = IN_ADD | IN_EDIT,
		.seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct contract, milestones), .name = "milestones",
		.word = NC_("field", "Milestones"), .meaning = MEANS_LINES, .in = IN_ADD | IN_EDIT,
		.seen_by = SEEN_BY_OFFICE },
	{ COLUMN_OR_NONE(struct contract, term_from), .name = "term_from",
		.word = NC_("field", "Term from"), .meaning = MEANS_DAY,
		.in = IN_ADD | IN_EDIT | IN_TOLD },
	{ COLUMN_OR_NONE(struct contract, term_until), .name = "term_until",
		.word = NC_("field", "Term until"), .meaning = MEANS_DAY,
		.in = IN_ADD | IN_EDIT | IN_TOLD },
	{ COLUMN(struct contract, options), .name = "options", .code = "contract_options",
		.word = NC_("field", "Options"), .meaning = MEANS_LINES, .in = IN_ADD | IN_EDIT,
		.seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct contract, licence_kind), .name = "licence_kind",
		.word = NC_("field", "Kind of licence"), .meaning = MEANS_CODE,
		.words = WORDS_LICENCE_KIND, .in = IN_ADD | IN_EDIT | IN_TOLD },
	{ COLUMN(struct contract, rights), .name = "rights",
		.word = NC_("field", "Intellectual property"), .meaning = MEANS_LINES,
		.in = IN_ADD | IN_EDIT, .seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct contract, liability), .name = "liability",
		.word = NC_("field", "Liability"), .meaning = MEANS_LINES, .in = IN_ADD | IN_EDIT,
		.seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct contract, price_basis), .name = "price_basis",
		.word = NC_("field", "Basis of the price"), .meaning = MEANS_LINES,
		.in = IN_ADD | IN_EDIT, .seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct contract, subcontracting), .name = "subcontracting",
		.word = NC_("field", "Subcontracted share"), .meaning = MEANS_LINES,
		.in = IN_ADD | IN_EDIT, .seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct contract, unchecked), .name = "unchecked",
		.word = NC_("field", "Why without a check"), .meaning = MEANS_LINES, .in = IN_ADD,
		.seen_by = SEEN_BY_OFFICE },
	{ COLUMN_OR_NONE(struct contract, changes), .name = "changes",
		.word = NC_("field", "Changes the contract"), .meaning = MEANS_REF,
		.of = "contract", .in = IN_ADD | IN_TOLD },
	{ COLUMN(struct contract, changes_code), .shows = "changes" },
	{ COLUMN(struct contract, change_ground), .name = "change_ground",
		.word = NC_("field", "Ground of the change"), .meaning = MEANS_CODE,
		.words = WORDS_CHANGE_GROUND, .in = IN_ADD | IN_TOLD },
	{ COLUMN(struct contract, change_reason), .name = "change_reason",
		.word = NC_("field", "Why it is changed"), .meaning = MEANS_LINES, .in = IN_ADD,
		.seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct contract, v) },
	{ COLUMN(struct contract, planned), .name = "planned", .word = NC_("field", "Planned"),
		.meaning = MEANS_MONEY },
	{ COLUMN(struct contract, approved), .name = "approved", .word = NC_("field", "Approved"),
		.meaning = MEANS_MONEY },
	{ COLUMN(struct contract, paid), .name = "paid", .word = NC_("field", "Paid"),
		.meaning = MEANS_MONEY },
};
const struct record record_of_contract = RECORD_OF(contract, "contract");

struct error store_contract_get(
	struct db *db, struct arena *arena, int64_t id, struct contract *contract)
{
	return db_row(db, Q_CONTRACT_GET, ARGS(I64("id", id)), arena, contract);
}

struct error store_contract_find(struct db *db, const char *code, int64_t *id)
{
	return db_number(db, Q_CONTRACT_FIND, ARGS(TXT("code", code)), id);
}

struct error store_contract_ids(struct db *db, int64_t team_id, struct id_list *ids)
{
	return db_ids(db, Q_CONTRACT_IDS, ARGS(REF("team_id", team_id)), ids);
}

struct error store_payment_add(struct db *db, const struct payment *p, int64_t *id)
{
	return db_put(db, Q_PAYMENT_ADD, p, NO_ARGS, id);
}

struct error store_payment_update(struct db *db, const struct payment *p)
{
	TRY(db_put(db, Q_PAYMENT_UPDATE, p, NO_ARGS, NULL));
	return one_changed(db);
}

struct error store_payment_approve(struct db *db, int64_t id, int64_t approved, int64_t account_id)
{
	return db_run(db, Q_PAYMENT_APPROVE,
		ARGS(I64("approved", approved), I64("approved_by", account_id), I64("id", id)));
}

struct error store_payment_pay(struct db *db, int64_t id, int64_t day)
{
	return db_run(db, Q_PAYMENT_PAY, ARGS(I64("paid", day), I64("id", id)));
}

struct error store_payment_cancel(struct db *db, int64_t id, int64_t day, const char *reason)
{
	return db_run(db, Q_PAYMENT_CANCEL,
		ARGS(I64("cancelled", day), TXT("reason", reason), I64("id", id)));
}

struct error store_payment_cancel_planned(
	struct db *db, int64_t contract_id, int64_t day, const char *reason)
{
	return db_run(db, Q_PAYMENT_CANCEL_PLANNED,
		ARGS(I64("cancelled", day), TXT("reason", reason),
			I64("contract_id", contract_id)));
}

static const struct field payment_fields[] = {
	{ COLUMN(struct payment, id) },
	{ COLUMN(struct payment, number) },
	{ COLUMN(struct payment, code), .name = "code", .word = NC_("field", "Code"),
		.meaning = MEANS_LINE },
	{ COLUMN(struct payment, contract_id), .name = "contract", .word = NC_("field", "Contract"),
		.meaning = MEANS_REF, .of = "contract", .in = IN_ADD | IN_TOLD | IN_REQUIRED },
	{ COLUMN(struct payment, contract_code), .shows = "contract" },
	{ COLUMN(struct payment, team_id) },
	{ COLUMN(struct payment, team_code), .name = "team", .word = NC_("field", "Team"),
		.meaning = MEANS_LINE },
	{ COLUMN(struct payment, team_state) },
	{ COLUMN(struct payment, net), .name = "net", .word = NC_("field", "Net"),
		.meaning = MEANS_MONEY, .in = IN_ADD | IN_EDIT | IN_TOLD | IN_REQUIRED },
	{ COLUMN(struct payment, vat), .name = "vat", .word = NC_("field", "VAT %"),
		.meaning = MEANS_TENTHS, .in = IN_ADD | IN_EDIT | IN_TOLD },
	{ COLUMN_OR_NONE(struct payment, due), .name = "due", .code = "due_day",
		.word = NC_("field", "Due"), .meaning = MEANS_DAY,
		.in = IN_ADD | IN_EDIT | IN_TOLD },
	{ COLUMN(struct payment, text), .name = "text", .word = NC_("field", "Text"),
		.meaning = MEANS_LINE, .in = IN_ADD | IN_EDIT, .seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct payment, state), .name = "state", .word = NC_("field", "State"),
		.meaning = MEANS_CODE, .words = WORDS_PAYMENT_STATE, .in = IN_TOLD },
	{ COLUMN(struct payment, approved), .name = "approved", .word = NC_("field", "Approved"),
		.meaning = MEANS_TIME, .in = IN_TOLD },
	{ COLUMN(struct payment, approved_by), .name = "approved_by",
		.word = NC_("field", "Approved by"), .meaning = MEANS_LINE },
	{ COLUMN(struct payment, paid), .name = "paid", .word = NC_("field", "Paid"),
		.meaning = MEANS_DAY, .in = IN_TOLD },
	{ COLUMN(struct payment, cancelled), .name = "cancelled", .word = NC_("field", "Cancelled"),
		.meaning = MEANS_DAY, .in = IN_TOLD },
	{ COLUMN(struct payment, reason), .name = "reason", .word = NC_("field", "Reason"),
		.meaning = MEANS_LINES, .seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct payment, v) },
};
const struct record record_of_payment = RECORD_OF(payment, "payment");

struct error store_payment_get(
	struct db *db, struct arena *arena, int64_t id, struct payment *payment)
{
	return db_row(db, Q_PAYMENT_GET, ARGS(I64("id", id)), arena, payment);
}

struct error store_payment_find(struct db *db, const char *code, int64_t *id)
{
	return db_number(db, Q_PAYMENT_FIND, ARGS(TXT("code", code)), id);
}

struct error store_payment_ids(struct db *db, int64_t contract_id, struct id_list *ids)
{
	return db_ids(db, Q_PAYMENT_IDS, ARGS(REF("contract_id", contract_id)), ids);
}

struct error store_payment_due_ids(struct db *db, int64_t day, struct id_list *ids)
{
	return db_ids(db, Q_PAYMENT_DUE_IDS, ARGS(I64("day", day)), ids);
}
