/* SPDX-License-Identifier: MIT
 * Problems as they arrive and what life does to them: nothing that arrived vanishes. */
#define TEST_NAME "submission"
#include "tests/unit/fixture.h"

#include "src/base/daytime.h"
#include "src/base/i18n.h"
#include "src/phases/submission.h"

static struct submission get(struct fixture *f, int64_t id)
{
	struct submission s = { 0 };

	assert_ok(submission_get(&f->ctx, &f->arena, id, &s));
	return s;
}

static struct submission_input problem(
	struct fixture *f, const char *municipality, const char *title)
{
	return (struct submission_input){ .submission = { .kind = "problem",
						  .title = title,
						  .municipality_id =
							  municipality_of(f, municipality) } };
}

static struct submission_counts counts(struct fixture *f)
{
	struct submission_counts c;

	assert_ok(submission_count(&f->ctx, "problem", &c));
	return c;
}

static struct municipality_counts municipalities(struct fixture *f)
{
	struct municipality_counts counts;

	assert_ok(submission_municipalities(&f->ctx, "problem", &counts));
	return counts;
}

static void plan_closing(struct fixture *f, const char *when)
{
	struct moment moment;

	assert_ok(moment_parse(when, EDGE_END, &moment));
	assert_ok(phase_plan(&f->ctx, "problems", PHASE_CLOSES, &moment, ""));
}

static int64_t arriving(struct fixture *f, const char *when, const char *title)
{
	struct submission_input input = problem(f, "Vaasa", title);
	int64_t id = 0;

	input.submission.received = at(when);
	assert_ok(submission_add(&f->ctx, &input, &id));
	return id;
}

static void what_arrives_is_kept_as_it_came(void **state)
{
	struct fixture *f = *state;
	struct submission_input input = { .submission = { .kind = "problem",
						  .municipality_id = municipality_of(f, "Åbo"),
						  .title = " Pyo\u0308ra\u0308tiet\tpuuttuvat ",
						  .body = "Rivi 1\r\nRivi 2\r",
						  .theme_text = "Liikenne",
						  .lang = "sv",
						  .channel = "letter",
						  .contact_name = "Testi Malli",
						  .contact_email = "testi@example.fi",
						  .contact_phone = "050 1",
						  .case_number = "12/2018",
						  .received = at("2018-10-02T09:15:07") } };
	int64_t id = 0;

	assert_ok(submission_add(&f->ctx, &input, &id));
	struct submission s = get(f, id);
	assert_string_equal("P-001", s.code);
	assert_string_equal("Pyörätiet puuttuvat", s.title);
	assert_string_equal("Rivi 1\nRivi 2", s.body);
	assert_string_equal("sv", s.lang);
	assert_string_equal("letter", s.channel);
	assert_string_equal("Liikenne", s.theme_text);
	assert_string_equal("Testi Malli", s.contact_name);
	assert_string_equal("testi@example.fi", s.contact_email);
	assert_string_equal("12/2018", s.case_number);
	assert_string_equal("received", s.state);
	assert_int_equal(at("2018-10-02T09:15:07"), s.received);
	assert_int_equal(1, s.version);
	assert_false(s.late);
	s = get(f, problem_from(f, "Vaasa", "Toinen"));
	assert_string_equal("P-002", s.code);
	assert_string_equal("fi", s.lang);
	assert_string_equal("other", s.channel);
	assert_int_equal(fixture_now, s.received);
	assert_verifies(f);
}

static void what_cannot_be_is_refused_whole(void **state)
{
	struct fixture *f = *state;
	int64_t vaasa = municipality_of(f, "Vaasa"), id = 0;
	char text[20002];

	memset(text, 'a', sizeof(text) - 1);
	text[sizeof(text) - 1] = '\0';
	const struct {
		struct submission submission;
		enum errcode code;
		const char *field;
	} cases[] = {
		{ { .title = " ", .municipality_id = vaasa }, E_REQUIRED, "title" },
		{ { .title = "\u00A0", .municipality_id = vaasa }, E_REQUIRED, "title" },
		{ { .title = text, .municipality_id = vaasa }, E_TOO_LONG, "title" },
		{ { .title = "A", .body = text, .municipality_id = vaasa }, E_TOO_LONG,
			"description" },
		{ { .title = "A" }, E_REQUIRED, "municipality" },
		{ { .title = "A", .municipality_id = vaasa, .organization_id = 1 }, E_INVALID,
			NULL },
		{ { .title = "A", .municipality_id = 99999 }, E_IN_USE, NULL },
		{ { .title = "A", .municipality_id = vaasa, .lang = "de" }, E_INVALID, "language" },
		{ { .title = "A", .municipality_id = vaasa, .channel = "fax" }, E_INVALID,
			"channel" },
		{ { .title = "A", .municipality_id = vaasa, .contact_email = "a b" }, E_INVALID,
			"contact_email" },
		{ { .title = "A\033[2J", .municipality_id = vaasa }, E_RULE, NULL },
		{ { .title = "A", .body = "a\u202Eb", .municipality_id = vaasa }, E_RULE, NULL },
		{ { .title = "A", .contact_name = "a\xE4", .municipality_id = vaasa }, E_INVALID,
			"contact" },
	};
	for (size_t i = 0; i < LEN(cases); i++) {
		struct submission_input input = { .submission = cases[i].submission };

		input.submission.kind = "problem";
		struct error e = submission_add(&f->ctx, &input, &id);
		if (e.code != cases[i].code)
			stop_test("case %zu: %d", i, (int)e.code);
		if (cases[i].field != NULL)
			assert_string_equal(cases[i].field, e.field);
	}
	assert_int_equal(0, counts(f).all);
	/* The next one is still the first. */
	assert_string_equal("P-001", get(f, problem_from(f, "Vaasa", "A")).code);
}

static void the_same_is_recorded_once(void **state)
{
	struct fixture *f = *state;
	struct submission_input input = problem(f, "Vaasa", "Jätehuolto");
	int64_t id = 0, other = 0;

	assert_ok(submission_add(&f->ctx, &input, &id));
	input.submission.title = " Jätehuolto ";
	assert_fails(E_RULE, submission_add(&f->ctx, &input, &other));
	input = problem(f, "Turku", "Jätehuolto");
	assert_ok(submission_add(&f->ctx, &input, &other));
	/* Nor may a correction make two of one. */
	struct submission s = get(f, other);
	input.submission = s;
	input.submission.municipality_id = municipality_of(f, "Vaasa");
	assert_fails(E_RULE, submission_update(&f->ctx, &input));
	assert_int_equal(2, counts(f).all);
}

static void the_deadline_is_a_second(void **state)
{
	struct fixture *f = *state;

	plan_closing(f, "31.10.2018 23.59");
	assert_false(get(f, arriving(f, "2018-10-31T23:59:00", "a")).late);
	assert_false(get(f, arriving(f, "2018-10-31T23:59:59", "b")).late);
	int64_t late = arriving(f, "2018-11-01T00:00:00", "c");
	assert_true(get(f, late).late);
	assert_int_equal(1, counts(f).late);
	assert_int_equal(2, counts(f).counted);
	assert_int_equal(3, counts(f).all);
	/* Corrected: the letter's stamp was read wrongly. */
	struct submission_input input = { .submission = get(f, late) };
	input.submission.received = at("2018-10-31T23:59:59");
	assert_fails(E_REASON, submission_update(&f->ctx, &input));
	assert_true(get(f, late).late);
	input.reason = "Leima luettiin väärin.";
	assert_ok(submission_update(&f->ctx, &input));
	assert_false(get(f, late).late);
	struct submission_acts acts;
	assert_ok(submission_acts(&f->ctx, &f->arena, late, &acts));
	assert_string_equal("arrival", acts.rows[0].act);
	assert_string_equal("Leima luettiin väärin.", acts.rows[0].reason);
}

static void a_late_one_is_admitted_with_a_reason(void **state)
{
	struct fixture *f = *state;
	struct submission_acts acts;

	plan_closing(f, "31.10.2018");
	int64_t in_time = arriving(f, "2018-10-31T23:59:59", "a");
	int64_t late = arriving(f, "2018-11-01T08:00:00", "b");
	assert_fails(E_RULE, submission_act(&f->ctx, in_time, SUBMISSION_ADMIT, "Syy"));
	struct error e = submission_act(&f->ctx, late, SUBMISSION_ADMIT, " ");
	assert_int_equal(E_REQUIRED, e.code);
	assert_string_equal("reason", e.field);
	assert_ok(submission_act(&f->ctx, late, SUBMISSION_ADMIT, "Sähköpostin viive"));
	assert_string_equal("admitted", get(f, late).state);
	assert_true(get(f, late).late); /* it still came late */
	assert_int_equal(2, counts(f).counted);
	assert_fails(E_RULE, submission_act(&f->ctx, late, SUBMISSION_ADMIT, "Uudestaan"));
	assert_ok(submission_acts(&f->ctx, &f->arena, late, &acts));
	assert_int_equal(1, acts.n);
	assert_string_equal("Sähköpostin viive", acts.rows[0].reason);
	assert_string_equal("Olli Esimerkki", acts.rows[0].who);
	/* A correction of its text does not take the admission back. */
	struct submission_input input = { .submission = get(f, late) };
	input.submission.title = "b korjattuna";
	assert_ok(submission_update(&f->ctx, &input));
	assert_string_equal("admitted", get(f, late).state);
	assert_true(get(f, late).late);
}

/* Whoever comes late, alone or with others, is not among those who take part. */
static void late_municipalities_are_not_counted(void **state)
{
	struct fixture *f = *state;
	struct applicant also = { .municipality_id = municipality_of(f, "Naantali") };
	struct submission_input input = problem(f, "Turku", "Myöhässä");
	int64_t id = 0;

	plan_closing(f, "31.10.2018");
	arriving(f, "2018-10-31T08:00:00", "Ajoissa");
	input.submission.received = at("2018-11-01T08:00:00");
	input.coapplicants = &also;
	input.n = 1;
	assert_ok(submission_add(&f->ctx, &input, &id));
	assert_int_equal(1, municipalities(f).alone);
	assert_int_equal(1, municipalities(f).with_coapplicants);
	assert_ok(submission_act(&f->ctx, id, SUBMISSION_ADMIT, "Syy"));
	assert_int_equal(2, municipalities(f).alone);
	assert_int_equal(3, municipalities(f).with_coapplicants);
}

/* A later closing time decides anew, but not about what a person has decided. */
static void a_new_deadline_decides_anew(void **state)
{
	struct fixture *f = *state;

	plan_closing(f, "31.10.2018");
	int64_t first = arriving(f, "2018-11-01T08:00:00", "a");
	int64_t second = arriving(f, "2018-11-03T08:00:00", "b");
	int64_t admitted = arriving(f, "2018-11-04T08:00:00", "c");
	assert_ok(submission_act(&f->ctx, admitted, SUBMISSION_ADMIT, "Syy"));
	plan_closing(f, "2.11.2018");
	assert_false(get(f, first).late);
	assert_true(get(f, second).late);
	assert_string_equal("admitted", get(f, admitted).state);
	plan_closing(f, "30.10.2018");
	assert_true(get(f, first).late);
	assert_verifies(f);
}

static void two_people_correct_the_same(void **state)
{
	struct fixture *f = *state;
	int64_t id = problem_from(f, "Vaasa", "Liikenne");
	struct submission_input mine = { .submission = get(f, id) }, theirs = mine;
	struct context other;

	fixture_enter(f, "virpi", "office", &other);
	theirs.submission.title = "Heidän";
	theirs.submission.case_number = "5/2018";
	assert_ok(submission_update(&other, &theirs));
	mine.submission.title = "Minun";
	assert_fails(E_STALE, submission_update(&f->ctx, &mine));
	/* Both versions are there to be looked at: theirs in the file, mine as typed. */
	struct submission now = get(f, id);
	assert_string_equal("Heidän", now.title);
	assert_string_equal("5/2018", now.case_number);
	assert_string_equal("Minun", mine.submission.title);
	assert_int_equal(mine.submission.v + 1, now.v);
	mine.submission.v = now.v;
	assert_ok(submission_update(&f->ctx, &mine));
	assert_string_equal("Minun", get(f, id).title);
	assert_string_equal("P-001", get(f, id).code);
	context_close(&other);
}

static void applicants_join(void **state)
{
	struct fixture *f = *state;
	struct applicant also[] = { { .municipality_id = municipality_of(f, "Turku") },
		{ .municipality_id = municipality_of(f, "Naantali") } };
	struct submission_input input = problem(f, "Vaasa", "Yhdessä");
	struct applicants list;
	int64_t id = 0;

	input.coapplicants = also;
	input.n = 2;
	assert_ok(submission_add(&f->ctx, &input, &id));
	problem_from(f, "Turku", "Yksin");
	assert_int_equal(2, municipalities(f).alone);
	assert_int_equal(3, municipalities(f).with_coapplicants);
	assert_int_equal(2, get(f, id).coapplicants);
	/* Who left a joint problem leaves the counts. */
	input.submission = get(f, id);
	input.n = 1;
	assert_ok(submission_update(&f->ctx, &input));
	assert_ok(submission_coapplicants(&f->ctx, &f->arena, id, &list));
	assert_int_equal(1, list.n);
	assert_int_equal(also[0].municipality_id, list.rows[0].municipality_id);
	assert_int_equal(2, municipalities(f).with_coapplicants);
	input.submission = get(f, id);
	also[1] = also[0];
	input.n = 2;
	struct error e = submission_update(&f->ctx, &input);
	assert_int_equal(E_EXISTS, e.code);
	assert_string_equal("coapplicants", e.field);
	also[1].municipality_id = municipality_of(f, "Vaasa");
	assert_fails(E_RULE, submission_update(&f->ctx, &input));
	struct submission_titles titles;
	assert_ok(submission_of_municipality(&f->ctx, &f->arena, also[0].municipality_id, &titles));
	assert_int_equal(2, titles.n);
	assert_verifies(f);
}

static void withdrawn_and_excluded_do_not_count(void **state)
{
	struct fixture *f = *state;
	int64_t gone = problem_from(f, "Vaasa", "a"), out = problem_from(f, "Turku", "b");

	assert_ok(submission_act(&f->ctx, gone, SUBMISSION_WITHDRAW, ""));
	assert_fails(E_REQUIRED, submission_act(&f->ctx, out, SUBMISSION_EXCLUDE, ""));
	assert_ok(submission_act(&f->ctx, out, SUBMISSION_EXCLUDE, "Ei kunnan tehtävä"));
	assert_string_equal("withdrawn", get(f, gone).state);
	assert_string_equal("ineligible", get(f, out).state);
	assert_int_equal(2, counts(f).all);
	assert_int_equal(0, counts(f).counted);
	assert_int_equal(0, municipalities(f).alone);
	assert_int_equal(0, municipalities(f).with_coapplicants);
	assert_fails(E_RULE, submission_act(&f->ctx, gone, SUBMISSION_WITHDRAW, ""));
	assert_fails(E_RULE, submission_act(&f->ctx, gone, SUBMISSION_EXCLUDE, "x"));
	assert_fails(E_NOT_FOUND, submission_act(&f->ctx, 99999, SUBMISSION_WITHDRAW, ""));
	/* What was excluded can still be withdrawn. */
	assert_ok(submission_act(&f->ctx, out, SUBMISSION_WITHDRAW, "Kunta perui"));
}

/* Undone, it is what it was before. */
static void an_act_can_be_undone(void **state)
{
	struct fixture *f = *state;
	struct submission_acts acts;

	plan_closing(f, "31.10.2018");
	int64_t id = arriving(f, "2018-11-01T08:00:00", "a");
	assert_fails(E_RULE, submission_act(&f->ctx, id, SUBMISSION_RESTORE, "Syy"));
	assert_ok(submission_act(&f->ctx, id, SUBMISSION_ADMIT, "Syy"));
	assert_ok(submission_act(&f->ctx, id, SUBMISSION_EXCLUDE, "Väärä kunta"));
	assert_ok(submission_act(&f->ctx, id, SUBMISSION_WITHDRAW, ""));
	assert_fails(E_REQUIRED, submission_act(&f->ctx, id, SUBMISSION_RESTORE, ""));
	assert_ok(submission_act(&f->ctx, id, SUBMISSION_RESTORE, "Erehdys"));
	assert_string_equal("admitted", get(f, id).state);
	assert_ok(submission_acts(&f->ctx, &f->arena, id, &acts));
	assert_int_equal(4, acts.n);
	assert_string_equal("restore", acts.rows[3].act);
	assert_string_equal("withdrawn", acts.rows[3].before);
	int64_t plain = arriving(f, "2018-10-30T08:00:00", "b");
	assert_ok(submission_act(&f->ctx, plain, SUBMISSION_WITHDRAW, ""));
	assert_ok(submission_act(&f->ctx, plain, SUBMISSION_RESTORE, "Erehdys"));
	assert_string_equal("received", get(f, plain).state);
}

static void a_new_version_keeps_the_earlier_one(void **state)
{
	struct fixture *f = *state;
	struct submission_versions versions;
	int64_t id = problem_from(f, "Vaasa", "Ensimmäinen");
	struct submission_input input = { .submission = get(f, id) };

	plan_closing(f, "31.10.2018");
	input.submission.title = "Toinen";
	input.submission.body = "Uusi teksti";
	input.submission.case_number = "9/2018";
	input.submission.received = at("2018-10-20T12:00:00");
	assert_ok(submission_replace(&f->ctx, &input));
	struct submission s = get(f, id);
	assert_string_equal("P-001", s.code);
	assert_string_equal("Toinen", s.title);
	assert_string_equal("9/2018", s.case_number);
	assert_int_equal(2, s.version);
	assert_int_equal(at("2018-10-20T12:00:00"), s.received);
	assert_ok(submission_versions(&f->ctx, &f->arena, id, &versions));
	assert_int_equal(1, versions.n);
	assert_int_equal(1, versions.rows[0].number);
	assert_string_equal("Ensimmäinen", versions.rows[0].title);
	assert_int_equal(fixture_now, versions.rows[0].received);
	input.submission = s;
	input.submission.title = "Myöhässä";
	input.submission.case_number = ""; /* the applicant knows of none: the office's stays */
	input.submission.received = at("2018-11-02T12:00:00");
	assert_ok(submission_replace(&f->ctx, &input));
	/* It waits; what came in time stays. */
	s = get(f, id);
	assert_false(s.late);
	assert_string_equal("Toinen", s.title);
	assert_int_equal(3, s.waiting);
	assert_fails(E_REQUIRED, submission_act(&f->ctx, id, SUBMISSION_ADMIT, ""));
	assert_ok(submission_act(&f->ctx, id, SUBMISSION_ADMIT, "Posti viivästyi."));
	s = get(f, id);
	assert_string_equal("Myöhässä", s.title);
	assert_string_equal("9/2018", s.case_number);
	assert_true(s.late);
	assert_string_equal("admitted", s.state);
	assert_int_equal(0, s.waiting);
	assert_ok(submission_act(&f->ctx, id, SUBMISSION_WITHDRAW, ""));
	input.submission.title = "Liian myöhään";
	assert_fails(E_RULE, submission_replace(&f->ctx, &input));
	assert_ok(submission_versions(&f->ctx, &f->arena, id, &versions));
	assert_int_equal(2, versions.n);
	assert_string_equal("Toinen", versions.rows[0].title);
	assert_verifies(f);
}

static void only_the_office_takes_in(void **state)
{
	static const struct {
		const char *role;
		enum errcode write, read;
	} roles[] = { { "custodian", E_OK, E_OK }, { "juror", E_DENIED, E_DENIED },
		{ "auditor", E_DENIED, E_OK } };
	struct fixture *f = *state;
	int64_t id = problem_from(f, "Vaasa", "Liikenne");

	for (size_t i = 0; i < LEN(roles); i++) {
		struct submission_input input = problem(f, "Turku", roles[i].role);
		struct submission_input edit = { .submission = get(f, id) };
		struct submission_versions versions;
		struct submission_acts acts;
		struct applicants applicants;
		struct submission s;
		struct context ctx;
		int64_t found;

		fixture_enter(f, roles[i].role, roles[i].role, &ctx);
		assert_fails(roles[i].write, submission_add(&ctx, &input, &found));
		edit.submission.title = roles[i].role;
		assert_fails(roles[i].write, submission_update(&ctx, &edit));
		edit.submission.title = "Uusi";
		assert_fails(roles[i].write, submission_replace(&ctx, &edit));
		assert_fails(roles[i].write, submission_act(&ctx, id, SUBMISSION_WITHDRAW, ""));
		assert_fails(roles[i].write, submission_act(&ctx, id, SUBMISSION_RESTORE, "x"));
		assert_fails(roles[i].read, submission_find(&ctx, "problem", "P-001", &found));
		assert_fails(roles[i].read, submission_get(&ctx, &f->arena, id, &s));
		assert_fails(roles[i].read, submission_versions(&ctx, &f->arena, id, &versions));
		assert_fails(roles[i].read, submission_acts(&ctx, &f->arena, id, &acts));
		assert_fails(
			roles[i].read, submission_coapplicants(&ctx, &f->arena, id, &applicants));
		context_close(&ctx);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST_FILE(what_arrives_is_kept_as_it_came),
		TEST_FILE(what_cannot_be_is_refused_whole),
		TEST_FILE(the_same_is_recorded_once),
		TEST_FILE(the_deadline_is_a_second),
		TEST_FILE(a_late_one_is_admitted_with_a_reason),
		TEST_FILE(late_municipalities_are_not_counted),
		TEST_FILE(a_new_deadline_decides_anew),
		TEST_FILE(two_people_correct_the_same),
		TEST_FILE(applicants_join),
		TEST_FILE(withdrawn_and_excluded_do_not_count),
		TEST_FILE(an_act_can_be_undone),
		TEST_FILE(a_new_version_keeps_the_earlier_one),
		TEST_FILE(only_the_office_takes_in),
	};
	return RUN(tests);
}
