/* SPDX-License-Identifier: MIT
 * The problems' round: its rules, panel and reviews, and what was decided. */
#include "tests/unit/full_parts.h"

#include "src/judging/abstention.h"
#include "src/judging/decision.h"
#include "src/judging/feedback.h"
#include "src/judging/lot.h"
#include "src/judging/review.h"
#include "src/intake/review_import.h"
#include "src/judging/standing.h"
#include "src/phases/challenge.h"
#include "src/phases/submission.h"

static void set_criterion(struct full *full, const char *key)
{
	struct criterion criterion = { .key = key,
		.weight = 1000,
		.high = 10000,
		.step = 250,
		.name_fi = key,
		.name_sv = key };

	ACT(round_set_criterion(full->ctx, full->round, &criterion, NULL));
}

void full_announce(struct full *full)
{
	struct round round = {
		.key = "problems", .kind = "problem", .select_min = 3, .select_max = 4
	};
	char *rules;

	ACT(round_add(full->ctx, &round, &full->round));
	set_criterion(full, "impact");
	set_criterion(full, "cost");
	assert_ok(rules_text(full->ctx, &full->f->arena, full->round, &rules));
	ACT(rules_define(full->ctx, full->round, rules));
	set_criterion(full, "third");
	ACT(round_remove_criterion(full->ctx, full->round, "third"));
	assert_ok(round_get(full->ctx, &full->f->arena, full->round, &round));
	round.ties = "impact,lot";
	ACT(round_update(full->ctx, &round));
	ACT(round_lock(full->ctx, full->round, "Ilmoitus 1"));
	struct criterion worded = { .key = "cost", .name_fi = "Kulut", .name_sv = "Kostnad" };
	ACT(round_correct_wording(full->ctx, full->round, &worded, NULL, "Sanamuoto"));
}

static void make_panel(struct full *full)
{
	struct id_list problems = { 0 };
	int64_t n = full->round;

	ACT(round_seat(full->ctx, n, "salattu.Salattu1", true, false));
	ACT(round_seat(full->ctx, n, "salattu.Salattu2", false, false));
	ACT(round_seat(full->ctx, n, "salattu.Salattu3", false, false));
	ACT(round_seat(full->ctx, n, "salattu.Salattu4", false, false));
	ACT(round_seat(full->ctx, n, "salattu.Salattu5", false, true));
	ACT(round_unseat(full->ctx, n, "salattu.Salattu5"));
	ACT(round_move(full->ctx, n, ROUND_OPEN, MARK " syy"));
	ACT(round_assign(full->ctx, n, 0, 7));
	assert_ok(submission_ids(full->ctx, "problem", SUBMISSIONS_BY_NUMBER,
		&(struct submission_filter){ 0 }, NULL, &problems));
	struct declared_conflict conflicts[] = {
		{ problems.ids[0], 1, MARK " suhde" },
		{ problems.ids[1], 2, MARK " suhde" },
	};
	ACT(declaration_enter(full->ctx, n, "salattu.Salattu1", conflicts, 2, "Lomake 1"));
	ACT(declaration_enter(full->ctx, n, "salattu.Salattu2", NULL, 0, "Lomake 2"));
	ACT(conflict_decide(full->ctx, 1, true, MARK " syy"));
	ACT(conflict_decide(full->ctx, 2, false, MARK " syy"));
	struct recorded_conflict told = { .conflict = { problems.ids[2], 4, MARK " suhde" },
		.source = MARK " puhelu 2.11.2018" };
	ACT(conflict_add(full->ctx, n, "salattu.Salattu1", &told));
	ACT(round_excuse(full->ctx, n, "salattu.Salattu3", MARK " syy"));
	ACT(round_replace(full->ctx, n, "salattu.Salattu4", "salattu.Salattu5", MARK " syy"));
	id_list_clear(&problems);
}

static struct assignments assignments_of(struct full *full, const char *login)
{
	struct members members;
	struct assignments list = { 0 };

	assert_ok(round_members(full->ctx, &full->f->arena, full->round, &members));
	for (size_t i = 0; i < members.n; i++)
		if (strcmp(members.rows[i].login, login) == 0)
			assert_ok(assignment_list(full->ctx, &full->f->arena, full->round, 0,
				members.rows[i].id, &list));
	assert_true(list.n > 3);
	return list;
}

static void make_reviews(struct full *full)
{
	struct assignments list = assignments_of(full, "salattu.Salattu2");
	int64_t scores[] = { 7000, 3250 };
	struct review_input input = { scores, 2, MARK " huomio", MARK " palaute" };
	struct review_import import;
	int64_t n = full->round;

	for (size_t i = 0; i < list.n; i++)
		ACT(review_submit(full->ctx, n, list.rows[i].id, &input, MARK " lomake 2"));
	ACT(review_take_back(full->ctx, n, list.rows[0].id));
	ACT(review_save_draft(full->ctx, n, list.rows[0].id, &input));
	const char *file = full_file(full, "reviews.csv",
		"juror;submission;impact;cost;notes;state\n"
		"salattu.Salattu5;P-002;5;5;" MARK " tuotu;\n"
		"salattu.Salattu5;P-004;5;5;" MARK " tuotu;draft\n");
	ACT(review_import(
		full->ctx, n, file, &(struct table_options){ 0 }, MARK " lomake 5", NULL, &import));
	review_import_clear(&import);
	list = assignments_of(full, "salattu.Salattu5");
	ACT(abstention_add(
		full->ctx, n, list.rows[0].id, MARK " vieras ala", MARK " puhelu 3.11.2018"));
	ACT(abstention_withdraw(full->ctx, n, list.rows[0].id));
	ACT(round_move(full->ctx, n, ROUND_CLOSE, MARK " syy"));
	ACT(round_move(full->ctx, n, ROUND_REOPEN, MARK " syy"));
	ACT(round_move(full->ctx, n, ROUND_CLOSE, MARK " syy"));
	ACT(standing_show(full->ctx, n));
	ACT(lot_draw(full->ctx, n));
}

static void write_feedback(struct full *full)
{
	struct id_list items = { 0 };

	assert_ok(feedback_ids(full->ctx, full->round, &items));
	int64_t id = items.ids[1];
	ACT(feedback_take(full->ctx, id, 1, "fi", FEEDBACK_ANY_VERSION));
	ACT(feedback_set(full->ctx, id, "sv", MARK " respons", FEEDBACK_ANY_VERSION));
	ACT(feedback_set(full->ctx, id, "en", MARK " feedback", FEEDBACK_ANY_VERSION));
	ACT(feedback_clear(full->ctx, id, FEEDBACK_ANY_VERSION));
	ACT(feedback_unclear(full->ctx, id, FEEDBACK_ANY_VERSION));
	ACT(feedback_clear(full->ctx, id, FEEDBACK_ANY_VERSION));
	id_list_clear(&items);
}

static void make_items(struct full *full, int64_t decision)
{
	struct decision_item item = { .outcome = "selected",
		.reason_fi = MARK " syy",
		.reason_sv = MARK " skäl",
		.reason_en = MARK " reason",
		.deviation_reason = MARK " poikkeama" };
	struct decision_items items;

	assert_ok(decision_items(full->ctx, &full->f->arena, decision, &items));
	for (size_t i = 0; i < items.n; i++)
		if (items.rows[i].submission_id == full->problem)
			item.item_id = items.rows[i].item_id;
	ACT(decision_set_item(full->ctx, decision, &item));
	item.outcome = "not_selected";
	ACT(decision_set_rest(full->ctx, decision, &item));
}

static void make_decision(struct full *full)
{
	struct decision decision = { .round_id = full->round,
		.lang = "fi",
		.place = "Helsinki",
		.form = "room",
		.range_reason = "",
		.tie_reason = MARK " syy",
		.correction_reason = "" };
	struct decision_persons persons;
	struct challenge challenge = { .title_fi = "Haaste",
		.title_sv = "Utmaning",
		.title_en = "",
		.text_fi = "",
		.text_sv = "" };
	int64_t id, correction;

	ACT(decision_add(full->ctx, &decision, &id));
	assert_ok(decision_get(full->ctx, &full->f->arena, id, &decision));
	decision.place = "Espoo";
	ACT(decision_update(full->ctx, &decision));
	make_items(full, id);
	assert_ok(decision_persons(full->ctx, &full->f->arena, id, &persons));
	struct attendance there = { persons.rows[0].member_id, "remote" };
	ACT(decision_set_presences(full->ctx, id, &there, 1));
	full_say(full, id);
	ACT(decision_sign(full->ctx, id, MARK " syy"));
	ACT(decision_correct(full->ctx, id,
		&(struct correcting){ .kind = "clerical", .reason = MARK " syy" }, &correction));
	ACT(decision_abandon(full->ctx, correction, MARK " syy"));
	ACT(decision_correct(full->ctx, id,
		&(struct correcting){ .kind = "clerical", .reason = MARK " syy" }, &correction));
	ACT(challenge_add(full->ctx, full->problem, &challenge, &full->challenge));
	assert_ok(challenge_get(full->ctx, &full->f->arena, full->challenge, &challenge));
	challenge.text_fi = "Kuvaus";
	ACT(challenge_update(full->ctx, &challenge));
	ACT(phase_move(full->ctx, "problems", PHASE_DECIDE, MARK " syy"));
}

void full_judge(struct full *full)
{
	fixture_now = at("2018-11-02T09:00");
	ACT(phase_move(full->ctx, "problems", PHASE_CLOSE, MARK " syy"));
	make_panel(full);
	make_reviews(full);
	write_feedback(full);
	make_decision(full);
}
