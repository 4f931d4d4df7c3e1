/* SPDX-License-Identifier: MIT
 * What nobody settles alone, and the time before which no contract is made. */
#define TEST_NAME "second"
#include "tests/unit/winners.h"

#include <string.h>

#include "src/base/daytime.h"
#include "src/base/text.h"
#include "src/roof/consistency.h"
#include "src/desk/desk.h"
#include "src/judging/service.h"
#include "src/phases/contract.h"
#include "src/phases/procurement.h"
#include "src/phases/standstill.h"
#include "src/phases/team.h"

static int64_t today(void)
{
	return day_of_time(fixture_now);
}

/* Of the team with that number, whose solution has the same. */
static void serve_again(struct fixture *f, int number, int64_t sent)
{
	char sql[200];

	snprintf(sql, sizeof(sql),
		"UPDATE service SET sent = %lld, deemed = %lld WHERE decision_id = (SELECT id FROM "
		"decision WHERE number = %d)",
		(long long)sent, (long long)sent, number);
	outside(f->path, sql);
}

static struct standstill standstill_of(struct fixture *f, int64_t team)
{
	struct standstill s;

	assert_ok(standstill_get(&f->ctx, &f->arena, team, &s));
	return s;
}

static void no_contract_before_the_last_day_has_passed(void **state)
{
	struct fixture *f = *state;
	int64_t team = negotiating(f), id = 0;
	struct contract c = {
		.persons = A_PARTY, .unchecked = NO_CHECKS, .team_id = team, .net = EUR, .vat = 240
	};
	char text[400];

	serve_again(f, 1, today() - 14 * DAY_SECONDS); /* the last day is today at the earliest */
	struct standstill s = standstill_of(f, team);
	struct error e = contract_add(&f->ctx, &c, &id);
	assert_int_equal(e.code, E_TOO_EARLY);
	assert_int_equal(e.low, s.earliest);
	assert_true(s.last_day >= today());
	assert_int_equal(s.earliest, s.last_day + DAY_SECONDS);
	text_error(e, text, sizeof(text));
	assert_non_null(strstr(text, "last day of correction and appeal"));

	/* Not by another way in either, nor by an earlier or a later day. */
	assert_fails(E_TOO_EARLY, contract_add_outright(&f->ctx, &c, &id));
	c.day = today() - 30 * DAY_SECONDS;
	assert_fails(E_TOO_EARLY, contract_add(&f->ctx, &c, &id));
	c.day = s.earliest + DAY_SECONDS;
	assert_fails(E_TOO_EARLY, contract_add(&f->ctx, &c, &id));

	/* A day that has passed is not enough if the contract is dated before it. */
	fixture_now += s.earliest - today();
	c.day = s.last_day;
	assert_fails(E_TOO_EARLY, contract_add(&f->ctx, &c, &id));
	c.day = s.earliest;
	assert_ok(contract_add(&f->ctx, &c, &id));
}

static void no_contract_before_everyone_is_served(void **state)
{
	struct fixture *f = *state;
	int64_t team = negotiating(f), id = 0;
	struct contract c = {
		.persons = A_PARTY, .unchecked = NO_CHECKS, .team_id = team, .net = EUR, .vat = 240
	};
	char text[400];

	outside(f->path, "DELETE FROM service");
	struct error e = contract_add(&f->ctx, &c, &id);
	assert_int_equal(e.code, E_TOO_EARLY);
	assert_true(e.low > today() + 14 * DAY_SECONDS);
	text_error(e, text, sizeof(text));
	assert_non_null(strstr(text, "not been served on every entrant"));
	assert_int_equal(standstill_of(f, team).unserved, 1);
	assert_string_equal(
		standstill_code(&f->ctx, &(struct standstill){ .decision_id = 0 }, 0), "decision");
}

static void a_correcting_decision_begins_it_again(void **state)
{
	struct fixture *f = *state;
	int64_t team = negotiating(f), id = 0;
	struct contract c = {
		.persons = A_PARTY, .unchecked = NO_CHECKS, .team_id = team, .net = EUR, .vat = 240
	};

	assert_string_equal(
		standstill_code(&f->ctx, &(struct standstill){ .decision_id = 1 }, 1), "");
	outside(f->path,
		"INSERT INTO decision (number, code, round_id, state, lang, day, place, form, regime_id, "
		"corrects) SELECT 99, 'D-99', round_id, 'draft', 'fi', day, 'x', 'room', regime_id, id FROM "
		"decision WHERE number = 1;"
		"INSERT INTO decision_item (decision_id, round_item_id, outcome) SELECT d.id, i.id, "
		"'selected' FROM decision d JOIN round_item i ON i.round_id = d.round_id WHERE "
		"d.number = 99;"
		"UPDATE decision SET state = 'signed' WHERE number = 99");
	assert_fails(E_TOO_EARLY, contract_add(&f->ctx, &c, &id));
}

/* By an exception it waits for somebody else, and binds nobody before. */
static void an_exception_waits_for_a_second_person(void **state)
{
	struct fixture *f = *state;
	int64_t team = negotiating(f), id = 0, number;
	struct contract c = { .persons = A_PARTY,
		.unchecked = NO_CHECKS,
		.team_id = team,
		.net = 1000 * EUR,
		.vat = 240,
		.exception = "sole_entrant" };
	struct context office;
	struct budget budget;

	assert_fails(E_REQUIRED, contract_add(&f->ctx, &c, &id));
	c.exception_reason = "Muut vetäytyivät";
	assert_fails(E_RULE, contract_add(&f->ctx, &c, &id)); /* nothing stands in the way */
	outside(f->path, "DELETE FROM service");
	c.exception = "whim";
	assert_fails(E_INVALID, contract_add(&f->ctx, &c, &id));
	c.exception = "sole_entrant";
	assert_ok(contract_add(&f->ctx, &c, &id));
	assert_ok(contract_get(&f->ctx, &f->arena, id, &c));
	assert_string_equal(c.state, "proposed");
	assert_ok(budget_get(&f->ctx, &budget));
	assert_int_equal(budget.committed, 0);
	assert_fails(E_RULE,
		payment_add(&f->ctx, &(struct payment){ .contract_id = id, .net = 1 }, &number));
	assert_fails(E_RULE, contract_end(&f->ctx, id, 0, ""));
	assert_fails(E_HELD, team_act(&f->ctx, team, TEAM_DECLINE, "Ei ehdi"));
	assert_fails(E_RULE, contract_approve(&f->ctx, id)); /* one's own */

	fixture_enter(f, "virpi", "office", &office);
	assert_ok(contract_approve(&office, id));
	assert_fails(E_RULE, contract_approve(&office, id));
	assert_ok(contract_get(&f->ctx, &f->arena, id, &c));
	assert_string_equal(c.state, "active");
	assert_string_equal(c.exception, "sole_entrant");
	assert_ok(budget_get(&f->ctx, &budget));
	assert_int_equal(budget.committed, 1000 * EUR);
	context_close(&office);
}

static void what_is_turned_down_stays_as_that(void **state)
{
	struct fixture *f = *state;
	int64_t team = negotiating(f), id = 0, number;
	struct contract c = { .persons = A_PARTY,
		.unchecked = NO_CHECKS,
		.team_id = team,
		.net = EUR,
		.exception = "other",
		.exception_reason = "Kiire" };
	struct second_act act;
	struct id_list ids = { 0 };
	struct context office;

	outside(f->path, "DELETE FROM service");
	assert_ok(contract_add(&f->ctx, &c, &id));
	assert_ok(second_waiting(&f->ctx, SECOND_CONTRACT, id, &number));
	fixture_enter(f, "virpi", "office", &office);
	assert_fails(E_REQUIRED, second_refuse(&office, number, " "));
	assert_ok(second_refuse(&office, number, "Odotetaan"));
	assert_fails(E_RULE, second_confirm(&office, number));
	assert_fails(E_NOT_FOUND, second_confirm(&office, 77));
	assert_ok(contract_get(&f->ctx, &f->arena, id, &c));
	assert_string_equal(c.state, "cancelled");
	assert_string_equal(c.reason, "Odotetaan");
	assert_ok(second_ids(&f->ctx, NULL, &ids));
	assert_ok(second_get(&f->ctx, &f->arena, ids.ids[0], &act));
	assert_string_equal(act.state, "refused");
	assert_string_equal(act.answer, "Odotetaan");
	id_list_clear(&ids);
	context_close(&office);
}

static bool stands_on_desk(struct context *ctx, struct arena *arena, const char *what)
{
	struct todos todos;

	assert_ok(desk_todos(ctx, arena, &todos));
	for (size_t i = 0; i < todos.n; i++)
		if (strcmp(todos.rows[i].what, what) == 0)
			return true;
	return false;
}

/* Who cannot approve it alone is not asked to once more. */
static void what_waits_is_not_asked_for_again(void **state)
{
	struct fixture *f = *state;
	int64_t contract = new_contract(f, negotiating(f), 100000 * EUR);
	int64_t large = new_payment(f, contract, 10000 * EUR + 1);
	char sql[100];

	snprintf(sql, sizeof(sql), "UPDATE payment SET due = %lld", (long long)today());
	outside(f->path, sql);
	assert_true(stands_on_desk(&f->ctx, &f->arena, "payment_due"));
	assert_false(stands_on_desk(&f->ctx, &f->arena, "second_person"));
	assert_ok(payment_approve(&f->ctx, large));
	assert_false(stands_on_desk(&f->ctx, &f->arena, "payment_due"));
	assert_true(stands_on_desk(&f->ctx, &f->arena, "second_person"));
}

static void large_payments_need_a_second_person(void **state)
{
	struct fixture *f = *state;
	int64_t contract = new_contract(f, negotiating(f), 100000 * EUR), number;
	int64_t small = new_payment(f, contract, 10000 * EUR),
		large = new_payment(f, contract, 10000 * EUR + 1);
	struct context office, custodian;
	struct payment p;

	assert_ok(payment_approve(&f->ctx, small)); /* at the limit, not above it */
	assert_ok(payment_approve(&f->ctx, large));
	assert_ok(payment_get(&f->ctx, &f->arena, large, &p));
	assert_string_equal(p.state, "planned");
	assert_fails(E_RULE, payment_approve(&f->ctx, large)); /* it waits already */
	assert_fails(E_RULE, payment_update(&f->ctx, &p));
	assert_ok(second_waiting(&f->ctx, SECOND_PAYMENT, large, &number));
	assert_true(number > 0);
	assert_fails(E_RULE, second_confirm(&f->ctx, number));
	fixture_enter(f, "haltija", "custodian", &custodian);
	assert_fails(E_DENIED, second_confirm(&custodian, number));
	fixture_enter(f, "virpi", "office", &office);
	assert_ok(second_confirm(&office, number));
	assert_ok(payment_get(&f->ctx, &f->arena, large, &p));
	assert_string_equal(p.state, "approved");
	assert_string_equal(p.approved_by, "virpi");

	/* Somebody else than who planned it approves at once; the limit is a setting. */
	int64_t other = new_payment(f, contract, 20000 * EUR);
	assert_ok(payment_approve(&office, other));
	assert_ok(payment_get(&f->ctx, &f->arena, other, &p));
	assert_string_equal(p.state, "approved");
	assert_fails(E_DENIED, second_limit_set(&office, EUR, "Syy"));
	assert_ok(second_limit_set(&f->ctx, EUR, "Hallintosääntö 5 §"));
	int64_t tiny = new_payment(f, contract, 2 * EUR);
	assert_ok(payment_approve(&f->ctx, tiny));
	assert_ok(payment_get(&f->ctx, &f->arena, tiny, &p));
	assert_string_equal(p.state, "planned");
	assert_intact(f);
	context_close(&office);
	context_close(&custodian);
}

/* A winner with a contract cannot just leave, and no money goes where nobody won. */
static void a_contract_holds_its_team(void **state)
{
	struct fixture *f = *state;
	int64_t team = negotiating(f), contract = new_contract(f, team, 1000 * EUR);
	int64_t planned = new_payment(f, contract, 100 * EUR), paid = new_payment(f, contract, EUR);
	char text[200];

	struct error e = team_act(&f->ctx, team, TEAM_DECLINE, "Luopui");
	text_error(e, text, sizeof(text));
	assert_string_equal(text, "H-1 is in force: end or cancel it first.");
	assert_ok(payment_approve(&f->ctx, paid));
	outside(f->path, "UPDATE team SET state = 'declined'"); /* as an older file may have it */
	assert_fails(E_RULE, payment_approve(&f->ctx, planned));
	assert_fails(E_RULE, payment_pay(&f->ctx, paid, 0));
	outside(f->path, "UPDATE team SET state = 'winner'");
	assert_ok(payment_pay(&f->ctx, paid, 0));
	assert_ok(contract_cancel(&f->ctx, contract, 0, "Luopui"));
	assert_ok(team_act(&f->ctx, team, TEAM_DECLINE, "Luopui"));
}

/* Two winners of one challenge, by one decision or by two. */
static void a_second_winner_waits_for_the_first_contract(void **state)
{
	struct fixture *f = *state;
	int64_t first = negotiating(f), second = make_team(f, 2, "winner"), id = 0;
	char text[300];

	outside(f->path,
		"UPDATE team SET challenge_id = (SELECT challenge_id FROM team WHERE number = 1)");
	assert_ok(negotiation_start(&f->ctx, second, 0, ""));
	int64_t held = new_contract(f, first, EUR);
	struct error e = add_contract(f, second, EUR, &id);
	assert_int_equal(e.code, E_HELD);
	text_error(e, text, sizeof(text));
	assert_non_null(strstr(text, "H-1 with another team"));
	assert_ok(contract_end(&f->ctx, held, 0, ""));
	assert_ok(add_contract(f, second, EUR, &id));

	/* Selected together they share the win. */
	outside(f->path,
		"INSERT INTO round_item (round_id, submission_id, position, code, applicant_fi, "
		"applicant_sv, title, body, lang) SELECT d.round_id, s.id, 9, 'S-9', '', '', 'x', 'x', "
		"'fi' FROM decision d, submission s WHERE d.number = 2 AND s.number = 1;"
		"DROP TRIGGER decision_item_closed;"
		"INSERT INTO decision_item (decision_id, round_item_id, outcome) SELECT d.id, i.id, "
		"'selected' FROM decision d, round_item i WHERE d.number = 2 AND i.code = 'S-9';"
		"INSERT INTO service (decision_id, submission_id, channel, sent, deemed) SELECT d.id, s.id, "
		"'email', 1, 1 FROM decision d, submission s WHERE d.number = 2 AND s.number = 1");
	assert_ok(add_contract(f, first, EUR, &id));
}

static const char *contradictions(struct fixture *f)
{
	struct inconsistencies list;
	const char *all = "";

	assert_ok(consistency_list(&f->ctx, &f->arena, &list));
	for (size_t i = 0; i < list.n; i++)
		all = arena_printf(&f->arena, "%s%s %s %s;", all, list.rows[i].what,
			list.rows[i].code, list.rows[i].other);
	return all;
}

static void check_names_what_contradicts(void **state)
{
	struct fixture *f = *state;
	int64_t team = negotiating(f), contract = new_contract(f, team, 1000 * EUR);
	int64_t payment = new_payment(f, contract, EUR);
	struct inconsistency one = { "contract_team", "H-1", "T-1" };

	assert_string_equal(contradictions(f), "");
	assert_ok(payment_approve(&f->ctx, payment));
	outside(f->path, "UPDATE team SET state = 'declined' WHERE number = 1");
	assert_string_equal(contradictions(f),
		"contract_team H-1 T-1;negotiation_team T-1 T-1;payment_team R-1 T-1;");
	assert_string_equal(consistency_sentence(&f->arena, &one),
		"Contract H-1 is in force, but team T-1 is not a winner.");
	outside(f->path, "UPDATE team SET state = 'winner';"
			 "UPDATE contract SET state = 'ended', closed = 1");
	assert_string_equal(contradictions(f), "payment_contract R-1 H-1;");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST_FILE(no_contract_before_the_last_day_has_passed),
		TEST_FILE(no_contract_before_everyone_is_served),
		TEST_FILE(a_correcting_decision_begins_it_again),
		TEST_FILE(an_exception_waits_for_a_second_person),
		TEST_FILE(what_is_turned_down_stays_as_that),
		TEST_FILE(large_payments_need_a_second_person),
		TEST_FILE(what_waits_is_not_asked_for_again),
		TEST_FILE(a_contract_holds_its_team),
		TEST_FILE(a_second_winner_waits_for_the_first_contract),
		TEST_FILE(check_names_what_contradicts),
	};

	return RUN(tests);
}
