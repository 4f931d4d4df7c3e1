/* SPDX-License-Identifier: MIT
 * The ranking of a round from what is in the file: which reviews count, who shares a rank, what the
 * tie rule decides, and rounds of chance against another computation. */
#define TEST_NAME "standing"
#include "tests/unit/exact.h"
#include "tests/unit/judging_fixture.h"

#include "src/base/dice.h"
#include "src/judging/abstention.h"
#include "src/registers/account.h"

/* "1 P-002 8.5000 (2)": rank, code, score and number of reviews; '=' where the rank is shared. */
static const char *as_text(struct judging *j, const char *method)
{
	struct standing standing;
	struct buffer text = { 0 };
	char score[40];

	assert_ok(standing_make(j->ctx, j->arena, j->round, method, &standing));
	for (size_t i = 0; i < standing.n; i++) {
		const struct ranked *r = &standing.rows[i].ranked;

		snprintf(score, sizeof(score), "-");
		if (r->enough)
			ratio_format(r->score, 4, score, sizeof(score));
		buffer_printf(&text, "%s%lld%s %s %s (%zu)", i > 0 ? ", " : "", (long long)r->rank,
			r->tied ? "=" : "", standing.rows[i].submission_code, score, r->reviews);
	}
	const char *kept = arena_text(j->arena, text.text);
	buffer_clear(&text);
	return kept;
}

static void change_rules(struct judging *j, int64_t most, const char *ties, int64_t least)
{
	struct round r = get_round(j);

	r.select_min = most > 0 ? 1 : -1;
	r.select_max = most > 0 ? most : -1;
	r.ties = ties;
	r.min_reviews = least;
	assert_ok(round_update(j->ctx, &r));
}

static void change_weights(struct judging *j, int64_t a, int64_t b)
{
	struct criteria all;

	assert_ok(round_criteria(j->ctx, j->arena, j->round, &all));
	all.rows[0].weight = a;
	all.rows[1].weight = b;
	assert_ok(round_set_criterion(j->ctx, j->round, &all.rows[0], NULL));
	assert_ok(round_set_criterion(j->ctx, j->round, &all.rows[1], NULL));
}

/* 0.1 x 3 + 0.2 x 1.5 and 0.1 x 2 + 0.2 x 2 are equal, though not as floating point numbers. */
static void equal_is_equal(void **state)
{
	struct judging *j = *state;

	change_weights(j, 100, 200);
	open_for_jurors(j, 4, 1);
	submit(j, "P-001", "j1", 0.25, 0.25);
	submit(j, "P-002", "j1", 3, 1.5);
	submit(j, "P-003", "j1", 2, 2);
	submit(j, "P-004", "j1", 9, 9);
	assert_string_equal(as_text(j, NULL), "1 P-004 9.0000 (1), 2= P-002 2.0000 (1), "
					      "2= P-003 2.0000 (1), 4 P-001 0.2500 (1)");
}

static void nothing_is_ranked_without_reviews(void **state)
{
	struct judging *j = *state;

	open_for_jurors(j, 2, 1);
	assert_string_equal(as_text(j, NULL), "0 P-001 - (0), 0 P-002 - (0)");
}

static void drafts_and_what_was_taken_back_do_not_count(void **state)
{
	struct judging *j = *state;

	open_for_jurors(j, 2, 2);
	submit(j, "P-001", "j1", 4, 4);
	submit(j, "P-002", "j1", 5, 5);
	assert_ok(try_draft(j, "P-001", "j2", 10, 10));
	submit(j, "P-002", "j2", 1, 1);
	assert_ok(review_take_back(j->ctx, j->round, get_assignment(j, "P-002", "j2").id));
	assert_string_equal(as_text(j, NULL), "1 P-002 5.0000 (1), 2 P-001 4.0000 (1)");
	submit(j, "P-001", "j2", 10, 10);
	assert_string_equal(as_text(j, NULL), "1 P-001 7.0000 (2), 2 P-002 5.0000 (1)");
}

/* A juror who is disqualified after reviewing no longer counts; cleared by the panel, again. */
static void the_barred_do_not_count(void **state)
{
	struct judging *j = *state;
	struct conflicts conflicts;

	open_for_jurors(j, 2, 1);
	submit(j, "P-001", "j1", 4, 4);
	submit(j, "P-002", "j1", 5, 5);
	struct new_account account = { "new", "Uusi", "", "juror", "fi" };
	int64_t id;
	assert_ok(account_add(j->ctx, &account, &id));
	assert_ok(round_seat(j->ctx, j->round, "new", false, false));
	declare_conflict(j, "new", "P-001");
	submit(j, "P-002", "new", 2, 2);
	outside(j->f->path, "UPDATE conflict SET state = 'dismissed'");
	submit(j, "P-001", "new", 10, 10);
	assert_string_equal(as_text(j, NULL), "1 P-001 7.0000 (2), 2 P-002 3.5000 (2)");
	outside(j->f->path, "UPDATE conflict SET state = 'declared'");
	assert_string_equal(as_text(j, NULL), "1 P-001 4.0000 (1), 2 P-002 3.5000 (2)");
	assert_ok(conflict_list(j->ctx, j->arena, j->round, &conflicts));
	assert_ok(conflict_decide(j->ctx, conflicts.rows[0].id, false, "Ei estettä"));
	assert_string_equal(as_text(j, NULL), "1 P-001 7.0000 (2), 2 P-002 3.5000 (2)");
}

/* Who abstains from one gives nothing on it; where all of a challenge is compared, nothing at all:
 * a mean over some would weigh them otherwise than the others. Taken back, all counts again. */
static void check_abstention(struct judging *j, const char *scope, const char *with)
{
	static const char *const all = "1 P-001 7.0000 (2), 2 P-002 3.5000 (2), 3 P-003 2.0000 (2)";
	struct round r = get_round(j);

	r.conflict_scope = scope;
	assert_ok(round_update(j->ctx, &r));
	open_for_jurors(j, 3, 2);
	submit(j, "P-001", "j1", 4, 4);
	submit(j, "P-002", "j1", 5, 5);
	submit(j, "P-003", "j1", 1, 1);
	submit(j, "P-001", "j2", 10, 10);
	submit(j, "P-002", "j2", 2, 2);
	submit(j, "P-003", "j2", 3, 3);
	int64_t passed = get_assignment(j, "P-003", "j2").id;
	assert_string_equal(as_text(j, NULL), all);
	assert_ok(abstention_add(j->ctx, j->round, passed, "Ei ala", "Puhelin"));
	assert_string_equal(as_text(j, NULL), with);
	assert_ok(abstention_withdraw(j->ctx, j->round, passed));
	assert_string_equal(as_text(j, NULL), all);
}

static void an_abstention_leaves_the_rest_where_each_stands_alone(void **state)
{
	check_abstention(
		*state, "submission", "1 P-001 7.0000 (2), 2 P-002 3.5000 (2), 3 P-003 1.0000 (1)");
}

static void an_abstention_takes_all_where_all_are_compared(void **state)
{
	check_abstention(
		*state, "challenge", "1 P-002 5.0000 (1), 2 P-001 4.0000 (1), 3 P-003 1.0000 (1)");
}

static void too_few_reviews_stand_apart(void **state)
{
	struct judging *j = *state;

	change_rules(j, 0, "", 2);
	open_for_jurors(j, 4, 2);
	submit(j, "P-001", "j1", 10, 10);
	submit(j, "P-002", "j1", 3, 3);
	submit(j, "P-002", "j2", 4, 4);
	submit(j, "P-004", "j1", 6, 6);
	submit(j, "P-004", "j2", 6, 6);
	assert_string_equal(as_text(j, NULL), "1 P-004 6.0000 (2), 2 P-002 3.5000 (2), "
					      "0 P-001 - (1), 0 P-003 - (0)");
	assert_string_equal(as_text(j, "trimmed"),
		"0 P-001 - (1), 0 P-002 - (2), 0 P-003 - (0), 0 P-004 - (2)");
}

/* The line lies between 2 and 3: those tied there are split by b, those tied elsewhere are not. */
static void the_tie_rule_decides_at_the_line_only(void **state)
{
	struct judging *j = *state;

	change_weights(j, 1000, 1000);
	change_rules(j, 2, "b", 1);
	open_for_jurors(j, 6, 1);
	submit(j, "P-001", "j1", 9, 9);
	submit(j, "P-002", "j1", 7, 5);
	submit(j, "P-003", "j1", 5, 7);
	submit(j, "P-004", "j1", 6, 6);
	submit(j, "P-005", "j1", 4, 2);
	submit(j, "P-006", "j1", 2, 4);
	assert_string_equal(as_text(j, NULL),
		"1 P-001 9.0000 (1), 2 P-003 6.0000 (1), 3 P-004 6.0000 (1), "
		"4 P-002 6.0000 (1), 5= P-005 3.0000 (1), 5= P-006 3.0000 (1)");
}

static void what_the_tie_rule_cannot_decide_stays_tied(void **state)
{
	struct judging *j = *state;

	change_weights(j, 1000, 1000);
	change_rules(j, 1, "b,a", 1);
	open_for_jurors(j, 3, 1);
	submit(j, "P-001", "j1", 5, 7);
	submit(j, "P-002", "j1", 7, 5);
	submit(j, "P-003", "j1", 5, 7);
	assert_string_equal(as_text(j, NULL), "1= P-001 6.0000 (1), 1= P-003 6.0000 (1), "
					      "3 P-002 6.0000 (1)");
}

static void what_was_withdrawn_has_no_rank(void **state)
{
	struct judging *j = *state;

	open_for_jurors(j, 3, 1);
	submit(j, "P-001", "j1", 9, 9);
	submit(j, "P-002", "j1", 8, 8);
	submit(j, "P-003", "j1", 7, 7);
	assert_ok(submission_act(j->ctx, problem(j, "P-001"), SUBMISSION_WITHDRAW, ""));
	assert_string_equal(as_text(j, NULL), "1 P-002 8.0000 (1), 2 P-003 7.0000 (1)");
	assert_ok(submission_act(j->ctx, problem(j, "P-002"), SUBMISSION_EXCLUDE, "Ei kunnan"));
	assert_string_equal(as_text(j, NULL), "1 P-003 7.0000 (1)");
	assert_ok(submission_act(j->ctx, problem(j, "P-001"), SUBMISSION_RESTORE, "Erehdys"));
	assert_string_equal(as_text(j, NULL), "1 P-001 9.0000 (1), 2 P-003 7.0000 (1)");
}

static void decide_all(struct judging *j)
{
	struct decision decision = { .round_id = j->round, .lang = "fi", .form = "room" };
	struct decision_item rest = { .outcome = "selected", .reason_fi = "Hyvä" };
	int64_t id;

	close_round(j, "");
	assert_ok(decision_add(j->ctx, &decision, &id));
	assert_ok(decision_set_rest(j->ctx, id, &rest));
	assert_ok(approve_decision(j, id, NULL));
}

/* A decision follows from a ranking: who withdraws afterwards does not rewrite it. */
static void what_was_decided_on_keeps_its_rank(void **state)
{
	struct judging *j = *state;

	open_for_jurors(j, 3, 1);
	submit(j, "P-001", "j1", 9, 9);
	submit(j, "P-002", "j1", 8, 8);
	submit(j, "P-003", "j1", 7, 7);
	assert_ok(submission_act(j->ctx, problem(j, "P-003"), SUBMISSION_WITHDRAW, ""));
	decide_all(j);
	const char *before = as_text(j, NULL);
	assert_string_equal(before, "1 P-001 9.0000 (1), 2 P-002 8.0000 (1)");
	assert_ok(submission_act(j->ctx, problem(j, "P-001"), SUBMISSION_WITHDRAW, "Kunta perui"));
	assert_string_equal(as_text(j, NULL), before);
}

/* Where submissions are compared with each other, half a juror's reviews count for nothing. */
static void under_the_wide_scope_only_whole_juries_count(void **state)
{
	struct judging *j = *state;
	struct round r = get_round(j);

	r.conflict_scope = "challenge";
	assert_ok(round_update(j->ctx, &r));
	open_for_jurors(j, 3, 2);
	submit(j, "P-001", "j1", 4, 4);
	submit(j, "P-002", "j1", 5, 5);
	submit(j, "P-003", "j1", 6, 6);
	submit(j, "P-001", "j2", 10, 10);
	submit(j, "P-002", "j2", 1, 1);
	assert_string_equal(as_text(j, NULL), "1 P-003 6.0000 (1), 2 P-002 5.0000 (1), "
					      "3 P-001 4.0000 (1)");
	assert_ok(submission_act(j->ctx, problem(j, "P-003"), SUBMISSION_WITHDRAW, ""));
	assert_string_equal(as_text(j, NULL), "1 P-001 7.0000 (2), 2 P-002 3.0000 (2)");
}

static void another_method_is_advice(void **state)
{
	struct judging *j = *state;
	struct standing standing;

	open_for_jurors(j, 2, 3);
	for (int i = 1; i <= 3; i++) {
		const char *login = arena_printf(j->arena, "j%d", i);

		submit(j, "P-001", login, i < 3 ? 6 : 0, i < 3 ? 6 : 0);
		submit(j, "P-002", login, 5, 5);
	}
	assert_string_equal(as_text(j, NULL), "1 P-002 5.0000 (3), 2 P-001 4.0000 (3)");
	assert_string_equal(as_text(j, "median"), "1 P-001 6.0000 (3), 2 P-002 5.0000 (3)");
	assert_string_equal(as_text(j, "trimmed"), "1 P-001 6.0000 (3), 2 P-002 5.0000 (3)");
	assert_string_equal(as_text(j, "borda"), "1 P-001 2.0000 (3), 2 P-002 1.0000 (3)");
	assert_string_equal(get_round(j).method, "mean");
	assert_refused(
		E_INVALID, "method", standing_make(j->ctx, j->arena, j->round, "sum", &standing));
}

static void jurors_do_not_see_it(void **state)
{
	struct judging *j = *state;
	struct context juror, auditor;
	struct standing standing;

	open_for_jurors(j, 1, 1);
	submit(j, "P-001", "j1", 9, 9);
	fixture_enter(j->f, "else", "juror", &juror);
	assert_refused(E_DENIED, "", standing_make(&juror, j->arena, j->round, NULL, &standing));
	context_close(&juror);
	fixture_enter(j->f, "audit", "auditor", &auditor);
	assert_ok(standing_make(&auditor, j->arena, j->round, NULL, &standing));
	assert_int_equal(standing.n, 1);
	context_close(&auditor);
}

enum { PROBLEMS = 5, JURORS = 4 };

/* What one juror did with one problem, and whether it counts. */
static bool review_by_chance(
	struct judging *j, const char *code, const char *login, uint64_t *dice, int64_t scores[2])
{
	double a = (double)(dice_roll(dice) % 9) / 4, b = (double)(dice_roll(dice) % 9) / 4;

	scores[0] = (int64_t)(a * 1000);
	scores[1] = (int64_t)(b * 1000);
	switch (dice_roll(dice) % 6) {
	case 0:
		return false;
	case 1:
		assert_ok(try_draft(j, code, login, a, b));
		return false;
	case 2:
		submit(j, code, login, 10, 10);
		assert_ok(review_take_back(j->ctx, j->round, get_assignment(j, code, login).id));
		break;
	case 3:
		submit(j, code, login, 0, 0);
		break;
	default:
		break;
	}
	submit(j, code, login, a, b);
	return true;
}

static void compare_round(struct judging *j, const struct matrix *m, uint64_t seed)
{
	static const char *const methods[] = { "mean", "median", "trimmed", "borda" };
	size_t ties[] = { 1, 0 };
	struct standing standing;
	struct exact wanted;

	for (size_t i = 0; i < LEN(methods); i++) {
		struct ranking_rules rules = { .method = (enum method)i,
			.min_reviews = 2,
			.line = 2,
			.ties = ties,
			.tie_count = LEN(ties) };

		exact_rank(m, &rules, &wanted);
		assert_ok(standing_make(j->ctx, j->arena, j->round, methods[i], &standing));
		assert_int_equal(standing.n, PROBLEMS);
		for (size_t k = 0; k < standing.n; k++) {
			const struct standing_row *row = &standing.rows[k];
			size_t item = (size_t)atoi(row->submission_code + 2) - 1;

			if (row->ranked.rank != (int64_t)wanted.rank[item] ||
				row->ranked.reviews != wanted.reviews[item] ||
				row->ranked.tied != wanted.tied[item] ||
				!fraction_is(wanted.score[item], row->ranked.score))
				stop_test("seed %llu, %s, %s", (unsigned long long)seed, methods[i],
					row->submission_code);
		}
	}
}

static void rounds_of_chance_are_ranked_exactly(void **state)
{
	(void)state;
	for (uint64_t seed = 1; seed <= 8; seed++) {
		int64_t scores[PROBLEMS * JURORS][2], weights[] = { 100, 200 };
		struct ballot ballots[PROBLEMS * JURORS];
		struct matrix m = { .items = PROBLEMS,
			.jurors = JURORS,
			.criteria = 2,
			.weights = weights,
			.ballots = ballots };
		uint64_t dice = seed;
		void *made;

		assert_int_equal(judging_setup(&made), 0);
		struct judging *j = made;
		change_weights(j, 100, 200);
		change_rules(j, 2, "b,a", 2);
		open_for_jurors(j, PROBLEMS, JURORS);
		for (size_t p = 0; p < PROBLEMS; p++)
			for (size_t k = 0; k < JURORS; k++) {
				const char *code = arena_printf(j->arena, "P-%03zu", p + 1);
				const char *login = arena_printf(j->arena, "j%zu", k + 1);

				if (!review_by_chance(j, code, login, &dice, scores[m.n]))
					continue;
				ballots[m.n] = (struct ballot){ p, k, scores[m.n] };
				m.n++;
			}
		compare_round(j, &m, seed);
		assert_int_equal(judging_teardown(&made), 0);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST_JUDGING(equal_is_equal),
		TEST_JUDGING(nothing_is_ranked_without_reviews),
		TEST_JUDGING(drafts_and_what_was_taken_back_do_not_count),
		TEST_JUDGING(the_barred_do_not_count),
		TEST_JUDGING(an_abstention_leaves_the_rest_where_each_stands_alone),
		TEST_JUDGING(an_abstention_takes_all_where_all_are_compared),
		TEST_JUDGING(too_few_reviews_stand_apart),
		TEST_JUDGING(the_tie_rule_decides_at_the_line_only),
		TEST_JUDGING(what_the_tie_rule_cannot_decide_stays_tied),
		TEST_JUDGING(what_was_withdrawn_has_no_rank),
		TEST_JUDGING(what_was_decided_on_keeps_its_rank),
		TEST_JUDGING(under_the_wide_scope_only_whole_juries_count),
		TEST_JUDGING(another_method_is_advice),
		TEST_JUDGING(jurors_do_not_see_it),
		TEST(rounds_of_chance_are_ranked_exactly),
	};
	return RUN(tests);
}
