/* SPDX-License-Identifier: MIT
 * Mentoring with its questions, and what follows the winners: negotiations, contracts, payments,
 * adoption. */
#include "tests/unit/full_parts.h"

#include "src/export/disclosure.h"
#include "src/phases/publication.h"
#include "src/publish/publish.h"
#include "src/phases/adoption.h"
#include "src/phases/contract.h"
#include "src/phases/mentoring.h"
#include "src/phases/procurement.h"
#include "src/phases/question.h"
#include "src/registers/account.h"
#include "src/registers/municipality.h"

enum { EUROS = 100 }; /* cents */

#define COLLEAGUE "salattu.Salattu9"

static void change_session(struct full *full, int64_t id, struct id_list *mentors)
{
	struct id_list teams = { .ids = full->teams, .n = 1 };
	struct mentoring_session session;
	size_t n;

	assert_ok(session_get(full->ctx, &full->f->arena, id, &session));
	session.day = full_day("2018-11-02");
	ACT(session_update(full->ctx, &session, MARK " syy", NULL, NULL));
	ACT(session_set_mentors(full->ctx, id, &(struct id_list){ 0 }));
	ACT(session_set_mentors(full->ctx, id, mentors));
	ACT(session_set_teams(full->ctx, id, &teams));
	ACT(session_invite_missing(full->ctx, id, &n));
	assert_int_equal(n, 1);
	ACT(session_attend(full->ctx, id, &teams, "present"));
}

static void make_sessions(struct full *full)
{
	struct person person = { .name = MARK " Mentori",
		.email = "mentori@" MARK ".example",
		.phone = MARK,
		.lang = "sv" };
	struct person_role role = { .title = MARK " neuvonantaja" };
	struct mentoring_session session = { .day = full_day("2018-11-05"),
		.starts = 540,
		.ends = 900,
		.place = "Espoo",
		.topic = "Alku",
		.challenge_id = full->challenge };
	struct session_note note = { .kind = "feedback", .text = MARK " palaute" };
	int64_t mentor, id, other;

	ACT(mentor_add(full->ctx, &person, &role, &mentor));
	struct id_list mentors = { .ids = &mentor, .n = 1 };
	ACT(session_add(full->ctx, &session, &mentors, NULL, &id));
	change_session(full, id, &mentors);
	note.session_id = id;
	note.team_id = full->teams[0];
	ACT(session_note_add(full->ctx, &note, &other));
	ACT(session_hold(full->ctx, id));
	ACT(session_restore(full->ctx, id, MARK " syy"));
	ACT(session_add(full->ctx, &session, NULL, NULL, &other));
	ACT(session_cancel(full->ctx, other, MARK " syy"));
}

static void make_questions(struct full *full)
{
	struct question question = { .challenge_id = full->challenge,
		.team_id = full->teams[0],
		.text_fi = MARK " kysymys",
		.text_sv = "",
		.answer_fi = "",
		.answer_sv = "",
		.due = full_day("2018-11-09") };
	int64_t id, open;

	ACT(question_add(full->ctx, &question, &id));
	assert_ok(question_get(full->ctx, &full->f->arena, id, &question));
	question.text_sv = MARK " fråga";
	ACT(question_update(full->ctx, &question));
	assert_ok(question_get(full->ctx, &full->f->arena, id, &question));
	question.answer_fi = MARK " vastaus";
	question.answer_sv = MARK " svar";
	ACT(question_update(full->ctx, &question));
	ACT(question_publish(full->ctx, id));
	question = (struct question){ .text_fi = MARK " toinen" };
	ACT(question_add(full->ctx, &question, &open));
}

void full_mentor(struct full *full)
{
	make_sessions(full);
	make_questions(full);
}

static int64_t plan_payment(struct full *full, int64_t contract, int64_t net)
{
	struct payment payment = { .contract_id = contract,
		.net = net,
		.vat = 240,
		.due = full_day("2018-12-01"),
		.text = MARK " erä" };
	int64_t id;

	ACT(payment_add(full->ctx, &payment, &id));
	return id;
}

static void make_payments(struct full *full, int64_t contract)
{
	int64_t id = plan_payment(full, contract, 100 * EUROS);
	struct payment payment;

	assert_ok(payment_get(full->ctx, &full->f->arena, id, &payment));
	payment.net = 200 * EUROS;
	ACT(payment_update(full->ctx, &payment));
	ACT(payment_approve(full->ctx, id));
	ACT(payment_pay(full->ctx, id, 0));
	id = plan_payment(full, contract, 300 * EUROS);
	ACT(payment_cancel(full->ctx, id, MARK " syy"));
}

/* By a colleague, in a session of their own. */
static void confirm_waiting(struct full *full)
{
	struct id_list ids = { 0 };
	struct second_act act;
	struct context colleague, *office = full->ctx;

	assert_ok(second_ids(full->ctx, "waiting", &ids));
	assert_int_equal(ids.n, 1);
	assert_ok(second_get(full->ctx, &full->f->arena, ids.ids[0], &act));
	assert_ok(context_open(full->f->path, &colleague));
	context_use_clock(&colleague, fixture_clock);
	assert_ok(context_enter(&colleague, COLLEAGUE, "uid 1002"));
	full->ctx = &colleague;
	ACT(second_confirm(full->ctx, act.number));
	full->ctx = office;
	context_close(&colleague);
	id_list_clear(&ids);
}

/* Contacts that left. */
static void disclose(struct full *full)
{
	const struct disclosure disclosure = {
		.list = "person", .persons = 3, .data = "email", .filter = MARK " rajaus"
	};
	int64_t id;

	ACT(disclosure_record(full->ctx, &disclosure, &id));
}

/* A page for everybody, and that it was taken down again. */
static void publish(struct full *full)
{
	const struct act *down = &publication_taking_down;
	struct publication page = {
		.stage = "problems", .lang = "both", .until = full_day("2030-12-31")
	};
	struct buffer text = { 0 };
	int64_t first, second;

	assert_ok(publish_page(full->ctx, &full->f->arena, &page, &text));
	buffer_clear(&text);
	ACT(publication_add(full->ctx, &page, &first));
	ACT(publication_add(full->ctx, &page, &second));
	ACT(down->run(full->ctx, down, first, &(struct answers){ 0 }));
}

/* A contract that waited, and was turned down. */
static void refuse_contract(struct full *full)
{
	struct contract contract = { .team_id = full->teams[1],
		.net = 100 * EUROS,
		.exception = "other",
		.exception_reason = MARK " poikkeus",
		.case_number = "",
		.licence = "",
		.persons = MARK " Osapuoli, " MARK " yrittäjä",
		.unchecked = MARK " syy" };
	struct id_list ids = { 0 };
	struct second_act act;
	int64_t id;

	ACT(contract_add(full->ctx, &contract, &id));
	assert_ok(second_ids(full->ctx, "waiting", &ids));
	assert_ok(second_get(full->ctx, &full->f->arena, ids.ids[0], &act));
	ACT(second_refuse(full->ctx, act.number, MARK " ei käy"));
	id_list_clear(&ids);
}

static int64_t make_contract(struct full *full, int team, int64_t net, bool outright)
{
	struct contract contract = { .team_id = full->teams[team],
		.net = net,
		.vat = 240,
		.case_number = "9/2018",
		.licence = MARK " lisenssi",
		.exception = "other",
		.exception_reason = MARK " poikkeus",
		.persons = MARK " Osapuoli, " MARK " yrittäjä",
		.signatories = MARK " Allekirjoittaja, johtaja",
		.unchecked = MARK " syy" };
	int64_t id;

	if (outright)
		ACT(contract_add_outright(full->ctx, &contract, &id));
	else
		ACT(contract_add(full->ctx, &contract, &id));
	confirm_waiting(full);
	disclose(full);
	publish(full);
	return id;
}

/* By another one, with the same party. */
static void change_contract(struct full *full, int64_t first)
{
	struct contract contract = { .team_id = full->teams[0],
		.net = 50 * EUROS,
		.vat = 240,
		.exception = "other",
		.exception_reason = MARK " poikkeus",
		.unchecked = MARK " syy",
		.changes = first,
		.change_ground = "clause",
		.change_reason = MARK " muutos" };
	int64_t id;

	ACT(contract_add(full->ctx, &contract, &id));
	confirm_waiting(full);
}

static void edit_negotiation(struct full *full, const char *next_step)
{
	struct negotiation negotiation;

	assert_ok(negotiation_get(full->ctx, &full->f->arena, full->teams[1], &negotiation));
	negotiation.next_step = next_step;
	negotiation.procedure = MARK " menettely";
	negotiation.due = full_day("2018-12-01");
	negotiation.estimate = 5000 * EUROS;
	ACT(negotiation_edit(full->ctx, &negotiation));
}

/* Comes to a contract, which ends; is begun again, and goes on. */
static void negotiate(struct full *full)
{
	int64_t team = full->teams[1], id;
	struct contract contract;

	edit_negotiation(full, MARK " soitto");
	ACT(negotiation_start(full->ctx, team, 0, MARK " syy"));
	refuse_contract(full);
	id = make_contract(full, 1, 1000 * EUROS, false);
	assert_ok(contract_get(full->ctx, &full->f->arena, id, &contract));
	contract.licence = MARK " avoin";
	contract.milestones = "1.12.2018; 400; " MARK " alku\n1.2.2019; 600; " MARK " loppu";
	contract.options = contract.rights = contract.liability = MARK " ehto";
	contract.price_basis = MARK " peruste";
	contract.subcontracting = MARK " osuus";
	contract.licence_kind = "named";
	ACT(contract_update(full->ctx, &contract));
	make_payments(full, id);
	ACT(negotiation_end(full->ctx, team, "contract", 0, MARK " syy"));
	ACT(contract_end(full->ctx, id, 0, MARK " syy"));
	ACT(negotiation_start(full->ctx, team, 0, MARK " syy"));
	edit_negotiation(full, MARK " tapaaminen");
}

static void adopt(struct full *full)
{
	struct adoption step = {
		.team_id = full->teams[1], .state = "interested", .source = MARK " puhelu"
	};
	int64_t id;

	assert_ok(municipality_find(full->ctx, "Turku", &step.municipality_id));
	ACT(adoption_set(full->ctx, &step, &id));
	step.state = "piloting";
	ACT(adoption_set(full->ctx, &step, &id));
}

void full_procure(struct full *full)
{
	struct budget_decision budget = { .ceiling = 100000 * EUROS, .reason = MARK " syy" };
	int64_t id;

	ACT(budget_decide(full->ctx, &budget, &id));
	budget.ceiling = 90000 * EUROS;
	ACT(budget_decide(full->ctx, &budget, &id));
	struct new_account colleague = { COLLEAGUE, MARK " Kollega", "kollega@salattu.example",
		"office", "sv" };
	ACT(account_add(full->ctx, &colleague, &id));
	ACT(second_limit_set(full->ctx, 5000 * EUROS, MARK " syy"));
	negotiate(full);
	id = make_contract(full, 0, 2000 * EUROS, true);
	plan_payment(full, id, 500 * EUROS);
	ACT(contract_cancel(full->ctx, id, 0, MARK " syy"));
	id = make_contract(full, 0, 3000 * EUROS, false);
	plan_payment(full, id, 500 * EUROS);
	change_contract(full, id);
	adopt(full);
}
