/* SPDX-License-Identifier: MIT
 * Reviews from a file: what is taken, what is refused by row and column, and that it is all or
 * nothing and harmless when it comes twice. */
#define TEST_NAME "review_import"
#include "tests/unit/judging_fixture.h"

#include "src/base/i18n.h"
#include "src/intake/review_import.h"

/* The file "sheet.csv" with that content, read into *result; the caller clears it. */
static struct error import(struct judging *j, const char *text, size_t n, const char *charset,
	const char *declared, struct review_import *result)
{
	const char *path = arena_printf(j->arena, "%s/sheet.csv", j->f->directory);
	struct table_options options = { .charset = charset };
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	assert_int_equal(fwrite(text, 1, n, file), n);
	assert_int_equal(fclose(file), 0);
	return review_import(j->ctx, j->round, path, &options, declared, NULL, result);
}

static void check_import(
	struct judging *j, const char *text, const char *declared, size_t added, size_t duplicates)
{
	struct review_import result;
	struct error e = import(j, text, strlen(text), NULL, declared, &result);

	for (size_t i = 0; i < result.refused; i++)
		print_error("row %ld, line %ld, %s: %s\n", result.faults[i].row,
			result.faults[i].line, result.faults[i].field, result.faults[i].sentence);
	assert_int_equal(e.code, E_OK);
	assert_int_equal(result.added, added);
	assert_int_equal(result.duplicates, duplicates);
	review_import_clear(&result);
}

struct fault {
	long row, line;
	const char *field, *words;
};

static void check_faults(
	struct judging *j, const char *text, size_t n, const struct fault *faults, size_t count)
{
	struct review_import result;
	int64_t head = log_head(j);
	struct error e = import(j, text, n, "UTF-8", NULL, &result);

	check_refusal(e, E_RULE, "Nothing was imported", __FILE__, __LINE__);
	assert_int_equal(result.refused, count);
	for (size_t i = 0; i < count; i++) {
		const struct review_fault *f = &result.faults[i];

		if (f->row != faults[i].row || f->line != faults[i].line ||
			strcmp(f->field, faults[i].field) != 0 ||
			strstr(f->sentence, faults[i].words) == NULL)
			stop_test("row %ld, line %ld, %s: %s", f->row, f->line, f->field,
				f->sentence);
	}
	review_import_clear(&result);
	assert_int_equal(log_head(j), head);
	assert_int_equal(outside_number(j->f->path, "SELECT count(*) FROM review"), 0);
	assert_int_equal(outside_number(j->f->path, "SELECT count(*) FROM draft"), 0);
}

static struct review_content get_content(struct judging *j, const char *code, const char *login)
{
	struct review_content content;

	assert_ok(review_content(
		j->ctx, j->arena, j->round, get_assignment(j, code, login).id, &content));
	return content;
}

static void a_sheet_as_people_send_it(void **state)
{
	struct judging *j = *state;
	struct reviews history;

	open_for_jurors(j, 2, 2);
	check_import(j,
		"\xEF\xBB\xBFJuror;Submission;A;B;Notes;Feedback;State\r\n"
		"j1;P-001;7,25;8;\"Hyvä;\r\nselvä\";Kiitos;\r\n"
		"J\xC3\xA4sen 2; P-001 ;10;0.5;;;submitted\r\n"
		"j2;P-002;;3,5;;;draft\r\n",
		NULL, 2, 0);
	struct review_content content = get_content(j, "P-001", "j1");
	assert_true(content.is_submitted);
	assert_int_equal(content.scores[0], 7250);
	assert_string_equal(content.notes, "Hyvä;\nselvä");
	assert_string_equal(content.feedback, "Kiitos");
	assert_int_equal(get_content(j, "P-001", "j2").scores[1], 500);
	content = get_content(j, "P-002", "j2");
	assert_true(content.is_draft && !content.is_submitted);
	assert_int_equal(content.scores[0], -1);
	assert_ok(review_history(j->ctx, j->arena, get_assignment(j, "P-001", "j1").id, &history));
	assert_string_equal(history.rows[0].source, "sheet.csv");
	assert_string_equal(history.rows[0].entered_by, "Olli Esimerkki");
}

static void headings_in_other_languages(void **state)
{
	struct judging *j = *state;
	struct criterion a = criterion_of("a"), b = criterion_of("b");

	a.name_fi = "Vaikuttavuus";
	a.name_sv = "Effekt";
	b.name_fi = "Uutuusarvo";
	b.name_sv = "Nyhetsvärde";
	assert_ok(round_set_criterion(j->ctx, j->round, &a, NULL));
	assert_ok(round_set_criterion(j->ctx, j->round, &b, NULL));
	open_for_jurors(j, 2, 1);
	check_import(j, "arvioija,tunnus,VAIKUTTAVUUS,Uutuusarvo\nj1,P-001,7,8\n", NULL, 1, 0);
	i18n_use("sv");
	check_import(j, "Jurymedlem\tKod\tEffekt\tNyhetsvärde\tStatus\nj1\tP-002\t7\t8\tinlämnad\n",
		NULL, 1, 0);
	i18n_use("en");
	assert_true(get_content(j, "P-002", "j1").is_submitted);
}

static void a_file_of_an_old_spreadsheet(void **state)
{
	static const char text[] = "juror;submission;a;b;notes\nj1;P-001;7;8;\xC4l\xE4!\n";
	struct judging *j = *state;
	struct review_import result;

	open_for_jurors(j, 1, 1);
	assert_ok(import(j, text, strlen(text), NULL, NULL, &result));
	review_import_clear(&result);
	assert_string_equal(get_content(j, "P-001", "j1").notes, "Älä!");
}

static void coming_twice_adds_nothing(void **state)
{
	static const char sheet[] =
		"juror,submission,a,b,notes,state\nj1,P-001,7,8,x,\nj1,P-002,5,,,draft\n";
	struct judging *j = *state;

	open_for_jurors(j, 2, 1);
	check_import(j, sheet, NULL, 1, 0);
	check_import(j, sheet, NULL, 0, 2);
	assert_int_equal(outside_number(j->f->path, "SELECT count(*) FROM review"), 1);
	assert_int_equal(outside_number(j->f->path, "SELECT v FROM draft"), 1);
	check_import(j, "juror,submission,a,b,notes\nj1,P-001,7,8,y\n", NULL, 1, 0);
	assert_int_equal(outside_number(j->f->path, "SELECT count(*) FROM review"), 2);
	assert_int_equal(
		outside_number(j->f->path, "SELECT count(*) FROM review WHERE state = 'submitted'"),
		1);
	assert_string_equal(get_content(j, "P-001", "j1").notes, "y");
}

static void each_refused_row_says_where_and_why(void **state)
{
	static const char text[] = "juror,submission,a,b,notes,state\n"
				   "j1,P-001,7,8,,\n"
				   "j9,P-001,7,8,,\n"
				   "j1,P-099,7,8,,\n"
				   "j1,P-001,7,8,,ready\n"
				   "j1,P-001,seven,8,,\n"
				   "j1,P-001,7,10.25,,\n"
				   "j1,P-001,,8,,\n"
				   "j1,P-001,-1,8,,\n"
				   "j1,P-001,7,8,\"a\nb\xE2\x80\xAE\",\n"
				   "j1,P-001,7\n"
				   "j2,P-002,7,8,,\n"
				   "j1,P-001,7,8,\"open,\n";
	static const struct fault faults[] = {
		{ 3, 3, "juror", "No juror" },
		{ 4, 4, "submission", "No submission" },
		{ 5, 5, "state", "draft, submitted or abstained" },
		{ 6, 6, "a", "not a number" },
		{ 7, 7, "b", "not on the scale" },
		{ 8, 8, "a", "Every criterion" },
		{ 9, 9, "a", "not a number" },
		{ 10, 10, "notes", "cannot be taken" },
		{ 11, 12, "row", "number of fields" },
		{ 12, 13, "juror", "disqualified" },
		{ 13, 14, "row", "number of fields" },
	};
	struct judging *j = *state;

	add_problems(j, 2);
	seat_jurors(j, 2);
	open_round(j);
	declare_none(j, "j1");
	declare_conflict(j, "j2", "P-002");
	check_faults(j, text, strlen(text), faults, LEN(faults));
}

static void two_rows_for_one_review_are_refused(void **state)
{
	static const char text[] = "juror,submission,a,b\nj1,P-001,7,8\nj1,P-001,6,8\n";
	static const struct fault faults[] = { { 3, 3, "juror", "another row" } };
	struct judging *j = *state;

	open_for_jurors(j, 1, 1);
	check_faults(j, text, strlen(text), faults, LEN(faults));
	check_import(j, "juror,submission,a,b\nj1,P-001,7,8\nj1,P-001,7,8\n", NULL, 1, 1);
}

static void only_what_was_assigned(void **state)
{
	static const struct fault faults[] = { { 2, 2, "juror", "not assigned" } };
	struct judging *j = *state;
	const char *given = "j1", *other = "j2";

	add_problems(j, 1);
	seat_jurors(j, 2);
	assert_ok(round_assign(j->ctx, j->round, 1, 1));
	declare_none(j, "j1");
	declare_none(j, "j2");
	open_round(j);
	if (get_member(j, "j2").assigned == 1) {
		given = "j2";
		other = "j1";
	}
	const char *text = arena_printf(j->arena, "juror,submission,a,b\n%s,P-001,7,8\n", other);
	check_faults(j, text, strlen(text), faults, LEN(faults));
	check_import(j, arena_printf(j->arena, "juror,submission,a,b\n%s,P-001,7,8\n", given), NULL,
		1, 0);
}

static void without_a_declaration_nothing_comes_in(void **state)
{
	static const char text[] = "juror,submission,a,b\nj1,P-001,7,8\nj2,P-001,7,8\n";
	static const struct fault faults[] = { { 3, 3, "juror", "has not declared" } };
	struct judging *j = *state;
	struct declarations list;

	add_problems(j, 1);
	seat_jurors(j, 3);
	open_round(j);
	declare_none(j, "j1");
	fixture_now += 60;
	check_faults(j, text, strlen(text), faults, LEN(faults));
	check_import(j, text, "Allekirjoitetut lomakkeet 12.12.2018", 2, 0);
	assert_ok(declaration_list(j->ctx, j->arena, j->round, &list));
	assert_string_equal(list.rows[0].source, "Lomake");
	assert_string_equal(list.rows[1].source, "Allekirjoitetut lomakkeet 12.12.2018");
	assert_int_equal(list.rows[1].made, fixture_now);
	assert_string_equal(list.rows[1].entered_by, "Olli Esimerkki");
	assert_int_equal(list.rows[2].made, 0);
}

static void a_refused_file_declares_for_nobody(void **state)
{
	static const char text[] = "juror,submission,a,b\nj1,P-001,7,8\nj1,P-001,7,88\n";
	struct judging *j = *state;
	struct review_import result;

	add_problems(j, 1);
	seat_jurors(j, 1);
	open_round(j);
	assert_fails(E_RULE, import(j, text, strlen(text), NULL, "Lomakkeet", &result));
	review_import_clear(&result);
	assert_int_equal(get_member(j, "j1").declared, 0);
	assert_refused(E_REQUIRED, "source", import(j, text, strlen(text), NULL, " ", &result));
	review_import_clear(&result);
}

static void a_closed_round_takes_no_file(void **state)
{
	static const char text[] = "juror,submission,a,b\nj1,P-001,7,8\n";
	static const struct fault faults[] = { { 2, 2, "juror", "closed" } };
	struct judging *j = *state;

	open_for_jurors(j, 1, 1);
	close_round(j, "Kesken");
	check_faults(j, text, strlen(text), faults, LEN(faults));
}

static void what_is_no_sheet_at_all(void **state)
{
	struct judging *j = *state;
	struct review_import result;
	static const struct {
		const char *text;
		enum errcode code;
		const char *field;
	} cases[] = {
		{ "juror,submission,a\nj1,P-001,7\n", E_NO_COLUMN, "b" },
		{ "submission,a,b\nP-001,7,8\n", E_NO_COLUMN, "juror" },
		{ "", E_RULE, "empty" },
		{ "PK\3\4....", E_RULE, "spreadsheet" },
	};

	open_for_jurors(j, 1, 1);
	for (size_t i = 0; i < LEN(cases); i++) {
		struct error e =
			import(j, cases[i].text, strlen(cases[i].text), NULL, NULL, &result);

		review_import_clear(&result);
		assert_refused(cases[i].code, cases[i].field, e);
	}
	struct table_options options = { 0 };
	struct error e =
		review_import(j->ctx, j->round, "/nowhere.csv", &options, NULL, NULL, &result);
	review_import_clear(&result);
	assert_refused(E_NOT_FOUND, "file", e);
}

static void only_admin_and_office_import(void **state)
{
	static const char text[] = "juror,submission,a,b\nj1,P-001,7,8\n";
	struct judging *j = *state;
	struct context *office = j->ctx, juror;
	struct review_import result;

	open_for_jurors(j, 1, 1);
	fixture_enter(j->f, "else", "juror", &juror);
	j->ctx = &juror;
	assert_fails(E_DENIED, import(j, text, strlen(text), NULL, NULL, &result));
	j->ctx = office;
	context_close(&juror);
	assert_ok(context_enter_as(j->ctx, "office"));
	assert_refused(E_RULE, "--as", import(j, text, strlen(text), NULL, "Lomakkeet", &result));
	assert_int_equal(outside_number(j->f->path, "SELECT count(*) FROM review"), 0);
	check_import(j, text, NULL, 1, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST_JUDGING(a_sheet_as_people_send_it),
		TEST_JUDGING(headings_in_other_languages),
		TEST_JUDGING(a_file_of_an_old_spreadsheet),
		TEST_JUDGING(coming_twice_adds_nothing),
		TEST_JUDGING(each_refused_row_says_where_and_why),
		TEST_JUDGING(two_rows_for_one_review_are_refused),
		TEST_JUDGING(only_what_was_assigned),
		TEST_JUDGING(without_a_declaration_nothing_comes_in),
		TEST_JUDGING(a_refused_file_declares_for_nobody),
		TEST_JUDGING(a_closed_round_takes_no_file),
		TEST_JUDGING(what_is_no_sheet_at_all),
		TEST_JUDGING(only_admin_and_office_import),
	};
	return RUN(tests);
}
