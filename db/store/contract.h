/* SPDX-License-Identifier: MIT
 * Negotiations, the contracts they end in, and the payments of a contract. Money is in cents
 * without VAT, VAT in tenths of a percent, days are UTC midnights; 0 is "not known", -1 of an
 * estimate too. */
#pragma once

#include "db/db.h"

struct negotiation {
	int64_t team_id;
	const char *team_code, *team_name, *team_state;
	int64_t challenge_id;
	const char *challenge_code;
	int64_t id; /* 0: nothing recorded yet */
	const char *state;
	int64_t started;
	const char *next_step;
	int64_t due, estimate;
	const char *procedure;
	int64_t v;
	int64_t contracts, active; /* those not cancelled, those in force */
	int64_t committed, paid;
};

struct negotiation_act {
	const char *act;
	int64_t day;
	const char *reason, *by;
};

struct negotiation_acts {
	struct negotiation_act *rows;
	size_t n;
};

struct contract {
	int64_t id, number;
	const char *code;
	int64_t team_id;
	const char *team_code, *team_name;
	int64_t net, vat, day;
	const char *case_number, *licence, *state;
	int64_t closed;
	const char *reason;
	/* By which exception it is made before its time, and why; "" for none. */
	const char *exception, *exception_reason;
	/* Its party: an organization, or else persons, a line each: "Name, title". */
	int64_t organization_id;
	const char *party_fi, *party_sv, *party_id; /* the organization's names and business ID */
	const char *persons, *signatories;          /* lines */
	const char *milestones;                     /* lines: "13.2.2020; 60000,00; what" */
	int64_t term_from, term_until;
	const char *options, *licence_kind, *rights, *liability, *price_basis;
	const char *subcontracting; /* the share given to others, and to whom; "": not known */
	const char *unchecked;      /* why although a check of the supplier is missing; "" */
	int64_t changes;            /* the first contract, which it changes; 0: it is one itself */
	const char *changes_code, *change_ground, *change_reason;
	int64_t v;
	int64_t planned, approved, paid; /* sums of its payments */
};

struct payment {
	int64_t id, number;
	const char *code;
	int64_t contract_id;
	const char *contract_code;
	int64_t team_id;
	const char *team_code, *team_state;
	int64_t net, vat, due;
	const char *text, *state;
	int64_t approved; /* UTC seconds */
	const char *approved_by;
	int64_t paid, cancelled;
	const char *reason;
	int64_t v;
};

/* How far the phase is. */
struct procurement_counts {
	int64_t not_started, negotiating, concluded; /* negotiations, one a winner */
	int64_t contracts;                           /* not cancelled */
	int64_t payments;                            /* neither paid nor cancelled */
};

struct error store_procurement_counts(struct db *db, struct procurement_counts *counts);
/* Teams that won and teams that negotiated; state NULL: whatever the negotiation's is. */
struct error store_negotiation_teams(struct db *db, const char *state, struct id_list *team_ids);
/* Those whose next step was due by that day. */
struct error store_negotiation_due_teams(struct db *db, int64_t day, struct id_list *team_ids);
struct error store_negotiation_get(
	struct db *db, struct arena *arena, int64_t team_id, struct negotiation *negotiation);
/* Of all negotiations about a challenge that did not end without a contract. */
struct error store_negotiation_estimates(struct db *db, int64_t challenge_id, int64_t *sum);
struct error store_negotiation_add(
	struct db *db, const struct negotiation *negotiation, int64_t *id);
/* E_STALE if somebody else saved it in between. */
struct error store_negotiation_update(struct db *db, const struct negotiation *negotiation);
/* What has ended has no next step any more. */
struct error store_negotiation_set_state(struct db *db, int64_t id, const char *state);
struct error store_negotiation_act_add(
	struct db *db, int64_t id, const struct negotiation_act *act, int64_t account_id);
struct error store_negotiation_acts(
	struct db *db, struct arena *arena, int64_t id, struct negotiation_acts *acts);

struct error store_contract_add(struct db *db, const struct contract *contract, int64_t *id);
struct error store_contract_update(struct db *db, const struct contract *contract);
/* A proposed one is in force; E_STALE if it is not proposed. */
struct error store_contract_approve(struct db *db, int64_t id);
/* The team's contract that is in force or proposed; E_NOT_FOUND. */
struct error store_contract_holding(struct db *db, int64_t team_id, int64_t *id);
/* The same of another team of its challenge that does not share the win with it. */
struct error store_contract_rival(struct db *db, int64_t team_id, int64_t *id);
struct error store_contract_close(
	struct db *db, int64_t id, const char *state, int64_t day, const char *reason);
struct error store_contract_get(
	struct db *db, struct arena *arena, int64_t id, struct contract *contract);
struct error store_contract_find(struct db *db, const char *code, int64_t *id);
/* team_id 0: all. */
struct error store_contract_ids(struct db *db, int64_t team_id, struct id_list *ids);

struct error store_payment_add(struct db *db, const struct payment *payment, int64_t *id);
struct error store_payment_update(struct db *db, const struct payment *payment);
struct error store_payment_approve(struct db *db, int64_t id, int64_t approved, int64_t account_id);
struct error store_payment_pay(struct db *db, int64_t id, int64_t day);
struct error store_payment_cancel(struct db *db, int64_t id, int64_t day, const char *reason);
struct error store_payment_cancel_planned(
	struct db *db, int64_t contract_id, int64_t day, const char *reason);
struct error store_payment_get(
	struct db *db, struct arena *arena, int64_t id, struct payment *payment);
struct error store_payment_find(struct db *db, const char *code, int64_t *id);
/* contract_id 0: all. */
struct error store_payment_ids(struct db *db, int64_t contract_id, struct id_list *ids);
/* Neither paid nor cancelled, and due by that day. */
struct error store_payment_due_ids(struct db *db, int64_t day, struct id_list *ids);
