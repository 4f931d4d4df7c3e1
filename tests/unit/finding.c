/* SPDX-License-Identifier: MIT
 * Finding things again: search by any word, lists in order, contact notes and promises. */
#define TEST_NAME "finding"
#include "tests/unit/fixture.h"

#include "src/base/daytime.h"
#include "src/base/i18n.h"
#include "src/roof/lookup.h"
#include "src/phases/note.h"
#include "src/phases/submission.h"
#include "src/registers/municipality.h"
#include "src/registers/organization.h"

static bool finds(struct fixture *f, const char *words, enum kind kind, int64_t id)
{
	struct founds founds;

	assert_ok(lookup(&f->ctx, &f->arena, words, 1000, &founds));
	for (size_t i = 0; i < founds.n; i++)
		if (founds.rows[i].kind == kind && founds.rows[i].id == id)
			return true;
	return false;
}

/* Everything a search can look for: one problem of Vaasa with another municipality. */
static int64_t fill(struct fixture *f)
{
	struct applicant also = { .municipality_id = municipality_of(f, "Pedersöre") };
	struct themes themes;
	struct submission_input input = { { .kind = "problem",
						  .municipality_id = municipality_of(f, "Vaasa"),
						  .title = "Äidinkielinen päivähoito saaristossa",
						  .body = "Lautta ei kulje pakkasella.",
						  .contact_name = "Exempel Provberg",
						  .contact_email =
							  "exempel.provberg@vaasa.example.fi",
						  .contact_phone = "050 765 4321",
						  .case_number = "VD/123/2018" },
		&also, 1 };
	int64_t id = 0;

	assert_ok(theme_list(&f->ctx, &f->arena, &themes));
	input.submission.theme_id = themes.rows[0].id;
	assert_ok(submission_add(&f->ctx, &input, &id));
	return id;
}

static void any_word_finds_it(void **state)
{
	static const char *const words[] = { "P-001", "p-001", "Vaasa", "vasa", "äidinkielinen",
		"AIDIN", "päivähoito saaristossa", "saari päivä", "lautta", "pakkas", "Provberg",
		"exempel.provberg@vaasa.example.fi", "4321", "VD/123/2018", "hyvinvointi",
		"välfärd", "pedersöre", "  lautta  ", "lautta\tpakkasella", "lautta vaasa" };
	struct fixture *f = *state;
	int64_t id = fill(f);

	for (size_t i = 0; i < LEN(words); i++)
		if (!finds(f, words[i], KIND_PROBLEM, id))
			stop_test("\"%s\" finds nothing", words[i]);
	assert_true(finds(f, "vasa", KIND_MUNICIPALITY, municipality_of(f, "Vaasa")));
	assert_true(finds(f, "905", KIND_MUNICIPALITY, municipality_of(f, "Vaasa")));
}

/* By the beginning of words, all of them, unstemmed; and nothing that is typed is a command. */
static void what_is_not_found(void **state)
{
	static const char *const words[] = { "", " ", "hoito", "lautan", "lautta juna", "xyz",
		"P-0011", "\"", "*", "lautta OR juna", "NOT juna", "head:juna", "(", "^",
		"lautta NEAR juna", "-", "'; DROP TABLE", "\xE4", "lautta\"juna" };
	struct fixture *f = *state;
	int64_t id = fill(f);

	for (size_t i = 0; i < LEN(words); i++)
		if (finds(f, words[i], KIND_PROBLEM, id))
			stop_test("\"%s\" finds it", words[i]);
	assert_true(finds(f, "\"lautta\" (pakkasella)*", KIND_PROBLEM, id));
	/* What a correction took out is gone. */
	struct submission_input input = { 0 };
	assert_ok(submission_get(&f->ctx, &f->arena, id, &input.submission));
	input.submission.body = "Vene ei kulje.";
	assert_ok(submission_update(&f->ctx, &input));
	assert_false(finds(f, "lautta", KIND_PROBLEM, id));
	assert_true(finds(f, "vene", KIND_PROBLEM, id));
	assert_false(finds(f, "pedersöre", KIND_PROBLEM, id)); /* the co-applicant left with it */
	assert_verifies(f);
}

static void a_search_is_for_those_who_may_read(void **state)
{
	struct fixture *f = *state;
	struct context juror;
	struct founds founds;
	struct id_list ids = { 0 };
	struct submission_filter filter = { 0 };

	fill(f);
	fixture_enter(f, "j1", "juror", &juror);
	assert_fails(E_DENIED, lookup(&juror, &f->arena, "lautta", 10, &founds));
	assert_fails(E_DENIED, submission_search(&juror, "lautta", &ids));
	assert_fails(E_DENIED,
		submission_ids(&juror, "problem", SUBMISSIONS_BY_NUMBER, &filter, "lautta", &ids));
	id_list_clear(&ids);
	context_close(&juror);
}

static void order_of(struct fixture *f, enum submission_sort sort,
	const struct submission_filter *filter, const char *words, const char *wanted)
{
	struct id_list ids = { 0 };
	struct buffer codes = { 0 };

	assert_ok(submission_ids(&f->ctx, "problem", sort, filter, words, &ids));
	buffer_text(&codes, "");
	for (size_t i = 0; i < ids.n; i++) {
		struct submission s;

		assert_ok(submission_get(&f->ctx, &f->arena, ids.ids[i], &s));
		buffer_printf(&codes, "%s%lld", i > 0 ? " " : "", (long long)s.number);
	}
	assert_string_equal(wanted, codes.text);
	id_list_clear(&ids);
	buffer_clear(&codes);
}

static void lists_sort_and_filter(void **state)
{
	static const struct {
		const char *municipality, *title, *received, *lang;
	} problems[] = { { "Åbo", "Zeppelin", "2018-10-05T10:00", "sv" },
		{ "Äänekoski", "Ääni", "2018-10-04T10:00", "fi" },
		{ "Vasa", "Åland", "2018-10-03T10:00", "sv" },
		{ "Wörå", "öljy", "2018-10-02T10:00", "fi" } };
	struct fixture *f = *state;
	struct submission_filter all = { 0 }, swedish = { .lang = "sv" }, late = { .late = "1" };
	struct submission_filter withdrawn = { .state = "withdrawn" };
	struct moment closes;
	int64_t id = 0;

	assert_ok(municipality_add_alias(&f->ctx, municipality_of(f, "Vörå"), "sv", "Wörå"));
	for (size_t i = 0; i < LEN(problems); i++) {
		struct submission_input input = { .submission = { .kind = "problem",
							  .title = problems[i].title,
							  .lang = problems[i].lang,
							  .municipality_id = municipality_of(
								  f, problems[i].municipality),
							  .received = at(problems[i].received) } };

		assert_ok(submission_add(&f->ctx, &input, &id));
	}
	order_of(f, SUBMISSIONS_BY_NUMBER, &all, NULL, "1 2 3 4");
	order_of(f, SUBMISSIONS_BY_TITLE, &all, NULL, "1 3 2 4");
	order_of(f, SUBMISSIONS_BY_RECEIVED, &all, NULL, "4 3 2 1");
	i18n_use("fi"); /* Turku, Vaasa, Vöyri, Äänekoski */
	order_of(f, SUBMISSIONS_BY_APPLICANT, &all, NULL, "1 3 4 2");
	i18n_use("sv"); /* Vasa, Vörå, Åbo, Äänekoski */
	order_of(f, SUBMISSIONS_BY_APPLICANT, &all, NULL, "3 4 1 2");
	i18n_use("en");
	order_of(f, SUBMISSIONS_BY_TITLE, &swedish, NULL, "1 3");
	order_of(f, SUBMISSIONS_BY_TITLE, &swedish, "vaasa", "3");
	order_of(f, SUBMISSIONS_BY_TITLE, &all, "eiole", "");
	order_of(f, SUBMISSIONS_BY_TITLE, &withdrawn, NULL, "");
	assert_ok(submission_act(&f->ctx, id, SUBMISSION_WITHDRAW, ""));
	order_of(f, SUBMISSIONS_BY_STATE, &withdrawn, NULL, "4");
	assert_ok(moment_parse("3.10.2018", EDGE_END, &closes));
	assert_ok(phase_plan(&f->ctx, "problems", PHASE_CLOSES, &closes, ""));
	order_of(f, SUBMISSIONS_BY_NUMBER, &late, NULL, "1 2");
}

static int64_t problem_of(struct fixture *f, int64_t municipality_id, int64_t organization_id)
{
	char title[20];
	struct submission_input input = { .submission = { .kind = "problem",
						  .title = title,
						  .municipality_id = municipality_id,
						  .organization_id = organization_id,
						  .received = at("2018-10-05T10:00") } };
	int64_t id = 0;

	snprintf(title, sizeof(title), "Otsikko %lld", (long long)fixture_now++);
	assert_ok(submission_add(&f->ctx, &input, &id));
	return id;
}

/* Municipalities and organizations stand in one order, each with all it has sent, under the name of
 * now. */
static void applicants_stand_where_their_names_do(void **state)
{
	struct fixture *f = *state;
	struct organization trust = {
		.kind = "association", .name_fi = "Vaarat ry", .name_sv = "Bergen rf"
	};
	struct submission_filter all = { 0 }, late = { .late = "1" };
	int64_t vaasa = municipality_of(f, "Vaasa"), organization_id = 0;

	assert_ok(organization_add(&f->ctx, &trust, &organization_id));
	problem_of(f, vaasa, 0);
	problem_of(f, 0, organization_id);
	problem_of(f, municipality_of(f, "Turku"), 0);
	problem_of(f, vaasa, 0);
	i18n_use("fi"); /* Turku, Vaarat ry, Vaasa twice */
	order_of(f, SUBMISSIONS_BY_APPLICANT, &all, NULL, "3 2 1 4");
	order_of(f, SUBMISSIONS_BY_APPLICANT, &late, NULL, "");
	i18n_use("sv"); /* Bergen rf, Vasa twice, Åbo */
	order_of(f, SUBMISSIONS_BY_APPLICANT, &all, NULL, "2 1 4 3");
	assert_ok(municipality_rename(&f->ctx, vaasa, "sv", "Ängen"));
	order_of(f, SUBMISSIONS_BY_APPLICANT, &all, NULL, "2 3 1 4");
	i18n_use("en");
}

/* A list that reads its beginning first gets just that, and hears that there is more. */
static void the_beginning_of_a_list_is_its_beginning(void **state)
{
	static const enum submission_sort sorts[] = { SUBMISSIONS_BY_NUMBER,
		SUBMISSIONS_BY_APPLICANT, SUBMISSIONS_BY_TITLE, SUBMISSIONS_BY_THEME,
		SUBMISSIONS_BY_STATE, SUBMISSIONS_BY_RECEIVED };
	static const char *const from[] = { "Vaasa", "Turku", "Vaasa", "Naantali", "Turku" };
	struct fixture *f = *state;
	struct submission_filter none = { 0 };

	for (size_t i = 0; i < LEN(from); i++)
		problem_of(f, municipality_of(f, from[i]), 0);
	for (size_t i = 0; i < LEN(sorts); i++)
		for (size_t limit = 1; limit <= LEN(from) + 1; limit++) {
			struct id_list whole = { 0 }, first = { .limit = limit };

			assert_ok(
				submission_ids(&f->ctx, "problem", sorts[i], &none, NULL, &whole));
			assert_ok(
				submission_ids(&f->ctx, "problem", sorts[i], &none, NULL, &first));
			assert_int_equal(LEN(from), whole.n);
			assert_int_equal(limit < whole.n ? limit : whole.n, first.n);
			assert_memory_equal(whole.ids, first.ids, first.n * sizeof(*first.ids));
			assert_int_equal(limit <= whole.n, first.more);
			id_list_clear(&whole);
			id_list_clear(&first);
		}
}

static int64_t note_about(struct fixture *f, const char *object, const char *text, int64_t due)
{
	struct note note = { .object = object, .who = "Aino Malli", .text = text, .due = due };
	int64_t id = 0;

	assert_ok(note_add(&f->ctx, &note, kinds_name, &id));
	return id;
}

static void notes_stand_at_any_record(void **state)
{
	static const char *const nowhere[] = { "", "P-999", "C-1", "999", "person:999",
		"person:", "person:1x", "organization:1 ", "organization:-1", "maasto" };
	struct fixture *f = *state;
	struct id_list ids = { 0 };
	struct note note;
	int64_t id = 0;

	fill(f);
	note_about(f, "P-001", "Soitti lautasta", 0);
	note_about(f, "905", "Kaupunginjohtaja kysyi", 0);
	note_about(f, "person:1", "Lomalla", 0);
	note_about(f, "organization:1", "Uusi johtaja", 0);
	for (size_t i = 0; i < LEN(nowhere); i++) {
		struct error e = note_add(&f->ctx,
			&(struct note){ .object = nowhere[i], .text = "x" }, kinds_name, &id);

		if (e.code != E_NOT_FOUND)
			stop_test("a note about \"%s\"", nowhere[i]);
	}
	assert_fails(E_REQUIRED, note_add(&f->ctx, &(struct note){ .object = "P-001", .text = " " },
					 kinds_name, &id));
	assert_fails(E_RULE, note_add(&f->ctx, &(struct note){ .object = "P-001", .text = "\033c" },
				     kinds_name, &id));
	fixture_now += 60;
	int64_t newer = note_about(f, "P-001", "Soitti taas", 0);
	assert_ok(note_ids(&f->ctx, "P-001", &ids));
	assert_int_equal(2, ids.n);
	assert_int_equal(newer, ids.ids[0]); /* newest first */
	id_list_clear(&ids);
	assert_ok(note_ids(&f->ctx, NULL, &ids));
	assert_int_equal(5, ids.n);
	id_list_clear(&ids);
	assert_ok(note_get(&f->ctx, &f->arena, newer, &note));
	assert_string_equal("Olli Esimerkki", note.by);
	assert_int_equal(fixture_now, note.at);
	assert_true(finds(f, "lautasta", KIND_NOTE, newer - 4));
	assert_true(finds(f, "aino malli taas", KIND_NOTE, newer));
	assert_string_equal("Vaasa", lookup_shown(&f->ctx, &f->arena, "905"));
	assert_string_equal("P-001", lookup_shown(&f->ctx, &f->arena, "P-001"));
	assert_string_equal("maasto", lookup_shown(&f->ctx, &f->arena, "maasto"));
	assert_verifies(f);
}

static void promises_come_due(void **state)
{
	struct fixture *f = *state;
	struct id_list ids = { 0 };
	struct note note, theirs;
	int64_t today = day_of_civil(2018, 10, 1);

	fill(f);
	int64_t past = note_about(f, "P-001", "Eilen", today - DAY_SECONDS);
	int64_t now = note_about(f, "P-001", "Tänään", today);
	int64_t later = note_about(f, "P-001", "Viikon päästä", today + 7 * DAY_SECONDS);
	note_about(f, "P-001", "Ei luvattu", 0);
	assert_ok(note_due_ids(&f->ctx, 0, &ids));
	assert_int_equal(2, ids.n);
	assert_int_equal(past, ids.ids[0]);
	id_list_clear(&ids);
	assert_ok(note_due_ids(&f->ctx, 7, &ids));
	assert_int_equal(3, ids.n);
	assert_int_equal(later, ids.ids[2]);
	id_list_clear(&ids);
	fixture_now = at("2018-10-02T00:00:01");
	assert_ok(note_done(&f->ctx, now));
	assert_ok(note_get(&f->ctx, &f->arena, now, &note));
	assert_int_equal(day_of_civil(2018, 10, 2), note.done);
	assert_ok(note_due_ids(&f->ctx, 0, &ids));
	assert_int_equal(1, ids.n);
	id_list_clear(&ids);
	theirs = note;
	theirs.text = "Korjattu";
	assert_ok(note_update(&f->ctx, &theirs));
	assert_fails(E_STALE, note_update(&f->ctx, &note));
	assert_true(finds(f, "korjattu", KIND_NOTE, now));
	assert_false(finds(f, "tänään", KIND_NOTE, now));
	assert_fails(E_NOT_FOUND, note_done(&f->ctx, 99999));
}

static void notes_are_the_offices(void **state)
{
	static const struct {
		const char *role;
		enum errcode write, read;
	} roles[] = { { "custodian", E_OK, E_OK }, { "juror", E_DENIED, E_DENIED },
		{ "auditor", E_DENIED, E_OK } };
	struct fixture *f = *state;

	fill(f);
	int64_t id = note_about(f, "P-001", "Soitti", day_of_civil(2018, 10, 1));
	for (size_t i = 0; i < LEN(roles); i++) {
		struct context ctx;
		struct id_list ids = { 0 };
		struct note note;
		int64_t added;

		fixture_enter(f, roles[i].role, roles[i].role, &ctx);
		assert_fails(roles[i].write,
			note_add(&ctx, &(struct note){ .object = "P-001", .text = "x" }, kinds_name,
				&added));
		assert_fails(roles[i].read, note_get(&ctx, &f->arena, id, &note));
		assert_fails(roles[i].read, note_ids(&ctx, "P-001", &ids));
		assert_fails(roles[i].read, note_due_ids(&ctx, 0, &ids));
		assert_fails(roles[i].write, note_done(&ctx, id));
		id_list_clear(&ids);
		context_close(&ctx);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST_FILE(any_word_finds_it),
		TEST_FILE(what_is_not_found),
		TEST_FILE(a_search_is_for_those_who_may_read),
		TEST_FILE(lists_sort_and_filter),
		TEST_FILE(applicants_stand_where_their_names_do),
		TEST_FILE(the_beginning_of_a_list_is_its_beginning),
		TEST_FILE(notes_stand_at_any_record),
		TEST_FILE(promises_come_due),
		TEST_FILE(notes_are_the_offices),
	};
	return RUN(tests);
}
