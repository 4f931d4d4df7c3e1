/* SPDX-License-Identifier: MIT
 * After the approval: a decision corrected by another, what can be undone and what not, selected
 * problems becoming challenges, and who may do it all. */
#define TEST_NAME "correction"
#include "tests/unit/judging_fixture.h"

#include "src/intake/import.h"
#include "src/phases/challenge.h"

/* Three problems ranked 1 to 3, none planned range; closed. */
static struct error set_presence(
	struct context *ctx, int64_t id, int64_t member_id, const char *presence)
{
	return decision_set_presences(ctx, id, &(struct attendance){ member_id, presence }, 1);
}

static void close_ranked(struct judging *j)
{
	open_for_jurors(j, 3, 2);
	for (int i = 1; i <= 3; i++) {
		const char *code = arena_printf(j->arena, "P-%03d", i);

		submit(j, code, "j1", 10 - i, 10 - i);
		submit(j, code, "j2", 10 - i, 10 - i);
	}
	close_round(j, "");
}

static struct error decide(struct judging *j, int64_t id, const char *code, const char *outcome)
{
	struct decision_item row = { .item_id = item(j, code),
		.outcome = outcome,
		.reason_fi = "Perustelu",
		.reason_sv = "Motivering",
		.reason_en = "",
		.deviation_reason = "" };

	return decision_set_item(j->ctx, id, &row);
}

/* P-001 selected, P-002 in reserve, P-003 not selected; still a draft. */
static int64_t draft_decision(struct judging *j)
{
	struct decision decision = { .round_id = j->round,
		.lang = "fi",
		.form = "room",
		.place = "Helsinki",
		.day = at("2018-09-30T00:00:00Z") };
	int64_t id;

	close_ranked(j);
	assert_ok(decision_add(j->ctx, &decision, &id));
	assert_ok(decide(j, id, "P-001", "selected"));
	assert_ok(decide(j, id, "P-002", "reserve"));
	assert_ok(decide(j, id, "P-003", "not_selected"));
	return id;
}

static int64_t approve(struct judging *j)
{
	int64_t id = draft_decision(j);

	assert_ok(approve_decision(j, id, NULL));
	return id;
}

static struct decision get_decision(struct judging *j, int64_t id)
{
	struct decision d;

	assert_ok(decision_get(j->ctx, j->arena, id, &d));
	return d;
}

static const char *state_of(struct judging *j, const char *code)
{
	return get_problem(j, code).state;
}

static void a_draft_is_changed_not_corrected(void **state)
{
	struct judging *j = *state;
	int64_t id = draft_decision(j), correction;

	assert_refused(E_RULE, "still a draft", correct_clerical(j->ctx, id, "Virhe", &correction));
	assert_refused(E_NOT_FOUND, "decision", correct_clerical(j->ctx, 99, "Virhe", &correction));
	struct decision first = get_decision(j, id), second = first;
	first.place = "Espoo";
	assert_ok(decision_update(j->ctx, &first));
	second.place = "Vantaa";
	assert_refused(E_STALE, "", decision_update(j->ctx, &second));
	assert_string_equal(get_decision(j, id).place, "Espoo");
	assert_ok(approve_decision(j, id, NULL));
	assert_refused(E_REQUIRED, "reason", correct_clerical(j->ctx, id, " ", &correction));
	assert_refused(E_NOT_FOUND, "decision", decision_find(j->ctx, "D-2", &correction));
}

static void a_correction_begins_with_everything(void **state)
{
	struct judging *j = *state;
	struct decision_items items;
	struct decision_persons persons;
	int64_t id = draft_decision(j), correction;

	assert_ok(set_presence(j->ctx, id, get_member(j, "j2").id, "absent"));
	assert_ok(approve_decision(j, id, NULL));
	fixture_now += 86400;
	assert_ok(correct_clerical(j->ctx, id, " Väärä perustelu ", &correction));
	struct decision d = get_decision(j, correction);
	assert_string_equal(d.code, "D-2");
	assert_string_equal(d.state, "draft");
	assert_int_equal(d.corrects, id);
	assert_string_equal(d.correction_reason, "Väärä perustelu");
	assert_string_equal(d.place, "Helsinki");
	assert_int_equal(d.day, at("2018-10-02T00:00:00Z"));
	assert_int_equal(d.signed_at, 0);
	assert_int_equal(get_decision(j, id).corrected_by, correction);
	assert_ok(decision_items(j->ctx, j->arena, correction, &items));
	assert_int_equal(items.n, 3);
	assert_string_equal(items.rows[1].outcome, "reserve");
	assert_string_equal(items.rows[1].reason_sv, "Motivering");
	assert_ok(decision_persons(j->ctx, j->arena, correction, &persons));
	assert_string_equal(persons.rows[0].presence, "present");
	assert_string_equal(persons.rows[1].presence, "absent");
}

static void only_the_last_one_is_corrected(void **state)
{
	struct judging *j = *state;
	int64_t id = approve(j), second, third;
	struct id_list ids = { 0 };

	assert_ok(correct_clerical(j->ctx, id, "Virhe", &second));
	assert_refused(
		E_RULE, "already been corrected", correct_clerical(j->ctx, id, "Virhe", &third));
	assert_refused(E_RULE, "still a draft", correct_clerical(j->ctx, second, "Virhe", &third));
	assert_ok(decide(j, second, "P-002", "selected"));
	assert_string_equal(state_of(j, "P-002"), "reserve");
	assert_ok(approve_decision(j, second, NULL));
	assert_string_equal(state_of(j, "P-002"), "selected");
	assert_string_equal(get_decision(j, id).state, "signed");
	assert_ok(correct_clerical(j->ctx, second, "Vielä virhe", &third));
	assert_refused(E_RULE, "already a draft",
		decision_add(j->ctx,
			&(struct decision){ .round_id = j->round, .lang = "fi", .form = "room" },
			&id));
	assert_ok(decision_ids(j->ctx, j->round, "decision", &ids));
	assert_int_equal(ids.n, 3);
	id_list_clear(&ids);
}

static void the_first_decision_stays_as_it_was(void **state)
{
	struct judging *j = *state;
	struct decision_items items;
	int64_t id = approve(j), correction;

	assert_ok(correct_clerical(j->ctx, id, "Virhe", &correction));
	assert_ok(decide(j, correction, "P-001", "not_selected"));
	assert_ok(decide(j, correction, "P-002", "not_selected"));
	assert_ok(approve_decision(j, correction, NULL));
	assert_string_equal(state_of(j, "P-001"), "not_selected");
	assert_ok(decision_items(j->ctx, j->arena, id, &items));
	assert_string_equal(items.rows[0].outcome, "selected");
	assert_string_equal(items.rows[1].outcome, "reserve");
	assert_refused(E_RULE, "never changes", decide(j, id, "P-001", "reserve"));
}

/* Withdrawing and restoring give back what was decided. */
static void life_goes_on_after_a_decision(void **state)
{
	struct judging *j = *state;

	(void)approve(j);
	int64_t id = problem(j, "P-001");
	assert_ok(submission_act(j->ctx, id, SUBMISSION_WITHDRAW, "Kunta perui"));
	assert_string_equal(state_of(j, "P-001"), "withdrawn");
	assert_refused(E_REQUIRED, "reason", submission_act(j->ctx, id, SUBMISSION_RESTORE, ""));
	assert_ok(submission_act(j->ctx, id, SUBMISSION_RESTORE, "Kunta perui perumisen"));
	assert_string_equal(state_of(j, "P-001"), "selected");
	assert_refused(E_RULE, "already been admitted or decided on",
		submission_act(j->ctx, (outside(j->f->path, "UPDATE submission SET late = 1"), id),
			SUBMISSION_ADMIT, "Myöhässä"));
}

static void an_import_that_is_judged_is_not_undone(void **state)
{
	struct judging *j = *state;
	const char *path = arena_printf(j->arena, "%s/problems.csv", j->f->directory);
	struct table_options options = { 0 };
	struct import import;
	int64_t batch;
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	fputs("Kunta;Otsikko;Kuvaus\nHelsinki;Jonot;Jonot ovat pitkät.\n", file);
	assert_int_equal(fclose(file), 0);
	assert_ok(import_prepare(j->ctx, "problem", path, &options, &import));
	assert_ok(import_commit(j->ctx, &import, false, &batch));
	import_clear(&import);
	seat_jurors(j, 1);
	open_round(j);
	assert_refused(E_RULE, "A round already reviews", import_undo(j->ctx, batch));
	assert_string_equal(get_problem(j, "P-001").title, "Jonot");
}

static struct error add_challenge(
	struct judging *j, const char *code, const char *fi, const char *sv)
{
	struct challenge c = { .title_fi = fi, .title_sv = sv };
	int64_t id;

	return challenge_add(j->ctx, problem(j, code), &c, &id);
}

static void only_a_selected_problem_becomes_a_challenge(void **state)
{
	struct judging *j = *state;
	int64_t id = draft_decision(j), head;

	head = log_head(j);
	assert_refused(E_RULE, "approved decision selected", add_challenge(j, "P-001", "A", "B"));
	assert_int_equal(log_head(j), head);
	assert_ok(approve_decision(j, id, NULL));
	assert_refused(E_RULE, "approved decision selected", add_challenge(j, "P-002", "A", "B"));
	assert_refused(E_RULE, "approved decision selected", add_challenge(j, "P-003", "A", "B"));
	assert_refused(E_REQUIRED, "title_fi", add_challenge(j, "P-001", " ", ""));
	assert_refused(E_RULE, "control characters", add_challenge(j, "P-001", "\x1B[2J", "B"));
	assert_ok(add_challenge(j, "P-001", "Haaste", "Utmaning"));
	assert_refused(E_RULE, "already become", add_challenge(j, "P-001", "A", "B"));
}

static void a_challenge_has_titles_and_a_pilot(void **state)
{
	struct judging *j = *state;
	struct challenge c;
	struct municipality pilot;
	struct submission_titles problems;
	int64_t id, decision = draft_decision(j);
	bool fallback;

	assert_ok(decide(j, decision, "P-002", "selected"));
	assert_ok(approve_decision(j, decision, NULL));
	assert_ok(add_challenge(j, "P-001", " Haaste ", "Utmaning"));
	assert_ok(challenge_find(j->ctx, "C-1", &id));
	assert_ok(challenge_get(j->ctx, j->arena, id, &c));
	assert_string_equal(c.title_fi, "Haaste");
	assert_string_equal(c.title_sv, "Utmaning");
	assert_int_equal(c.pilot_id, get_problem(j, "P-001").municipality_id);
	assert_ok(challenge_problems(j->ctx, j->arena, id, &problems));
	assert_int_equal(problems.n, 1);
	assert_string_equal(problems.rows[0].code, "P-001");

	struct challenge other = { .title_sv = "Andra" };
	assert_ok(municipality_find(j->ctx, "Espoo", &other.pilot_id));
	assert_ok(challenge_add(j->ctx, problem(j, "P-002"), &other, &id));
	assert_ok(challenge_get(j->ctx, j->arena, id, &c));
	assert_string_equal(c.code, "C-2");
	assert_ok(municipality_get(j->ctx, j->arena, c.pilot_id, &pilot));
	assert_string_equal(pilot.name_sv, "Esbo");
	assert_string_equal(challenge_title(&c, &fallback), "Andra");
	assert_true(fallback);
	struct challenge mine = c;
	mine.title_fi = "Toinen";
	assert_ok(challenge_update(j->ctx, &mine));
	assert_refused(E_STALE, "", challenge_update(j->ctx, &c));
}

static void each_selected_problem_is_waited_for(void **state)
{
	struct judging *j = *state;
	struct checklist list;
	struct id_list waiting = { 0 };

	assert_ok(phase_move(j->ctx, "problems", PHASE_OPEN, "Ilman määräaikaa"));
	assert_ok(phase_move(j->ctx, "problems", PHASE_CLOSE, ""));
	assert_ok(phase_check(j->ctx, "problems", PHASE_DECIDE, &list));
	assert_int_equal(list.n, 1); /* no decision has been approved */
	(void)approve(j);
	assert_ok(challenge_candidates(j->ctx, &waiting));
	assert_int_equal(waiting.n, 1);
	assert_int_equal(waiting.ids[0], problem(j, "P-001"));
	id_list_clear(&waiting);
	assert_refused(
		E_REASON, "made a challenge", phase_move(j->ctx, "problems", PHASE_DECIDE, ""));
	assert_ok(add_challenge(j, "P-001", "Haaste", "Utmaning"));
	assert_ok(challenge_candidates(j->ctx, &waiting));
	assert_int_equal(waiting.n, 0);
	assert_ok(phase_move(j->ctx, "problems", PHASE_DECIDE, ""));
}

static struct error try_act(struct judging *j, struct context *ctx, int64_t id, size_t i)
{
	struct decision d = get_decision(j, id);
	struct decision_item rest = { .outcome = "selected", .reason_fi = "x" };
	struct challenge c = { .title_fi = "Haaste", .title_sv = "Utmaning", .code = "C-1" };
	int64_t made = 0;

	rest.item_id = item(j, "P-001");
	switch (i) {
	case 0:
		return decision_add(ctx, &d, &made);
	case 1:
		return decision_update(ctx, &d);
	case 2:
		return decision_set_item(ctx, id, &rest);
	case 3:
		return decision_set_rest(ctx, id, &rest);
	case 4:
		return set_presence(ctx, id, get_member(j, "j1").id, "absent");
	case 5:
		return decision_sign(ctx, id, "Syy");
	case 6:
		return correct_clerical(ctx, id, "Virhe", &made);
	case 7:
		return challenge_add(ctx, problem(j, "P-001"), &c, &made);
	case 8:
		return challenge_update(ctx, &c);
	default:
		return fail(E_CANCELLED, NULL);
	}
}

static void only_admin_and_office_decide(void **state)
{
	static const char *const roles[] = { "custodian", "juror", "auditor" };
	struct judging *j = *state;
	int64_t id = draft_decision(j);

	for (size_t r = 0; r < LEN(roles); r++) {
		struct context ctx;
		struct error e;

		fixture_enter(j->f, roles[r], roles[r], &ctx);
		int64_t head = log_head(j);
		for (size_t i = 0; (e = try_act(j, &ctx, id, i)).code != E_CANCELLED; i++)
			if (e.code != E_DENIED)
				stop_test("%s, act %zu: %d", roles[r], i, (int)e.code);
		assert_int_equal(log_head(j), head);
		context_close(&ctx);
	}
	assert_string_equal(state_of(j, "P-001"), "received");
}

static void nobody_approves_in_anothers_name(void **state)
{
	struct judging *j = *state;
	struct context colleague;
	int64_t id = draft_decision(j);

	confirm_same(j, id);
	fixture_enter(j->f, "virpi", "office", &colleague);
	assert_ok(context_enter_as(j->ctx, "virpi"));
	assert_refused(E_RULE, "--as", decision_sign(j->ctx, id, NULL));
	assert_string_equal(get_decision(j, id).state, "draft");
	assert_ok(decision_sign(&colleague, id, NULL));
	assert_string_equal(get_decision(j, id).signed_by, "virpi");
	context_close(&colleague);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST_JUDGING(a_draft_is_changed_not_corrected),
		TEST_JUDGING(a_correction_begins_with_everything),
		TEST_JUDGING(only_the_last_one_is_corrected),
		TEST_JUDGING(the_first_decision_stays_as_it_was),
		TEST_JUDGING(life_goes_on_after_a_decision),
		TEST_JUDGING(an_import_that_is_judged_is_not_undone),
		TEST_JUDGING(only_a_selected_problem_becomes_a_challenge),
		TEST_JUDGING(a_challenge_has_titles_and_a_pilot),
		TEST_JUDGING(each_selected_problem_is_waited_for),
		TEST_JUDGING(only_admin_and_office_decide),
		TEST_JUDGING(nobody_approves_in_anothers_name),
	};
	return RUN(tests);
}
