/* SPDX-License-Identifier: MIT
 * Who may do what: the whole table as a snapshot (tests/data/rights.txt; UPDATE=1 writes it anew),
 * and every act of the core tried by every role: those who may not change nothing. */
#define TEST_NAME "rights"
#include "tests/unit/attempts.h"
#include "tests/unit/judging_fixture.h"

#include "db/base/utf8.h"
#include "src/ground/clock.h"
#include "src/ground/repair.h"
#include "src/desk/desk.h"
#include "src/documents/bundle.h"
#include "src/export/disclosure.h"
#include "src/documents/intake_kit.h"
#include "src/intake/import.h"
#include "src/ground/journal_write.h"
#include "src/roof/journal.h"
#include "src/judging/advice.h"
#include "src/judging/abstention.h"
#include "src/judging/contents.h"
#include "src/judging/feedback.h"
#include "src/judging/reasons.h"
#include "src/judging/dialogue.h"
#include "src/judging/recognition.h"
#include "src/judging/blind.h"
#include "src/judging/lot.h"
#include "src/judging/meeting.h"
#include "src/judging/pack.h"
#include "src/intake/review_import.h"
#include "src/judging/service.h"
#include "src/roof/kinds.h"
#include "src/roof/lookup.h"
#include "src/phases/application.h"
#include "src/phases/attachment.h"
#include "src/phases/challenge.h"
#include "src/phases/note.h"
#include "src/phases/publication.h"
#include "src/phases/request.h"
#include "src/publish/publish.h"
#include "src/registers/account.h"
#include "src/registers/organization.h"
#include "src/registers/person.h"
#include "src/registers/regime.h"

static void print_matrix(struct buffer *text)
{
	buffer_text(text, "# SPDX-License-Identifier: MIT\n"
			  "# What each role may do; tests/unit/rights.c compares and writes it.\n");
	buffer_printf(text, "%-12s", "");
	for (int role = 0; role < ROLE_COUNT; role++)
		buffer_printf(text, "  %9s", role_code((enum role)role));
	for (int action = 0; action < ACT_COUNT; action++) {
		buffer_printf(text, "\n%-12s", action_code((enum action)action));
		for (int role = 0; role < ROLE_COUNT; role++)
			buffer_printf(text, "  %9s",
				may((enum role)role, (enum action)action) ? "yes" : "-");
	}
	buffer_text(text, "\n");
}

static void read_file(const char *path, struct buffer *text)
{
	char block[4096];
	FILE *file = fopen(path, "r");

	buffer_text(text, "");
	if (file == NULL)
		return;
	for (size_t n; (n = fread(block, 1, sizeof(block), file)) > 0;)
		buffer_add(text, block, n);
	fclose(file);
}

static void the_table_is_as_agreed(void **state)
{
	struct buffer now = { 0 }, agreed = { 0 };
	char path[400];

	(void)state;
	print_matrix(&now);
	snprintf(path, sizeof(path), "%s/rights.txt", getenv("DATA"));
	if (getenv("UPDATE") != NULL) {
		FILE *file = fopen(path, "w");

		assert_non_null(file);
		fputs(now.text, file);
		assert_int_equal(fclose(file), 0);
	}
	read_file(path, &agreed);
	assert_string_equal(now.text, agreed.text);
	buffer_clear(&now);
	buffer_clear(&agreed);
}

static void codes_come_back_as_roles(void **state)
{
	(void)state;
	for (int role = 0; role < ROLE_COUNT; role++)
		assert_int_equal(role_of_code(role_code((enum role)role)), role);
	assert_int_equal(role_of_code("boss"), ROLE_COUNT);
	assert_int_equal(role_of_code(""), ROLE_COUNT);
	struct context nobody = { .role = ROLE_COUNT };
	for (int action = 0; action < ACT_COUNT; action++)
		assert_fails(E_DENIED, require(&nobody, (enum action)action));
}

/* What the attempts are made with: record 1 of everything, a file that could be imported. */
static const char *sheet_path;
static int64_t made;
/* clang-format off */
static struct submission_input a_problem = { .submission = { .kind = "problem",
	.municipality_id = 1, .title = "Otsikko", .id = 1, .v = 1, .code = "P-001" } };
static const struct moment a_day = { .time = 1540000000, .precision = PRECISION_DAY };
static const struct round a_round = { .id = 1, .key = "r", .kind = "problem", .select_min = -1,
	.select_max = -1 };
static const struct criterion a_criterion = { .key = "c", .name_fi = "C", .name_sv = "C",
	.weight = 1000, .high = 5000, .step = 1000 };
static const int64_t two_scores[] = { 5000, 5000 };
static const struct review_input a_review = { .scores = two_scores, .n = 2 };
static const struct decision a_decision = { .id = 1, .round_id = 1, .lang = "fi", .form = "room" };
static const struct decision_content a_content = { .decision_id = 1, .decider_kind = "body" };
static const struct decision_text a_text = { "follows", "x", "", "" };
static const struct decision_item an_outcome = { .item_id = 1, .outcome = "selected",
	.reason_fi = "x", .reason_sv = "", .reason_en = "", .deviation_reason = "" };
static const struct challenge a_challenge = { .id = 1, .code = "C-1", .title_fi = "H" };
static const struct note a_note = { .id = 1, .object = "P-001", .who = "Aino", .text = "Soitti" };
static const struct person a_person = { .id = 1, .name = "Aino Malli", .lang = "fi" };
static const struct person_role a_role = { .person_id = 1, .municipality_id = 1,
	.kind = "contact" };
static const struct organization an_organization = { .id = 1, .kind = "company", .name_fi = "Oy" };
static const struct partner a_partner = { .organization_id = 1, .kind = "partner" };
static const struct competition a_competition = { .name_fi = "K", .name_sv = "K", .name_en = "K" };
static const struct new_account an_account = { "new", "Uusi", "", "office", "fi" };
static const struct account a_juror = { .id = 2, .role = "juror", .lang = "sv", .state = "active",
	.v = 1 };
static const struct team a_team = { .id = 1, .name = "Tiimi", .kind = "company",
	.challenge_id = 1 };
static const struct application_input an_application = { .team = { .name = "Tiimi",
	.kind = "company", .challenge_id = 1 }, .submission = { .kind = "application" } };
static const struct member_input a_member = { "Aino Malli", "", "", true };
/* clang-format on */
static const struct complaint a_complaint = { .decision_id = 1, .kind = "other", .text = "Ei" };
static const struct info_request a_request = {
	.id = 1, .channel = "email", .standing = "party", .extent = "plain", .text = "Asiakirja"
};
static const struct table_options plain_table = { 0 };

#define ATTEMPT(name, call) \
	static struct error attempt_##name(struct context *ctx) \
	{ \
		return call; \
	}
ATTEMPT(rename, competition_rename(ctx, &a_competition))
ATTEMPT(profile, competition_set_profile(ctx, "company", "Syy"))
ATTEMPT(phase_plan, phase_plan(ctx, "problems", PHASE_CLOSES, &a_day, ""))
ATTEMPT(phase_move, phase_move(ctx, "problems", PHASE_OPEN, "Silti"))
ATTEMPT(milestone_add, milestone_add(ctx, "problems", "A", "B", &a_day))
ATTEMPT(milestone_replan, milestone_replan(ctx, 1, &a_day, "Syy"))
ATTEMPT(milestone_reached, milestone_reached(ctx, 1, &a_day))
ATTEMPT(municipality_merge, municipality_merge(ctx, 1, 1540000000 / 86400 * 86400, 2))
ATTEMPT(municipality_rename, municipality_rename(ctx, 1, "fi", "Uusi"))
ATTEMPT(municipality_alias, municipality_add_alias(ctx, 1, "fi", "Uus"))
ATTEMPT(organization_add, organization_add(ctx, &an_organization, &made))
ATTEMPT(organization_update, organization_update(ctx, &an_organization))
ATTEMPT(organization_name, organization_add_name(ctx, 1, "Osk"))
ATTEMPT(partner_add, partner_add(ctx, &a_partner, &made))
ATTEMPT(partner_end, partner_end(ctx, 1, 86400))
ATTEMPT(person_add, person_add(ctx, &a_person, &made))
ATTEMPT(person_update, person_update(ctx, &a_person))
ATTEMPT(person_name, person_add_name(ctx, 1, "A. Malli"))
ATTEMPT(role_add, role_add(ctx, &a_role, &made))
ATTEMPT(role_end, role_end(ctx, 1, 1, 86400))
ATTEMPT(submission_add, submission_add(ctx, &a_problem, &made))
ATTEMPT(submission_update, submission_update(ctx, &a_problem))
ATTEMPT(submission_replace, submission_replace(ctx, &a_problem))
ATTEMPT(submission_act, submission_act(ctx, 1, SUBMISSION_EXCLUDE, "Syy"))
ATTEMPT(attachment_add, attachment_add(ctx, KIND_PROBLEM, 1, "none", NULL, NULL, &made))
ATTEMPT(attachment_of_contract, attachment_add(ctx, KIND_CONTRACT, 1, "none", NULL, NULL, &made))
ATTEMPT(attachment_remove, attachment_remove(ctx, KIND_PROBLEM, 1, 1, "Syy"))
ATTEMPT(attachment_save, attachment_save(ctx, KIND_PROBLEM, 1, 1, "none"))
ATTEMPT(pack_write, pack_write(ctx, 1, "none"))
ATTEMPT(import_decide, import_decide(ctx, 1, "skip"))
ATTEMPT(import_take_versions, import_take_versions(ctx, 1, &(size_t){ 0 }))
ATTEMPT(import_correct,
	import_correct(
		ctx, 1, &(struct application_input){ .submission = a_problem.submission }, &made))
ATTEMPT(import_undo, import_undo(ctx, 1))
ATTEMPT(note_add, note_add(ctx, &a_note, kinds_name, &made))
ATTEMPT(note_update, note_update(ctx, &a_note))
ATTEMPT(note_done, note_done(ctx, 1))
ATTEMPT(challenge_add, challenge_add(ctx, 1, &a_challenge, &made))
ATTEMPT(challenge_update, challenge_update(ctx, &a_challenge))
ATTEMPT(round_add, round_add(ctx, &a_round, &made))
ATTEMPT(round_update, round_update(ctx, &a_round))
ATTEMPT(criterion, round_set_criterion(ctx, 1, &a_criterion, NULL))
ATTEMPT(criterion_remove, round_remove_criterion(ctx, 1, "a"))
ATTEMPT(wording, round_correct_wording(ctx, 1, &a_criterion, NULL, "Syy"))
ATTEMPT(define, rules_define(ctx, 1, "{\"criteria\":[]}"))
ATTEMPT(lock, round_lock(ctx, 1, ""))
ATTEMPT(seat, round_seat(ctx, 1, "j1", true, false))
ATTEMPT(unseat, round_unseat(ctx, 1, "j1"))
ATTEMPT(assign, round_assign(ctx, 1, 0, 1))
ATTEMPT(lot, lot_draw(ctx, 1))
ATTEMPT(excuse, round_excuse(ctx, 1, "j2", "Syy"))
ATTEMPT(replace, round_replace(ctx, 1, "j2", "j1", "Syy"))
ATTEMPT(round_open, round_move(ctx, 1, ROUND_OPEN, "Syy"))
ATTEMPT(round_close, round_move(ctx, 1, ROUND_CLOSE, "Syy"))
ATTEMPT(declare, declaration_enter(ctx, 1, "j1", NULL, 0, "Lomake"))
ATTEMPT(conflict_decide, conflict_decide(ctx, 1, true, "Syy"))
ATTEMPT(recognition_note, recognition_note(ctx, 1, "Jatkaa"))
ATTEMPT(feedback_set, feedback_set(ctx, 1, "fi", "Teksti", FEEDBACK_ANY_VERSION))
ATTEMPT(feedback_take, feedback_take(ctx, 1, 1, "fi", FEEDBACK_ANY_VERSION))
ATTEMPT(feedback_clear, feedback_clear(ctx, 1, FEEDBACK_ANY_VERSION))
ATTEMPT(feedback_unclear, feedback_unclear(ctx, 1, FEEDBACK_ANY_VERSION))
ATTEMPT(abstention_add, abstention_add(ctx, 1, 1, "Syy", ""))
ATTEMPT(abstention_withdraw, abstention_withdraw(ctx, 1, 1))
ATTEMPT(draft, review_save_draft(ctx, 1, 1, &a_review))
ATTEMPT(submit, review_submit(ctx, 1, 1, &a_review, "Lomake"))
ATTEMPT(take_back, review_take_back(ctx, 1, 1))
ATTEMPT(decision_add, decision_add(ctx, &a_decision, &made))
ATTEMPT(decision_update, decision_update(ctx, &a_decision))
ATTEMPT(decision_item, decision_set_item(ctx, 1, &an_outcome))
ATTEMPT(decision_rest, decision_set_rest(ctx, 1, &an_outcome))
ATTEMPT(meeting_open, meeting_open(ctx, 1, &(struct meeting){ .place = "" }, &made))
ATTEMPT(meeting_update, meeting_update(ctx, &(struct meeting){ .id = 1, .starts = 1 }))
ATTEMPT(meeting_attend, meeting_attend(ctx, 1, &(struct member_names){ 0 }, "present", ""))
ATTEMPT(meeting_leave, meeting_leave(ctx, 1, &(struct member_names){ 0 }, &(struct going){ 0 }))
ATTEMPT(meeting_return, meeting_return(ctx, 1, &(struct member_names){ 0 }, 0))
ATTEMPT(meeting_vote, meeting_vote(ctx, 1, 0, "Kysymys", NULL, 0))
ATTEMPT(meeting_dissent, meeting_dissent(ctx, 1, 0, "j1", "Syy"))
ATTEMPT(meeting_remark, meeting_remark(ctx, 1, 0, "note", "Huomautus"))
ATTEMPT(meeting_hear, meeting_hear(ctx, 1, 0, "expert", "Asta"))
ATTEMPT(meeting_close, meeting_close(ctx, 1, &(struct meeting_closing){ 0 }))
ATTEMPT(meeting_reopen, meeting_reopen(ctx, 1, "Syy"))
ATTEMPT(presence, decision_set_presences(ctx, 1, &(struct attendance){ 1, "remote" }, 1))
ATTEMPT(decision_content, contents_update(ctx, &a_content))
ATTEMPT(decision_text, contents_set_text(ctx, 1, &a_text))
ATTEMPT(reasons_same, reasons_confirm_same(ctx, 1, 2))
ATTEMPT(decision_sign, decision_sign(ctx, 1, "Syy"))
ATTEMPT(decision_abandon, decision_abandon(ctx, 1, "Syy"))
ATTEMPT(request_add, request_add(ctx, &a_request, kinds_name, &made))
ATTEMPT(request_update, request_update(ctx, &a_request, kinds_name))
ATTEMPT(request_answer, request_answer(ctx, &a_request))
ATTEMPT(dialogue_ask, dialogue_ask(ctx, 1, 1, 0, "Miksi?", &made))
ATTEMPT(decision_correct,
	decision_correct(
		ctx, 1, &(struct correcting){ .kind = "clerical", .reason = "Syy" }, &made))
ATTEMPT(service_add, service_add(ctx, 1, 1, &(struct service){ .channel = "email" }))
ATTEMPT(complaint_add, complaint_add(ctx, &a_complaint, &made))
ATTEMPT(complaint_update, complaint_update(ctx, &(struct complaint){ .id = 1, .court = "x" }))
ATTEMPT(regime_add, regime_add(ctx,
			    &(struct regime){ .code = "oma",
				    .since = 1,
				    .name_fi = "Oma",
				    .name_sv = "Egen",
				    .holds = "nothing",
				    .source = "x" },
			    &made))
ATTEMPT(regime_set, regime_set(ctx, &(struct regime_setting){ .regime = "kunta",
					    .name = "body",
					    .since = 1,
					    .value_fi = "x",
					    .value_sv = "x",
					    .source = "x" }))
ATTEMPT(complaint_answer,
	complaint_answer(
		ctx, 1, &(struct answer_to_complaint){ .outcome = "rejected", .text = "Ei" }))
ATTEMPT(application_add, application_add(ctx, &an_application, &made))
ATTEMPT(team_update, team_update(ctx, &a_team))
ATTEMPT(team_act, team_act(ctx, 1, TEAM_WITHDRAW, "Syy"))
ATTEMPT(member_add, team_member_add(ctx, 1, &a_member, 0, "Syy"))
ATTEMPT(member_end, team_member_end(ctx, 1, 1, 0, "Syy"))
ATTEMPT(member_set, team_member_set(ctx, 1, 1, "pj", true))
ATTEMPT(blind_prepare, blind_prepare(ctx, 1))
ATTEMPT(blind_mask, blind_mask(ctx, 1, "Otsikko", "Teksti"))
ATTEMPT(blind_release, blind_release(ctx, 1, "Syy"))
ATTEMPT(account_add, account_add(ctx, &an_account, &made))
ATTEMPT(account_update, account_update(ctx, &a_juror))
ATTEMPT(export, journal_export(ctx, "problems"))
ATTEMPT(bundle, bundle_take(ctx, NULL, 0, &(struct bundle){ 0 }, NULL))
ATTEMPT(disclosure,
	disclosure_record(ctx, &(struct disclosure){ .list = "person", .data = "email" }, &made))
ATTEMPT(publication,
	publication_add(ctx,
		&(struct publication){ .stage = "call",
			.lang = "both",
			.sha256 =
				"0000000000000000000000000000000000000000000000000000000000000000",
			.size = 1,
			.until = context_now(ctx) },
		&made))
ATTEMPT(take_down,
	publication_taking_down.run(ctx, &publication_taking_down, 1, &(struct answers){ 0 }))
static struct error attempt_publish(struct context *ctx)
{
	struct publication page = { .stage = "call", .lang = "both", .until = context_now(ctx) };
	struct arena arena = { 0 };
	struct buffer out = { 0 };
	struct error e = publish_page(ctx, &arena, &page, &out);

	buffer_clear(&out);
	arena_clear(&arena);
	return e;
}
ATTEMPT(bundle_given, bundle_given(ctx, &(struct bundle){ 0 }))
/* Those that no function of the core asks for, but commands and screens. */
ATTEMPT(backup, require(ctx, ACT_BACKUP))
ATTEMPT(backup_out, require(ctx, ACT_BACKUP_OUT))
ATTEMPT(review_own, require(ctx, ACT_REVIEW_OWN))

#define LISTING(name, call) \
	static struct error attempt_##name(struct context *ctx) \
	{ \
		struct id_list ids = { 0 }; \
		struct error e = call; \
		id_list_clear(&ids); \
		return e; \
	}
LISTING(publications, publication_ids(ctx, &ids))
LISTING(disclosures, disclosure_ids(ctx, &ids))
LISTING(submission_ids, submission_ids(ctx, "problem", SUBMISSIONS_BY_NUMBER,
				&(struct submission_filter){ 0 }, "", &ids))
LISTING(person_ids, person_ids(ctx, &ids))
LISTING(organization_ids, organization_ids(ctx, NULL, &ids))
LISTING(municipality_ids, municipality_ids(ctx, MUNICIPALITY_BY_NAME, 0, &ids))
LISTING(partner_ids, partner_ids(ctx, 0, &ids))
LISTING(note_ids, note_due_ids(ctx, 9, &ids))
LISTING(account_ids, account_ids(ctx, &ids))
LISTING(decision_ids, decision_ids(ctx, 0, "decision", &ids))
LISTING(meeting_ids, meeting_ids(ctx, &ids))
LISTING(feedback_ids, feedback_ids(ctx, 1, &ids))
LISTING(team_ids, team_ids(ctx, 0, NULL, &ids))
LISTING(request_ids,
	request_ids(ctx, REQUESTS_BY_DUE, &(struct info_request_filter){ .state = NULL }, &ids))
LISTING(dialogue_ids, dialogue_ids(ctx, 0, 0, &ids))
LISTING(complaint_ids, complaint_ids(ctx, 0, &ids))
LISTING(import_batches, import_batches(ctx, &ids))
LISTING(import_waiting, import_waiting(ctx, NULL, &ids))
LISTING(journal_ids, journal_ids(ctx, NULL, &ids))

#define READING(name, type, call) \
	static struct error attempt_##name(struct context *ctx) \
	{ \
		struct arena arena = { 0 }; \
		struct type got = { 0 }; \
		struct error e = call; \
		arena_clear(&arena); \
		return e; \
	}
READING(standing, standing, standing_make(ctx, &arena, 1, NULL, &got))
READING(meeting_read, meeting_view, meeting_read(ctx, &arena, 1, &got))
READING(advice, advice, advice_make(ctx, &arena, 1, &got))
READING(feedback_item, feedback_item, feedback_get(ctx, &arena, 1, &got))
READING(contents, decision_content, contents_get(ctx, &arena, 1, &got))
READING(decision_texts, decision_texts, contents_texts(ctx, &arena, 1, &got))
READING(entrant_reasons, entrant_reasons, reasons_list(ctx, &arena, 1, &got))
READING(todos, todos, desk_todos(ctx, &arena, &got))
READING(lookup, founds, lookup(ctx, &arena, "ongelma", 9, &got))
READING(journal_changes, journal_changes, journal_changes(ctx, &arena, 1, &got))
READING(attachments, attachments, attachment_list(ctx, &arena, KIND_TEAM, 1, &got))
READING(attachments_of_conflict, attachments, attachment_list(ctx, &arena, KIND_CONFLICT, 1, &got))
READING(team_members, team_members, team_members(ctx, &arena, 1, &got))
READING(services, services, service_list(ctx, &arena, 1, &got))
READING(findings, findings, blind_check(ctx, &arena, 1, 0, &got))
READING(of_municipality, submission_titles, submission_of_municipality(ctx, &arena, 1, &got))

static struct error attempt_reasons_compose(struct context *ctx)
{
	struct composed done;

	return reasons_compose(ctx, 1, NULL, 0, EDITED_REASON_KEEP, &done);
}

static struct error attempt_feedback_progress(struct context *ctx)
{
	struct feedback_progress got;

	return feedback_progress(ctx, 1, &got);
}
ATTEMPT(repair, repair_search(ctx))
ATTEMPT(clock, clock_accept(ctx, "Syy"))
static struct error attempt_review_import(struct context *ctx)
{
	struct review_import result;
	struct error e = review_import(ctx, 1, sheet_path, &plain_table, NULL, NULL, &result);

	review_import_clear(&result);
	return e;
}

static struct error attempt_kind(struct context *ctx, const char *kind)
{
	struct import import = { 0 };
	int64_t batch;
	struct error e = import_prepare(ctx, kind, sheet_path, &plain_table, &import);

	if (e.code == E_OK)
		e = import_commit(ctx, &import, true, &batch);
	import_clear(&import);
	return e;
}

static struct error attempt_import(struct context *ctx)
{
	return attempt_kind(ctx, "problem");
}

static struct error attempt_people_import(struct context *ctx)
{
	return attempt_kind(ctx, "person");
}

static struct error attempt_addresses_import(struct context *ctx)
{
	return attempt_kind(ctx, "municipality");
}

static const struct municipality a_municipality = {
	.id = 1, .v = 1, .registry_email = "kirjaamo@kunta.example", .registry_post = ""
};
ATTEMPT(intake_kit, intake_kit_write(ctx, sheet_path))
ATTEMPT(municipality_update, municipality_update(ctx, &a_municipality))

#define ROW(action_, name_) \
	{ \
		action_, #name_, attempt_##name_ \
	}
static const struct attempt own_attempts[] = {
	ROW(ACT_READ, submission_ids),
	ROW(ACT_READ, person_ids),
	ROW(ACT_READ, organization_ids),
	ROW(ACT_READ, municipality_ids),
	ROW(ACT_READ, partner_ids),
	ROW(ACT_READ, note_ids),
	ROW(ACT_READ, account_ids),
	ROW(ACT_READ, decision_ids),
	ROW(ACT_READ, import_batches),
	ROW(ACT_READ, import_waiting),
	ROW(ACT_READ, contents),
	ROW(ACT_READ, decision_texts),
	ROW(ACT_READ, entrant_reasons),
	ROW(ACT_READ, feedback_ids),
	ROW(ACT_READ, feedback_item),
	ROW(ACT_READ, feedback_progress),
	ROW(ACT_READ, standing),
	ROW(ACT_READ, todos),
	ROW(ACT_READ, lookup),
	ROW(ACT_READ, of_municipality),
	ROW(ACT_READ, team_ids),
	ROW(ACT_READ, team_members),
	ROW(ACT_READ, services),
	ROW(ACT_READ, request_ids),
	ROW(ACT_READ, dialogue_ids),
	ROW(ACT_READ, complaint_ids),
	ROW(ACT_READ_LOG, journal_ids),
	ROW(ACT_READ_LOG, journal_changes),
	ROW(ACT_EXPORT, export),
	ROW(ACT_DISCLOSE, bundle),
	ROW(ACT_DISCLOSE, bundle_given),
	ROW(ACT_PUBLISH, publication),
	ROW(ACT_PUBLISH, publish),
	ROW(ACT_PUBLISH, take_down),
	ROW(ACT_READ, publications),
	ROW(ACT_EXPORT, disclosure),
	ROW(ACT_READ_LOG, disclosures),
	ROW(ACT_PLAN, rename),
	ROW(ACT_PLAN, phase_plan),
	ROW(ACT_PLAN, phase_move),
	ROW(ACT_PLAN, milestone_add),
	ROW(ACT_PLAN, milestone_replan),
	ROW(ACT_PLAN, milestone_reached),
	ROW(ACT_REGISTER, municipality_merge),
	ROW(ACT_REGISTER, municipality_rename),
	ROW(ACT_REGISTER, municipality_alias),
	ROW(ACT_REGISTER, organization_add),
	ROW(ACT_REGISTER, organization_update),
	ROW(ACT_REGISTER, organization_name),
	ROW(ACT_REGISTER, partner_add),
	ROW(ACT_REGISTER, partner_end),
	ROW(ACT_REGISTER, person_add),
	ROW(ACT_REGISTER, person_update),
	ROW(ACT_REGISTER, person_name),
	ROW(ACT_REGISTER, role_add),
	ROW(ACT_REGISTER, role_end),
	ROW(ACT_REGISTER, people_import),
	ROW(ACT_REGISTER, addresses_import),
	ROW(ACT_REGISTER, municipality_update),
	ROW(ACT_SUBMISSION, submission_add),
	ROW(ACT_SUBMISSION, submission_update),
	ROW(ACT_SUBMISSION, submission_replace),
	ROW(ACT_SUBMISSION, submission_act),
	ROW(ACT_SUBMISSION, import),
	ROW(ACT_SUBMISSION, intake_kit),
	ROW(ACT_SUBMISSION, import_decide),
	ROW(ACT_SUBMISSION, import_take_versions),
	ROW(ACT_READ, attachments),
	ROW(ACT_READ, attachments_of_conflict),
	ROW(ACT_SUBMISSION, attachment_add),
	ROW(ACT_SUBMISSION, attachment_of_contract),
	ROW(ACT_SUBMISSION, attachment_remove),
	ROW(ACT_EXPORT, attachment_save),
	ROW(ACT_EXPORT, pack_write),
	ROW(ACT_SUBMISSION, import_correct),
	ROW(ACT_SUBMISSION, import_undo),
	ROW(ACT_SUBMISSION, application_add),
	ROW(ACT_NOTE, note_add),
	ROW(ACT_NOTE, note_update),
	ROW(ACT_NOTE, note_done),
	ROW(ACT_CHALLENGE, challenge_add),
	ROW(ACT_CHALLENGE, challenge_update),
	ROW(ACT_ROUND, round_add),
	ROW(ACT_ROUND, round_update),
	ROW(ACT_ROUND, criterion),
	ROW(ACT_ROUND, criterion_remove),
	ROW(ACT_ROUND, wording),
	ROW(ACT_ROUND, define),
	ROW(ACT_ROUND, lock),
	ROW(ACT_ROUND, seat),
	ROW(ACT_ROUND, unseat),
	ROW(ACT_ROUND, assign),
	ROW(ACT_ROUND, lot),
	ROW(ACT_ROUND, excuse),
	ROW(ACT_ROUND, replace),
	ROW(ACT_ROUND, round_open),
	ROW(ACT_ROUND, round_close),
	ROW(ACT_ADVICE, advice),
	ROW(ACT_FEEDBACK, feedback_set),
	ROW(ACT_FEEDBACK, feedback_take),
	ROW(ACT_FEEDBACK, feedback_clear),
	ROW(ACT_FEEDBACK, feedback_unclear),
	ROW(ACT_REVIEW_ENTER, declare),
	ROW(ACT_REVIEW_ENTER, conflict_decide),
	ROW(ACT_REVIEW_ENTER, recognition_note),
	ROW(ACT_REVIEW_ENTER, abstention_add),
	ROW(ACT_REVIEW_ENTER, abstention_withdraw),
	ROW(ACT_REVIEW_ENTER, draft),
	ROW(ACT_REVIEW_ENTER, submit),
	ROW(ACT_REVIEW_ENTER, take_back),
	ROW(ACT_REVIEW_ENTER, review_import),
	ROW(ACT_DECIDE, decision_add),
	ROW(ACT_DECIDE, decision_update),
	ROW(ACT_DECIDE, decision_item),
	ROW(ACT_DECIDE, decision_content),
	ROW(ACT_DECIDE, decision_text),
	ROW(ACT_DECIDE, reasons_compose),
	ROW(ACT_DECIDE, reasons_same),
	ROW(ACT_DECIDE, decision_rest),
	ROW(ACT_DECIDE, presence),
	ROW(ACT_DECIDE, meeting_open),
	ROW(ACT_DECIDE, meeting_update),
	ROW(ACT_DECIDE, meeting_attend),
	ROW(ACT_DECIDE, meeting_leave),
	ROW(ACT_DECIDE, meeting_return),
	ROW(ACT_DECIDE, meeting_vote),
	ROW(ACT_DECIDE, meeting_dissent),
	ROW(ACT_DECIDE, meeting_remark),
	ROW(ACT_DECIDE, meeting_hear),
	ROW(ACT_DECIDE, meeting_close),
	ROW(ACT_DECIDE, meeting_reopen),
	ROW(ACT_READ, meeting_read),
	ROW(ACT_READ, meeting_ids),
	ROW(ACT_DECIDE, decision_correct),
	ROW(ACT_DECIDE, decision_abandon),
	ROW(ACT_DECIDE, service_add),
	ROW(ACT_NOTE, request_add),
	ROW(ACT_NOTE, request_update),
	ROW(ACT_NOTE, request_answer),
	ROW(ACT_DECIDE, dialogue_ask),
	ROW(ACT_DECIDE, complaint_add),
	ROW(ACT_DECIDE, complaint_answer),
	ROW(ACT_DECIDE, complaint_update),
	ROW(ACT_PLAN, regime_add),
	ROW(ACT_PLAN, regime_set),
	ROW(ACT_SIGN, decision_sign),
	ROW(ACT_ACCOUNT, account_add),
	ROW(ACT_ACCOUNT, account_update),
	ROW(ACT_PROFILE, profile),
	ROW(ACT_CLOCK, clock),
	ROW(ACT_REPAIR, repair),
	ROW(ACT_BACKUP, backup),
	ROW(ACT_BACKUP_OUT, backup_out),
	ROW(ACT_REVIEW_OWN, review_own),
	ROW(ACT_TEAM, team_update),
	ROW(ACT_TEAM, team_act),
	ROW(ACT_TEAM, member_add),
	ROW(ACT_TEAM, member_end),
	ROW(ACT_TEAM, member_set),
	ROW(ACT_BLIND, blind_prepare),
	ROW(ACT_BLIND, blind_mask),
	ROW(ACT_BLIND, blind_release),
	ROW(ACT_BLIND, findings),
};

static size_t attempt_count(void)
{
	return LEN(own_attempts) + later_attempt_count;
}

static const struct attempt *get_attempt(size_t i)
{
	return i < LEN(own_attempts) ? &own_attempts[i] : &later_attempts[i - LEN(own_attempts)];
}

/* Something of everything, so that what is allowed could do something. */
static void fill(struct judging *j)
{
	char *path = arena_printf(j->arena, "%s/sheet.csv", j->f->directory);
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	fputs("juror,submission,a,b,Kunta,Otsikko,Kuvaus,name\n", file);
	assert_int_equal(fclose(file), 0);
	sheet_path = path;
	add_problems(j, 1);
	seat_jurors(j, 2);
}

/* Tells every fault before the test fails. */
static void try_as(struct judging *j, struct context *ctx, bool allowed)
{
	const char *role = role_code(ctx->role);
	size_t faults = 0;

	for (size_t i = 0; i < attempt_count(); i++) {
		const struct attempt *attempt = get_attempt(i);

		if (may(ctx->role, attempt->action) != allowed)
			continue;
		struct error e = attempt->call(ctx);
		bool moved = db_moved(j->ctx->db);

		bool denied = e.code == E_DENIED && e.low == (int64_t)attempt->action && !moved;
		if (allowed ? e.code != E_DENIED : denied)
			continue;
		faults++;
		print_error("%s, %s: error %d%s\n", role, attempt->name, (int)e.code,
			moved ? ", and the file has changed" : "");
	}
	assert_int_equal(faults, 0);
}

static void who_may_not_changes_nothing(void **state)
{
	struct judging *j = *state;

	fill(j);
	for (int role = 0; role < ROLE_COUNT; role++) {
		struct context ctx;

		fixture_enter(j->f, arena_printf(j->arena, "the-%s", role_code((enum role)role)),
			role_code((enum role)role), &ctx);
		(void)db_moved(j->ctx->db);
		try_as(j, &ctx, false);
		context_close(&ctx);
	}
	assert_int_equal(outside_number(j->f->path, "SELECT count(*) FROM draft"), 0);
}

static void who_may_is_not_stopped(void **state)
{
	struct judging *j = *state;

	fill(j);
	for (int role = ROLE_COUNT; role-- > 0;) {
		struct context ctx;

		fixture_enter(j->f, arena_printf(j->arena, "the-%s", role_code((enum role)role)),
			role_code((enum role)role), &ctx);
		try_as(j, &ctx, true);
		context_close(&ctx);
	}
}

static void every_action_is_tried(void **state)
{
	(void)state;
	for (int action = 0; action < ACT_COUNT; action++) {
		bool tried = false;

		for (size_t i = 0; i < attempt_count(); i++)
			tried = tried || (int)get_attempt(i)->action == action;
		if (!tried)
			stop_test("nothing tries %s", action_code((enum action)action));
	}
}

static void the_disabled_do_nothing(void **state)
{
	struct judging *j = *state;
	struct context ctx;
	struct account account;

	fixture_enter(j->f, "virpi", "office", &ctx);
	assert_ok(account_find(j->ctx, j->arena, "virpi", &account));
	account.state = "disabled";
	assert_ok(account_update(j->ctx, &account));
	assert_fails(E_NO_ACCOUNT, context_enter(&ctx, "virpi", "uid 1001"));
	assert_fails(E_NO_ACCOUNT, context_enter(&ctx, "nobody", "uid 1001"));
	context_close(&ctx);
	assert_fails(E_RULE, context_enter_as(&(struct context){ .role = ROLE_OFFICE }, "office"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_table_is_as_agreed),
		TEST(codes_come_back_as_roles),
		TEST(every_action_is_tried),
		TEST_JUDGING(who_may_not_changes_nothing),
		TEST_JUDGING(who_may_is_not_stopped),
		TEST_JUDGING(the_disabled_do_nothing),
	};
	return RUN(tests);
}
