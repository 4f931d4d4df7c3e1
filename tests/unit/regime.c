/* SPDX-License-Identifier: MIT
 * By which law a decision is corrected and appealed against, and what follows from it: when it
 * counts as received, the two last days, complaints, corrections and the contract that waits. */
#define TEST_NAME "regime"
#include "tests/unit/winners.h"

#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/documents/instruction.h"
#include "src/judging/decision.h"
#include "src/judging/regime_choice.h"
#include "src/judging/service.h"
#include "src/phases/contract.h"
#include "src/phases/standstill.h"
#include "src/phases/team.h"
#include "src/registers/clocks.h"
#include "tests/unit/judging_fixture.h"

static int64_t day_of(const char *text)
{
	int64_t day;

	assert_ok(day_parse(text, &day));
	return day;
}

static struct regime regime_at(struct fixture *f, const char *code, const char *day)
{
	struct regime r;
	int64_t id;

	assert_ok(regime_find(&f->ctx, code, day_of(day), &id));
	assert_ok(regime_get(&f->ctx, &f->arena, id, &r));
	return r;
}

static void assert_day(int64_t day, const char *expected)
{
	char text[40] = "";

	if (day != 0)
		day_iso(day, text, sizeof(text));
	assert_string_equal(text, expected);
}

/* What ships, as the statutes say it : the names of the
 * remedies, days, and on which day what was sent on a Monday counts as received. */
static void the_shipped_regimes_say_what_their_sources_say(void **state)
{
	struct fixture *f = *state;
	static const struct {
		const char *code, *correction_fi, *correction_sv, *appeal_fi, *appeal_sv;
		int correction, appeal, email, letter, hand;
		bool consent;
	} rows[] = {
		{ "hankinta", "Hankintaoikaisu", "Upphandlingsrättelse",
			"Valitus markkinaoikeuteen", "Besvär hos marknadsdomstolen", 14, 14, 0, 7,
			0, false },
		{ "kunta", "Oikaisuvaatimus", "Begäran om omprövning", "", "", 14, 0, 3, 7, 0,
			true },
		{ "hallinto", "", "", "Valitus hallinto-oikeuteen",
			"Besvär hos förvaltningsdomstolen", 0, 30, 3, 7, 0, true },
		{ "yhdistys", "Oikaisupyyntö", "Begäran om rättelse", "", "", 14, 0, 0, 7, 0,
			false },
		{ "none", "", "", "", "", 0, 0, 0, 7, 0, false },
	};

	for (size_t i = 0; i < LEN(rows); i++) {
		struct regime r = regime_at(f, rows[i].code, "2024-03-04");

		assert_string_equal(r.correction_fi, rows[i].correction_fi);
		assert_string_equal(r.correction_sv, rows[i].correction_sv);
		assert_string_equal(r.appeal_fi, rows[i].appeal_fi);
		assert_string_equal(r.appeal_sv, rows[i].appeal_sv);
		assert_int_equal(r.correction_days, rows[i].correction);
		assert_int_equal(r.appeal_days, rows[i].appeal);
		assert_int_equal(regime_presumed_days(&r, "email"), rows[i].email);
		assert_int_equal(regime_presumed_days(&r, "etendering"), rows[i].email);
		assert_int_equal(regime_presumed_days(&r, "suomifi"), rows[i].email);
		assert_int_equal(regime_presumed_days(&r, "letter"), rows[i].letter);
		assert_int_equal(regime_presumed_days(&r, "hand"), rows[i].hand);
		assert_int_equal(r.consent, rows[i].consent);
		assert_true(*r.source != '\0');
		assert_true(*r.instruction_fi != '\0' && *r.instruction_sv != '\0');
	}
}

/* 14 days from Monday 16.12.2019 would end on Monday 30.12.; from 11.12.2019 on Christmas Day, and
 * from 23.12.2019 on Epiphany; a Saturday moves to Monday. */
static void both_times_run_apart_and_move_past_days_off(void **state)
{
	struct fixture *f = *state;
	struct regime r = regime_at(f, "hankinta", "2019-12-01");

	r.appeal_days = 30;
	struct clocks c = clocks_of(&r, day_of("2019-12-16"));
	assert_day(c.correction, "2019-12-30");
	assert_day(c.appeal, "2020-01-15");
	assert_day(c.last, "2020-01-15");
	c = clocks_of(&r, day_of("2019-12-11"));
	assert_day(c.correction, "2019-12-27");
	c = clocks_of(&r, day_of("2019-12-23"));
	assert_day(c.correction, "2020-01-07");
	c = clocks_of(&r, day_of("2020-02-01"));
	assert_day(c.correction, "2020-02-17");
	assert_int_equal(clocks_of(&r, 0).last, 0);
	assert_int_equal(clocks_for(&c, "appeal"), c.appeal);
	assert_int_equal(clocks_for(&c, "correction"), c.correction);
	struct regime none = regime_at(f, "none", "2019-12-01");
	assert_int_equal(clocks_of(&none, day_of("2019-12-16")).last, 0);
}

/* The day decides which row holds: the law of 2020 on proceedings in administrative matters. */
static void a_row_holds_from_its_day_on(void **state)
{
	struct fixture *f = *state;
	int64_t id;

	assert_string_equal(regime_at(f, "hallinto", "2019-12-31").appeal_section, "586/1996 22 §");
	assert_string_equal(regime_at(f, "hallinto", "2020-01-01").appeal_section, "808/2019 13 §");
	assert_refused(E_RULE, "no such regime",
		regime_find(&f->ctx, "hankinta", day_of("2016-12-31"), &id));
	assert_refused(E_RULE, "no such regime",
		regime_find(&f->ctx, "merioikeus", day_of("2020-01-01"), &id));
}

static void the_office_adds_what_a_later_law_says(void **state)
{
	struct fixture *f = *state;
	struct regime r;
	int64_t id;

	assert_ok(regime_begin(&f->ctx, &f->arena, "hankinta", &r));
	assert_refused(E_REQUIRED, "since", regime_add(&f->ctx, &r, &id));
	r.since = day_of("2027-01-01");
	r.correction_days = 21;
	r.source = "";
	assert_refused(E_REQUIRED, "source", regime_add(&f->ctx, &r, &id));
	r.source = "Laki 1/2026";
	r.instruction_fi = "{merimies}";
	assert_refused(E_RULE, "names a field", regime_add(&f->ctx, &r, &id));
	r.instruction_fi = "{correction}: {correction_days}";
	r.correction_sv = "";
	assert_refused(E_RULE, "in Finnish and in Swedish", regime_add(&f->ctx, &r, &id));
	r.correction_sv = "Rättelse";
	r.appeal_days = 0;
	assert_refused(E_RULE, "number of days", regime_add(&f->ctx, &r, &id));
	r.appeal_days = 14;
	r.letter_days = 61;
	assert_refused(E_INVALID, "letter_days", regime_add(&f->ctx, &r, &id));
	r.letter_days = 7;
	assert_ok(regime_add(&f->ctx, &r, &id));
	assert_refused(E_RULE, "from that day on already", regime_add(&f->ctx, &r, &id));
	assert_int_equal(regime_at(f, "hankinta", "2026-12-31").correction_days, 14);
	assert_int_equal(regime_at(f, "hankinta", "2027-01-01").correction_days, 21);
	assert_intact(f);
}

/* --- Decisions */

static struct decision decision_of(struct judging *j, int64_t id)
{
	struct decision d;

	assert_ok(decision_get(j->ctx, j->arena, id, &d));
	return d;
}

/* Of the only problem: selected. */
static void select_only(struct judging *j, int64_t id)
{
	struct decision_item said = { .item_id = item(j, "P-001"),
		.outcome = "selected",
		.reason_fi = "Paras",
		.reason_sv = "Bäst",
		.reason_en = "Best",
		.deviation_reason = "Ainoa" };

	assert_ok(decision_set_item(j->ctx, id, &said));
}

static int64_t draft(struct judging *j, const char *regime, const char *number)
{
	struct decision d = { .round_id = j->round,
		.lang = "fi",
		.form = "room",
		.place = "Helsinki",
		.case_number = number,
		.regime = regime,
		.regime_reason = "Järjestäjän ilmoituksen mukaan" };
	int64_t id;

	open_for_jurors(j, 1, 3);
	submit(j, "P-001", "j1", 5, 5);
	submit(j, "P-001", "j2", 5, 5);
	submit(j, "P-001", "j3", 5, 5);
	close_round(j, "");
	assert_ok(decision_add(j->ctx, &d, &id));
	select_only(j, id);
	return id;
}

static void assert_offered(struct judging *j, const char *code, const char *why)
{
	struct regime_offer offer;

	assert_ok(regime_offered(j->ctx, j->arena, j->round, &offer));
	assert_string_equal(offer.code, code);
	assert_non_null(strstr(offer.why, why));
}

/* Problems are no candidates; elsewhere the organizer's kind decides. */
static void the_profile_chooses_what_is_offered(void **state)
{
	struct judging *j = *state;

	assert_offered(j, "none", "no entrant");
	outside(j->f->path, "UPDATE round SET kind = 'application' WHERE key = 'problems'");
	assert_offered(j, "yhdistys", "its own rules");
	assert_ok(competition_set_profile(j->ctx, "authority", "Kunta järjestää"));
	assert_offered(j, "hankinta", "not known yet");
}

/* An authority's round about a challenge of that value, in cents, with a notice of that day. */
static void value_is(struct judging *j, const char *day, int64_t cents)
{
	int64_t notice;

	assert_ok(day_parse(day, &notice));
	outside(j->f->path,
		"INSERT OR IGNORE INTO challenge (id, number, code, title_fi, title_sv, "
		"pilot_id) VALUES (1, 1, 'C-1', 'Kyyti', 'Skjuts', 1)");
	outside(j->f->path, "UPDATE round SET kind = 'application', challenge_id = 1");
	outside(j->f->path,
		arena_printf(j->arena, "UPDATE challenge SET value = %lld, notice = %lld",
			(long long)cents, (long long)notice));
}

/* Procurement act 1397/2016, 25 §: it applies to what is not below the threshold. */
static void the_value_beside_the_threshold_of_its_day_chooses(void **state)
{
	struct judging *j = *state;

	assert_ok(competition_set_profile(j->ctx, "authority", "Kunta järjestää"));
	value_is(j, "2019-04-11", 6000000);
	assert_offered(j, "hankinta", "at least the national threshold");
	value_is(j, "2019-04-11", 5999999);
	assert_offered(j, "kunta", "no appeal to the Market Court");
	value_is(j, "2017-01-01", 5999999);
	assert_offered(j, "kunta", "1.1.2017");
	value_is(j, "2016-12-31", 5999999);
	assert_offered(j, "hankinta", "No national threshold is known");
}

/* The office may choose otherwise, and says why; what is offered needs no reason. */
static void another_regime_needs_its_reason(void **state)
{
	struct judging *j = *state;
	struct decision d = { .kind = "decision", .round_id = j->round, .regime_reason = "" };
	bool yes;

	assert_ok(competition_set_profile(j->ctx, "authority", "Kunta järjestää"));
	value_is(j, "2019-04-11", 5999999);
	d.regime = "kunta";
	assert_ok(regime_unexplained(j->ctx, j->arena, &d, &yes));
	assert_false(yes);
	d.regime = "hankinta";
	assert_ok(regime_unexplained(j->ctx, j->arena, &d, &yes));
	assert_true(yes);
	d.regime_reason = "Sama haaste jatkuu toisessa hankinnassa";
	assert_ok(regime_unexplained(j->ctx, j->arena, &d, &yes));
	assert_false(yes);
}

static void a_decision_keeps_the_row_it_was_made_under(void **state)
{
	struct judging *j = *state;
	int64_t id = draft(j, "kunta", "1/2018"), other;
	struct regime r;

	assert_string_equal(decision_of(j, id).regime, "kunta");
	assert_ok(decision_sign(j->ctx, id, NULL));
	assert_ok(regime_begin(j->ctx, j->arena, "kunta", &r));
	r.since = day_of("2017-12-01");
	r.correction_days = 7;
	assert_ok(regime_add(j->ctx, &r, &other));
	assert_ok(regime_get(j->ctx, j->arena, decision_of(j, id).regime_id, &r));
	assert_int_equal(r.correction_days, 14);
	/* What corrects it is made under what holds now. */
	assert_ok(correct_clerical(j->ctx, id, "Virhe", &other));
	assert_ok(regime_get(j->ctx, j->arena, decision_of(j, other).regime_id, &r));
	assert_int_equal(r.correction_days, 7);
}

static void service_counts_by_the_regime_of_the_decision(void **state)
{
	struct judging *j = *state;
	int64_t id = draft(j, "kunta", "1/2018"), made;
	struct services list;
	struct service how = { .channel = "email", .proof = "<1@posti.example>" };

	assert_refused(
		E_RULE, "Only an approved", service_add(j->ctx, id, problem(j, "P-001"), &how));
	assert_ok(decision_sign(j->ctx, id, NULL));
	made = decision_of(j, id).day;
	how.sent = made - DAY_SECONDS;
	assert_refused(E_RULE, "before the day it was made",
		service_add(j->ctx, id, problem(j, "P-001"), &how));
	how.sent = made;
	assert_ok(service_add(j->ctx, id, problem(j, "P-001"), &how));
	assert_ok(service_list(j->ctx, j->arena, id, &list));
	assert_int_equal(list.rows[0].deemed, made + 3 * DAY_SECONDS);
	assert_string_equal(list.rows[0].proof, "<1@posti.example>");
	how.channel = "letter";
	assert_ok(service_add(j->ctx, id, problem(j, "P-001"), &how));
	assert_ok(service_list(j->ctx, j->arena, id, &list));
	assert_int_equal(list.rows[0].deemed, made + 7 * DAY_SECONDS);
	how.deemed = made - DAY_SECONDS;
	assert_refused(E_INVALID, "served", service_add(j->ctx, id, problem(j, "P-001"), &how));
}

static void a_correction_says_its_kind_and_has_a_number_of_its_own(void **state)
{
	struct judging *j = *state;
	int64_t id = draft(j, "hankinta", "6/2018"), correction;
	struct correcting correcting = { .kind = "", .reason = "Virhe" };
	struct decision d;
	const char *words;

	assert_ok(decision_sign(j->ctx, id, NULL));
	assert_refused(E_REQUIRED, "correction_kind",
		decision_correct(j->ctx, id, &correcting, &correction));
	correcting.kind = "lazy";
	assert_refused(E_INVALID, "correction_kind",
		decision_correct(j->ctx, id, &correcting, &correction));
	correcting.kind = "factual";
	assert_ok(decision_correct(j->ctx, id, &correcting, &correction));
	d = decision_of(j, correction);
	assert_string_equal(d.case_number, "");
	assert_string_equal(d.corrects_number, "6/2018");
	assert_ok(correcting_words(j->ctx, j->arena, &d, &words));
	assert_string_equal(
		words, "Corrects decision D-1 (6/2018): factual error (434/2003 50 §).");
	assert_refused(E_REASON, "own number", decision_sign(j->ctx, correction, NULL));
	d.case_number = "6/2018";
	assert_refused(E_RULE, "has that number already", decision_update(j->ctx, &d));
	d.case_number = "7/2018";
	assert_ok(decision_update(j->ctx, &d));
	assert_ok(decision_sign(j->ctx, correction, NULL));
	/* The remedy has the name that the regime gives it. */
	correcting.kind = "request";
	assert_ok(decision_correct(j->ctx, correction, &correcting, &id));
	d = decision_of(j, id);
	assert_ok(correcting_words(j->ctx, j->arena, &d, &words));
	assert_string_equal(words,
		"Corrects decision D-2 (7/2018): Procurement correction (1397/2016 132–135 §).");
	/* What was given up leaves its number. */
	d.case_number = "8/2018";
	assert_ok(decision_update(j->ctx, &d));
	assert_ok(decision_abandon(j->ctx, id, "Turha"));
	assert_ok(decision_correct(j->ctx, correction, &correcting, &id));
	d = decision_of(j, id);
	d.case_number = "8/2018";
	assert_ok(decision_update(j->ctx, &d));
}

static void the_instruction_says_the_days_of_the_service(void **state)
{
	struct judging *j = *state;
	int64_t id = draft(j, "hankinta", "6/2018");
	struct instruction_ask ask = { .decision_id = id, .lang = "sv" };
	const char *text;

	assert_ok(decision_sign(j->ctx, id, NULL));
	assert_ok(instruction_text(j->ctx, j->arena, &ask, &text));
	assert_non_null(strstr(text, "# A. Upphandlingsrättelse"));
	assert_non_null(strstr(text, "1397/2016 132–135 §"));
	assert_non_null(strstr(text, "inom 14 dagar"));
	assert_non_null(strstr(text, "Marknadsdomstolen"));
	assert_null(strstr(text, "Sista dagen för besvär: "));
	assert_null(strstr(text, "Postadress"));
	assert_ok(regime_set(j->ctx, &(struct regime_setting){ .regime = "hankinta",
					     .name = "address",
					     .since = day_of("2018-01-01"),
					     .value_fi = "PL 1, 00001 Esimerkkilä",
					     .value_sv = "PB 1, 00001 Exempelby",
					     .source = "x" }));
	assert_ok(service_add(j->ctx, id, problem(j, "P-001"),
		&(struct service){ .channel = "hand", .sent = day_of("2018-10-01") }));
	ask.submission_id = problem(j, "P-001");
	assert_ok(instruction_text(j->ctx, j->arena, &ask, &text));
	assert_non_null(strstr(text, "Sista dagen för besvär: 15.10.2018"));
	assert_non_null(strstr(text, "Postadress: PB 1, 00001 Exempelby"));
	ask.lang = "fi";
	assert_ok(instruction_text(j->ctx, j->arena, &ask, &text));
	assert_non_null(strstr(text, "Valituksen viimeinen päivä: 15.10.2018"));
	assert_non_null(strstr(text, "Postiosoite: PL 1, 00001 Esimerkkilä"));
	assert_string_equal(i18n_lang(), "en");
}

/* The administrative court of the place is nobody's but the office's to name. */
static void an_instruction_without_its_court_is_not_given(void **state)
{
	struct judging *j = *state;
	int64_t id = draft(j, "hallinto", "6/2018");
	struct instruction_ask ask = { .decision_id = id, .lang = "fi" };
	const char *text;

	assert_refused(E_RULE, "nobody has set", instruction_text(j->ctx, j->arena, &ask, &text));
}

/* --- Complaints and the contract */

static int64_t today(void)
{
	return day_of_time(fixture_now);
}

static struct complaint against(struct fixture *f, int64_t team_id, const char *kind)
{
	struct team team;
	struct complaint c = { .kind = kind, .text = "Vaatimus" };

	assert_ok(team_get(&f->ctx, &f->arena, team_id, &team));
	assert_ok(decision_find(&f->ctx, "D-1", &c.decision_id));
	c.submission_id = team.solution_id;
	return c;
}

static struct complaint recorded(struct fixture *f, struct complaint in)
{
	struct complaint c;
	int64_t id;

	assert_ok(complaint_add(&f->ctx, &in, &id));
	assert_ok(complaint_get(&f->ctx, &f->arena, id, &c));
	return c;
}

static void a_late_complaint_is_marked_by_itself(void **state)
{
	struct fixture *f = *state;
	struct complaint in = against(f, negotiating(f), "correction"), c;
	const char *name;

	outside(f->path,
		"UPDATE service SET sent = 1577923200, deemed = 1577923200"); /* 2.1.2020 */
	in.received = day_of("2020-01-16");
	c = recorded(f, in);
	assert_day(c.last_day, "2020-01-16");
	assert_false(c.late);
	assert_ok(complaint_name(&f->ctx, &f->arena, &c, &name));
	assert_string_equal(name, "Procurement correction");
	in.received = day_of("2020-01-17");
	c = recorded(f, in);
	assert_true(c.late);
	assert_string_equal(c.outcome, "");
	assert_ok(complaint_answer(&f->ctx, c.id,
		&(struct answer_to_complaint){
			.outcome = "dismissed", .text = "Myöhässä", .day = day_of("2020-01-20") }));
	assert_ok(complaint_get(&f->ctx, &f->arena, c.id, &c));
	assert_string_equal(c.outcome, "dismissed");
	assert_string_equal(c.effect, "none");
	in.kind = "other";
	in.submission_id = 0;
	c = recorded(f, in);
	assert_ok(complaint_name(&f->ctx, &f->arena, &c, &name));
	assert_string_equal(name, "other");
}

static void nobody_complains_before_the_service(void **state)
{
	struct fixture *f = *state;
	struct complaint in = against(f, negotiating(f), "appeal");
	int64_t id;

	outside(f->path, "DELETE FROM service");
	assert_refused(E_RULE, "has not been served", complaint_add(&f->ctx, &in, &id));
	in.submission_id = 0;
	assert_refused(E_RULE, "has not been served", complaint_add(&f->ctx, &in, &id));
}

static void what_the_court_does_is_recorded_while_it_is_open(void **state)
{
	struct fixture *f = *state;
	struct complaint c = recorded(f, against(f, negotiating(f), "appeal")), stale;

	stale = c;
	c.court = "Markkinaoikeus";
	c.court_case = "2020/17";
	c.interim = "maybe";
	assert_refused(E_INVALID, "interim", complaint_update(&f->ctx, &c));
	c.interim = "ordered";
	c.interim_day = today();
	assert_ok(complaint_update(&f->ctx, &c));
	assert_refused(E_STALE, "", complaint_update(&f->ctx, &stale));
	assert_ok(complaint_get(&f->ctx, &f->arena, c.id, &c));
	assert_string_equal(c.court_case, "2020/17");
	assert_string_equal(c.interim, "ordered");
	assert_ok(complaint_answer(&f->ctx, c.id,
		&(struct answer_to_complaint){ .outcome = "rejected", .text = "Hylätty" }));
	assert_ok(complaint_get(&f->ctx, &f->arena, c.id, &c));
	assert_refused(E_RULE, "has been answered", complaint_update(&f->ctx, &c));
}

static const char *stands_in_the_way(struct fixture *f, int64_t team)
{
	struct standstill s;

	assert_ok(standstill_get(&f->ctx, &f->arena, team, &s));
	return standstill_code(&f->ctx, &s, today());
}

/* What was accepted holds the contract until a decision has followed from it. */
static void an_accepted_complaint_waits_for_its_decision(void **state)
{
	struct fixture *f = *state;
	int64_t team = negotiating(f), decision;
	struct contract contract = { .team_id = team, .net = EUR, .vat = 240 };
	struct complaint c = recorded(f, against(f, team, "correction"));

	assert_string_equal(stands_in_the_way(f, team), "complaint");
	assert_ok(complaint_answer(&f->ctx, c.id,
		&(struct answer_to_complaint){ .outcome = "in_part", .text = "Osin" }));
	assert_ok(complaint_get(&f->ctx, &f->arena, c.id, &c));
	assert_string_equal(c.effect, "correct");
	assert_string_equal(stands_in_the_way(f, team), "upheld");
	assert_refused(E_RULE, "was accepted", contract_add(&f->ctx, &contract, &decision));
	outside(f->path,
		"INSERT INTO decision (number, code, round_id, state, lang, day, place, form, "
		"regime_id, complaint_id) SELECT 77, 'D-77', round_id, 'draft', lang, day, place, "
		"form, regime_id, 1 FROM decision WHERE number = 1;"
		"UPDATE decision SET state = 'signed' WHERE number = 77");
	assert_string_equal(stands_in_the_way(f, team), "");
	assert_ok(complaint_correction(&f->ctx, c.id, &decision));
	assert_true(decision > 0);
	outside(f->path, "UPDATE complaint SET effect = 'barred'");
	assert_string_equal(stands_in_the_way(f, team), "upheld");
	outside(f->path, "UPDATE complaint SET effect = 'paid'");
	assert_string_equal(stands_in_the_way(f, team), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST_FILE(the_shipped_regimes_say_what_their_sources_say),
		TEST_FILE(both_times_run_apart_and_move_past_days_off),
		TEST_FILE(a_row_holds_from_its_day_on),
		TEST_FILE(the_office_adds_what_a_later_law_says),
		TEST_JUDGING(the_profile_chooses_what_is_offered),
		TEST_JUDGING(the_value_beside_the_threshold_of_its_day_chooses),
		TEST_JUDGING(another_regime_needs_its_reason),
		TEST_JUDGING(a_decision_keeps_the_row_it_was_made_under),
		TEST_JUDGING(service_counts_by_the_regime_of_the_decision),
		TEST_JUDGING(a_correction_says_its_kind_and_has_a_number_of_its_own),
		TEST_JUDGING(the_instruction_says_the_days_of_the_service),
		TEST_JUDGING(an_instruction_without_its_court_is_not_given),
		TEST_FILE(a_late_complaint_is_marked_by_itself),
		TEST_FILE(nobody_complains_before_the_service),
		TEST_FILE(what_the_court_does_is_recorded_while_it_is_open),
		TEST_FILE(an_accepted_complaint_waits_for_its_decision),
	};

	return RUN(tests);
}
