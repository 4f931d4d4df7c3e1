/* SPDX-License-Identifier: MIT */
#include "tests/unit/full.h"

#include <unistd.h>

#include "src/base/daytime.h"
#include "src/intake/import.h"
#include "src/intake/people.h"
#include "src/journal.h"
#include "src/judging/decision.h"
#include "src/judging/review.h"
#include "src/judging/review_import.h"
#include "src/judging/standing.h"
#include "src/phases/challenge.h"
#include "src/phases/note.h"
#include "src/documents/invitation.h"
#include "src/registers/account.h"
#include "src/registers/key.h"
#include "src/registers/organization.h"
#include "src/registers/person.h"

struct full {
	struct fixture *f;
	struct context *ctx;
	full_watch watch;
	void *arg;
	int64_t round, problem; /* what later acts need */
};

#define ACT(call) did(full, #call, call)

static void did(struct full *full, const char *act, struct error e)
{
	if (e.code != E_OK)
		stop_test("%s: error %d (%s)", act, (int)e.code, e.field == NULL ? "" : e.field);
	if (full->watch != NULL)
		full->watch(full->f, act, full->arg);
	fixture_now += 60;
}

static const char *write_file(struct full *full, const char *name, const char *text)
{
	char *path = arena_printf(&full->f->arena, "%s/%s", full->f->directory, name);
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	assert_true(fputs(text, file) >= 0);
	assert_int_equal(fclose(file), 0);
	return path;
}

static int64_t municipality(struct full *full, const char *name)
{
	int64_t id;

	assert_ok(municipality_find(full->ctx, name, &id));
	return id;
}

static int64_t day(const char *text)
{
	int64_t time;

	assert_ok(day_parse(text, &time));
	return time;
}

static struct moment moment(const char *text, enum edge edge)
{
	struct moment when;

	assert_ok(moment_parse(text, edge, &when));
	return when;
}

static void make_accounts(struct full *full)
{
	static const char *const jurors[] = { "salattu.Salattu1", "salattu.Salattu2",
		"salattu.Salattu3", "salattu.Salattu4", "salattu.Salattu5" };
	struct competition competition;
	struct account account;
	int64_t id;

	assert_ok(competition_get(full->ctx, &full->f->arena, &competition));
	competition.name_en = "Klash, the challenge competition";
	ACT(competition_rename(full->ctx, &competition));
	for (size_t i = 0; i < LEN(jurors); i++) {
		struct new_account juror = {
			.login = jurors[i], .name = MARK " Tuomari", .role = "juror", .lang = "fi"
		};

		ACT(account_add(full->ctx, &juror, &id));
	}
	struct new_account colleague = { "virpi", MARK " Virpi", "virpi@salattu.example", "office",
		"sv" };
	ACT(account_add(full->ctx, &colleague, &id));
	assert_ok(account_get(full->ctx, &full->f->arena, id, &account));
	account.state = "disabled";
	ACT(account_update(full->ctx, &account));
	ACT(account_set_language(full->ctx, "en"));
}

/* A key that no hand holds: its point spells the mark. */
static void make_keys(struct full *full)
{
	static const char key[] = "ecdsa-sha2-nistp256 "
				  "AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBEv+Eq0HimW69aD+Roy"
				  "VUcxusuuX1llh10b2tsb2U5EnxRrp" MARK
				  "zR19UkU+qtfC9+VqjVP6tD5h4vZGdKRI= " MARK "@kone";
	struct front_door door = { .host = "klash.example", .port = 443, .user = "klash",
		.contact = MARK " 050 123" };
	struct pubkey added;

	ACT(key_add(full->ctx, "virpi", key, strlen(key), &added));
	ACT(key_revoke(full->ctx, added.fingerprint));
	ACT(front_door_set(full->ctx, &door));
	ACT(invitation_given(full->ctx, full->ctx->account.id));
}

static void make_people(struct full *full, int64_t organization)
{
	struct person person = { .name = MARK " Henkilö",
		.email = "salattu@" MARK ".example",
		.phone = "040 " MARK,
		.lang = "fi" };
	struct person_role role = { .kind = "manager",
		.title = MARK " päällikkö",
		.organization_id = organization,
		.valid_from = day("2018-01-01") };
	struct people_import import;
	int64_t id, role_id;

	ACT(person_add(full->ctx, &person, &id));
	ACT(person_add_name(full->ctx, id, MARK " Toisin"));
	assert_ok(person_get(full->ctx, &full->f->arena, id, &person));
	person.name = MARK " Uusinimi";
	ACT(person_update(full->ctx, &person));
	role.person_id = id;
	ACT(role_add(full->ctx, &role, &role_id));
	ACT(role_end(full->ctx, id, role_id, day("2019-01-01")));
	const char *file = write_file(full, "people.csv",
		"nimi;sähköposti;puhelin;kieli\n" MARK " Tuotu;tuotu@" MARK ".example;;sv\n");
	ACT(people_import(full->ctx, file, &(struct table_options){ 0 }, false, &import));
	people_import_clear(&import);
}

static void make_registers(struct full *full)
{
	struct organization organization = { .kind = "company",
		.business_id = "",
		.name_fi = "Esimerkki Oy",
		.name_sv = "Exempel Ab" };
	struct partner partner = { .kind = "financier", .valid_from = day("2018-01-01") };
	int64_t id, partner_id;

	ACT(organization_add(full->ctx, &organization, &id));
	ACT(organization_add_name(full->ctx, id, "Esim"));
	assert_ok(organization_get(full->ctx, &full->f->arena, id, &organization));
	organization.name_fi = "Esimerkki Oyj";
	ACT(organization_update(full->ctx, &organization));
	partner.organization_id = id;
	ACT(partner_add(full->ctx, &partner, &partner_id));
	ACT(partner_end(full->ctx, partner_id, day("2019-12-31")));
	make_people(full, id);
}

static void make_plan(struct full *full)
{
	struct moment opens = moment("2018-08-16", EDGE_START);
	struct moment closes = moment("2018-10-25", EDGE_END);
	struct moment later = moment("2018-10-31", EDGE_END);
	struct milestones list;
	struct phase phase;

	ACT(phase_plan(full->ctx, "problems", PHASE_OPENS, &opens, ""));
	ACT(phase_move(full->ctx, "problems", PHASE_OPEN, MARK " syy"));
	ACT(phase_plan(full->ctx, "problems", PHASE_CLOSES, &closes, ""));
	ACT(phase_plan(full->ctx, "problems", PHASE_CLOSES, &later, MARK " syy"));
	ACT(milestone_add(full->ctx, "problems", "Valittu", "Valda", &later));
	assert_ok(phase_get(full->ctx, &full->f->arena, "problems", &phase));
	assert_ok(milestone_list(full->ctx, &full->f->arena, phase.id, &list));
	int64_t milestone = list.rows[list.n - 1].id;
	ACT(milestone_replan(full->ctx, milestone, &later, MARK " syy"));
	ACT(milestone_reached(full->ctx, milestone, &opens));
	ACT(phase_move(full->ctx, "problems", PHASE_CLOSE, MARK " syy"));
	ACT(phase_move(full->ctx, "problems", PHASE_REOPEN, MARK " syy"));
}

/* Four good rows of which one is late, two held, two refused. */
static const char problems_csv[] =
	"kunta;otsikko;kuvaus;teema;yhteyshenkilö;sähköposti;puhelin;lähetetty\n"
	"Janakkala;" MARK " 1;" MARK " kuvaus;" MARK " teema;" MARK " Nimi;a@" MARK ".example;" MARK
	";1.10.2018\n"
	"Joensuu;" MARK " 2;" MARK " kuvaus;" MARK ";" MARK ";b@" MARK ".example;;2.10.2018\n"
	"Turku;" MARK " 3;" MARK " kuvaus;" MARK ";" MARK ";c@" MARK ".example;;3.10.2018\n"
	"Vantaa;" MARK " 4;" MARK " kuvaus;" MARK ";" MARK ";d@" MARK ".example;;5.11.2018\n"
	"Hämeenlinnan kaupunki;" MARK " 5;" MARK " kuvaus;" MARK ";" MARK ";e@" MARK
	".example;;4.10.2018\n"
	"Hämeenlinnan kaupunki;" MARK " 6;" MARK " kuvaus;" MARK ";" MARK ";f@" MARK
	".example;;4.10.2018\n"
	"Kuopio;;" MARK " kuvaus;" MARK ";" MARK ";g@" MARK ".example;;4.10.2018\n"
	"Kuopio;;" MARK " toinen;" MARK ";" MARK ";h@" MARK ".example;;4.10.2018\n";

static int64_t import_file(struct full *full, const char *name, const char *text)
{
	const char *path = write_file(full, name, text);
	struct import import;
	int64_t batch;

	assert_ok(import_prepare(full->ctx, path, &(struct table_options){ 0 }, &import));
	ACT(import_commit(full->ctx, &import, true, &batch));
	import_clear(&import);
	return batch;
}

static void make_imports(struct full *full)
{
	struct submission corrected = { .kind = "problem",
		.title = MARK " 7",
		.body = MARK,
		.municipality_id = municipality(full, "Kuopio") };
	int64_t row, id, batch = import_file(full, "problems.csv", problems_csv);

	assert_ok(import_row_find(full->ctx, batch, 5, &row));
	ACT(import_decide(full->ctx, row, "109"));
	assert_ok(import_row_find(full->ctx, batch, 7, &row));
	ACT(import_correct(full->ctx, row, &corrected, &id));
	batch = import_file(
		full, "again.csv", "kunta;otsikko;lähetetty\nOulu;" MARK " kumottava;1.10.2018\n");
	ACT(import_undo(full->ctx, batch));
}

static void read_submission(struct full *full, int64_t id, struct submission_input *input)
{
	*input = (struct submission_input){ 0 };
	assert_ok(submission_get(full->ctx, &full->f->arena, id, &input->submission));
}

static void make_submissions(struct full *full)
{
	struct applicant with = { .municipality_id = municipality(full, "Turku") };
	struct submission_input input = { .submission = { .kind = "problem",
						  .title = MARK " 8",
						  .body = MARK,
						  .theme_text = MARK " teema",
						  .contact_name = MARK,
						  .contact_email = "i@" MARK ".example",
						  .contact_phone = MARK,
						  .municipality_id = municipality(full, "Oulu") },
		.coapplicants = &with,
		.n = 1 };
	int64_t id;

	ACT(submission_add(full->ctx, &input, &id));
	read_submission(full, id, &input);
	input.submission.body = MARK " korjattu";
	input.coapplicants = &with;
	input.n = 1;
	ACT(submission_update(full->ctx, &input));
	read_submission(full, id, &input);
	input.submission.title = MARK " 8, uusi versio";
	ACT(submission_replace(full->ctx, &input));
	ACT(submission_act(full->ctx, id, SUBMISSION_WITHDRAW, MARK " syy"));
	ACT(submission_act(full->ctx, id, SUBMISSION_RESTORE, MARK " syy"));
	full->problem = id;
	assert_ok(submission_find(full->ctx, "problem", "P-003", &id));
	ACT(submission_act(full->ctx, id, SUBMISSION_EXCLUDE, MARK " syy"));
	assert_ok(submission_find(full->ctx, "problem", "P-004", &id));
	ACT(submission_act(full->ctx, id, SUBMISSION_ADMIT, MARK " syy"));
}

static void make_notes(struct full *full)
{
	struct note note = { .object = "P-001",
		.who = MARK " Soittaja",
		.text = MARK " soitti",
		.due = day("2018-12-01") };
	int64_t id;

	ACT(note_add(full->ctx, &note, &id));
	ACT(note_done(full->ctx, id));
	ACT(journal_export(full->ctx, "problems"));
}

/* After the submissions, because their applicants' names are found in the search too. */
static void change_names(struct full *full)
{
	struct organization hospital = { .kind = "county",
		.name_fi = "Keksitty hyvinvointialue",
		.name_sv = "Påhittat välfärdsområde",
		.business_id = "" };
	struct submission_input input = {
		.submission = { .kind = "problem", .title = MARK " 9", .body = MARK }
	};
	int64_t id;

	ACT(organization_add(full->ctx, &hospital, &input.submission.organization_id));
	ACT(submission_add(full->ctx, &input, &id));
	assert_ok(organization_get(
		full->ctx, &full->f->arena, input.submission.organization_id, &hospital));
	hospital.name_fi = "Toisin nimetty hyvinvointialue";
	ACT(organization_update(full->ctx, &hospital));
	ACT(municipality_add_alias(full->ctx, municipality(full, "Oulu"), "fi", "Valkea kaupunki"));
	ACT(municipality_rename(full->ctx, municipality(full, "Turku"), "sv", "Nya Åbo"));
	ACT(municipality_merge(full->ctx, municipality(full, "Enontekiö"), day("2018-12-31"),
		municipality(full, "Kittilä")));
}

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

static void make_rules(struct full *full)
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
	round.ties = "impact";
	ACT(round_update(full->ctx, &round));
	ACT(round_lock(full->ctx, full->round, "Ilmoitus 1"));
	struct criterion worded = { .key = "cost", .name_fi = "Kulut", .name_sv = "Kostnad" };
	ACT(round_correct_wording(full->ctx, full->round, &worded, NULL, "Sanamuoto"));
}

static void close_phase(struct full *full)
{
	ACT(phase_move(full->ctx, "problems", PHASE_CLOSE, MARK " syy"));
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
		ACT(review_submit(full->ctx, n, list.rows[i].id, &input, "Lomake 2"));
	ACT(review_take_back(full->ctx, n, list.rows[0].id));
	ACT(review_save_draft(full->ctx, n, list.rows[0].id, &input));
	const char *file = write_file(full, "reviews.csv",
		"juror;submission;impact;cost;notes;state\n"
		"salattu.Salattu5;P-002;5;5;" MARK " tuotu;\n"
		"salattu.Salattu5;P-004;5;5;" MARK " tuotu;draft\n");
	ACT(review_import(full->ctx, n, file, &(struct table_options){ 0 }, "Lomake 5", &import));
	review_import_clear(&import);
	ACT(round_move(full->ctx, n, ROUND_CLOSE, MARK " syy"));
	ACT(round_move(full->ctx, n, ROUND_REOPEN, MARK " syy"));
	ACT(round_move(full->ctx, n, ROUND_CLOSE, MARK " syy"));
	ACT(standing_show(full->ctx, n));
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
	ACT(decision_set_presence(full->ctx, id, persons.rows[0].member_id, "remote"));
	ACT(decision_sign(full->ctx, id, MARK " syy"));
	ACT(decision_correct(full->ctx, id, MARK " syy", &correction));
	ACT(challenge_add(full->ctx, full->problem, &challenge, &id));
	assert_ok(challenge_get(full->ctx, &full->f->arena, id, &challenge));
	challenge.text_fi = "Kuvaus";
	ACT(challenge_update(full->ctx, &challenge));
	ACT(phase_move(full->ctx, "problems", PHASE_DECIDE, MARK " syy"));
}

void full_make(struct fixture *f, full_watch watch, void *arg)
{
	struct full full = { .f = f, .ctx = &f->ctx, .watch = watch, .arg = arg };

	make_accounts(&full);
	make_keys(&full);
	make_registers(&full);
	make_plan(&full);
	make_imports(&full);
	make_submissions(&full);
	make_notes(&full);
	change_names(&full);
	make_rules(&full);
	fixture_now = at("2018-11-02T09:00");
	close_phase(&full);
	make_panel(&full);
	make_reviews(&full);
	make_decision(&full);
}
