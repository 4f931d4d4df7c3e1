/* SPDX-License-Identifier: MIT
 * Two people with one record: nobody overwrites what they have not seen, and each learns of what
 * the other did. */
#define TEST_NAME "sharing"
#include "tests/unit/full.h"

#include <sqlite3.h>

#include "src/intake/import.h"
#include "src/judging/contents.h"
#include "src/judging/decision.h"
#include "src/judging/feedback.h"
#include "src/judging/meeting.h"
#include "src/judging/round.h"
#include "src/judging/service.h"
#include "src/letters/letter.h"
#include "src/letters/sender.h"
#include "src/letters/template.h"
#include "src/phases/eligibility.h"
#include "src/phases/challenge.h"
#include "src/phases/contract.h"
#include "src/phases/mentoring.h"
#include "src/phases/note.h"
#include "src/phases/notice.h"
#include "src/phases/procurement.h"
#include "src/phases/question.h"
#include "src/phases/submission.h"
#include "src/phases/team.h"
#include "src/registers/account.h"
#include "src/registers/key.h"
#include "src/registers/organization.h"
#include "src/registers/person.h"

/* Each reads the first record of its kind and saves it with another text. *v: 0 to save what was
 * read, and to be told its version; else the version to save it as. */
typedef struct error (*save)(
	struct context *ctx, struct arena *arena, const char *text, int64_t *v);

static void take_version(int64_t *record, int64_t *v)
{
	if (*v == 0)
		*v = *record;
	else
		*record = *v;
}

static struct error save_competition(
	struct context *ctx, struct arena *arena, const char *text, int64_t *v)
{
	struct competition record;

	TRY(competition_get(ctx, arena, &record));
	record.name_en = text;
	take_version(&record.v, v);
	return competition_rename(ctx, &record);
}

static struct error save_account(
	struct context *ctx, struct arena *arena, const char *text, int64_t *v)
{
	struct account record;

	TRY(account_find(ctx, arena, "virpi", &record));
	record.lang = strcmp(text, "first") == 0 ? "sv" : "en";
	take_version(&record.v, v);
	return account_update(ctx, &record);
}

static struct error save_person(
	struct context *ctx, struct arena *arena, const char *text, int64_t *v)
{
	struct person record;

	TRY(person_get(ctx, arena, 1, &record));
	record.phone = text;
	take_version(&record.v, v);
	return person_update(ctx, &record);
}

static struct error save_organization(
	struct context *ctx, struct arena *arena, const char *text, int64_t *v)
{
	struct organization record;
	int64_t id;

	TRY(organization_find(ctx, "Esim", &id));
	TRY(organization_get(ctx, arena, id, &record));
	record.name_fi = text;
	take_version(&record.v, v);
	return organization_update(ctx, &record);
}

static struct error save_submission(
	struct context *ctx, struct arena *arena, const char *text, int64_t *v)
{
	struct submission_input input = { 0 };

	TRY(submission_get(ctx, arena, 1, &input.submission));
	input.submission.body = text;
	take_version(&input.submission.v, v);
	return submission_update(ctx, &input);
}

static struct error save_eligibility(
	struct context *ctx, struct arena *arena, const char *text, int64_t *v)
{
	struct eligibility_question record;
	int64_t id;

	TRY(eligibility_question_find(ctx, "solution", 1, &id));
	TRY(eligibility_question_get(ctx, arena, id, &record));
	record.text_en = text;
	take_version(&record.v, v);
	return eligibility_question_update(ctx, &record);
}

static struct error save_note(
	struct context *ctx, struct arena *arena, const char *text, int64_t *v)
{
	struct note record;

	TRY(note_get(ctx, arena, 1, &record));
	record.text = text;
	take_version(&record.v, v);
	return note_update(ctx, &record);
}

static struct error save_round(
	struct context *ctx, struct arena *arena, const char *text, int64_t *v)
{
	struct round record;

	TRY(round_get(ctx, arena, 1, &record));
	record.closes = at(strcmp(text, "first") == 0 ? "2019-01-01" : "2019-01-02");
	take_version(&record.v, v);
	return round_update(ctx, &record);
}

static struct error save_decision(
	struct context *ctx, struct arena *arena, const char *text, int64_t *v)
{
	struct decision record;
	int64_t id;

	TRY(decision_find(ctx, "D-3", &id));
	TRY(decision_get(ctx, arena, id, &record));
	record.place = text;
	take_version(&record.v, v);
	return decision_update(ctx, &record);
}

static struct error save_decision_content(
	struct context *ctx, struct arena *arena, const char *text, int64_t *v)
{
	struct decision_content record;
	int64_t id;

	TRY(decision_find(ctx, "D-3", &id));
	TRY(contents_get(ctx, arena, id, &record));
	record.notices = text;
	take_version(&record.v, v);
	return contents_update(ctx, &record);
}

static struct error save_challenge(
	struct context *ctx, struct arena *arena, const char *text, int64_t *v)
{
	struct challenge record;

	TRY(challenge_get(ctx, arena, 1, &record));
	record.title_fi = text;
	take_version(&record.v, v);
	return challenge_update(ctx, &record);
}

static struct error save_door(
	struct context *ctx, struct arena *arena, const char *text, int64_t *v)
{
	struct front_door record;

	TRY(front_door_get(ctx, arena, &record));
	record.contact = text;
	take_version(&record.v, v);
	return front_door_set(ctx, &record);
}

static struct error save_team(
	struct context *ctx, struct arena *arena, const char *text, int64_t *v)
{
	struct team record;
	int64_t id;

	TRY(team_find(ctx, "T-2", &id));
	TRY(team_get(ctx, arena, id, &record));
	record.name = text;
	take_version(&record.v, v);
	return team_update(ctx, &record);
}

static struct error save_session(
	struct context *ctx, struct arena *arena, const char *text, int64_t *v)
{
	struct mentoring_session record;
	int64_t id;

	TRY(session_find(ctx, "M-1", &id));
	TRY(session_get(ctx, arena, id, &record));
	record.topic = text;
	take_version(&record.v, v);
	return session_update(ctx, &record, "", NULL, NULL);
}

/* The one that is not published yet. */
static struct error save_question(
	struct context *ctx, struct arena *arena, const char *text, int64_t *v)
{
	struct question record;
	int64_t id;

	TRY(question_find(ctx, "Q-2", &id));
	TRY(question_get(ctx, arena, id, &record));
	record.text_fi = text;
	take_version(&record.v, v);
	return question_update(ctx, &record);
}

static struct error save_meeting(
	struct context *ctx, struct arena *arena, const char *text, int64_t *v)
{
	struct meeting record;
	int64_t round, id;

	TRY(round_find(ctx, "problems", &round));
	TRY(meeting_of_round(ctx, round, &id));
	TRY(meeting_get(ctx, arena, id, &record));
	record.agenda = text;
	take_version(&record.v, v);
	return meeting_update(ctx, &record);
}

static struct error save_negotiation(
	struct context *ctx, struct arena *arena, const char *text, int64_t *v)
{
	struct negotiation record;
	int64_t team;

	TRY(team_find(ctx, "T-2", &team));
	TRY(negotiation_get(ctx, arena, team, &record));
	record.next_step = text;
	take_version(&record.v, v);
	return negotiation_edit(ctx, &record);
}

/* The one in force, and its planned payment. */
static struct error save_contract(
	struct context *ctx, struct arena *arena, const char *text, int64_t *v)
{
	struct contract record;
	int64_t id;

	TRY(contract_find(ctx, "H-4", &id));
	TRY(contract_get(ctx, arena, id, &record));
	record.licence = text;
	take_version(&record.v, v);
	return contract_update(ctx, &record);
}

static struct error save_notice(
	struct context *ctx, struct arena *arena, const char *text, int64_t *v)
{
	struct notice record;
	int64_t id;

	TRY(notice_find(ctx, "N-1", &id));
	TRY(notice_get(ctx, arena, id, &record));
	record.text = text;
	take_version(&record.v, v);
	return notice_update(ctx, &record);
}

static struct error save_payment(
	struct context *ctx, struct arena *arena, const char *text, int64_t *v)
{
	struct payment record;
	int64_t id;

	TRY(payment_find(ctx, "R-4", &id));
	TRY(payment_get(ctx, arena, id, &record));
	record.text = text;
	take_version(&record.v, v);
	return payment_update(ctx, &record);
}

/* The last that was made and has not gone out. */
static struct error save_letter(
	struct context *ctx, struct arena *arena, const char *text, int64_t *v)
{
	const struct letter_filter made = { .state = "made" };
	struct id_list ids = { 0 };
	struct letter record;

	TRY(letter_ids(ctx, &made, &ids));
	struct error e = letter_get(ctx, arena, ids.ids[ids.n - 1], &record);
	id_list_clear(&ids);
	TRY(e);
	record.subject_en = text;
	take_version(&record.v, v);
	return letter_edit(ctx, arena, &record, NULL);
}

static struct error save_template(
	struct context *ctx, struct arena *arena, const char *text, int64_t *v)
{
	struct letter_template record;

	TRY(letter_template_get(ctx, arena, "free", "fi", &record));
	record.body = text;
	take_version(&record.v, v);
	return letter_template_save(ctx, arena, &record, NULL);
}

static struct error save_sender(
	struct context *ctx, struct arena *arena, const char *text, int64_t *v)
{
	struct letter_sender record;

	TRY(letter_sender_get(ctx, arena, &record));
	record.name_en = text;
	take_version(&record.v, v);
	return letter_sender_set(ctx, &record);
}

static struct error save_feedback(
	struct context *ctx, struct arena *arena, const char *text, int64_t *v)
{
	struct feedback_item record;
	struct id_list ids = { 0 };

	TRY(feedback_ids(ctx, 1, &ids));
	int64_t id = ids.ids[1];
	id_list_clear(&ids);
	TRY(feedback_get(ctx, arena, id, &record));
	take_version(&record.feedback.v, v);
	return feedback_set(ctx, id, "en", text, record.feedback.v);
}

static const struct {
	const char *table;
	save save;
	unsigned changed; /* what a screen is told of it, beside the log */
} records[] = {
	{ "competition", save_competition, CHANGED_PLAN },
	{ "account", save_account, CHANGED_ACCOUNTS },
	{ "front_door", save_door, CHANGED_ACCOUNTS },
	{ "person", save_person, CHANGED_REGISTERS | CHANGED_ACCOUNTS },
	{ "organization", save_organization, CHANGED_REGISTERS },
	{ "submission", save_submission, CHANGED_SUBMISSIONS },
	{ "eligibility_question", save_eligibility, CHANGED_SUBMISSIONS | CHANGED_PLAN },
	{ "contact_note", save_note, CHANGED_NOTES },
	{ "round", save_round, CHANGED_ROUNDS },
	{ "decision", save_decision, CHANGED_DECISIONS },
	{ "decision_content", save_decision_content, CHANGED_DECISIONS },
	{ "meeting", save_meeting, CHANGED_DECISIONS },
	{ "challenge", save_challenge, CHANGED_CHALLENGES },
	{ "team", save_team, CHANGED_TEAMS },
	{ "mentoring_session", save_session, CHANGED_MENTORING },
	{ "question", save_question, CHANGED_MENTORING },
	{ "negotiation", save_negotiation, CHANGED_MONEY },
	{ "contract", save_contract, CHANGED_MONEY },
	{ "payment", save_payment, CHANGED_MONEY },
	{ "letter", save_letter, CHANGED_LETTERS },
	{ "letter_template", save_template, CHANGED_LETTERS },
	{ "letter_sender", save_sender, CHANGED_LETTERS },
	{ "feedback", save_feedback, CHANGED_REVIEWS },
	{ "notice", save_notice, CHANGED_MONEY },
};

/* Versions that count how often a record changed, but that nobody saves from a form of theirs. */
static const struct {
	const char *table, *reason;
} without_form[] = {
	{ "draft", "one juror's own; tried with reviews" },
	{ "municipality", "changed by acts of its own: a name, a spelling, a merger" },
	{ "milestone", "a plan is a new row, and the day it was reached is one act" },
	{ "phase", "moved from state to state; a move that came first leaves none to make" },
	{ "planned_range", "two numbers that are always set together, whatever was there" },
	{ "completion", "answered, reminded or dropped; what came first leaves none to make" },
	{ "complaint", "answered once; a second answer is refused" },
	{ "info_request", "no row here before somebody asks; its store refuses a stale one" },
	{ "dialogue", "asked, handed on and answered once each; its store refuses a stale one" },
};

static void open_second(struct fixture *f, struct context *ctx)
{
	assert_ok(context_open(f->path, ctx));
	context_use_clock(ctx, fixture_clock);
	assert_ok(context_enter(ctx, "office", "uid 1000"));
}

static int64_t sum_of_versions(struct fixture *f, const char *table)
{
	char sql[80];

	snprintf(sql, sizeof(sql), "SELECT sum(v) FROM %s", table);
	return outside_number(f->path, sql);
}

static int64_t log_head(struct fixture *f)
{
	return outside_number(f->path, "SELECT max(seq) FROM log");
}

static void what_somebody_else_saved_is_not_overwritten(void **state)
{
	struct fixture *f = *state;
	struct context second;

	full_make(f, NULL, NULL);
	open_second(f, &second);
	for (size_t i = 0; i < LEN(records); i++) {
		int64_t v = 0, later = 0;

		assert_ok(records[i].save(&f->ctx, &f->arena, "first", &v));
		int64_t versions = sum_of_versions(f, records[i].table), head = log_head(f);
		if (records[i].save(&second, &f->arena, "second", &v).code != E_STALE)
			stop_test("a stale %s was saved", records[i].table);
		assert_int_equal(sum_of_versions(f, records[i].table), versions);
		assert_int_equal(log_head(f), head);
		assert_ok(records[i].save(&second, &f->arena, "second", &later));
		assert_true(later > v);
		assert_true(sum_of_versions(f, records[i].table) > versions);
		assert_int_equal(log_head(f), head + 1);
	}
	context_close(&second);
}

/* Who answers second has seen no answer. */
static void a_complaint_is_answered_once(void **state)
{
	struct fixture *f = *state;
	struct context second;
	int64_t id;

	full_make(f, NULL, NULL);
	open_second(f, &second);
	assert_ok(complaint_find(&second, "V-1", &id));
	int64_t versions = sum_of_versions(f, "complaint"), head = log_head(f);
	assert_fails(E_RULE,
		complaint_answer(&second, id,
			&(struct answer_to_complaint){ .outcome = "accepted", .text = "second" }));
	assert_int_equal(sum_of_versions(f, "complaint"), versions);
	assert_int_equal(log_head(f), head);
	context_close(&second);
}

static bool is_listed(const char *table)
{
	bool found = false;

	for (size_t i = 0; i < LEN(records); i++)
		found = found || strcmp(records[i].table, table) == 0;
	for (size_t i = 0; i < LEN(without_form); i++)
		found = found || strcmp(without_form[i].table, table) == 0;
	return found;
}

/* Every table with versions is one of those above, or has no form of its own. */
static void every_versioned_record_is_tried(void **state)
{
	struct fixture *f = *state;
	sqlite3_stmt *tables;
	sqlite3 *sqlite;
	size_t n = 0;

	assert_int_equal(sqlite3_open(f->path, &sqlite), SQLITE_OK);
	assert_int_equal(
		sqlite3_prepare_v2(sqlite,
			"SELECT t.name FROM sqlite_schema t JOIN pragma_table_info(t.name) c "
			"ON c.name = 'v' WHERE t.type = 'table' AND t.name NOT LIKE 'search%'",
			-1, &tables, NULL),
		SQLITE_OK);
	for (; sqlite3_step(tables) == SQLITE_ROW; n++)
		if (!is_listed((const char *)sqlite3_column_text(tables, 0)))
			stop_test("not tried: %s", sqlite3_column_text(tables, 0));
	sqlite3_finalize(tables);
	sqlite3_close(sqlite);
	assert_int_equal(n, LEN(records) + LEN(without_form));
}

/* What another process sees of each act. */
static void see_change(struct fixture *f, const struct context *who, const char *act, void *arg)
{
	struct context *second = arg;
	bool draft = full_entries(act) == 0, own = who == &f->ctx;
	bool only_logged = strncmp(act, "journal_export", 14) == 0 ||
			   strncmp(act, "document_given", 14) == 0 ||
			   strncmp(act, "attachment_save", 15) == 0 ||
			   strncmp(act, "pack_write", 10) == 0;
	bool others = false, office_others = own;
	unsigned changed = context_changes(second, &others);

	if (!others)
		stop_test("not seen by others: %s", act);
	if (draft ? changed != 0 : (changed & CHANGED_LOG) == 0)
		stop_test("wrongly in the log: %s", act);
	if (!draft && !only_logged && changed == CHANGED_LOG)
		stop_test("no list is told of: %s", act);
	assert_int_equal(context_changes(&f->ctx, &office_others), changed);
	assert_int_equal(office_others, !own);
	assert_int_equal(context_changes(second, &others), 0);
	assert_false(others);
}

static void everybody_learns_of_every_act(void **state)
{
	struct fixture *f = *state;
	struct context second;

	open_second(f, &second);
	full_make(f, see_change, &second);
	context_close(&second);
}

static void only_what_changed_is_told(void **state)
{
	struct fixture *f = *state;
	struct context second;

	full_make(f, NULL, NULL);
	open_second(f, &second);
	for (size_t i = 0; i < LEN(records); i++) {
		int64_t v = 0;

		assert_ok(records[i].save(&f->ctx, &f->arena, "first", &v));
		assert_int_equal(context_changes(&second, NULL), records[i].changed | CHANGED_LOG);
	}
	context_close(&second);
}

/* Several acts of several people between two looks are one answer. */
static void changes_add_up_until_they_are_asked_for(void **state)
{
	struct fixture *f = *state;
	struct context second;
	int64_t v = 0, w = 0;
	bool others = false;

	full_make(f, NULL, NULL);
	(void)context_changes(&f->ctx, NULL);
	open_second(f, &second);
	assert_ok(save_note(&f->ctx, &f->arena, "first", &v));
	assert_ok(save_challenge(&second, &f->arena, "first", &w));
	assert_int_equal(context_changes(&f->ctx, &others),
		CHANGED_NOTES | CHANGED_CHALLENGES | CHANGED_LOG);
	assert_true(others);
	assert_int_equal(context_changes(&f->ctx, &others), 0);
	assert_false(others);
	context_close(&second);
}

static const char one_problem[] = "kunta;otsikko;kuvaus;lähetetty\nOulu;Sama;Kuvaus;1.10.2018\n";

/* What was judged before somebody else recorded the same is judged again, not recorded twice. */
static void an_import_looks_again_when_its_turn_comes(void **state)
{
	struct fixture *f = *state;
	struct import first, second;
	struct context other;
	int64_t batch;
	char path[160];

	snprintf(path, sizeof(path), "%s/one.csv", f->directory);
	FILE *file = fopen(path, "w");
	assert_true(fputs(one_problem, file) >= 0);
	fclose(file);
	open_second(f, &other);
	assert_ok(import_prepare(&f->ctx, "problem", path, &(struct table_options){ 0 }, &first));
	assert_ok(import_prepare(&other, "problem", path, &(struct table_options){ 0 }, &second));
	assert_int_equal(second.added, 1);
	assert_ok(import_commit(&f->ctx, &first, false, &batch));
	assert_ok(import_commit(&other, &second, false, &batch));
	assert_int_equal(second.added, 0);
	assert_int_equal(second.duplicates, 1);
	assert_int_equal(outside_number(f->path, "SELECT count(*) FROM submission"), 1);
	import_clear(&first);
	import_clear(&second);
	context_close(&other);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST_FILE(what_somebody_else_saved_is_not_overwritten),
		TEST_FILE(a_complaint_is_answered_once),
		TEST_FILE(every_versioned_record_is_tried),
		TEST_FILE(everybody_learns_of_every_act),
		TEST_FILE(only_what_changed_is_told),
		TEST_FILE(changes_add_up_until_they_are_asked_for),
		TEST_FILE(an_import_looks_again_when_its_turn_comes),
	};
	return RUN(tests);
}
