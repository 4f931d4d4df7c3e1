/* SPDX-License-Identifier: MIT
 * Deciding on a round: what stands between a draft and its approval, that an approved decision
 * never changes, how another corrects it, and the challenges that follow. */
#define TEST_NAME "decision"
#include "tests/unit/judging_fixture.h"

#include "db/verify.h"
#include "src/judging/service.h"
#include "src/phases/challenge.h"

/* Six problems ranked 1 to 6 by two jurors, 4 to 6 to be selected, quorum 2; closed. */
static struct error set_presence(
	struct context *ctx, int64_t id, int64_t member_id, const char *presence)
{
	return decision_set_presences(ctx, id, &(struct attendance){ member_id, presence }, 1);
}

static void close_ranked(struct judging *j, const char *ties)
{
	struct round r = get_round(j);
	char code[8];

	r.select_min = 4;
	r.select_max = 6;
	r.quorum = 2;
	r.ties = ties;
	assert_ok(round_update(j->ctx, &r));
	open_for_jurors(j, 6, 2);
	for (int i = 1; i <= 6; i++) {
		snprintf(code, sizeof(code), "P-%03d", i);
		submit(j, code, "j1", 10 - i, 10 - i);
		submit(j, code, "j2", 10 - i, 10 - i);
	}
	close_round(j, "");
}

static int64_t add_decision(struct judging *j, const char *lang)
{
	struct decision decision = {
		.round_id = j->round, .lang = lang, .form = "room", .place = "Helsinki"
	};
	int64_t id;

	assert_ok(decision_add(j->ctx, &decision, &id));
	return id;
}

static struct decision get_decision(struct judging *j, int64_t id)
{
	struct decision d;

	assert_ok(decision_get(j->ctx, j->arena, id, &d));
	return d;
}

static struct error decide(
	struct judging *j, int64_t id, const char *code, const char *outcome, const char *fi)
{
	struct decision_item row = { .item_id = item(j, code),
		.outcome = outcome,
		.reason_fi = fi,
		.reason_sv = "",
		.reason_en = "",
		.deviation_reason = "" };

	return decision_set_item(j->ctx, id, &row);
}

static void select_first(struct judging *j, int64_t id, int n)
{
	struct decision_item rest = { .outcome = "not_selected", .reason_fi = "Ei nyt" };

	for (int i = 1; i <= n; i++)
		assert_ok(decide(
			j, id, arena_printf(j->arena, "P-%03d", i), "selected", "Vaikuttaa"));
	assert_ok(decision_set_rest(j->ctx, id, &rest));
}

static struct review_of_decision look(struct judging *j, int64_t id)
{
	struct review_of_decision review;

	assert_ok(decision_review(j->ctx, id, &review));
	return review;
}

static struct decision_item get_item(struct judging *j, int64_t id, const char *code)
{
	struct decision_items items;
	int64_t wanted = item(j, code);

	assert_ok(decision_items(j->ctx, j->arena, id, &items));
	for (size_t i = 0; i < items.n; i++)
		if (items.rows[i].item_id == wanted)
			return items.rows[i];
	stop_test("no item %s", code);
	return (struct decision_item){ 0 };
}

static const char *state_of(struct judging *j, const char *code)
{
	return get_problem(j, code).state;
}

static void a_decision_needs_a_closed_round(void **state)
{
	struct judging *j = *state;
	struct decision decision = { .round_id = j->round, .lang = "fi", .form = "room" };
	int64_t id;

	assert_refused(E_RULE, "Close the round", decision_add(j->ctx, &decision, &id));
	open_for_jurors(j, 1, 1);
	assert_refused(E_RULE, "Close the round", decision_add(j->ctx, &decision, &id));
	close_round(j, "Kesken");
	decision.lang = "de";
	assert_refused(E_INVALID, "language", decision_add(j->ctx, &decision, &id));
	decision.lang = "fi";
	decision.form = "chat";
	assert_refused(E_INVALID, "form", decision_add(j->ctx, &decision, &id));
	decision.form = "email";
	decision.regime = "merioikeus";
	assert_refused(E_RULE, "no such regime", decision_add(j->ctx, &decision, &id));
	decision.regime = "none";
	decision.round_id = 99;
	assert_refused(E_NOT_FOUND, "round", decision_add(j->ctx, &decision, &id));
	decision.round_id = j->round;
	assert_ok(decision_add(j->ctx, &decision, &id));
	assert_string_equal(get_decision(j, id).code, "D-1");
	assert_int_equal(get_decision(j, id).day, at("2018-10-01T00:00:00Z"));
	assert_refused(E_RULE, "already a draft", decision_add(j->ctx, &decision, &id));
}

static void an_emptied_day_of_a_draft_stays(void **state)
{
	struct judging *j = *state;
	struct decision decision = { .round_id = j->round, .lang = "fi", .form = "room" };
	int64_t id;

	open_for_jurors(j, 1, 1);
	close_round(j, "Kesken");
	assert_ok(decision_add(j->ctx, &decision, &id));
	struct decision d = get_decision(j, id);
	d.day = 0;
	assert_ok(decision_update(j->ctx, &d));
	assert_int_equal(get_decision(j, id).day, at("2018-10-01T00:00:00Z"));
}

/* By its own name: a submission came by a channel, too. */
static void a_way_of_service_is_one_that_there_is(void **state)
{
	struct judging *j = *state;

	assert_refused(E_INVALID, "service_channel",
		service_add(j->ctx, 1, 1, &(struct service){ .channel = "pigeon" }));
	assert_refused(
		E_INVALID, "service_channel", service_add(j->ctx, 1, 1, &(struct service){ 0 }));
}

static void undecided_or_without_a_reason_it_waits(void **state)
{
	struct judging *j = *state;

	close_ranked(j, "");
	int64_t id = add_decision(j, "fi");
	assert_int_equal(look(j, id).undecided, 6);
	assert_refused(E_REASON, "no outcome yet", decision_sign(j->ctx, id, "Syy"));
	select_first(j, id, 4);
	struct decision_item before = get_item(j, id, "P-001");
	assert_ok(decide(j, id, "P-001", "reserve", "")); /* an empty text leaves the earlier one */
	assert_string_equal(get_item(j, id, "P-001").reason_fi, before.reason_fi);
	assert_ok(decide(j, id, "P-001", "selected", "Tärkein"));
	confirm_same(j, id);
	struct review_of_decision review = look(j, id);
	assert_int_equal(review.selected, 4);
	assert_int_equal(review.not_selected, 2);
	assert_int_equal(review.untranslated, 6);
	assert_null(review.blocker);
	assert_refused(E_INVALID, "outcome", decide(j, id, "P-001", "winner", "x"));
	assert_string_equal(state_of(j, "P-001"), "received");
	assert_ok(approve_decision(j, id, NULL));
	assert_string_equal(state_of(j, "P-001"), "selected");
	assert_string_equal(state_of(j, "P-006"), "not_selected");
}

/* Reasons are needed in the language of the meeting; what is not there in the other is listed. */
static void reasons_are_in_the_meetings_language(void **state)
{
	struct judging *j = *state;
	struct decision_item rest = { .outcome = "selected", .reason_fi = "Hyvä" };
	struct decision_item sv = { .outcome = "selected",
		.reason_sv = "Bra",
		.reason_fi = "",
		.reason_en = "",
		.deviation_reason = "" };

	close_ranked(j, "");
	int64_t id = add_decision(j, "sv");
	assert_ok(decision_set_rest(j->ctx, id, &rest));
	assert_int_equal(look(j, id).without_reason, 6);
	assert_refused(E_REASON, "language of the meeting", decision_sign(j->ctx, id, NULL));
	for (int i = 1; i <= 6; i++) {
		sv.item_id = item(j, arena_printf(j->arena, "P-%03d", i));
		assert_ok(decision_set_item(j->ctx, id, &sv));
		assert_int_equal(look(j, id).without_reason, 6 - i);
		assert_int_equal(look(j, id).untranslated, 6 - i);
	}
	assert_string_equal(get_item(j, id, "P-001").reason_fi, "Hyvä");
	assert_ok(approve_decision(j, id, NULL));
}

/* Three were selected where four to six were planned: it is said and reasoned, not forbidden. */
static void outside_the_planned_range_needs_its_reason(void **state)
{
	struct judging *j = *state;

	close_ranked(j, "");
	int64_t id = add_decision(j, "fi");
	select_first(j, id, 3);
	assert_true(look(j, id).outside_range);
	assert_refused(E_REASON, "outside the planned range", decision_sign(j->ctx, id, NULL));
	assert_refused(E_REASON, "outside the planned range", decision_sign(j->ctx, id, "  "));
	assert_string_equal(get_decision(j, id).state, "draft");
	assert_string_equal(state_of(j, "P-001"), "received");
	assert_ok(approve_decision(j, id, "Kolme nousi muiden yli"));
	struct decision d = get_decision(j, id);
	assert_string_equal(d.state, "signed");
	assert_string_equal(d.range_reason, "Kolme nousi muiden yli");
	assert_string_equal(d.signed_by, "Olli Esimerkki");
	assert_int_equal(d.signed_at, fixture_now);
}

static void a_choice_past_a_better_one_needs_its_reason(void **state)
{
	struct judging *j = *state;
	struct decision_item past = { .outcome = "selected",
		.reason_fi = "Tärkeä",
		.reason_sv = "",
		.reason_en = "",
		.deviation_reason = "Ainoa saaristosta" };

	close_ranked(j, "");
	int64_t id = add_decision(j, "fi");
	select_first(j, id, 3);
	assert_ok(decide(j, id, "P-005", "selected", "Tärkeä"));
	assert_int_equal(look(j, id).deviating_without_reason, 1);
	assert_refused(E_REASON, "past a better ranked", decision_sign(j->ctx, id, NULL));
	past.item_id = item(j, "P-005");
	assert_ok(decision_set_item(j->ctx, id, &past));
	assert_int_equal(look(j, id).deviating_without_reason, 0);
	assert_ok(approve_decision(j, id, NULL));
}

static void a_divided_tie_needs_its_reason(void **state)
{
	struct judging *j = *state;
	struct round r = get_round(j);

	r.select_min = r.select_max = 1;
	assert_ok(round_update(j->ctx, &r));
	open_for_jurors(j, 3, 1);
	submit(j, "P-001", "j1", 8, 8);
	submit(j, "P-002", "j1", 8, 8);
	submit(j, "P-003", "j1", 1, 1);
	close_round(j, "");
	int64_t id = add_decision(j, "fi");
	select_first(j, id, 1);
	assert_true(look(j, id).tie_split);
	assert_refused(E_REASON, "share a rank", decision_sign(j->ctx, id, NULL));
	struct decision d = get_decision(j, id);
	d.tie_reason = " Äänestys 2–1 ";
	assert_ok(decision_update(j->ctx, &d));
	assert_ok(approve_decision(j, id, NULL));
	assert_string_equal(get_decision(j, id).tie_reason, "Äänestys 2–1");
}

static void a_tie_the_rule_decides_needs_none(void **state)
{
	struct judging *j = *state;
	struct round r = get_round(j);

	r.select_min = r.select_max = 1;
	r.ties = "b";
	assert_ok(round_update(j->ctx, &r));
	open_for_jurors(j, 2, 1);
	submit(j, "P-001", "j1", 8, 5); /* 18 of 3 */
	submit(j, "P-002", "j1", 6, 6);
	close_round(j, "");
	int64_t id = add_decision(j, "fi");
	assert_ok(decide(j, id, "P-002", "selected", "Tasatilannesääntö"));
	assert_ok(decide(j, id, "P-001", "not_selected", "Tasatilannesääntö"));
	assert_false(look(j, id).tie_split);
	assert_ok(approve_decision(j, id, NULL));
}

static void below_the_quorum_nothing_is_approved(void **state)
{
	struct judging *j = *state;
	struct decision_persons persons;

	close_ranked(j, "");
	int64_t id = add_decision(j, "fi");
	select_first(j, id, 4);
	int64_t second = get_member(j, "j2").id;
	assert_ok(set_presence(j->ctx, id, second, "absent"));
	assert_true(look(j, id).below_quorum);
	assert_refused(E_REASON, "quorum", decision_sign(j->ctx, id, NULL));
	assert_refused(E_INVALID, "state", set_presence(j->ctx, id, second, "asleep"));
	assert_ok(set_presence(j->ctx, id, second, "remote"));
	assert_false(look(j, id).below_quorum);
	assert_ok(decision_persons(j->ctx, j->arena, id, &persons));
	assert_int_equal(persons.n, 2);
	assert_string_equal(persons.rows[0].presence, "present");
	assert_string_equal(persons.rows[1].presence, "remote");
	assert_ok(approve_decision(j, id, NULL));
}

/* Who must leave for an item does not count towards its quorum. */
static void the_barred_do_not_make_a_quorum(void **state)
{
	struct judging *j = *state;
	struct round r = get_round(j);

	r.quorum = 2;
	assert_ok(round_update(j->ctx, &r));
	add_problems(j, 2);
	seat_jurors(j, 2);
	declare_conflict(j, "j1", "P-002");
	open_round(j);
	close_round(j, "Kesken");
	int64_t id = add_decision(j, "fi");
	select_first(j, id, 0);
	assert_true(look(j, id).below_quorum);
	assert_refused(E_REASON, "quorum", decision_sign(j->ctx, id, NULL));
}

static void what_was_withdrawn_is_not_decided_on(void **state)
{
	struct judging *j = *state;

	close_ranked(j, "");
	int64_t id = add_decision(j, "fi");
	assert_ok(decide(j, id, "P-002", "selected", "Hyvä"));
	assert_ok(submission_act(j->ctx, problem(j, "P-001"), SUBMISSION_WITHDRAW, ""));
	assert_ok(submission_act(j->ctx, problem(j, "P-002"), SUBMISSION_EXCLUDE, "Ei kunnan"));
	assert_refused(E_RULE, "withdrawn", decide(j, id, "P-001", "selected", "Hyvä"));
	for (int i = 3; i <= 6; i++)
		assert_ok(decide(j, id, arena_printf(j->arena, "P-%03d", i), "selected", "Hyvä"));
	confirm_same(j, id);
	struct review_of_decision review = look(j, id);
	assert_int_equal(review.undecided, 0);
	assert_int_equal(review.selected, 4);
	assert_int_equal(review.deviating_without_reason, 0);
	assert_null(review.blocker);
	assert_ok(approve_decision(j, id, NULL));
	assert_string_equal(state_of(j, "P-001"), "withdrawn");
	assert_string_equal(state_of(j, "P-002"), "ineligible");
	assert_string_equal(get_item(j, id, "P-002").outcome, "");
}

/* Reviews and decision belong together: no deciding on an open round, no opening a decided one. */
static void no_decision_on_a_round_that_is_open_again(void **state)
{
	struct judging *j = *state;

	close_ranked(j, "");
	int64_t id = add_decision(j, "fi");
	select_first(j, id, 4);
	assert_ok(round_move(j->ctx, j->round, ROUND_REOPEN, "Arvio puuttui"));
	assert_refused(E_RULE, "Close the round", decision_sign(j->ctx, id, NULL));
	assert_string_equal(state_of(j, "P-001"), "received");
	close_round(j, "");
	assert_ok(approve_decision(j, id, NULL));
	assert_refused(E_RULE, "has been concluded on",
		round_move(j->ctx, j->round, ROUND_REOPEN, "Arvio puuttui"));
	assert_string_equal(get_round(j).state, "closed");
}

static void an_approved_decision_never_changes(void **state)
{
	struct judging *j = *state;
	struct decision_item row = { .outcome = "reserve", .reason_fi = "Toisin" };

	close_ranked(j, "");
	int64_t id = add_decision(j, "fi");
	select_first(j, id, 4);
	assert_ok(approve_decision(j, id, NULL));
	int64_t head = log_head(j);
	struct decision d = get_decision(j, id), before = d;
	d.place = "Espoo";
	row.item_id = item(j, "P-001");
	assert_refused(E_RULE, "never changes", decision_update(j->ctx, &d));
	assert_refused(E_RULE, "never changes", decision_set_item(j->ctx, id, &row));
	assert_refused(E_RULE, "never changes", decision_set_rest(j->ctx, id, &row));
	assert_refused(E_RULE, "never changes",
		set_presence(j->ctx, id, get_member(j, "j1").id, "absent"));
	assert_refused(E_RULE, "never changes", decision_sign(j->ctx, id, "Uusi syy"));
	assert_refused(E_RULE, "has been concluded on",
		decision_add(j->ctx,
			&(struct decision){ .round_id = j->round, .lang = "fi", .form = "room" },
			&id));
	assert_int_equal(log_head(j), head);
	assert_int_equal(get_decision(j, before.id).v, before.v);
	assert_string_equal(get_decision(j, before.id).place, "Helsinki");
	assert_string_equal(get_item(j, before.id, "P-001").outcome, "selected");
}

static void assert_sql_refuses(struct judging *j, const char *sql)
{
	char *message = outside_refusal(j->f->path, sql);

	if (message == NULL || strstr(message, "signed") == NULL)
		stop_test("%s: %s", sql, message == NULL ? "done" : message);
	free(message);
}

/* The second wall: not even SQL changes it. */
static void nor_by_sql(void **state)
{
	static const char *const rows[] = {
		"UPDATE decision SET place = 'Espoo' WHERE id = 1",
		"UPDATE decision SET state = 'draft' WHERE id = 1",
		"DELETE FROM decision WHERE id = 1",
		"REPLACE INTO decision (id, number, code, round_id, lang, day, place, form)"
		" SELECT id, number, code, round_id, lang, day, 'Espoo', form FROM decision",
		"REPLACE INTO decision (number, code, round_id, lang, day, place, form)"
		" SELECT 9, code, round_id, lang, day, 'Espoo', form FROM decision WHERE id = 1",
		"UPDATE decision_item SET outcome = 'reserve' WHERE decision_id = 1",
		"UPDATE decision_item SET reason_fi = 'x' WHERE decision_id = 1",
		"UPDATE decision_item SET decision_id = 2 WHERE decision_id = 1",
		"UPDATE decision_item SET decision_id = 1 WHERE decision_id = 2"
		" AND round_item_id = 6",
		"DELETE FROM decision_item WHERE decision_id = 1",
		"INSERT INTO decision_item (decision_id, round_item_id, outcome)"
		" VALUES (1, 99, 'reserve')",
		"REPLACE INTO decision_item (decision_id, round_item_id, outcome)"
		" VALUES (1, 1, 'reserve')",
		"UPDATE decision_person SET presence = 'absent' WHERE decision_id = 1",
		"UPDATE decision_person SET decision_id = 1 WHERE decision_id = 2",
		"DELETE FROM decision_person WHERE decision_id = 1",
		"INSERT INTO decision_person (decision_id, panel_member_id, presence)"
		" VALUES (1, 99, 'remote')",
	};
	struct judging *j = *state;
	struct verdict verdict;
	int64_t correction;

	close_ranked(j, "");
	int64_t id = add_decision(j, "fi");
	outside(j->f->path, "UPDATE decision SET place = place WHERE id = 1"); /* a draft may */
	assert_ok(submission_act(j->ctx, problem(j, "P-006"), SUBMISSION_WITHDRAW, ""));
	select_first(j, id, 4);
	assert_ok(approve_decision(j, id, NULL));
	assert_ok(submission_act(j->ctx, problem(j, "P-006"), SUBMISSION_RESTORE, "Erehdys"));
	assert_ok(correct_clerical(j->ctx, id, "Virhe", &correction));
	assert_ok(decide(j, correction, "P-006", "reserve", "Palasi"));
	assert_int_equal(id, 1);
	assert_int_equal(correction, 2);
	outside(j->f->path, "UPDATE decision_item SET outcome = outcome WHERE decision_id = 2");
	for (size_t i = 0; i < LEN(rows); i++)
		assert_sql_refuses(j, rows[i]);
	assert_ok(verify_file(j->ctx->db, 0, NULL, &verdict));
	assert_true(verdict.good);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST_JUDGING(a_decision_needs_a_closed_round),
		TEST_JUDGING(an_emptied_day_of_a_draft_stays),
		TEST_JUDGING(a_way_of_service_is_one_that_there_is),
		TEST_JUDGING(undecided_or_without_a_reason_it_waits),
		TEST_JUDGING(reasons_are_in_the_meetings_language),
		TEST_JUDGING(outside_the_planned_range_needs_its_reason),
		TEST_JUDGING(a_choice_past_a_better_one_needs_its_reason),
		TEST_JUDGING(a_divided_tie_needs_its_reason),
		TEST_JUDGING(a_tie_the_rule_decides_needs_none),
		TEST_JUDGING(below_the_quorum_nothing_is_approved),
		TEST_JUDGING(the_barred_do_not_make_a_quorum),
		TEST_JUDGING(what_was_withdrawn_is_not_decided_on),
		TEST_JUDGING(no_decision_on_a_round_that_is_open_again),
		TEST_JUDGING(an_approved_decision_never_changes),
		TEST_JUDGING(nor_by_sql),
	};
	return RUN(tests);
}
