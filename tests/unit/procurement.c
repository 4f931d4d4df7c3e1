/* SPDX-License-Identifier: MIT
 * Budget, negotiations, contracts, payments and adoption: each rule by itself. */
#define TEST_NAME "procurement"
#include "tests/unit/winners.h"

#include <sqlite3.h>

#include "src/base/daytime.h"
#include "src/phases/contract.h"
#include "src/phases/procurement.h"

static void assert_budget(struct fixture *f, int64_t ceiling, int64_t committed, int64_t paid)
{
	struct budget b;

	assert_ok(budget_get(&f->ctx, &b));
	assert_int_equal(b.ceiling, ceiling);
	assert_int_equal(b.committed, committed);
	assert_int_equal(b.paid, paid);
	assert_int_equal(budget_left(&b), ceiling - committed);
}

static void only_a_decision_moves_the_ceiling(void **state)
{
	struct fixture *f = *state;
	struct budget_decision d = { .ceiling = 500000 * EUR, .reason = "" }, read;
	int64_t team = negotiating(f), id;
	struct id_list ids = { 0 };

	assert_fails(E_REQUIRED, budget_decide(&f->ctx, &d, &id));
	assert_budget(f, 1000000 * EUR, 0, 0);
	new_contract(f, team, 600000 * EUR);
	d.reason = "Pienennetään";
	assert_fails(E_RULE, budget_decide(&f->ctx, &d, &id));
	d.ceiling = 600000 * EUR - 1;
	assert_fails(E_RULE, budget_decide(&f->ctx, &d, &id));
	d.ceiling = 600000 * EUR;
	assert_ok(budget_decide(&f->ctx, &d, &id));
	assert_budget(f, 600000 * EUR, 600000 * EUR, 0);
	d.ceiling = -1;
	assert_fails(E_RANGE, budget_decide(&f->ctx, &d, &id));
	assert_ok(budget_decision_ids(&f->ctx, &ids));
	assert_int_equal(ids.n, 2);
	assert_int_equal(ids.ids[0], id);
	assert_ok(budget_decision_get(&f->ctx, &f->arena, id, &read));
	assert_int_equal(read.before, 1000000 * EUR);
	assert_string_equal(read.by, "Olli Esimerkki");
	id_list_clear(&ids);
	assert_intact(f);
}

static void no_budget_no_contract(void **state)
{
	struct fixture *f = *state;
	int64_t team = make_team(f, 1, "winner"), id;

	assert_ok(negotiation_start(&f->ctx, team, 0, ""));
	assert_fails(E_RULE, add_contract(f, team, 1, &id));
}

static void commitments_stop_at_the_ceiling(void **state)
{
	struct fixture *f = *state;
	int64_t team = negotiating(f), id = 0;

	new_contract(f, team, 600000 * EUR);
	struct error e = add_contract(f, team, 400000 * EUR + 1, &id);
	assert_int_equal(e.code, E_CEILING);
	assert_string_equal(e.field, "net");
	assert_int_equal(e.high, 400000 * EUR);
	assert_budget(f, 1000000 * EUR, 600000 * EUR, 0);
	new_contract(f, team, 400000 * EUR);
	assert_fails(E_CEILING, add_contract(f, team, 1, &id));
	assert_budget(f, 1000000 * EUR, 1000000 * EUR, 0);
	assert_fails(E_REQUIRED, add_contract(f, team, 0, &id));
	assert_fails(E_REQUIRED, add_contract(f, team, -5, &id));
	assert_intact(f);
}

static void a_winner_is_not_a_supplier(void **state)
{
	struct fixture *f = *state;
	int64_t winner = make_team(f, 1, "winner"), other = make_team(f, 2, "selected"), id;
	struct negotiation n;
	struct id_list teams = { 0 };

	decide_ceiling(f, 1000000 * EUR);
	assert_ok(negotiation_teams(&f->ctx, NULL, &teams));
	assert_int_equal(teams.n, 1);
	id_list_clear(&teams);
	assert_ok(negotiation_get(&f->ctx, &f->arena, winner, &n));
	assert_string_equal(n.state, "not_started");
	assert_int_equal(n.contracts, 0);
	assert_fails(E_RULE, add_contract(f, winner, EUR, &id));
	assert_fails(E_RULE, add_contract(f, other, EUR, &id));
	assert_fails(E_RULE, negotiation_start(&f->ctx, other, 0, ""));
	assert_fails(E_NOT_FOUND, negotiation_start(&f->ctx, 99, 0, ""));
	assert_fails(E_RULE, negotiation_end(&f->ctx, winner, "no_contract", 0, "Ei sovittu"));
	assert_ok(negotiation_start(&f->ctx, winner, 0, ""));
	assert_fails(E_RULE, negotiation_start(&f->ctx, winner, 0, ""));
	new_contract(f, winner, EUR);
	assert_intact(f);
}

static void a_negotiation_ends_with_or_without_a_contract(void **state)
{
	struct fixture *f = *state;
	int64_t team = negotiating(f), id;
	struct negotiation n;
	struct negotiation_acts acts;

	assert_fails(E_RULE, negotiation_end(&f->ctx, team, "contract", 0, ""));
	assert_fails(E_REQUIRED, negotiation_end(&f->ctx, team, "no_contract", 0, ""));
	assert_fails(E_INVALID, negotiation_end(&f->ctx, team, "start", 0, "x"));
	assert_ok(negotiation_end(&f->ctx, team, "no_contract", 0, "Hinta ei sopinut"));
	assert_fails(E_RULE, add_contract(f, team, EUR, &id));
	assert_fails(E_REASON, negotiation_start(&f->ctx, team, 0, ""));
	assert_ok(negotiation_start(&f->ctx, team, 0, "Uusi tarjous"));
	int64_t contract = new_contract(f, team, EUR);
	assert_fails(E_RULE, negotiation_end(&f->ctx, team, "no_contract", 0, "Ei sittenkään"));
	assert_ok(negotiation_end(&f->ctx, team, "contract", 0, ""));
	assert_fails(E_RULE, add_contract(f, team, EUR, &id));
	assert_ok(contract_cancel(&f->ctx, contract, 0, "Purettiin"));
	assert_ok(negotiation_get(&f->ctx, &f->arena, team, &n));
	assert_string_equal(n.state, "contract");
	assert_int_equal(n.contracts, 0);
	assert_ok(negotiation_acts(&f->ctx, &f->arena, n.id, &acts));
	assert_int_equal(acts.n, 4);
	assert_string_equal(acts.rows[1].act, "no_contract");
	assert_string_equal(acts.rows[1].reason, "Hinta ei sopinut");
	assert_string_equal(acts.rows[2].reason, "Uusi tarjous");
	assert_intact(f);
}

static void outright_begins_the_negotiation(void **state)
{
	struct fixture *f = *state;
	struct contract c = { .persons = A_PARTY,
		.unchecked = NO_CHECKS,
		.team_id = make_team(f, 1, "winner"),
		.net = 100 * EUR,
		.vat = 255 };
	struct negotiation n;
	int64_t id;

	assert_fails(E_RULE, contract_add_outright(&f->ctx, &c, &id)); /* no budget */
	assert_ok(negotiation_get(&f->ctx, &f->arena, c.team_id, &n));
	assert_string_equal(n.state, "not_started"); /* nothing half done */
	decide_ceiling(f, 1000 * EUR);
	assert_ok(contract_add_outright(&f->ctx, &c, &id));
	assert_ok(negotiation_get(&f->ctx, &f->arena, c.team_id, &n));
	assert_string_equal(n.state, "negotiating");
	assert_ok(negotiation_end(&f->ctx, c.team_id, "contract", 0, ""));
	assert_fails(E_RULE, contract_add_outright(&f->ctx, &c, &id));
	c.team_id = make_team(f, 2, "selected");
	assert_fails(E_RULE, contract_add_outright(&f->ctx, &c, &id));
	assert_intact(f);
}

/* Against the decision that made the first team a winner. */
static void complain(struct fixture *f)
{
	outside(f->path,
		"INSERT INTO complaint (id, number, code, decision_id, kind, received, text) "
		"SELECT 901, 1, 'V-1', id, 'correction', 1, 'x' FROM decision WHERE number = 1");
}

static void an_open_complaint_holds_the_contract(void **state)
{
	struct fixture *f = *state;
	int64_t team = negotiating(f), other = make_team(f, 2, "winner"), id;

	assert_ok(negotiation_start(&f->ctx, other, 0, ""));
	complain(f);
	assert_fails(E_RULE, add_contract(f, team, EUR, &id));
	new_contract(f, other, EUR);
	outside(f->path, "UPDATE complaint SET answered = 2, outcome = 'rejected'");
	new_contract(f, team, EUR);
}

static void payments_stop_at_their_contract(void **state)
{
	struct fixture *f = *state;
	int64_t contract = new_contract(f, negotiating(f), 1000 * EUR), id = 0;

	int64_t first = new_payment(f, contract, 600 * EUR);
	struct error e = add_payment(f, contract, 400 * EUR + 1, &id);
	assert_int_equal(e.code, E_CONTRACT_SUM);
	assert_string_equal(e.field, "net");
	assert_int_equal(e.high, 400 * EUR);
	new_payment(f, contract, 400 * EUR);
	assert_fails(E_CONTRACT_SUM, add_payment(f, contract, 1, &id));
	struct payment p = { .id = first, .net = 600 * EUR + 1, .vat = 240, .text = "", .v = 1 };
	assert_fails(E_CONTRACT_SUM, payment_update(&f->ctx, &p));
	p.net = 500 * EUR;
	assert_ok(payment_update(&f->ctx, &p));
	assert_fails(E_STALE, payment_update(&f->ctx, &p));
	new_payment(f, contract, 100 * EUR);
	assert_fails(E_CONTRACT_SUM, add_payment(f, contract, 1, &id));
	assert_ok(payment_cancel(&f->ctx, first, "Jäi pois"));
	new_payment(f, contract, 500 * EUR);
	assert_fails(E_REQUIRED, add_payment(f, contract, 0, &id));
	assert_intact(f);
}

static void approved_and_paid_do_not_change(void **state)
{
	struct fixture *f = *state;
	int64_t contract = new_contract(f, negotiating(f), 1000 * EUR);
	int64_t id = new_payment(f, contract, 300 * EUR);
	struct payment p = { .id = id, .net = 100 * EUR, .vat = 240, .text = "", .v = 1 }, read;

	assert_fails(E_RULE, payment_pay(&f->ctx, id, 0));
	assert_ok(payment_approve(&f->ctx, id));
	assert_fails(E_RULE, payment_approve(&f->ctx, id));
	p.v = 2;
	assert_fails(E_RULE, payment_update(&f->ctx, &p));
	assert_ok(payment_get(&f->ctx, &f->arena, id, &read));
	assert_string_equal(read.approved_by, "Olli Esimerkki");
	assert_int_equal(read.approved, fixture_now);
	assert_fails(E_RULE, payment_pay(&f->ctx, id, day_of_time(fixture_now) + DAY_SECONDS));
	assert_budget(f, 1000000 * EUR, 1000 * EUR, 0);
	assert_ok(payment_pay(&f->ctx, id, 0));
	assert_fails(E_RULE, payment_pay(&f->ctx, id, 0));
	assert_fails(E_RULE, payment_cancel(&f->ctx, id, "Ei"));
	assert_fails(E_RULE, payment_update(&f->ctx, &p));
	assert_budget(f, 1000000 * EUR, 1000 * EUR, 300 * EUR);
	int64_t wrong = new_payment(f, contract, 700 * EUR);
	assert_ok(payment_approve(&f->ctx, wrong));
	assert_fails(E_REQUIRED, payment_cancel(&f->ctx, wrong, " "));
	assert_ok(payment_cancel(&f->ctx, wrong, "Väärä lasku"));
	assert_fails(E_RULE, payment_approve(&f->ctx, wrong));
	assert_ok(payment_get(&f->ctx, &f->arena, wrong, &read));
	assert_string_equal(read.approved_by, "Olli Esimerkki"); /* the approval stays to be seen */
	assert_intact(f);
}

static void what_ends_frees_what_was_not_paid(void **state)
{
	struct fixture *f = *state;
	int64_t team = negotiating(f), ended = new_contract(f, team, 1000 * EUR),
		cancelled = new_contract(f, team, 2000 * EUR);
	int64_t paid = new_payment(f, ended, 700 * EUR), open = new_payment(f, ended, 100 * EUR);
	int64_t planned = new_payment(f, cancelled, 500 * EUR),
		approved = new_payment(f, cancelled, EUR);
	struct payment read;
	int64_t id;

	assert_ok(payment_approve(&f->ctx, paid));
	assert_fails(E_RULE, contract_end(&f->ctx, ended, 0, ""));
	assert_ok(payment_pay(&f->ctx, paid, 0));
	assert_fails(E_RULE, contract_end(&f->ctx, ended, 0, "")); /* one is planned */
	assert_ok(payment_cancel(&f->ctx, open, "Ei tarvittu"));
	assert_ok(contract_end(&f->ctx, ended, 0, ""));
	assert_budget(f, 1000000 * EUR, 2700 * EUR, 700 * EUR);
	assert_fails(E_RULE, add_payment(f, ended, 1, &id));
	assert_fails(E_RULE, contract_cancel(&f->ctx, ended, 0, "x"));
	assert_ok(payment_approve(&f->ctx, approved));
	assert_fails(E_RULE, contract_cancel(&f->ctx, cancelled, 0, "Konkurssi"));
	assert_ok(payment_pay(&f->ctx, approved, 0));
	assert_fails(E_REQUIRED, contract_cancel(&f->ctx, cancelled, 0, ""));
	assert_fails(E_RULE, contract_cancel(&f->ctx, cancelled,
				     day_of_time(fixture_now) - DAY_SECONDS, "Konkurssi"));
	assert_ok(contract_cancel(&f->ctx, cancelled, 0, "Konkurssi"));
	assert_budget(f, 1000000 * EUR, 701 * EUR, 701 * EUR);
	assert_ok(payment_get(&f->ctx, &f->arena, planned, &read));
	assert_string_equal(read.state, "cancelled");
	assert_string_equal(read.reason, "Konkurssi");
	new_contract(f, team, 1000000 * EUR - 701 * EUR);
	assert_intact(f);
}

static void nobody_approves_in_anothers_name(void **state)
{
	struct fixture *f = *state;
	int64_t contract = new_contract(f, negotiating(f), 1000 * EUR);
	int64_t id = new_payment(f, contract, EUR), other = new_payment(f, contract, EUR);
	struct context custodian, auditor, office;
	struct payment p = { .contract_id = contract, .net = EUR, .vat = 0, .text = "" };
	struct budget b;

	fixture_enter(f, "haltija", "custodian", &custodian);
	fixture_enter(f, "tarkastaja", "auditor", &auditor);
	fixture_enter(f, "virpi", "office", &office);
	assert_fails(E_DENIED, payment_approve(&custodian, id));
	assert_fails(E_DENIED, payment_add(&auditor, &p, &id));
	assert_fails(E_DENIED, contract_end(&auditor, contract, 0, ""));
	assert_fails(E_DENIED, negotiation_start(&custodian, 1, 0, ""));
	assert_ok(budget_get(&auditor, &b));
	assert_ok(payment_approve(&office, other));
	assert_ok(context_enter_as(&f->ctx, "virpi"));
	assert_fails(E_RULE, payment_approve(&f->ctx, id));
	assert_fails(E_RULE, payment_cancel(&f->ctx, other, "x")); /* an approval of hers */
	assert_ok(payment_cancel(&f->ctx, id, "Ei tarvita"));
	context_close(&custodian);
	context_close(&auditor);
	context_close(&office);
}

/* The second wall: what src/ would never do, tried with the sqlite3 program's means. */
static void the_file_itself_refuses(void **state)
{
	static const char *const attempts[] = {
		"INSERT INTO contract (number, code, team_id, net, vat, day) VALUES (9, 'H-9', 1, "
		"99999901, 0, 1)",
		"INSERT INTO budget_decision (ceiling, day, reason) VALUES (99999, 1, 'x')",
		"UPDATE budget_decision SET ceiling = 200000000",
		"DELETE FROM budget_decision",
		"UPDATE contract SET net = 1",
		"UPDATE contract SET net = 200000000",
		"DELETE FROM contract",
		"INSERT INTO payment (number, code, contract_id, net, vat) VALUES (9, 'R-9', 1, "
		"50001, 0)",
		"UPDATE payment SET net = 50001 WHERE state = 'planned'",
		"UPDATE payment SET net = 1 WHERE state = 'approved'",
		"UPDATE payment SET approved_by = NULL WHERE state = 'approved'",
		"UPDATE payment SET state = 'planned', approved = NULL, approved_by = NULL WHERE "
		"state = 'approved'",
		"UPDATE payment SET state = 'cancelled', paid = NULL, cancelled = 1 WHERE state = "
		"'paid'",
		"UPDATE payment SET paid = 5 WHERE state = 'paid'",
		"DELETE FROM payment WHERE state = 'paid'",
	};
	struct fixture *f = *state;
	int64_t contract = new_contract(f, negotiating(f), 1000 * EUR);
	int64_t paid = new_payment(f, contract, 300 * EUR),
		approved = new_payment(f, contract, 200 * EUR);
	sqlite3 *sqlite;

	new_payment(f, contract, 100 * EUR);
	assert_ok(payment_approve(&f->ctx, paid));
	assert_ok(payment_pay(&f->ctx, paid, 0));
	assert_ok(payment_approve(&f->ctx, approved));
	assert_int_equal(sqlite3_open(f->path, &sqlite), SQLITE_OK);
	for (size_t i = 0; i < LEN(attempts); i++)
		if (sqlite3_exec(sqlite, attempts[i], NULL, NULL, NULL) == SQLITE_OK)
			stop_test("the file took: %s", attempts[i]);
	/* Erasing a person's words is none of its business. */
	assert_int_equal(
		sqlite3_exec(sqlite, "UPDATE payment SET text = '', salt = NULL", NULL, NULL, NULL),
		SQLITE_OK);
	sqlite3_close(sqlite);
	assert_budget(f, 1000000 * EUR, 1000 * EUR, 300 * EUR);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST_FILE(only_a_decision_moves_the_ceiling),
		TEST_FILE(no_budget_no_contract),
		TEST_FILE(commitments_stop_at_the_ceiling),
		TEST_FILE(a_winner_is_not_a_supplier),
		TEST_FILE(a_negotiation_ends_with_or_without_a_contract),
		TEST_FILE(outright_begins_the_negotiation),
		TEST_FILE(an_open_complaint_holds_the_contract),
		TEST_FILE(payments_stop_at_their_contract),
		TEST_FILE(approved_and_paid_do_not_change),
		TEST_FILE(what_ends_frees_what_was_not_paid),
		TEST_FILE(nobody_approves_in_anothers_name),
		TEST_FILE(the_file_itself_refuses),
	};
	return RUN(tests);
}
