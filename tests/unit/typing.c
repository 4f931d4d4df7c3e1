/* SPDX-License-Identifier: MIT
 * Fields of a record as a form types them: what is emptied is empty, whatever the row said before,
 * and what is no such thing is told by the field's name. */
#define TEST_NAME "typing"
#include "tests/unit/fixture.h"

#include "db/store/contract.h"
#include "db/store/note.h"
#include "db/store/round.h"
#include "db/store/session.h"
#include "db/store/team.h"
#include "src/export/field_cell.h"
#include "src/ground/record.h"

static const struct field *named(const struct record *record, const char *name)
{
	const struct field *field = record_named(record, name);

	assert_non_null(field);
	return field;
}

static void empty(const struct record *record, const char *name, void *row)
{
	field_empty(named(record, name), row);
}

static void an_emptied_field_is_empty(void **state)
{
	struct mentoring_session s = {
		.day = 18000, .starts = 540, .ends = 930, .place = "Oulu", .topic = "Money"
	};
	struct payment p = { .net = 100, .due = 18000, .text = "First" };

	(void)state;
	empty(&record_of_mentoring_session, "date", &s);
	empty(&record_of_mentoring_session, "starts", &s);
	empty(&record_of_mentoring_session, "place", &s);
	empty(&record_of_payment, "due", &p);
	assert_int_equal(s.day, 0);
	assert_int_equal(s.starts, NO_MINUTES);
	assert_int_equal(s.ends, 930);
	assert_string_equal(s.place, "");
	assert_int_equal(p.due, 0);
}

/* 0 is an amount, and below it there is none: only who asks can know. */
static void an_amount_that_may_be_nothing_stays(void **state)
{
	struct negotiation n = { .estimate = -1 };

	(void)state;
	empty(&record_of_negotiation, "estimate", &n);
	assert_int_equal(n.estimate, -1);
}

static void a_time_of_day_is_read(void **state)
{
	const struct field *starts = named(&record_of_mentoring_session, "starts");
	struct mentoring_session s = { .starts = NO_MINUTES };

	(void)state;
	assert_int_equal(field_read(&record_of_mentoring_session, starts, &s, "9.30").code, E_OK);
	assert_int_equal(s.starts, 570);
	struct error e = field_read(&record_of_mentoring_session, starts, &s, "noon");
	assert_int_equal(e.code, E_INVALID);
	assert_string_equal(e.field, "starts");
}

/* A form gives back what it was given: no sign of the currency, and the percentage as it is. */
static void what_is_typed_reads_back(void **state)
{
	const struct payment p = { .net = 25000050, .vat = 255 };
	static const char *const names[] = { "net", "vat" };
	struct payment read = { 0 };
	struct arena arena = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(names); i++) {
		const struct field *field = named(&record_of_payment, names[i]);
		struct cell cell = field_cell(field, &p);
		const char *typed = cell_words(&arena, &cell, READ_TYPED);

		assert_null(strstr(typed, "€"));
		assert_int_equal(field_read(&record_of_payment, field, &read, typed).code, E_OK);
	}
	assert_int_equal(read.net, p.net);
	assert_int_equal(read.vat, p.vat);
	arena_clear(&arena);
}

static void a_weight_is_read_in_thousandths(void **state)
{
	const struct field *weight = named(&record_of_criterion, "weight");
	struct criterion c = { 0 };

	(void)state;
	assert_int_equal(field_read(&record_of_criterion, weight, &c, "0,4").code, E_OK);
	assert_int_equal(c.weight, 400);
	struct error e = field_read(&record_of_criterion, weight, &c, "heavy");
	assert_int_equal(e.code, E_INVALID);
	assert_string_equal(e.field, "weight");
}

/* As an option without a value, and as one of the two words of a form. */
static void what_is_given_is_yes_but_for_its_no(void **state)
{
	const struct field *consent = named(&record_of_team_member, "consent");
	struct team_member m = { 0 };

	(void)state;
	assert_int_equal(field_read(&record_of_team_member, consent, &m, "").code, E_OK);
	assert_true(m.consent);
	assert_int_equal(field_read(&record_of_team_member, consent, &m, "no").code, E_OK);
	assert_false(m.consent);
	assert_int_equal(field_read(&record_of_team_member, consent, &m, "yes").code, E_OK);
	assert_true(m.consent);
}

static void a_deadline_is_the_last_second_of_its_day(void **state)
{
	const struct field *closes = named(&record_of_round, "closes");
	const struct field *made = named(&record_of_note, "time");
	struct round r = { 0 };
	struct note n = { 0 };

	(void)state;
	assert_int_equal(field_read(&record_of_round, closes, &r, "23.11.2018").code, E_OK);
	assert_int_equal(field_read(&record_of_note, made, &n, "23.11.2018").code, E_OK);
	assert_int_equal(r.closes - n.at, 24 * 60 * 60 - 1);
}

static void a_reference_leads_where_it_is_picked(void **state)
{
	struct payment p = { 0 };

	(void)state;
	field_refer(named(&record_of_payment, "contract"), &p, 7);
	assert_int_equal(p.contract_id, 7);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(an_emptied_field_is_empty),
		TEST(an_amount_that_may_be_nothing_stays),
		TEST(a_time_of_day_is_read),
		TEST(what_is_typed_reads_back),
		TEST(a_weight_is_read_in_thousandths),
		TEST(what_is_given_is_yes_but_for_its_no),
		TEST(a_deadline_is_the_last_second_of_its_day),
		TEST(a_reference_leads_where_it_is_picked),
	};
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name(TEST_NAME, tests, NULL, NULL);
}
