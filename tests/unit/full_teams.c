/* SPDX-License-Identifier: MIT
 * Teams: their applications, members and changes, and a blind round on their solutions. */
#include "tests/unit/full_parts.h"

#include "src/documents/statement.h"
#include "src/intake/import.h"
#include "src/judging/recognition.h"
#include "src/judging/blind.h"
#include "src/judging/custody.h"
#include "src/judging/decision.h"
#include "src/judging/hint.h"
#include "src/judging/juror.h"
#include "src/judging/names.h"
#include "src/judging/pack.h"
#include "src/judging/round.h"
#include "src/judging/service.h"
#include "src/judging/signing.h"
#include "src/phases/application.h"
#include "src/phases/attachment.h"
#include "src/registers/organization.h"

static void read_again(struct full *full, int64_t id, struct submission_input *input)
{
	*input = (struct submission_input){ 0 };
	assert_ok(submission_get(full->ctx, &full->f->arena, id, &input->submission));
}

static struct team team(struct full *full, int which)
{
	struct team team;

	assert_ok(team_get(full->ctx, &full->f->arena, full->teams[which], &team));
	return team;
}

static void apply(struct full *full, int which, const char *name)
{
	struct arena *arena = &full->f->arena;
	struct member_input member = { arena_printf(arena, MARK " Jäsen %d", which),
		arena_printf(arena, "j%d@" MARK ".example", which), MARK " rooli", true };
	struct application_input input = {
		.team = { .name = name, .kind = "startup", .challenge_id = full->challenge },
		.members = &member,
		.n = 1,
		.submission = { .title = arena_printf(arena, MARK " hakemus %d", which),
			.body = MARK,
			.contact_name = MARK }
	};
	struct submission application;
	int64_t id;

	ACT(application_add(full->ctx, &input, &id));
	assert_ok(submission_get(full->ctx, arena, id, &application));
	full->teams[which] = application.team_id;
}

static void change_members(struct full *full)
{
	struct member_input member = { MARK " Tulija", "tulija@" MARK ".example", MARK " rooli",
		false };
	struct team_members members;
	int64_t id = full->teams[1];
	struct team changed = team(full, 1);

	assert_ok(organization_find(full->ctx, "Esim", &changed.organization_id));
	changed.name = "Toinen tiimi";
	ACT(team_update(full->ctx, &changed));
	ACT(team_member_add(full->ctx, id, &member, 0, MARK " syy"));
	assert_ok(team_members(full->ctx, &full->f->arena, id, &members));
	ACT(team_member_set(full->ctx, id, members.rows[0].id, MARK " vetäjä", false));
	ACT(team_member_end(full->ctx, id, members.rows[1].id, 0, MARK " syy"));
}

static void change_submission(struct full *full, int64_t id)
{
	struct submission_input input;

	read_again(full, id, &input);
	input.submission.body = MARK " korjattu";
	ACT(submission_update(full->ctx, &input));
	read_again(full, id, &input);
	input.submission.body = MARK " uusi versio";
	ACT(submission_replace(full->ctx, &input));
}

/* By the rules of the problems' round, with one juror. */
static int64_t make_round(struct full *full, const char *kind, bool blind)
{
	struct round round = { .key = kind,
		.kind = kind,
		.challenge_id = full->challenge,
		.blind = blind,
		.select_min = -1,
		.select_max = -1 };
	char *rules;
	int64_t id;

	ACT(round_add(full->ctx, &round, &id));
	assert_ok(rules_text(full->ctx, &full->f->arena, full->round, &rules));
	ACT(rules_define(full->ctx, id, rules));
	ACT(round_seat(full->ctx, id, "salattu.Salattu1", true, false));
	return id;
}

/* The first team is selected, all others are in reserve. */
/* All who were present, on paper or in a service, after it was said why one had not. */
static void sign_statement(struct full *full, int64_t id)
{
	struct decision_persons persons;
	const char *logins[10];
	struct signing signing = { .logins = logins, .how = "paper", .where = MARK " kansio" };

	assert_ok(decision_persons(full->ctx, &full->f->arena, id, &persons));
	for (size_t i = 0; i < persons.n; i++)
		if (strcmp(persons.rows[i].member_state, "active") == 0 &&
			strcmp(persons.rows[i].presence, "absent") != 0)
			logins[signing.n++] = persons.rows[i].login;
	ACT(statement_freeze(full->ctx, id, MARK " syy", statement_text, NULL));
	ACT(statement_not_signed(full->ctx, id, logins[0], MARK " syy"));
	ACT(statement_sign_recorded(full->ctx, id, &signing));
}

static int64_t conclude(struct full *full, int64_t round, const char *kind)
{
	struct decision decision = { .kind = kind,
		.round_id = round,
		.lang = "fi",
		.place = "Helsinki",
		.form = "room",
		.case_number = arena_printf(&full->f->arena, "%lld/2018", (long long)round + 6),
		.decider = MARK " päättäjä",
		.regime = "hankinta",
		.regime_reason = MARK " muutoksenhaku",
		.no_appeal_ground = MARK " peruste",
		.range_reason = "",
		.tie_reason = MARK " syy",
		.correction_reason = "" };
	struct decision_items items;
	struct team first = team(full, 0);
	int64_t id;

	ACT(decision_add(full->ctx, &decision, &id));
	assert_ok(decision_items(full->ctx, &full->f->arena, id, &items));
	for (size_t i = 0; i < items.n; i++) {
		int64_t submission = items.rows[i].submission_id;
		bool best = submission == first.application_id || submission == first.solution_id;
		struct decision_item item = { .item_id = items.rows[i].item_id,
			.outcome = best ? "selected" : "reserve",
			.reason_fi = arena_printf(&full->f->arena, MARK " syy, %s", kind),
			.reason_sv = MARK " skäl",
			.reason_en = "",
			.deviation_reason = MARK " poikkeama" };

		ACT(decision_set_item(full->ctx, id, &item));
	}
	if (strcmp(kind, "statement") == 0)
		sign_statement(full, id);
	else {
		full_say(full, id);
		ACT(decision_sign(full->ctx, id, MARK " syy"));
	}
	return id;
}

static const char applications_csv[] =
	"tiimi;haaste;tyyppi;organisaatio;jäsenet;otsikko;kuvaus\nTuodut;C-1;yritys;Tuodut Oy;"
	"\"" MARK " Yksi; " MARK " Kaksi; " MARK " Kolme\";" MARK ";" MARK "\n";
static const char solutions_csv[] = "tiimi;otsikko;kuvaus\nT-1;" MARK " tuotu;" MARK "\n";

void full_apply(struct full *full)
{
	int64_t round;

	apply(full, 0, "Ykköset");
	apply(full, 1, "Kakkoset");
	apply(full, 2, "Kolmoset");
	ACT(import_undo(
		full->ctx, full_import(full, "application", "teams.csv", applications_csv)));
	change_members(full);
	change_submission(full, team(full, 0).application_id);
	int64_t third = team(full, 2).application_id;
	ACT(submission_act(full->ctx, third, SUBMISSION_EXCLUDE, MARK " syy"));
	ACT(submission_act(full->ctx, third, SUBMISSION_RESTORE, MARK " syy"));
	ACT(team_act(full->ctx, full->teams[2], TEAM_WITHDRAW, MARK " syy"));
	round = make_round(full, "application", false);
	ACT(round_move(full->ctx, round, ROUND_OPEN, MARK " syy"));
	ACT(round_move(full->ctx, round, ROUND_CLOSE, MARK " syy"));
	conclude(full, round, "decision");
	ACT(team_act(full->ctx, full->teams[1], TEAM_PROMOTE, MARK " syy"));
}

/* Two files, one of which was the wrong one; the other goes to the jury. */
static void attach(struct full *full, int64_t submission_id, const char *name)
{
	const char *wrong = full_file(full, "wrong.txt", MARK " toisen liite");
	int64_t number;

	ACT(attachment_add(full->ctx, KIND_PROBLEM, submission_id, wrong, NULL, "secret", &number));
	ACT(attachment_remove(full->ctx, KIND_PROBLEM, submission_id, number, MARK " syy"));
	ACT(attachment_add(full->ctx, KIND_PROBLEM, submission_id,
		full_file(full, name, MARK " liite"), name, NULL, &number));
	ACT(attachment_add(full->ctx, KIND_PROBLEM, submission_id,
		full_file(full, "third.txt", arena_printf(&full->f->arena, "%s 3", name)), NULL,
		NULL, &number));
	ACT(attachment_save(full->ctx, KIND_PROBLEM, submission_id, number,
		arena_printf(&full->f->arena, "%s/saved %s", full->f->directory, name)));
}

static void hand_in(struct full *full, int which)
{
	struct submission_input input = {
		.submission = { .kind = "solution",
			.title = MARK " ratkaisu",
			.body = arena_printf(&full->f->arena, MARK " kuvaus %d", which),
			.team_id = full->teams[which] }
	};
	int64_t id;

	ACT(submission_add(full->ctx, &input, &id));
	change_submission(full, id);
	attach(full, id, arena_printf(&full->f->arena, MARK " %d.txt", which));
}

static void mask(struct full *full, int64_t round)
{
	struct id_list items = { 0 };

	ACT(blind_prepare(full->ctx, round));
	assert_ok(round_items(full->ctx, round, &items));
	assert_int_equal(items.n, 2);
	ACT(blind_mask(full->ctx, items.ids[0], MARK " peitetty", MARK " peitetty kuvaus"));
	ACT(custody_name(full->ctx, round, "office", NULL, MARK " syy"));
	ACT(blind_release(full->ctx, round, MARK " syy"));
	id_list_clear(&items);
}

/* One withdraws after the release, is taken back, and both reach the jury by its custodian. */
static void carry(struct full *full, int64_t round)
{
	int64_t solution = team(full, 1).solution_id;
	struct submission s;

	assert_ok(submission_get(full->ctx, &full->f->arena, solution, &s));
	ACT(submission_act(full->ctx, solution, SUBMISSION_WITHDRAW, MARK " syy"));
	ACT(blind_carry(full->ctx, round, s.code, NULL, NULL, MARK " syy"));
	ACT(submission_act(full->ctx, solution, SUBMISSION_RESTORE, MARK " syy"));
	ACT(blind_carry(full->ctx, round, s.code, NULL, NULL, MARK " syy"));
}

static void serve(struct full *full, int64_t decision)
{
	struct complaint complaint = { .decision_id = decision,
		.submission_id = team(full, 1).solution_id,
		.kind = "correction",
		.case_number = "8/2018",
		.text = MARK " vaatimus" };
	int64_t id;

	ACT(service_add(full->ctx, decision, complaint.submission_id,
		&(struct service){ .channel = "letter", .proof = MARK " saantitodistus" }));
	ACT(service_add(full->ctx, decision, team(full, 0).solution_id,
		&(struct service){ .channel = "email" }));
	ACT(complaint_add(full->ctx, &complaint, &id));
	full_regimes(full, id);
	ACT(complaint_answer(full->ctx, id,
		&(struct answer_to_complaint){ .outcome = "rejected", .text = MARK " vastaus" }));
}

static void find_interests(struct full *full, int64_t assignment)
{
	ACT(juror_recuse(full->ctx, assignment, 1, MARK " suhde"));
	ACT(juror_return(full->ctx, assignment));
	ACT(juror_abstain(full->ctx, assignment, MARK " vieras ala"));
	ACT(juror_unabstain(full->ctx, assignment));
	ACT(juror_recognize(full->ctx, assignment, MARK " tuttu"));
	ACT(juror_unrecognize(full->ctx, assignment));
	ACT(juror_ask(full->ctx, assignment, MARK " kysymys"));
	ACT(juror_recognize(full->ctx, assignment, MARK " tuttu yhä"));
}

/* One review is submitted, the other stays a draft. */
static void write_reviews(struct full *full, int64_t round, const int64_t *assignments)
{
	int64_t scores[] = { 5000, 6000 };
	struct review_input input = { scores, 2, MARK " huomio", MARK " palaute" };
	struct juror_version version = { 0 };
	struct juror_place place = { .round_id = round,
		.assignment_id = assignments[1],
		.field = MARK " kohta",
		.offset = 7 };
	size_t n;

	ACT(juror_save(full->ctx, assignments[0], &input, NULL, &version));
	ACT(juror_submit(full->ctx, assignments[0], &input, &version));
	ACT(juror_take_back(full->ctx, assignments[0], &version));
	ACT(juror_submit_all(full->ctx, round, &n));
	assert_int_equal(n, 1);
	version = (struct juror_version){ 0 };
	ACT(juror_save(full->ctx, assignments[1], &input, NULL, &version));
	ACT(juror_set_place(full->ctx, &place));
}

/* What the office enters for the juror, who then confirms it. */
static void enter_for(struct full *full, struct context *juror, int64_t round, int64_t assignment)
{
	int64_t scores[] = { 6000, 7000 };
	struct review_input input = { scores, 2, MARK " huomio", MARK " palaute" };
	struct juror_items items;
	struct context *office = full->ctx;

	input.over_juror = MARK " syy";
	ACT(review_submit(full->ctx, round, assignment, &input, MARK " puhelu"));
	full->ctx = juror;
	assert_ok(juror_items(juror, &full->f->arena, round, &items));
	for (size_t i = 0; i < items.n; i++)
		if (items.rows[i].paper.id == assignment)
			ACT(juror_confirm(full->ctx, round,
				&(struct juror_seen){ assignment, items.rows[i].version.revision },
				1));
	full->ctx = office;
}

static void note_recognitions(struct full *full, int64_t round)
{
	struct recognitions list;

	assert_ok(recognition_list(full->ctx, &full->f->arena, round, &list));
	assert_int_equal(list.n, 1);
	ACT(recognition_note(full->ctx, list.rows[0].id, MARK " päätös"));
}

static void enter_juror(struct full *full, struct context *juror)
{
	assert_ok(context_open(full->f->path, juror));
	context_use_clock(juror, fixture_clock);
	assert_ok(context_enter(juror, "salattu.Salattu1", "uid 1001"));
}

/* Before the reviews are dealt. */
static void declare(struct full *full, int64_t round)
{
	struct context juror, *office = full->ctx;

	enter_juror(full, &juror);
	full->ctx = &juror;
	ACT(juror_declare(full->ctx, round, NULL, 0));
	ACT(juror_undeclare(full->ctx, round));
	ACT(juror_declare(full->ctx, round, NULL, 0));
	full->ctx = office;
	context_close(&juror);
}

/* What the juror does, in a session of one's own. */
static void review(struct full *full, int64_t round)
{
	struct assignments list;
	struct context juror;

	assert_ok(assignment_list(full->ctx, &full->f->arena, round, 0, 0, &list));
	assert_int_equal(list.n, 2);
	int64_t ids[] = { list.rows[0].id, list.rows[1].id };
	enter_juror(full, &juror);
	struct context *office = full->ctx;
	full->ctx = &juror;
	find_interests(full, ids[0]);
	write_reviews(full, round, ids);
	full->ctx = office;
	enter_for(full, &juror, round, ids[0]);
	note_recognitions(full, round);
	context_close(&juror);
}

void full_solve(struct full *full)
{
	static const char *const witnesses[] = { MARK " todistaja", "salattu.Salattu1" };
	int64_t round = make_round(full, "solution", true);

	ACT(import_undo(full->ctx, full_import(full, "solution", "solutions.csv", solutions_csv)));
	hand_in(full, 0);
	hand_in(full, 1);
	mask(full, round);
	ACT(attachment_remove(
		full->ctx, KIND_PROBLEM, team(full, 0).solution_id, 3, MARK " nimi kannessa"));
	ACT(pack_write(
		full->ctx, round, arena_printf(&full->f->arena, "%s/pack", full->f->directory)));
	ACT(round_assign(full->ctx, round, 1, -1));
	declare(full, round);
	ACT(round_move(full->ctx, round, ROUND_OPEN, MARK " syy"));
	carry(full, round);
	review(full, round);
	full_ask_by_code(full, round);
	ACT(hint_set_aside(full->ctx, round, "salattu.Salattu1/-/panel", MARK " syy"));
	ACT(hint_take(full->ctx, round, "salattu.Salattu1/-/panel", 7, MARK " syy"));
	ACT(round_move(full->ctx, round, ROUND_CLOSE, MARK " syy"));
	conclude(full, round, "statement");
	ACT(names_open(full->ctx, round,
		&(struct names_opening){ MARK " paikka", witnesses, LEN(witnesses) }));
	serve(full, conclude(full, round, "decision"));
	ACT(team_act(full->ctx, full->teams[0], TEAM_DECLINE, MARK " syy"));
	ACT(team_act(full->ctx, full->teams[1], TEAM_PROMOTE, MARK " syy"));
	ACT(team_act(full->ctx, full->teams[0], TEAM_RESTORE, MARK " syy"));
}
