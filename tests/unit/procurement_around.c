/* SPDX-License-Identifier: MIT
 * Around the money: thresholds, the desk, the phase, the search, and who adopts a solution. */
#define TEST_NAME "procurement_around"
#include "tests/unit/winners.h"

#include "src/base/daytime.h"
#include "src/desk/desk.h"
#include "src/roof/lookup.h"
#include "src/phases/adoption.h"
#include "src/phases/contract.h"
#include "src/phases/note.h"
#include "src/phases/phase.h"
#include "src/phases/procurement.h"
#include "src/phases/team.h"
#include "src/phases/challenge.h"
#include "src/registers/municipality.h"

static void estimates_meet_the_thresholds_of_their_day(void **state)
{
	static const struct {
		const char *day;
		int64_t estimate; /* cents */
		const char *kinds, *how;
	} rows[] = {
		{ "2018-10-01", 4799900, "", "" },
		{ "2018-10-01", 4800000, "national", "near" }, /* 80 % of 60,000 */
		{ "2018-10-01", 5999999, "national", "near" },
		{ "2018-10-01", 6000000, "national", "past" }, /* not below it is enough */
		{ "2018-10-01", 22099999, "national eu", "past near" },
		{ "2019-12-31", 22100000, "national eu", "past past" },
		{ "2020-01-01", 21399999, "national eu", "past near" },
		{ "2020-01-01", 21400000, "national eu", "past past" }, /* 214,000 from then on */
		{ "2019-12-31", 21400000, "national eu", "past near" },
	};
	struct fixture *f = *state;
	int64_t team = make_team(f, 1, "winner");

	for (size_t i = 0; i < LEN(rows); i++) {
		struct negotiation n;
		struct thresholds thresholds;
		char kinds[40] = "", how[40] = "";

		assert_ok(negotiation_get(&f->ctx, &f->arena, team, &n));
		n.estimate = rows[i].estimate;
		assert_ok(negotiation_edit(&f->ctx, &n));
		assert_ok(day_parse(rows[i].day, &n.started));
		assert_ok(negotiation_thresholds(&f->ctx, &f->arena, &n, &thresholds));
		for (size_t t = 0; t < thresholds.n; t++) {
			strcat(strcat(kinds, t > 0 ? " " : ""), thresholds.rows[t].kind);
			strcat(strcat(how, t > 0 ? " " : ""),
				thresholds.rows[t].past ? "past" : "near");
			assert_false(thresholds.rows[t].together);
		}
		assert_string_equal(kinds, rows[i].kinds);
		assert_string_equal(how, rows[i].how);
	}
}

/* One need must not be split among teams to stay below a threshold. */
static void estimates_of_one_challenge_count_together(void **state)
{
	struct fixture *f = *state;
	int64_t team = make_team(f, 1, "winner"), other = make_team(f, 2, "winner");
	struct negotiation n = {
		.team_id = other, .estimate = 40000 * EUR, .next_step = "", .procedure = ""
	};
	struct thresholds thresholds;

	assert_ok(negotiation_edit(&f->ctx, &n));
	outside(f->path, "UPDATE team SET challenge_id = (SELECT challenge_id FROM team WHERE "
			 "number = 1), name = 'Tiimi ' || id");
	assert_ok(negotiation_get(&f->ctx, &f->arena, team, &n));
	n.estimate = 30000 * EUR;
	assert_ok(negotiation_edit(&f->ctx, &n));
	assert_ok(negotiation_get(&f->ctx, &f->arena, team, &n));
	assert_ok(negotiation_thresholds(&f->ctx, &f->arena, &n, &thresholds));
	assert_int_equal(thresholds.n, 1);
	assert_true(thresholds.rows[0].past);
	assert_true(thresholds.rows[0].together);
	assert_int_equal(thresholds.value, 70000 * EUR);
	assert_false(thresholds.of_contest);
}

/* What was estimated for the contest notice decides, by the thresholds of that day. */
static void the_contest_decides_by_its_notice(void **state)
{
	static const struct {
		const char *notice, *kind;
		int64_t value; /* cents */
		const char *how;
	} rows[] = {
		{ "2019-04-11", "design_contest", 21500000, "past near" }, /* 221,000 then */
		{ "2019-04-11", "design_contest", 22099999, "past near" },
		{ "2019-04-11", "design_contest", 22100000, "past past" },
		{ "2020-02-05", "design_contest", 21400000, "past past" },
		{ "2019-04-11", "design_contest_state", 14400000, "past past" },
		{ "2020-02-05", "design_contest_state", 13899999, "past near" },
		{ "2020-02-05", "social_health", 39999999, "near" },
		{ "2020-02-05", "social_health", 40000000, "past" },
		{ "2020-02-05", "special_services", 23999999, "" },
	};
	struct fixture *f = *state;
	struct negotiation n;
	struct challenge c;

	assert_ok(negotiation_get(&f->ctx, &f->arena, make_team(f, 1, "winner"), &n));
	n.estimate = 1; /* of the talks: says nothing beside the contest's */
	for (size_t i = 0; i < LEN(rows); i++) {
		struct thresholds thresholds;
		char how[40] = "";

		assert_ok(challenge_get(&f->ctx, &f->arena, n.challenge_id, &c));
		assert_ok(day_parse(rows[i].notice, &c.notice));
		c.procurement = rows[i].kind;
		c.value = rows[i].value;
		assert_ok(challenge_update(&f->ctx, &c));
		assert_ok(negotiation_thresholds(&f->ctx, &f->arena, &n, &thresholds));
		assert_true(thresholds.of_contest);
		for (size_t t = 0; t < thresholds.n; t++)
			strcat(strcat(how, t > 0 ? " " : ""),
				thresholds.rows[t].past ? "past" : "near");
		assert_string_equal(how, rows[i].how);
	}
}

static void general_vat_by_day(void **state)
{
	static const struct {
		const char *day;
		int64_t tenths;
	} rows[] = { { "2018-08-16", 240 }, { "2020-03-01", 240 }, { "2024-08-31", 240 },
		{ "2024-09-01", 255 }, { "2026-01-01", 255 } };
	int64_t day, vat;

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		assert_ok(day_parse(rows[i].day, &day));
		assert_ok(vat_general(day, &vat));
		assert_int_equal(vat, rows[i].tenths);
	}
}

static void stale_negotiations_are_refused(void **state)
{
	struct fixture *f = *state;
	int64_t team = make_team(f, 1, "winner");
	struct negotiation mine, theirs;

	assert_ok(negotiation_get(&f->ctx, &f->arena, team, &mine));
	theirs = mine;
	theirs.next_step = "Soita";
	assert_ok(negotiation_edit(&f->ctx, &theirs));
	mine.next_step = "Kirjoita";
	assert_fails(E_STALE, negotiation_edit(&f->ctx, &mine)); /* both saw none */
	assert_ok(negotiation_get(&f->ctx, &f->arena, team, &mine));
	assert_string_equal(mine.next_step, "Soita");
	assert_ok(negotiation_start(&f->ctx, team, 0, ""));
	assert_fails(E_STALE, negotiation_edit(&f->ctx, &mine));
	assert_intact(f);
}

static bool has_todo(struct fixture *f, const char *what, const char *code)
{
	struct todos todos;

	assert_ok(desk_todos(&f->ctx, &f->arena, &todos));
	for (size_t i = 0; i < todos.n; i++)
		if (strcmp(todos.rows[i].what, what) == 0 && strcmp(todos.rows[i].code, code) == 0)
			return true;
	return false;
}

static void the_desk_knows_what_is_due(void **state)
{
	struct fixture *f = *state;
	int64_t team = negotiating(f), today = day_of_time(fixture_now);
	struct negotiation n;

	make_team(f, 2, "winner");
	assert_false(has_todo(f, "negotiation_start", "T-2"));
	assert_ok(phase_move(&f->ctx, "procurement", PHASE_OPEN, "Testi"));
	assert_true(has_todo(f, "negotiation_start", "T-2"));
	assert_false(has_todo(f, "negotiation_start", "T-1"));
	assert_ok(negotiation_get(&f->ctx, &f->arena, team, &n));
	n.next_step = "Lähetä luonnos";
	n.due = today + 8 * DAY_SECONDS;
	assert_ok(negotiation_edit(&f->ctx, &n));
	assert_false(has_todo(f, "negotiation_due", "T-1"));
	fixture_now += DAY_SECONDS;
	assert_true(has_todo(f, "negotiation_due", "T-1"));
	struct payment p = { .contract_id = new_contract(f, team, 100 * EUR),
		.net = EUR,
		.vat = 240,
		.text = "",
		.due = today + 15 * DAY_SECONDS };
	int64_t id;
	assert_ok(payment_add(&f->ctx, &p, &id));
	assert_true(has_todo(f, "payment_due", "R-1"));
	assert_ok(payment_approve(&f->ctx, id));
	assert_true(has_todo(f, "payment_due", "R-1"));
	assert_ok(payment_pay(&f->ctx, id, 0));
	assert_false(has_todo(f, "payment_due", "R-1"));
	assert_ok(negotiation_end(&f->ctx, team, "contract", 0, ""));
	assert_false(has_todo(f, "negotiation_due", "T-1"));
}

static void the_phase_does_not_close_over_open_business(void **state)
{
	struct fixture *f = *state;
	int64_t team = negotiating(f);
	struct checklist list;

	new_payment(f, new_contract(f, team, EUR), EUR);
	make_team(f, 2, "winner");
	assert_ok(phase_move(&f->ctx, "procurement", PHASE_OPEN, "Testi"));
	assert_ok(phase_check(&f->ctx, "procurement", PHASE_CLOSE, &list));
	assert_int_equal(list.n, 1); /* negotiations */
	assert_fails(E_REASON, phase_move(&f->ctx, "procurement", PHASE_CLOSE, ""));
	assert_ok(phase_check(&f->ctx, "procurement", PHASE_DECIDE, &list));
	assert_int_equal(list.n, 1); /* payments */
}

static void found_by_code_team_and_payment(void **state)
{
	struct fixture *f = *state;
	struct contract c = { .persons = A_PARTY,
		.unchecked = NO_CHECKS,
		.team_id = negotiating(f),
		.net = 100 * EUR,
		.vat = 240,
		.case_number = "123/2020",
		.licence = "Kuntien vapaassa käytössä" };
	struct payment p = { .net = EUR, .vat = 240, .text = "Pilotointi Janakkalassa" };
	struct founds founds;
	struct found found;
	struct note note = { .object = "R-1", .text = "Lasku puuttuu" };
	struct team team;
	int64_t id;

	assert_ok(contract_add(&f->ctx, &c, &p.contract_id));
	assert_ok(payment_add(&f->ctx, &p, &id));
	static const char *const words[] = { "H-1", "Tiimi", "vapaassa", "123/2020", "pilotointi",
		"R-1" };
	for (size_t i = 0; i < LEN(words); i++) {
		bool seen = false;

		assert_ok(lookup(&f->ctx, &f->arena, words[i], 50, &founds));
		for (size_t k = 0; k < founds.n; k++)
			seen = seen || founds.rows[k].kind == KIND_CONTRACT;
		if (!seen)
			stop_test("no contract by '%s'", words[i]);
	}
	assert_ok(lookup_code(&f->ctx, &f->arena, "R-1", &found));
	assert_int_equal(found.kind, KIND_PAYMENT);
	assert_ok(note_add(&f->ctx, &note, kinds_name, &id));
	note.object = "H-1";
	assert_ok(note_add(&f->ctx, &note, kinds_name, &id));
	note.object = "T-1";
	assert_ok(note_add(&f->ctx, &note, kinds_name, &id));
	note.object = "H-2";
	assert_fails(E_NOT_FOUND, note_add(&f->ctx, &note, kinds_name, &id));
	assert_ok(team_get(&f->ctx, &f->arena, c.team_id, &team));
	team.name = "Uusinimi";
	assert_ok(team_update(&f->ctx, &team));
	assert_ok(lookup(&f->ctx, &f->arena, "uusinimi", 50, &founds));
	assert_int_equal(founds.n, 3); /* team, contract and solution */
	assert_intact(f);
}

static void municipalities_adopt_step_by_step(void **state)
{
	struct fixture *f = *state;
	struct adoption step = { .team_id = make_team(f, 1, "winner"),
		.state = "interested",
		.source = "" },
			now;
	struct adoption_steps steps;
	struct id_list ids = { 0 };
	int64_t id, again, n;

	assert_ok(municipality_find(&f->ctx, "Janakkala", &step.municipality_id));
	assert_ok(day_parse("2018-09-01", &step.day));
	assert_ok(adoption_set(&f->ctx, &step, &id));
	assert_ok(adoption_municipalities(&f->ctx, &n));
	assert_int_equal(n, 0);
	step.state = "piloting";
	assert_ok(day_parse("2018-09-20", &step.day));
	assert_ok(adoption_set(&f->ctx, &step, &again));
	assert_int_equal(again, id); /* the pair keeps its id */
	assert_ok(municipality_find(&f->ctx, "Vanda", &step.municipality_id));
	step.state = "in_use";
	step.day = 0;
	assert_ok(adoption_set(&f->ctx, &step, &again));
	step.state = "used";
	assert_fails(E_INVALID, adoption_set(&f->ctx, &step, &again));
	step.state = "declined";
	step.team_id = make_team(f, 2, "not_selected");
	assert_fails(E_RULE, adoption_set(&f->ctx, &step, &again));
	step.team_id = 77;
	assert_fails(E_NOT_FOUND, adoption_set(&f->ctx, &step, &again));
	assert_ok(adoption_ids(&f->ctx, ADOPTION_BY_MUNICIPALITY, 0, &ids));
	assert_int_equal(ids.n, 2);
	assert_int_equal(ids.ids[0], id);
	id_list_clear(&ids);
	assert_ok(adoption_get(&f->ctx, &f->arena, id, &now));
	assert_string_equal(now.state, "piloting");
	assert_ok(adoption_steps(&f->ctx, &f->arena, id, &steps));
	assert_int_equal(steps.n, 2);
	assert_string_equal(steps.rows[0].state, "interested");
	assert_ok(adoption_municipalities(&f->ctx, &n));
	assert_int_equal(n, 2);
	assert_intact(f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST_FILE(estimates_meet_the_thresholds_of_their_day),
		TEST_FILE(the_contest_decides_by_its_notice),
		TEST_FILE(estimates_of_one_challenge_count_together),
		TEST_FILE(general_vat_by_day),
		TEST_FILE(stale_negotiations_are_refused),
		TEST_FILE(the_desk_knows_what_is_due),
		TEST_FILE(the_phase_does_not_close_over_open_business),
		TEST_FILE(found_by_code_team_and_payment),
		TEST_FILE(municipalities_adopt_step_by_step),
	};
	return RUN(tests);
}
