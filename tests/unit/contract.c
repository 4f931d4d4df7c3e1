/* SPDX-License-Identifier: MIT
 * Before and in the contract: figures of the law by their day, checks of the supplier, the party,
 * milestones, changes, notices, and the jury's fitness. */
#define TEST_NAME "contract"
#include "tests/unit/winners.h"

#include "db/store/challenge.h"
#include "db/store/contract.h"
#include "src/base/daytime.h"
#include "src/phases/challenge.h"
#include "src/phases/contract_terms.h"
#include "src/phases/notice.h"
#include "src/phases/procurement.h"
#include "src/phases/supplier.h"
#include "src/phases/threshold.h"
#include "src/registers/business_id.h"
#include "src/registers/organization.h"

static int64_t day(const char *text)
{
	int64_t found;

	assert_ok(day_parse(text, &found));
	return found;
}

static int64_t limit_on(struct fixture *f, const char *kind, const char *object, const char *text)
{
	struct threshold_row row = { .amount = 0 };
	struct error e = threshold_on(&f->ctx, &f->arena, kind, object, day(text), &row);

	if (e.code == E_NOT_FOUND)
		return 0;
	assert_ok(e);
	return row.amount / EUR;
}

/* The last day of an old figure and the first of the next one. */
static void each_day_has_its_figure(void **state)
{
	static const struct {
		const char *kind, *object, *day;
		int64_t euros;
	} cases[] = {
		{ "eu", "design_contest", "2017-12-31", 0 },
		{ "eu", "design_contest", "2018-01-01", 221000 },
		{ "eu", "design_contest", "2019-12-31", 221000 },
		{ "eu", "design_contest", "2020-01-01", 214000 },
		{ "eu", "design_contest", "2021-12-31", 214000 },
		{ "eu", "design_contest", "2022-01-01", 215000 },
		{ "eu", "design_contest", "2023-12-31", 215000 },
		{ "eu", "design_contest", "2024-01-01", 221000 },
		{ "eu", "design_contest", "2025-12-31", 221000 },
		{ "eu", "design_contest", "2026-01-01", 216000 },
		{ "eu", "design_contest", "2027-12-31", 216000 },
		{ "eu", "design_contest_state", "2018-01-01", 144000 },
		{ "eu", "design_contest_state", "2020-01-01", 139000 },
		{ "eu", "design_contest_state", "2022-01-01", 140000 },
		{ "eu", "design_contest_state", "2024-01-01", 143000 },
		{ "eu", "design_contest_state", "2026-01-01", 140000 },
		{ "national", "design_contest", "2016-12-31", 0 },
		{ "national", "design_contest", "2017-01-01", 60000 },
		{ "national", "design_contest_state", "2020-06-01", 60000 },
		{ "national", "social_health", "2020-06-01", 400000 },
		{ "national", "special_services", "2020-06-01", 300000 },
		{ "national", "works", "2020-06-01", 150000 },
		{ "national", "concession", "2020-06-01", 500000 },
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < LEN(cases); i++)
		if (limit_on(f, cases[i].kind, cases[i].object, cases[i].day) != cases[i].euros)
			stop_test("%s %s %s", cases[i].kind, cases[i].object, cases[i].day);
}

static void a_figure_is_added_with_its_source(void **state)
{
	struct fixture *f = *state;
	struct threshold_row row = { .kind = "eu",
		.object = "design_contest",
		.starts = day("2028-01-01"),
		.amount = 219000 * EUR,
		.source = "Keksitty asetus" };
	int64_t id;

	assert_int_equal(limit_on(f, "eu", "design_contest", "2028-01-01"), 216000);
	assert_ok(threshold_add(&f->ctx, &row, &id));
	assert_int_equal(limit_on(f, "eu", "design_contest", "2027-12-31"), 216000);
	assert_int_equal(limit_on(f, "eu", "design_contest", "2028-01-01"), 219000);
	assert_fails(E_RULE, threshold_add(&f->ctx, &row, &id));
	row.amount = 220000 * EUR; /* it had been mistyped: the later row holds */
	assert_ok(threshold_add(&f->ctx, &row, &id));
	assert_int_equal(limit_on(f, "eu", "design_contest", "2028-01-01"), 220000);
	row.source = "";
	assert_fails(E_REQUIRED, threshold_add(&f->ctx, &row, &id));
	row = (struct threshold_row){
		.kind = "award_notice", .starts = day("2028-01-01"), .days = 20, .source = "Laki"
	};
	assert_ok(threshold_add(&f->ctx, &row, &id));
	row.amount = 1;
	assert_fails(E_RULE, threshold_add(&f->ctx, &row, &id));
	row = (struct threshold_row){ .kind = "eu", .starts = 1, .amount = 1, .source = "Laki" };
	assert_fails(E_REQUIRED, threshold_add(&f->ctx, &row, &id)); /* no object */
	assert_intact(f);
}

/* Exactly at the threshold is past it, a cent below is not; the day of the notice decides. */
static void values_meet_their_threshold_to_the_cent(void **state)
{
	static const struct {
		const char *notice;
		int64_t cents;
		size_t past;
	} cases[] = {
		{ "2019-12-31", 6000000 - 1, 0 },
		{ "2019-12-31", 6000000, 1 },
		{ "2019-12-31", 22100000 - 1, 1 },
		{ "2019-12-31", 22100000, 2 },
		{ "2020-01-01", 21400000 - 1, 1 },
		{ "2020-01-01", 21400000, 2 },
		{ "2019-12-31", 21400000, 1 },
	};
	struct fixture *f = *state;
	int64_t team = make_team(f, 1, "winner");
	struct negotiation n;
	struct challenge c;

	assert_ok(negotiation_get(&f->ctx, &f->arena, team, &n));
	for (size_t i = 0; i < LEN(cases); i++) {
		struct thresholds list;
		size_t past = 0;

		assert_ok(challenge_get(&f->ctx, &f->arena, n.challenge_id, &c));
		c.notice = day(cases[i].notice);
		c.value = cases[i].cents;
		assert_ok(challenge_update(&f->ctx, &c));
		assert_ok(challenge_thresholds(&f->ctx, &f->arena, n.challenge_id, &list));
		for (size_t t = 0; t < list.n; t++)
			past += list.rows[t].past ? 1 : 0;
		if (past != cases[i].past)
			stop_test("%s %lld", cases[i].notice, (long long)cases[i].cents);
	}
}

static int64_t today(struct fixture *f)
{
	return day_of_time(context_now(&f->ctx));
}

static void check(struct fixture *f, int64_t team, const char *kind, int64_t from, int64_t until)
{
	const struct supplier_check c = { .team_id = team,
		.kind = kind,
		.day = from,
		.valid_until = until,
		.source = "Rekisteri" };
	int64_t id;

	assert_ok(supplier_check_add(&f->ctx, &c, &id));
}

static void check_all(struct fixture *f, int64_t team, int64_t until)
{
	static const char *const kinds[] = { "exclusion", "criminal_record", "contractor",
		"tax_debt", "sanctions" };

	for (size_t i = 0; i < LEN(kinds); i++)
		check(f, team, kinds[i], today(f) - 10 * DAY_SECONDS, until);
}

static void a_contract_asks_for_every_check_on_its_day(void **state)
{
	struct fixture *f = *state;
	int64_t team = negotiating(f), id;
	struct contract c = { .team_id = team, .net = 100 * EUR, .persons = A_PARTY };

	assert_fails(E_RULE, contract_add(&f->ctx, &c, &id));
	check_all(f, team, today(f));
	check(f, team, "tax_debt", today(f) - 5 * DAY_SECONDS, today(f) - DAY_SECONDS);
	assert_fails(E_RULE, contract_add(&f->ctx, &c, &id)); /* it held until yesterday */
	check(f, team, "tax_debt", today(f) - 5 * DAY_SECONDS, today(f));
	assert_ok(contract_add(&f->ctx, &c, &id));
	assert_ok(contract_get(&f->ctx, &f->arena, id, &c));
	assert_string_equal(c.unchecked, "");
	const struct supplier_check found = { .team_id = team,
		.kind = "sanctions",
		.outcome = "found",
		.source = "Vakuutus",
		.found = "Omistaja listalla" };
	assert_ok(supplier_check_add(&f->ctx, &found, &id));
	c = (struct contract){ .team_id = team, .net = EUR, .persons = A_PARTY };
	assert_fails(E_RULE, contract_add(&f->ctx, &c, &id));
	c.unchecked = "Omistus on purettu";
	assert_ok(contract_add(&f->ctx, &c, &id));
	assert_ok(contract_get(&f->ctx, &f->arena, id, &c));
	assert_string_equal(c.unchecked, "Omistus on purettu");
	assert_intact(f);
}

static void only_winners_are_looked_into(void **state)
{
	struct fixture *f = *state;
	struct supplier_check c = {
		.team_id = make_team(f, 1, "selected"), .kind = "tax_debt", .source = "Rekisteri"
	};
	int64_t id;

	assert_fails(E_RULE, supplier_check_add(&f->ctx, &c, &id));
	c.team_id = make_team(f, 2, "winner");
	c.day = today(f) + DAY_SECONDS;
	assert_fails(E_RULE, supplier_check_add(&f->ctx, &c, &id));
	c.day = 0;
	c.outcome = "found";
	assert_fails(E_REQUIRED, supplier_check_add(&f->ctx, &c, &id)); /* what? */
	c.outcome = "clear";
	c.source = "";
	assert_fails(E_REQUIRED, supplier_check_add(&f->ctx, &c, &id));
}

static int64_t organization(struct fixture *f, const char *name, const char *business_id)
{
	const struct organization o = {
		.kind = "company", .name_fi = name, .name_sv = name, .business_id = business_id
	};
	int64_t id;

	assert_ok(organization_add(&f->ctx, &o, &id));
	return id;
}

static void the_party_is_never_the_team(void **state)
{
	struct fixture *f = *state;
	int64_t team = negotiating(f), id, party;
	struct contract c = { .team_id = team, .net = EUR, .unchecked = NO_CHECKS };

	assert_fails(E_RULE, contract_add(&f->ctx, &c, &id));
	assert_fails(E_RULE, contract_party_find(&f->ctx, team, "T-1", &party));
	assert_fails(E_RULE, contract_party_find(&f->ctx, team, "TIIMI 1", &party));
	assert_fails(E_NOT_FOUND, contract_party_find(&f->ctx, team, "Ei ketään Oy", &party));
	c.organization_id = organization(f, "Tunnukseton Oy", "");
	assert_fails(E_RULE, contract_add(&f->ctx, &c, &id));
	c.organization_id = organization(f, "Väärä Oy", "0000001-8");
	assert_fails(E_RULE, contract_add(&f->ctx, &c, &id));
	c.organization_id = organization(f, "Oikea Oy", "0000001-9");
	c.persons = A_PARTY;
	assert_fails(E_RULE, contract_add(&f->ctx, &c, &id)); /* one or the other */
	c.persons = "";
	c.signatories = "Aino Malli, johtaja\nOnni Mallinen";
	assert_ok(contract_add(&f->ctx, &c, &id));
	assert_ok(contract_get(&f->ctx, &f->arena, id, &c));
	assert_string_equal(contract_party(&f->arena, &c), "Oikea Oy (0000001-9)");
	assert_string_equal(c.signatories, "Aino Malli, johtaja\nOnni Mallinen");
	assert_intact(f);
}

static void a_business_id_has_its_check_digit(void **state)
{
	(void)state;
	assert_true(business_id_holds("0000001-9"));
	assert_true(business_id_holds("0000002-7"));
	assert_false(business_id_holds("0000001-8"));
	assert_false(business_id_holds("0000001"));
	assert_false(business_id_holds("0000030-0")); /* its rest is one: there is no such digit */
	assert_true(business_id_holds("SE000000000001"));
	assert_false(business_id_holds("FI00000019"));
	assert_false(business_id_holds("tiimi"));
}

static void milestones_add_up_to_the_price(void **state)
{
	struct fixture *f = *state;
	int64_t team = negotiating(f), id;
	struct contract_milestones rows;
	struct contract c = { .team_id = team,
		.net = 100 * EUR,
		.persons = A_PARTY,
		.unchecked = NO_CHECKS,
		.milestones = "13.2.2020; 60; Alku\n2020-03-31; 40; Loppu; kaikki" };

	assert_ok(contract_add(&f->ctx, &c, &id));
	assert_ok(contract_milestones(&f->ctx, &f->arena, id, &rows));
	assert_int_equal(rows.n, 2);
	assert_int_equal(rows.rows[1].due, day("2020-03-31"));
	assert_int_equal(rows.rows[1].net, 40 * EUR);
	assert_string_equal(rows.rows[1].text, "Loppu; kaikki");
	assert_ok(contract_get(&f->ctx, &f->arena, id, &c));
	assert_string_equal(
		c.milestones, "13.2.2020; 60,00; Alku\n31.3.2020; 40,00; Loppu; kaikki");
	c.milestones = "13.2.2020; 60; Alku\n31.3.2020; 39,99; Loppu";
	assert_fails(E_RULE, contract_update(&f->ctx, &c));
	c.milestones = "13.2.2020; 60; Alku\n31.3.2020; Loppu";
	struct error e = contract_update(&f->ctx, &c);
	assert_int_equal(e.code, E_HELD);
	assert_int_equal(e.low, 2);
	c.milestones = "13.2.2020; 100; Kaikki";
	assert_ok(contract_update(&f->ctx, &c));
	assert_ok(contract_milestones(&f->ctx, &f->arena, id, &rows));
	assert_int_equal(rows.n, 1);
	assert_intact(f);
}

static void a_change_leads_to_the_first_and_both_are_compared(void **state)
{
	struct fixture *f = *state;
	int64_t team = negotiating(f), first = new_contract(f, team, 59999 * EUR), id;
	struct contract_change change;
	struct contract c = {
		.team_id = team, .net = 1 * EUR - 1, .unchecked = NO_CHECKS, .changes = first
	};

	assert_fails(E_REQUIRED, contract_add(&f->ctx, &c, &id));
	c.change_ground = "additional";
	assert_fails(E_REQUIRED, contract_add(&f->ctx, &c, &id));
	c.change_reason = "Lisätyö";
	assert_ok(contract_add(&f->ctx, &c, &id));
	assert_ok(contract_get(&f->ctx, &f->arena, first, &c));
	assert_ok(contract_change_get(&f->ctx, &f->arena, &c, &change));
	assert_int_equal(change.together, 60000 * EUR - 1);
	assert_false(change.rows[0].together);
	c = (struct contract){ .team_id = team,
		.net = 1,
		.unchecked = NO_CHECKS,
		.changes = first,
		.change_ground = "minor",
		.change_reason = "Sentti" };
	assert_ok(contract_add(&f->ctx, &c, &id));
	assert_ok(contract_get(&f->ctx, &f->arena, id, &c));
	assert_string_equal(c.persons, A_PARTY); /* the first one's party */
	assert_ok(contract_change_get(&f->ctx, &f->arena, &c, &change));
	assert_string_equal(change.rows[0].kind, "national");
	assert_false(change.rows[0].first);
	assert_true(change.rows[0].together);
	assert_int_equal(change.percent, 1);
	c.changes = id; /* a change of a change */
	assert_fails(E_RULE, contract_add(&f->ctx, &c, &id));
	assert_intact(f);
}

static void notices_are_due_and_owed(void **state)
{
	struct fixture *f = *state;
	int64_t team = negotiating(f), contract = new_contract(f, team, 70000 * EUR), id;
	struct owed_notices owed;
	struct negotiation n;
	struct notice award = { .kind = "award" };

	assert_ok(notice_owed(&f->ctx, &f->arena, &owed));
	assert_int_equal(owed.n, 0); /* nothing is known of the value */
	assert_ok(negotiation_get(&f->ctx, &f->arena, team, &n));
	n.estimate = 60000 * EUR - 1;
	assert_ok(negotiation_edit(&f->ctx, &n));
	assert_ok(notice_owed(&f->ctx, &f->arena, &owed));
	assert_int_equal(owed.n, 0);
	assert_ok(negotiation_get(&f->ctx, &f->arena, team, &n));
	n.estimate = 60000 * EUR;
	assert_ok(negotiation_edit(&f->ctx, &n));
	assert_ok(notice_owed(&f->ctx, &f->arena, &owed));
	assert_int_equal(owed.n, 2);
	assert_string_equal(owed.rows[0].kind, "result");
	assert_string_equal(owed.rows[1].kind, "award");
	assert_int_equal(owed.rows[1].due, today(f) + 30 * DAY_SECONDS);
	assert_fails(E_REQUIRED, notice_add(&f->ctx, &award, &id));
	award.contract_id = contract;
	assert_ok(notice_add(&f->ctx, &award, &id));
	assert_ok(notice_get(&f->ctx, &f->arena, id, &award));
	assert_int_equal(award.due, today(f) + 30 * DAY_SECONDS);
	assert_int_equal(award.challenge_id, n.challenge_id);
	assert_ok(notice_owed(&f->ctx, &f->arena, &owed));
	assert_int_equal(owed.n, 1);
	award.due = today(f) - DAY_SECONDS;
	assert_string_equal(notice_state(&f->ctx, &award), "overdue");
	award.due = today(f);
	assert_string_equal(notice_state(&f->ctx, &award), "open");
	award.published = today(f);
	assert_fails(E_RULE, notice_update(&f->ctx, &award)); /* not sent */
	award.sent = today(f) + DAY_SECONDS;
	assert_fails(E_RULE, notice_update(&f->ctx, &award)); /* to come */
	award.sent = today(f);
	assert_ok(notice_update(&f->ctx, &award));
	assert_fails(E_STALE, notice_update(&f->ctx, &award));
	assert_intact(f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST_FILE(each_day_has_its_figure),
		TEST_FILE(a_figure_is_added_with_its_source),
		TEST_FILE(values_meet_their_threshold_to_the_cent),
		TEST_FILE(a_contract_asks_for_every_check_on_its_day),
		TEST_FILE(only_winners_are_looked_into),
		TEST_FILE(the_party_is_never_the_team),
		TEST(a_business_id_has_its_check_digit),
		TEST_FILE(milestones_add_up_to_the_price),
		TEST_FILE(a_change_leads_to_the_first_and_both_are_compared),
		TEST_FILE(notices_are_due_and_owed),
	};

	return RUN(tests);
}
