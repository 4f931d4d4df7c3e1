/* SPDX-License-Identifier: MIT
 * Reviews as the office types them in for a juror: drafts, submitting, taking back, with all
 * history; what is refused, when, and for whom. */
#define TEST_NAME "review"
#include "tests/unit/judging_fixture.h"

#include "db/verify.h"

static struct review_content get_content(struct judging *j, const char *code, const char *login)
{
	struct review_content content;

	assert_ok(review_content(
		j->ctx, j->arena, j->round, get_assignment(j, code, login).id, &content));
	return content;
}

static struct reviews get_history(struct judging *j, const char *code, const char *login)
{
	struct reviews history;

	assert_ok(review_history(j->ctx, j->arena, get_assignment(j, code, login).id, &history));
	return history;
}

static struct error take_back(struct judging *j, const char *code, const char *login)
{
	return review_take_back(j->ctx, j->round, get_assignment(j, code, login).id);
}

static size_t counted(struct judging *j, const char *code)
{
	struct standing standing;

	assert_ok(standing_make(j->ctx, j->arena, j->round, NULL, &standing));
	for (size_t i = 0; i < standing.n; i++)
		if (strcmp(standing.rows[i].submission_code, code) == 0)
			return standing.rows[i].ranked.reviews;
	return 0;
}

static void assert_intact(struct judging *j)
{
	struct verdict verdict;

	assert_ok(verify_file(j->ctx->db, 0, NULL, &verdict));
	if (!verdict.good)
		stop_test("%s in %s %lld", verdict.fault, verdict.table, (long long)verdict.row);
}

static void a_draft_is_kept_and_never_counted(void **state)
{
	struct judging *j = *state;

	open_for_jurors(j, 1, 1);
	int64_t head = log_head(j);
	assert_ok(try_draft(j, "P-001", "j1", 7.25, -1));
	assert_int_equal(log_head(j), head);
	fixture_reopen(j->f);
	struct review_content content = get_content(j, "P-001", "j1");
	assert_true(content.is_draft);
	assert_false(content.is_submitted);
	assert_int_equal(content.scores[0], 7250);
	assert_int_equal(content.scores[1], -1);
	assert_int_equal(counted(j, "P-001"), 0);
	assert_int_equal(get_member(j, "j1").drafts, 1);
	assert_int_equal(get_member(j, "j1").submitted, 0);
	assert_ok(try_draft(j, "P-001", "j1", 8, 9));
	assert_int_equal(get_content(j, "P-001", "j1").scores[1], 9000);
	assert_int_equal(counted(j, "P-001"), 0);
	assert_int_equal(get_history(j, "P-001", "j1").n, 0);
	assert_intact(j);
}

static void scores_are_on_the_scale(void **state)
{
	static const double wrong[] = { 10.25, 1000, 5.1, 0.125, 9.999 };
	struct judging *j = *state;
	int64_t one = 5000;
	struct review_input input = { .scores = &one, .n = 1 };

	open_for_jurors(j, 1, 1);
	int64_t head = log_head(j), assignment = get_assignment(j, "P-001", "j1").id;
	for (size_t i = 0; i < LEN(wrong); i++) {
		assert_refused(
			E_RULE, "not on the scale", try_submit(j, "P-001", "j1", wrong[i], 5));
		assert_refused(
			E_RULE, "not on the scale", try_submit(j, "P-001", "j1", 5, wrong[i]));
		assert_refused(
			E_RULE, "not on the scale", try_draft(j, "P-001", "j1", wrong[i], -1));
	}
	assert_refused(
		E_INVALID, "score", review_submit(j->ctx, j->round, assignment, &input, "x"));
	assert_int_equal(log_head(j), head);
	assert_false(get_content(j, "P-001", "j1").is_draft);
	submit(j, "P-001", "j1", 0, 10);
	submit(j, "P-001", "j1", 10, 9.75);
}

static void a_scale_need_not_begin_at_zero(void **state)
{
	struct judging *j = *state;
	struct criterion a = criterion_of("a");

	a.low = 1000;
	a.high = 5000;
	a.step = 4000;
	assert_ok(round_set_criterion(j->ctx, j->round, &a, NULL));
	open_for_jurors(j, 1, 1);
	assert_refused(E_RULE, "not on the scale", try_submit(j, "P-001", "j1", 0, 5));
	assert_refused(E_RULE, "not on the scale", try_submit(j, "P-001", "j1", 4, 5));
	submit(j, "P-001", "j1", 1, 5);
	submit(j, "P-001", "j1", 5, 5);
}

static void submitting_needs_every_criterion(void **state)
{
	struct judging *j = *state;

	open_for_jurors(j, 1, 1);
	assert_refused(E_RULE, "Every criterion", try_submit(j, "P-001", "j1", -1, 5));
	assert_refused(E_RULE, "Every criterion", try_submit(j, "P-001", "j1", 5, -1));
	assert_int_equal(get_history(j, "P-001", "j1").n, 0);
}

static void it_says_that_the_office_typed_it(void **state)
{
	struct judging *j = *state;
	int64_t scores[] = { 7000, 8000 };
	struct review_input input = {
		.scores = scores, .n = 2, .notes = " Hyvä.\r\nSelvä. ", .feedback = "Kiitos!"
	};

	open_for_jurors(j, 1, 1);
	int64_t assignment = get_assignment(j, "P-001", "j1").id;
	assert_refused(
		E_REQUIRED, "source", review_submit(j->ctx, j->round, assignment, &input, " "));
	fixture_now += 60;
	assert_ok(review_submit(j->ctx, j->round, assignment, &input, "Puhelin 3.12.2018"));
	struct reviews history = get_history(j, "P-001", "j1");
	assert_int_equal(history.n, 1);
	assert_string_equal(history.rows[0].entered_by, "Olli Esimerkki");
	assert_string_equal(history.rows[0].source, "Puhelin 3.12.2018");
	assert_int_equal(history.rows[0].submitted, fixture_now);
	assert_string_equal(history.rows[0].notes, "Hyvä.\nSelvä.");
	assert_string_equal(history.rows[0].feedback, "Kiitos!");
	assert_true(get_assignment(j, "P-001", "j1").entered);
	assert_int_equal(counted(j, "P-001"), 1);
}

static void texts_are_checked(void **state)
{
	struct judging *j = *state;
	int64_t scores[] = { 7000, 8000 };
	char *long_text = arena_alloc(j->arena, 10002);
	struct review_input input = { .scores = scores, .n = 2, .notes = long_text };

	open_for_jurors(j, 1, 1);
	int64_t assignment = get_assignment(j, "P-001", "j1").id;
	memset(long_text, 'x', 10001);
	assert_refused(
		E_TOO_LONG, "notes", review_submit(j->ctx, j->round, assignment, &input, "Lomake"));
	assert_refused(
		E_TOO_LONG, "notes", review_save_draft(j->ctx, j->round, assignment, &input));
	input.notes = "";
	input.feedback = "\x1B]0;x\x07";
	assert_refused(E_RULE, "control characters",
		review_submit(j->ctx, j->round, assignment, &input, "Lomake"));
	assert_int_equal(get_history(j, "P-001", "j1").n, 0);
}

static void submitting_again_keeps_what_was_there(void **state)
{
	struct judging *j = *state;
	struct scores scores;

	open_for_jurors(j, 1, 1);
	submit(j, "P-001", "j1", 7, 8);
	assert_ok(try_draft(j, "P-001", "j1", 3, -1));
	fixture_now += 60;
	submit(j, "P-001", "j1", 3, 4);
	struct reviews history = get_history(j, "P-001", "j1");
	assert_int_equal(history.n, 2);
	assert_int_equal(history.rows[0].revision, 2);
	assert_string_equal(history.rows[0].state, "submitted");
	assert_int_equal(history.rows[0].taken_back, 0);
	assert_string_equal(history.rows[1].state, "taken_back");
	assert_int_equal(history.rows[1].taken_back, fixture_now);
	assert_ok(review_scores(j->ctx, j->arena, history.rows[1].id, &scores));
	assert_int_equal(scores.n, 2);
	assert_int_equal(scores.rows[0].value, 7000);
	assert_int_equal(scores.rows[1].value, 8000);
	assert_false(get_content(j, "P-001", "j1").is_draft);
	assert_int_equal(get_content(j, "P-001", "j1").scores[0], 3000);
	assert_int_equal(counted(j, "P-001"), 1);
	assert_intact(j);
}

static void taking_back_leaves_a_draft(void **state)
{
	struct judging *j = *state;
	int64_t scores[] = { 7000, 8250 };
	struct review_input input = {
		.scores = scores, .n = 2, .notes = "Huomio", .feedback = "Palaute"
	};

	open_for_jurors(j, 1, 1);
	assert_refused(E_RULE, "no submitted review", take_back(j, "P-001", "j1"));
	assert_ok(review_submit(
		j->ctx, j->round, get_assignment(j, "P-001", "j1").id, &input, "Lomake"));
	assert_ok(take_back(j, "P-001", "j1"));
	struct review_content content = get_content(j, "P-001", "j1");
	assert_true(content.is_draft);
	assert_false(content.is_submitted);
	assert_int_equal(content.scores[0], 7000);
	assert_int_equal(content.scores[1], 8250);
	assert_string_equal(content.notes, "Huomio");
	assert_string_equal(content.feedback, "Palaute");
	assert_int_equal(counted(j, "P-001"), 0);
	assert_int_equal(get_assignment(j, "P-001", "j1").taken_back, 1);
	assert_refused(E_RULE, "no submitted review", take_back(j, "P-001", "j1"));
	submit(j, "P-001", "j1", 7, 8);
	assert_int_equal(get_history(j, "P-001", "j1").rows[0].revision, 2);
	assert_int_equal(counted(j, "P-001"), 1);
	assert_intact(j);
}

static void taking_back_keeps_a_newer_draft(void **state)
{
	struct judging *j = *state;

	open_for_jurors(j, 1, 1);
	submit(j, "P-001", "j1", 7, 8);
	assert_ok(try_draft(j, "P-001", "j1", 3, 4));
	assert_true(get_content(j, "P-001", "j1").is_submitted);
	assert_int_equal(counted(j, "P-001"), 1);
	assert_ok(take_back(j, "P-001", "j1"));
	assert_int_equal(get_content(j, "P-001", "j1").scores[0], 3000);
	assert_int_equal(counted(j, "P-001"), 0);
}

static struct error save_as_read(struct judging *j, int64_t v, int64_t score, bool draft)
{
	int64_t scores[] = { score, score }, assignment = get_assignment(j, "P-001", "j1").id;
	struct review_input input = { .scores = scores, .n = 2, .v = v };

	return draft ? review_save_draft(j->ctx, j->round, assignment, &input) :
		       review_submit(j->ctx, j->round, assignment, &input, "Lomake");
}

/* Two colleagues with the same paper: the second save is refused, whatever the first was. */
static void the_second_of_two_editors_is_told(void **state)
{
	struct judging *j = *state;

	open_for_jurors(j, 1, 1);
	int64_t v = get_content(j, "P-001", "j1").v;
	assert_ok(save_as_read(j, v, 5000, true));
	assert_refused(E_STALE, "", save_as_read(j, v, 6000, true));
	assert_refused(E_STALE, "", save_as_read(j, v, 6000, false));
	v = get_content(j, "P-001", "j1").v;
	assert_ok(save_as_read(j, v, 7000, false));
	assert_refused(E_STALE, "", save_as_read(j, v, 8000, false));
	v = get_content(j, "P-001", "j1").v;
	assert_ok(take_back(j, "P-001", "j1"));
	assert_refused(E_STALE, "", save_as_read(j, v, 9000, true));
	assert_int_equal(get_content(j, "P-001", "j1").scores[0], 7000);
	v = get_content(j, "P-001", "j1").v;
	assert_ok(save_as_read(j, v, 7000, false));
	assert_refused(E_STALE, "", save_as_read(j, v, 9000, false));
	assert_int_equal(get_history(j, "P-001", "j1").n, 2);
}

static void assert_all_refused(struct judging *j, const char *words)
{
	int64_t head = log_head(j);

	assert_refused(E_RULE, words, try_draft(j, "P-001", "j1", 1, 1));
	assert_refused(E_RULE, words, try_submit(j, "P-001", "j1", 1, 1));
	assert_refused(E_RULE, words, take_back(j, "P-001", "j1"));
	assert_int_equal(log_head(j), head);
	assert_int_equal(outside_number(j->f->path, "SELECT count(*) FROM draft"), 0);
}

static void nothing_is_written_before_the_declaration(void **state)
{
	struct judging *j = *state;

	add_problems(j, 1);
	seat_jurors(j, 1);
	open_round(j);
	assert_all_refused(j, "has not declared");
	declare_none(j, "j1");
	submit(j, "P-001", "j1", 5, 5);
}

static void nothing_is_written_once_it_is_closed(void **state)
{
	struct judging *j = *state;

	open_for_jurors(j, 1, 1);
	submit(j, "P-001", "j1", 5, 5);
	close_round(j, "");
	assert_all_refused(j, "closed");
	assert_int_equal(counted(j, "P-001"), 1);
	assert_ok(round_move(j->ctx, j->round, ROUND_REOPEN, "Kirjausvirhe"));
	assert_ok(take_back(j, "P-001", "j1"));
}

static void nothing_is_written_for_who_was_excused(void **state)
{
	struct judging *j = *state;

	open_for_jurors(j, 1, 2);
	submit(j, "P-001", "j1", 5, 5);
	assert_ok(round_excuse(j->ctx, j->round, "j1", "Sairaus"));
	assert_all_refused(j, "excused");
	assert_int_equal(counted(j, "P-001"), 1);
}

static void a_review_belongs_to_its_round(void **state)
{
	struct judging *j = *state;
	struct round other = {
		.key = "other", .kind = "problem", .select_min = -1, .select_max = -1
	};
	struct criterion a = criterion_of("a"), b = criterion_of("b");
	int64_t scores[] = { 5000, 5000 }, id;
	struct review_input input = { .scores = scores, .n = 2 };

	open_for_jurors(j, 1, 1);
	assert_ok(round_add(j->ctx, &other, &id));
	assert_ok(round_set_criterion(j->ctx, id, &a, NULL));
	assert_ok(round_set_criterion(j->ctx, id, &b, NULL));
	assert_ok(round_seat(j->ctx, id, "j1", false, false));
	assert_ok(round_move(j->ctx, id, ROUND_OPEN, ""));
	assert_ok(declaration_enter(j->ctx, id, "j1", NULL, 0, "Lomake"));
	int64_t assignment = get_assignment(j, "P-001", "j1").id;
	assert_fails(E_RULE, review_submit(j->ctx, id, assignment, &input, "Lomake"));
	assert_fails(E_RULE, review_save_draft(j->ctx, id, assignment, &input));
	assert_refused(
		E_NOT_FOUND, "submission", review_submit(j->ctx, j->round, 999, &input, "Lomake"));
	assert_int_equal(get_history(j, "P-001", "j1").n, 0);
}

static void only_admin_and_office_enter_reviews(void **state)
{
	static const char *const roles[] = { "custodian", "juror", "auditor" };
	struct judging *j = *state;
	struct conflicts conflicts;
	int64_t scores[] = { 5000, 5000 };
	struct review_input input = { .scores = scores, .n = 2 };

	add_problems(j, 2);
	seat_jurors(j, 2);
	declare_conflict(j, "j2", "P-001");
	open_round(j);
	assert_ok(conflict_list(j->ctx, j->arena, j->round, &conflicts));
	int64_t assignment = get_assignment(j, "P-001", "j1").id;
	for (size_t i = 0; i < LEN(roles); i++) {
		struct context ctx;

		fixture_enter(j->f, roles[i], roles[i], &ctx);
		int64_t head = log_head(j);
		assert_fails(E_DENIED, declaration_enter(&ctx, j->round, "j1", NULL, 0, "Lomake"));
		assert_fails(E_DENIED, review_save_draft(&ctx, j->round, assignment, &input));
		assert_fails(E_DENIED, review_submit(&ctx, j->round, assignment, &input, "Lomake"));
		assert_fails(E_DENIED, review_take_back(&ctx, j->round, assignment));
		assert_fails(E_DENIED, conflict_decide(&ctx, conflicts.rows[0].id, false, "Ei"));
		assert_int_equal(log_head(j), head);
		context_close(&ctx);
	}
	assert_int_equal(get_member(j, "j1").declared, 0);
	assert_int_equal(outside_number(j->f->path, "SELECT count(*) FROM draft"), 0);
}

/* Acting as someone else is for everyday work: a declaration is never entered that way. */
static void nobody_declares_in_anothers_name(void **state)
{
	struct judging *j = *state;
	struct context colleague;

	add_problems(j, 1);
	seat_jurors(j, 1);
	open_round(j);
	fixture_enter(j->f, "virpi", "office", &colleague);
	context_close(&colleague);
	assert_ok(context_enter_as(j->ctx, "virpi"));
	assert_refused(
		E_RULE, "--as", declaration_enter(j->ctx, j->round, "j1", NULL, 0, "Lomake"));
	fixture_reopen(j->f);
	declare_none(j, "j1");
	assert_ok(context_enter_as(j->ctx, "virpi"));
	submit(j, "P-001", "j1", 5, 5);
	assert_string_equal(get_history(j, "P-001", "j1").rows[0].entered_by, "virpi");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST_JUDGING(a_draft_is_kept_and_never_counted),
		TEST_JUDGING(scores_are_on_the_scale),
		TEST_JUDGING(a_scale_need_not_begin_at_zero),
		TEST_JUDGING(submitting_needs_every_criterion),
		TEST_JUDGING(it_says_that_the_office_typed_it),
		TEST_JUDGING(texts_are_checked),
		TEST_JUDGING(submitting_again_keeps_what_was_there),
		TEST_JUDGING(taking_back_leaves_a_draft),
		TEST_JUDGING(taking_back_keeps_a_newer_draft),
		TEST_JUDGING(the_second_of_two_editors_is_told),
		TEST_JUDGING(nothing_is_written_before_the_declaration),
		TEST_JUDGING(nothing_is_written_once_it_is_closed),
		TEST_JUDGING(nothing_is_written_for_who_was_excused),
		TEST_JUDGING(a_review_belongs_to_its_round),
		TEST_JUDGING(only_admin_and_office_enter_reviews),
		TEST_JUDGING(nobody_declares_in_anothers_name),
	};
	return RUN(tests);
}
