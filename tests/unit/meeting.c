/* SPDX-License-Identifier: MIT
 * The jury's meeting: who is in the room for what, votes, dissents, its end, and what it refuses.
 */
#define TEST_NAME "meeting"
#include "tests/unit/judging_fixture.h"

#include "src/base/daytime.h"
#include "src/judging/meeting.h"

/* Three members, j1 the chair; j2 is barred from P-001; two must be there. */
static int64_t open_meeting(struct judging *j)
{
	struct round round;
	int64_t id;

	add_problems(j, 2);
	seat_jurors(j, 3);
	round = get_round(j);
	round.quorum = 2;
	assert_ok(round_update(j->ctx, &round));
	open_round(j);
	declare_none(j, "j1");
	declare_conflict(j, "j2", "P-001");
	declare_none(j, "j3");
	for (int i = 1; i <= 3; i += 2) {
		const char *login = i == 1 ? "j1" : "j3";

		submit(j, "P-001", login, 8, 8);
		submit(j, "P-002", login, 4, 4);
	}
	submit(j, "P-002", "j2", 4, 4);
	close_round(j, "");
	assert_ok(meeting_open(j->ctx, j->round, &(struct meeting){ .place = "Kuntatalo" }, &id));
	return id;
}

static struct meeting_view view_of(struct judging *j, int64_t id)
{
	struct meeting_view view;

	assert_ok(meeting_read(j->ctx, j->arena, id, &view));
	return view;
}

static struct error decide(struct judging *j, int64_t id, const char *code, const char *outcome)
{
	struct decision_item it = { .item_id = item(j, code),
		.outcome = outcome,
		.reason_fi = "Perustelu.",
		.reason_sv = "",
		.reason_en = "",
		.deviation_reason = "" };

	return decision_set_item(j->ctx, view_of(j, id).meeting.decision_id, &it);
}

#define WHO(...) \
	&(struct member_names) \
	{ \
		(const char *const[]){ __VA_ARGS__ }, LEN(((const char *const[]){ __VA_ARGS__ })) \
	}

static struct error leave(struct judging *j, int64_t id, const char *login, const char *code)
{
	struct going going = { .item_id = code == NULL ? 0 : item(j, code), .reason = "" };

	return meeting_leave(j->ctx, id, WHO(login), &going);
}

static void it_opens_on_a_draft_of_its_own(void **state)
{
	struct judging *j = *state;
	int64_t id = open_meeting(j), again;
	struct meeting m = view_of(j, id).meeting;

	assert_string_equal(m.chair, "j1");
	assert_string_equal(m.place, "Kuntatalo");
	assert_string_equal(m.form, "room");
	assert_int_equal(m.number, 1);
	assert_int_equal(m.ends, 0);
	assert_string_equal(m.decision_code, "D-1");
	assert_int_equal(meeting_present(&(struct meeting_view){ 0 }, 0), 0);
	assert_refused(E_RULE, "already",
		meeting_open(j->ctx, j->round, &(struct meeting){ .place = "" }, &again));
	assert_ok(meeting_of_round(j->ctx, j->round, &again));
	assert_int_equal(again, id);
	assert_verifies(j->f);
}

static void it_needs_a_closed_round_and_a_chair(void **state)
{
	struct judging *j = *state;
	const struct meeting m = { .place = "" };
	int64_t id;

	add_problems(j, 1);
	add_jurors(j, 1);
	assert_ok(round_seat(j->ctx, j->round, "j1", false, false));
	open_round(j);
	assert_refused(E_RULE, "Close the round", meeting_open(j->ctx, j->round, &m, &id));
	close_round(j, "Syy");
	assert_refused(E_RULE, "chair", meeting_open(j->ctx, j->round, &m, &id));
	assert_refused(E_NOT_FOUND, "meeting", meeting_of_round(j->ctx, j->round, &id));
}

static void who_is_barred_goes_out_first(void **state)
{
	struct judging *j = *state;
	int64_t id = open_meeting(j);
	int64_t before = log_head(j);

	assert_refused(E_RULE, "barred", decide(j, id, "P-001", "selected"));
	assert_int_equal(log_head(j), before);
	assert_ok(decide(j, id, "P-002", "not_selected"));
	assert_ok(leave(j, id, "j2", "P-001"));
	assert_refused(E_RULE, "already", leave(j, id, "j2", "P-001"));
	assert_ok(decide(j, id, "P-001", "selected"));
	struct meeting_view view = view_of(j, id);
	assert_int_equal(view.items.n, 2);
	assert_int_equal(view.absences.n, 1);
	assert_int_equal(view.absences.rows[0].ground, 1);
	assert_string_equal(view.absences.rows[0].decided_by, "self");
	assert_string_equal(view.absences.rows[0].item_code, "P-001");
	assert_ok(meeting_return(j->ctx, id, WHO("j2"), 0));
	assert_refused(E_RULE, "already", meeting_return(j->ctx, id, WHO("j2"), 0));
	assert_refused(E_RULE, "barred", decide(j, id, "P-001", "reserve"));
	assert_verifies(j->f);
}

static void the_quorum_is_of_those_in_the_room(void **state)
{
	struct judging *j = *state;
	int64_t id = open_meeting(j);

	assert_ok(leave(j, id, "j2", "P-001"));
	assert_ok(leave(j, id, "j3", NULL));
	assert_refused(E_RULE, "quorum", decide(j, id, "P-001", "selected"));
	assert_ok(meeting_return(j->ctx, id, WHO("j2"), 0));
	assert_ok(decide(j, id, "P-002", "not_selected"));
	assert_int_equal(meeting_present(&(struct meeting_view){ 0 }, 0), 0);
	struct meeting_view view = view_of(j, id);
	assert_int_equal(meeting_present(&view, 0), 2);
	assert_int_equal(meeting_present(&view, item(j, "P-001")), 1);
}

static void who_never_came_does_not_go_out(void **state)
{
	struct judging *j = *state;
	int64_t id = open_meeting(j);

	assert_ok(meeting_attend(j->ctx, id, WHO("j3"), "absent", "sairaana"));
	assert_refused(E_RULE, "not at the meeting", leave(j, id, "j3", NULL));
	assert_refused(E_RULE, "not been at", meeting_return(j->ctx, id, WHO("j3"), 0));
	assert_refused(E_NOT_FOUND, "juror", leave(j, id, "j9", NULL));
	assert_refused(E_INVALID, "presence", meeting_attend(j->ctx, id, WHO("j3"), "late", ""));
	fixture_now += 600;
	assert_ok(meeting_attend(j->ctx, id, WHO("j3"), "remote", ""));
	struct meeting_view view = view_of(j, id);
	assert_int_equal(view.absences.n, 1);
	assert_string_equal(view.absences.rows[0].reason, "sairaana");
	assert_int_equal(view.absences.rows[0].since, view.meeting.starts);
	assert_int_equal(view.absences.rows[0].returned, view.meeting.starts + 600);
	assert_int_equal(meeting_present(&view, 0), 3);
}

static void times_keep_their_order(void **state)
{
	struct judging *j = *state;
	int64_t id = open_meeting(j), start = view_of(j, id).meeting.starts;
	struct going going = { .at = start - 1, .reason = "" };

	assert_refused(E_INVALID, "time", meeting_leave(j->ctx, id, WHO("j2"), &going));
	going.at = fixture_now + 60;
	assert_refused(E_INVALID, "time", meeting_leave(j->ctx, id, WHO("j2"), &going));
	fixture_now += 600;
	going.at = start + 300;
	assert_ok(meeting_leave(j->ctx, id, WHO("j2"), &going));
	assert_refused(E_INVALID, "time", meeting_return(j->ctx, id, WHO("j2"), start + 200));
	assert_ok(meeting_return(j->ctx, id, WHO("j2"), start + 400));
	struct meeting m = view_of(j, id).meeting;
	m.starts = start + 350;
	assert_refused(E_RULE, "begin after", meeting_update(j->ctx, &m));
	m.starts = start + 100;
	m.secretary = "Sihteeri";
	assert_ok(meeting_update(j->ctx, &m));
	assert_fails(E_STALE, meeting_update(j->ctx, &m));
}

static struct error vote(struct judging *j, int64_t id, const char *code, const char *one,
	const char *first, const char *two, const char *second)
{
	const struct ballot_given ballots[] = { { one, first }, { two, second } };

	return meeting_vote(j->ctx, id, item(j, code), "Valitaanko?", ballots, 2);
}

static void who_may_not_vote_does_not(void **state)
{
	struct judging *j = *state;
	int64_t id = open_meeting(j);

	assert_refused(E_NOT_FOUND, "juror", vote(j, id, "P-002", "j1", "for", "j9", "for"));
	assert_refused(E_RULE, "barred", vote(j, id, "P-001", "j1", "for", "j2", "for"));
	assert_refused(E_RULE, "twice", vote(j, id, "P-002", "j1", "for", "j1", "against"));
	assert_refused(E_INVALID, "choice", vote(j, id, "P-002", "j1", "yes", "j2", "for"));
	assert_ok(leave(j, id, "j3", NULL));
	assert_refused(E_RULE, "not in the room", vote(j, id, "P-002", "j1", "for", "j3", "for"));
	assert_refused(E_REQUIRED, "choice",
		meeting_vote(j->ctx, id, item(j, "P-002"), "Valitaanko?", NULL, 0));
	assert_int_equal(view_of(j, id).votes.n, 0);
}

static void even_votes_are_decided_by_the_chair(void **state)
{
	struct judging *j = *state;
	int64_t id = open_meeting(j);

	assert_ok(vote(j, id, "P-002", "j1", "against", "j2", "for"));
	assert_ok(vote(j, id, "P-002", "j1", "for", "j2", "against"));
	assert_refused(E_RULE, "even", vote(j, id, "P-002", "j2", "for", "j3", "against"));
	assert_refused(E_RULE, "even", vote(j, id, "P-002", "j1", "empty", "j2", "empty"));
	assert_ok(vote(j, id, "P-002", "j2", "for", "j3", "empty"));
	struct meeting_view view = view_of(j, id);
	assert_int_equal(view.votes.n, 3);
	assert_true(view.votes.rows[0].casting && !view.votes.rows[0].passed);
	assert_true(view.votes.rows[1].casting && view.votes.rows[1].passed);
	assert_true(!view.votes.rows[2].casting && view.votes.rows[2].passed);
	assert_int_equal(view.votes.rows[2].blanks, 1);
	assert_int_equal(view.ballots.n, 6);
	/* Another leads: theirs decides. */
	view.meeting.chair = "j2";
	assert_ok(meeting_update(j->ctx, &view.meeting));
	assert_ok(vote(j, id, "P-002", "j2", "for", "j3", "against"));
	assert_verifies(j->f);
}

static void who_took_part_may_dissent(void **state)
{
	struct judging *j = *state;
	int64_t id = open_meeting(j);

	assert_refused(E_RULE, "barred",
		meeting_dissent(j->ctx, id, item(j, "P-001"), "j2", "Eri mieltä"));
	assert_refused(
		E_REQUIRED, "dissent", meeting_dissent(j->ctx, id, item(j, "P-001"), "j3", ""));
	assert_ok(meeting_dissent(j->ctx, id, item(j, "P-001"), "j3", "Eri mieltä"));
	assert_refused(
		E_INVALID, "remark_kind", meeting_remark(j->ctx, id, 0, "question", "Teksti"));
	assert_ok(meeting_remark(j->ctx, id, item(j, "P-001"), "clarification", "Hinta?"));
	assert_ok(meeting_hear(j->ctx, id, 0, "expert", "Asta Asiantuntija"));
	struct meeting_view view = view_of(j, id);
	assert_string_equal(view.dissents.rows[0].login, "j3");
	assert_string_equal(view.dissents.rows[0].item_code, "P-001");
	assert_string_equal(view.remarks.rows[0].kind, "clarification");
	assert_string_equal(view.persons.rows[0].item_code, "");
}

static const struct meeting_closing plainly;

static void it_ends_once_everything_has_its_outcome(void **state)
{
	struct judging *j = *state;
	int64_t id = open_meeting(j), draft = view_of(j, id).meeting.decision_id;
	struct decision_item bare = { .item_id = item(j, "P-001"),
		.outcome = "selected",
		.reason_fi = "",
		.reason_sv = "",
		.reason_en = "",
		.deviation_reason = "" };

	assert_refused(E_RULE, "no outcome", meeting_close(j->ctx, id, &plainly));
	assert_ok(decide(j, id, "P-002", "not_selected"));
	assert_ok(leave(j, id, "j2", "P-001"));
	assert_ok(decision_set_item(j->ctx, draft, &bare));
	assert_refused(E_RULE, "no reason", meeting_close(j->ctx, id, &plainly));
	assert_ok(decide(j, id, "P-001", "selected"));
	assert_refused(E_REASON, "has not been closed", decision_sign(j->ctx, draft, NULL));
	fixture_now += 3600;
	assert_ok(meeting_close(j->ctx, id, &plainly));
	assert_int_equal(view_of(j, id).meeting.ends, fixture_now);
	assert_refused(E_RULE, "closed", meeting_return(j->ctx, id, WHO("j2"), 0));
	assert_refused(E_RULE, "closed", meeting_close(j->ctx, id, &plainly));
	assert_refused(E_RULE, "closed", decide(j, id, "P-001", "reserve"));
	bare.reason_sv = "Motivering.";
	assert_ok(decision_set_item(j->ctx, draft, &bare));
	assert_refused(E_REQUIRED, "reason", meeting_reopen(j->ctx, id, ""));
	assert_ok(meeting_reopen(j->ctx, id, "Perustelu puuttui"));
	assert_refused(E_RULE, "goes on", meeting_reopen(j->ctx, id, "Uudelleen"));
	assert_ok(decide(j, id, "P-001", "reserve"));
	assert_ok(meeting_close(j->ctx, id, &plainly));
	assert_ok(approve_decision(j, draft, NULL));
	assert_refused(E_RULE, "final", meeting_reopen(j->ctx, id, "Vielä"));
	assert_refused(E_RULE, "final", meeting_remark(j->ctx, id, 0, "note", "Vielä"));
	assert_verifies(j->f);
}

/* The reasons that deviations need can be given as it ends; a refusal keeps none of them. */
static void reasons_are_given_as_it_ends(void **state)
{
	struct judging *j = *state;
	int64_t id = open_meeting(j), draft = view_of(j, id).meeting.decision_id;
	struct meeting_closing closing = { .tie_reason = "Äänestys" };
	struct decision d;

	assert_refused(E_RULE, "no outcome", meeting_close(j->ctx, id, &closing));
	assert_ok(decision_get(j->ctx, j->arena, draft, &d));
	assert_string_equal(d.tie_reason, "");
	assert_ok(leave(j, id, "j2", "P-001"));
	assert_ok(decide(j, id, "P-001", "selected"));
	assert_ok(decide(j, id, "P-002", "not_selected"));
	assert_ok(meeting_close(j->ctx, id, &closing));
	assert_ok(decision_get(j->ctx, j->arena, draft, &d));
	assert_string_equal(d.tie_reason, "Äänestys");
}

static void a_correction_has_a_meeting_of_its_own(void **state)
{
	struct judging *j = *state;
	int64_t id = open_meeting(j), draft = view_of(j, id).meeting.decision_id, correction,
		second;

	assert_ok(leave(j, id, "j2", "P-001"));
	assert_ok(decide(j, id, "P-001", "selected"));
	assert_ok(decide(j, id, "P-002", "not_selected"));
	assert_ok(meeting_close(j->ctx, id, &plainly));
	assert_ok(approve_decision(j, draft, NULL));
	assert_refused(E_RULE, "final",
		meeting_open(j->ctx, j->round, &(struct meeting){ .place = "" }, &second));
	assert_ok(correct_clerical(j->ctx, draft, "Virhe", &correction));
	assert_ok(meeting_open(j->ctx, j->round, &(struct meeting){ .place = "" }, &second));
	assert_int_equal(view_of(j, second).meeting.decision_id, correction);
	assert_int_equal(view_of(j, second).meeting.number, 2);
	assert_ok(meeting_of_round(j->ctx, j->round, &id));
	assert_int_equal(id, second);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST_JUDGING(it_opens_on_a_draft_of_its_own),
		TEST_JUDGING(it_needs_a_closed_round_and_a_chair),
		TEST_JUDGING(who_is_barred_goes_out_first),
		TEST_JUDGING(the_quorum_is_of_those_in_the_room),
		TEST_JUDGING(who_never_came_does_not_go_out),
		TEST_JUDGING(times_keep_their_order),
		TEST_JUDGING(who_may_not_vote_does_not),
		TEST_JUDGING(even_votes_are_decided_by_the_chair),
		TEST_JUDGING(who_took_part_may_dissent),
		TEST_JUDGING(it_ends_once_everything_has_its_outcome),
		TEST_JUDGING(reasons_are_given_as_it_ends),
		TEST_JUDGING(a_correction_has_a_meeting_of_its_own),
	};

	return RUN(tests);
}
