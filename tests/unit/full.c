/* SPDX-License-Identifier: MIT */
#include "tests/unit/full_parts.h"

#include "src/base/daytime.h"
#include "src/ground/clock.h"
#include "src/documents/document.h"
#include "src/intake/import.h"
#include "src/intake/import.h"
#include "src/ground/journal_write.h"
#include "src/roof/journal.h"
#include "src/phases/figure.h"
#include "src/phases/attachment.h"
#include "src/phases/note.h"
#include "src/roof/kinds.h"
#include "src/phases/range.h"
#include "src/phases/submission.h"
#include "src/registers/account.h"
#include "src/registers/key.h"
#include "src/registers/merge.h"
#include "src/registers/organization.h"
#include "src/registers/person.h"

void full_did(struct full *full, const char *act, struct error e)
{
	if (e.code != E_OK)
		stop_test("%s: error %d (%s)", act, (int)e.code, e.field == NULL ? "" : e.field);
	if (full->watch != NULL)
		full->watch(full->f, full->ctx, act, full->arg);
	fixture_now += 60;
}

int full_entries(const char *act)
{
	if (strncmp(act, "review_save_draft", 17) == 0 || strncmp(act, "juror_save", 10) == 0 ||
		strncmp(act, "juror_set_place", 15) == 0)
		return 0;
	return strncmp(act, "letters_send", 12) == 0 ? 2 : 1;
}

const char *full_file(struct full *full, const char *name, const char *text)
{
	char *path = arena_printf(&full->f->arena, "%s/%s", full->f->directory, name);
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	assert_true(fputs(text, file) >= 0);
	assert_int_equal(fclose(file), 0);
	return path;
}

int64_t full_day(const char *text)
{
	int64_t time;

	assert_ok(day_parse(text, &time));
	return time;
}

static int64_t municipality(struct full *full, const char *name)
{
	int64_t id;

	assert_ok(municipality_find(full->ctx, name, &id));
	return id;
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
	ACT(competition_set_profile(full->ctx, "company", MARK " yhtiönä"));
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

/* Their text has the mark too; not every text is a key. */
#define KEY "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIA" MARK MARK MARK MARK MARK "Salatt"

static void make_keys(struct full *full)
{
	static const char first[] = KEY "u " MARK " kone";
	static const char second[] = KEY "K " MARK " toinen";
	struct front_door door = { .host = "klash.example",
		.port = 22,
		.user = "klash",
		.contact = MARK " 040 123",
		.address = MARK " katu 1",
		.officer = MARK " vastaava",
		.retention = MARK " vuosi" };
	struct account account;
	struct pubkey key;

	ACT(key_add(full->ctx, "salattu.Salattu1", first, strlen(first), &key));
	ACT(key_revoke(full->ctx, key.fingerprint));
	ACT(key_add(full->ctx, "salattu.Salattu1", second, strlen(second), &key));
	ACT(front_door_set(full->ctx, &door));
	assert_ok(front_door_get(full->ctx, &full->f->arena, &door));
	door.port = 2222;
	ACT(front_door_set(full->ctx, &door));
	assert_ok(account_find(full->ctx, &full->f->arena, "salattu.Salattu1", &account));
	ACT(document_given(full->ctx, &invitation_kind,
		arena_printf(&full->f->arena, "account:%lld", (long long)account.id)));
}

static void import_register(struct full *full, const char *noun, const char *file)
{
	struct import import;
	int64_t batch;

	assert_ok(import_prepare(full->ctx, noun, file, &(struct table_options){ 0 }, &import));
	ACT(import_commit(full->ctx, &import, false, &batch));
	import_clear(&import);
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
		.valid_from = full_day("2018-01-01") };
	int64_t id, twin, role_id;

	ACT(person_add(full->ctx, &person, &id));
	ACT(person_add_name(full->ctx, id, MARK " Toisin"));
	assert_ok(person_get(full->ctx, &full->f->arena, id, &person));
	person.name = MARK " Uusinimi";
	ACT(person_update(full->ctx, &person));
	person.email = "toinen@" MARK ".example";
	ACT(person_add(full->ctx, &person, &twin));
	ACT(person_merge(full->ctx, id, twin, MARK " sama henkilö"));
	role.person_id = id;
	ACT(role_add(full->ctx, &role, &role_id));
	ACT(role_end(full->ctx, id, role_id, full_day("2019-01-01")));
	const char *file = full_file(full, "people.csv",
		"nimi;sähköposti;puhelin;kieli\n" MARK " Tuotu;tuotu@" MARK ".example;;sv\n");
	import_register(full, "person", file);
}

static void make_addresses(struct full *full)
{
	struct municipality m;

	assert_ok(municipality_get(full->ctx, &full->f->arena, municipality(full, "Kotka"), &m));
	m.registry_email = "kirjaamo@kotka.example";
	m.registry_post = "PL 1\n48100 Kotka";
	ACT(municipality_update(full->ctx, &m));
	import_register(full, "municipality",
		full_file(full, "kunnat.csv", "Kunta;Kirjaamo\nÅbo;registrator@abo.example\n"));
	import_register(full, "organization",
		full_file(full, "jarjestot.csv", "Nimi;Postiosoite\nEsim;PL 2\n"));
}

static void make_registers(struct full *full)
{
	struct organization organization = { .kind = "company",
		.business_id = "",
		.name_fi = "Esimerkki Oy",
		.name_sv = "Exempel Ab" };
	struct partner partner = { .kind = "financier", .valid_from = full_day("2018-01-01") };
	int64_t id, partner_id;

	ACT(organization_add(full->ctx, &organization, &id));
	ACT(organization_add_name(full->ctx, id, "Esim"));
	assert_ok(organization_get(full->ctx, &full->f->arena, id, &organization));
	organization.name_fi = "Esimerkki Oyj";
	ACT(organization_update(full->ctx, &organization));
	partner.organization_id = id;
	ACT(partner_add(full->ctx, &partner, &partner_id));
	ACT(partner_end(full->ctx, partner_id, full_day("2019-12-31")));
	make_people(full, id);
	make_addresses(full);
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

static void make_figures(struct full *full)
{
	struct range range = { "winners", 1, 2 };
	struct figure figure = { .key = "problems", .value = 70, .source = "Tiedote" };
	int64_t id;

	ACT(range_set(full->ctx, &range));
	ACT(figure_publish(full->ctx, &figure, &id));
}

/* Four good rows of which one is late, two held, two refused. */
static const char problems_csv[] =
	"kunta;otsikko;kuvaus;teema;yhteyshenkilö;sähköposti;puhelin;lähetetty;ID\n"
	"Janakkala;" MARK " 1;" MARK " kuvaus;" MARK " teema;" MARK " Nimi;a@" MARK ".example;" MARK
	";1.10.2018;" MARK "-1\n"
	"Joensuu;" MARK " 2;" MARK " kuvaus;" MARK ";" MARK ";b@" MARK ".example;;2.10.2018;" MARK
	"-2\n"
	"Turku;" MARK " 3;" MARK " kuvaus;" MARK ";" MARK ";c@" MARK ".example;;3.10.2018;" MARK
	"-3\n"
	"Vantaa;" MARK " 4;" MARK " kuvaus;" MARK ";" MARK ";d@" MARK ".example;;5.11.2018;" MARK
	"-4\n"
	"Hämeenlinnan kaupunki;" MARK " 5;" MARK " kuvaus;" MARK ";" MARK ";e@" MARK
	".example;;4.10.2018;" MARK "-5\n"
	"Hämeenlinnan kaupunki;" MARK " 6;" MARK " kuvaus;" MARK ";" MARK ";f@" MARK
	".example;;4.10.2018;" MARK "-6\n"
	"Kuopio;;" MARK " kuvaus;" MARK ";" MARK ";g@" MARK ".example;;4.10.2018;" MARK "-7\n"
	"Kuopio;;" MARK " toinen;" MARK ";" MARK ";h@" MARK ".example;;4.10.2018;" MARK "-8\n"
	"Oulu;" MARK " 7;" MARK " kuvaus;" MARK ";" MARK ";mailto:i@" MARK
	".example;;4.10.2018;" MARK "-9\n";

int64_t full_import(struct full *full, const char *kind, const char *name, const char *text)
{
	const char *path = full_file(full, name, text);
	struct import import;
	int64_t batch;

	assert_ok(import_prepare(full->ctx, kind, path, &(struct table_options){ 0 }, &import));
	ACT(import_commit(full->ctx, &import, true, &batch));
	import_clear(&import);
	return batch;
}

static void make_imports(struct full *full)
{
	struct application_input corrected = { .submission = { .title = MARK " 7",
						       .body = MARK,
						       .municipality_id =
							       municipality(full, "Kuopio") } };
	int64_t row, id, batch = full_import(full, "problem", "problems.csv", problems_csv);

	assert_ok(import_row_find(full->ctx, batch, 6, &row));
	ACT(import_decide(full->ctx, row, "109"));
	assert_ok(import_row_find(full->ctx, batch, 8, &row));
	ACT(import_correct(full->ctx, row, &corrected, &id));
	batch = full_import(full, "problem", "again.csv",
		"kunta;otsikko;kuvaus;lähetetty\nOulu;" MARK " kumottava;" MARK ";1.10.2018\n");
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
	read_submission(full, id, &input);
	input.submission.body = MARK " oikaistu";
	input.coapplicants = NULL;
	input.n = 0;
	ACT(submission_update(full->ctx, &input));
	ACT(submission_act(full->ctx, id, SUBMISSION_EXCLUDE, MARK " syy"));
	assert_ok(submission_find(full->ctx, "problem", "P-004", &id));
	ACT(submission_act(full->ctx, id, SUBMISSION_ADMIT, MARK " syy"));
}

static int64_t no_time_passes(void)
{
	return 0;
}

/* Seen, written down and accepted. */
static void make_clock_jump(struct full *full)
{
	full->ctx->running = no_time_passes;
	full->ctx->apart = fixture_now - 10000;
	ACT(clock_notice(full->ctx));
	ACT(clock_accept(full->ctx, MARK " syy"));
	context_use_clock(full->ctx, fixture_clock);
}

static void make_notes(struct full *full)
{
	struct note note = { .object = "P-001",
		.who = MARK " Soittaja",
		.text = MARK " soitti",
		.due = full_day("2018-12-01") };
	int64_t id;

	ACT(note_add(full->ctx, &note, kinds_name, &id));
	note.id = id;
	note.v = 1;
	ACT(note_update(full->ctx, &note));
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
	ACT(municipality_merge(full->ctx, municipality(full, "Enontekiö"), full_day("2018-12-31"),
		municipality(full, "Kittilä")));
}

/* A file on one record of every kind that takes any. */
static void attach_to_every_kind(struct full *full)
{
	for (enum kind kind = KIND_NONE + 1; kind < KIND_COUNT; kind++) {
		struct id_list ids = { 0 };
		int64_t number;

		if (!kind_rows[kind].files)
			continue;
		assert_ok(kinds_ids(full->ctx, kind, &ids));
		if (ids.n == 0)
			stop_test("there is no %s", kind_rows[kind].noun);
		ACT(attachment_add(full->ctx, kind, ids.ids[0],
			full_file(full, "record.txt", MARK " asiakirja"), MARK " asiakirja.txt",
			"partly", &number));
		id_list_clear(&ids);
	}
}

void full_make(struct fixture *f, full_watch watch, void *arg)
{
	struct full full = { .f = f, .ctx = &f->ctx, .watch = watch, .arg = arg };

	make_accounts(&full);
	make_keys(&full);
	make_registers(&full);
	make_plan(&full);
	make_figures(&full);
	make_imports(&full);
	make_submissions(&full);
	full_ask(&full);
	make_notes(&full);
	make_clock_jump(&full);
	change_names(&full);
	full_announce(&full);
	full_judge(&full);
	full_meet(&full);
	full_apply(&full);
	full_mentor(&full);
	full_solve(&full);
	full_procure(&full);
	full_contract(&full);
	full_write(&full);
	full_request(&full);
	attach_to_every_kind(&full);
}
