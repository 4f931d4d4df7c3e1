/* SPDX-License-Identifier: MIT */
#include "tests/unit/attempts.h"

#include "src/documents/situation.h"
#include "src/documents/statement.h"
#include "src/judging/names.h"
#include "src/judging/signing.h"
#include "src/judging/tally.h"
#include "src/letters/by_hand.h"
#include "src/letters/make.h"
#include "src/letters/reading.h"
#include "src/letters/sender.h"
#include "src/letters/sending.h"
#include "src/letters/template.h"
#include "src/letters/writing.h"
#include "src/phases/adoption.h"
#include "src/phases/contract.h"
#include "src/phases/figure.h"
#include "src/phases/mentoring.h"
#include "src/phases/procurement.h"
#include "src/phases/question.h"
#include "src/phases/range.h"
#include "src/phases/submission.h"

static int64_t made;
static size_t count;
static const struct id_list nobody;
static const struct mentoring_session a_session = { .id = 1, .place = "Espoo", .topic = "Alku" };
static const struct session_note a_note = { .session_id = 1, .kind = "note", .text = "Sovittiin" };
static const struct person a_mentor = { .name = "Maija Malli", .lang = "fi" };
static const struct person_role as_mentor = { .kind = "mentor" };
static const struct question a_question = { .id = 1, .text_fi = "Miksi?", .text_sv = "Varför?" };
static const struct budget_decision a_ceiling = { .ceiling = 100000000, .reason = "Päätös" };
static const struct negotiation a_negotiation = { .team_id = 1, .next_step = "Tapaaminen" };
static const struct contract a_contract = { .id = 1, .team_id = 1, .net = 100 };
static const struct payment a_payment = { .id = 1, .contract_id = 1, .net = 100, .text = "Erä" };
static const struct adoption a_step = { .municipality_id = 1, .team_id = 1, .state = "piloting" };
static const struct range a_range = { .key = "challenges", .low = 4, .high = 6 };
static const struct figure a_figure = { .key = "problems", .value = 64, .source = "Tiedote" };

static struct id_list listed;
static struct arena nowhere;
static struct jury_signatures signed_by;
static struct frozen_statement frozen_text;
static struct names_record opened_names;
static struct tally signing_tally;
static const char *const a_member[] = { "maija" };
static const struct signing on_paper = { a_member, 1, "paper", "Kansio" };
static const struct names_opening an_opening = { "Helsinki", a_member, 1 };

static const struct letter_order a_letter = { .kind = "press" };
static struct letters_made letters;
static size_t cleared;
static struct sending_result sent;
static const int64_t no_letter = 1;
static const char *at_file;
static const struct letter_sender a_sender = { .address = "toimisto@kilpailu.example",
	.name_fi = "",
	.name_sv = "",
	.name_en = "",
	.program = "/usr/bin/true" };
static const struct letter_filter any_letter;
static struct letter letter_read_before = { .code = "L-001", .state = "made" };
static const struct letter_template a_template = {
	.kind = "free", .lang = "fi", .subject = "Aihe", .body = "Teksti"
};

#define ATTEMPT(name, call) \
	static struct error attempt_##name(struct context *ctx) \
	{ \
		return call; \
	}
ATTEMPT(letters_make, letters_make(ctx, &nowhere, &a_letter, &letters))
ATTEMPT(letter_edit, letter_edit(ctx, &nowhere, &letter_read_before, NULL))
ATTEMPT(letters_clear, letters_clear(ctx, &nobody, &cleared))
ATTEMPT(letter_template, letter_template_save(ctx, &nowhere, &a_template, NULL))
ATTEMPT(letters_send, letters_send(ctx, &nowhere, &no_letter, 1, false, &sent))
ATTEMPT(letters_write, letters_write(ctx, &nowhere, &no_letter, 1, "none", &cleared, &at_file))
ATTEMPT(letters_print, letters_print(ctx, &nowhere, &no_letter, 1, "none", &at_file))
ATTEMPT(letter_went, letter_went(ctx, 1, "letter", 0))
ATTEMPT(letter_came_back, letter_came_back(ctx, 1, 0, "Syy"))
ATTEMPT(letter_sender_set, letter_sender_set(ctx, &a_sender))
ATTEMPT(letter_sender_try, letter_sender_try(ctx, &nowhere, &at_file))
ATTEMPT(session_add, session_add(ctx, &a_session, NULL, NULL, &made))
ATTEMPT(session_update, session_update(ctx, &a_session, "Syy", NULL, NULL))
ATTEMPT(session_hold, session_hold(ctx, 1))
ATTEMPT(session_cancel, session_cancel(ctx, 1, "Syy"))
ATTEMPT(session_restore, session_restore(ctx, 1, "Syy"))
ATTEMPT(session_mentors, session_set_mentors(ctx, 1, &nobody))
ATTEMPT(session_teams, session_set_teams(ctx, 1, &nobody))
ATTEMPT(session_invite, session_invite_missing(ctx, 1, &count))
ATTEMPT(session_attend, session_attend(ctx, 1, &nobody, "present"))
ATTEMPT(session_note, session_note_add(ctx, &a_note, &made))
ATTEMPT(mentor_add, mentor_add(ctx, &a_mentor, &as_mentor, &made))
ATTEMPT(question_add, question_add(ctx, &a_question, &made))
ATTEMPT(question_update, question_update(ctx, &a_question))
ATTEMPT(question_publish, question_publish(ctx, 1))
ATTEMPT(budget_decide, budget_decide(ctx, &a_ceiling, &made))
ATTEMPT(negotiation_edit, negotiation_edit(ctx, &a_negotiation))
ATTEMPT(negotiation_start, negotiation_start(ctx, 1, 0, "Syy"))
ATTEMPT(negotiation_end, negotiation_end(ctx, 1, "no_contract", 0, "Syy"))
ATTEMPT(contract_add, contract_add(ctx, &a_contract, &made))
ATTEMPT(contract_outright, contract_add_outright(ctx, &a_contract, &made))
ATTEMPT(contract_update, contract_update(ctx, &a_contract))
ATTEMPT(contract_end, contract_end(ctx, 1, 0, "Syy"))
ATTEMPT(contract_cancel, contract_cancel(ctx, 1, 0, "Syy"))
ATTEMPT(payment_add, payment_add(ctx, &a_payment, &made))
ATTEMPT(payment_update, payment_update(ctx, &a_payment))
ATTEMPT(payment_approve, payment_approve(ctx, 1))
ATTEMPT(payment_pay, payment_pay(ctx, 1, 0))
ATTEMPT(contract_approve, contract_approve(ctx, 1))
ATTEMPT(second_ids, second_ids(ctx, NULL, &listed))
ATTEMPT(second_confirm, second_confirm(ctx, 1))
ATTEMPT(second_refuse, second_refuse(ctx, 1, "Syy"))
ATTEMPT(second_limit_set, second_limit_set(ctx, 100, "Syy"))
ATTEMPT(signatures, statement_signatures(ctx, &nowhere, 1, &signed_by))
ATTEMPT(sign_recorded, statement_sign_recorded(ctx, 1, &on_paper))
ATTEMPT(not_signed, statement_not_signed(ctx, 1, "aku", "Syy"))
ATTEMPT(statement_freeze, statement_freeze(ctx, 1, NULL, statement_text, NULL))
ATTEMPT(statement_frozen, statement_frozen(ctx, &nowhere, 1, &frozen_text))
ATTEMPT(tally, tally_get(ctx, &nowhere, 1, &signing_tally))
ATTEMPT(names_open, names_open(ctx, 1, &an_opening))
ATTEMPT(names_read, names_read(ctx, &nowhere, 1, &opened_names))
ATTEMPT(admit, submission_admit(ctx, 1, "other", "Syy"))
ATTEMPT(payment_cancel, payment_cancel(ctx, 1, "Syy"))
ATTEMPT(adoption_set, adoption_set(ctx, &a_step, &made))
ATTEMPT(range_set, range_set(ctx, &a_range))
ATTEMPT(figure_publish, figure_publish(ctx, &a_figure, &made))

#define LISTING(name, call) \
	static struct error attempt_##name(struct context *ctx) \
	{ \
		struct id_list ids = { 0 }; \
		struct error e = call; \
		id_list_clear(&ids); \
		return e; \
	}
LISTING(session_ids, session_ids(ctx, 0, &(struct session_filter){ 0 }, &ids))
LISTING(question_ids, question_ids(ctx, 0, &(struct question_filter){ 0 }, &ids))
LISTING(negotiations, negotiation_teams(ctx, NULL, &ids))
LISTING(contract_ids, contract_ids(ctx, 0, &ids))
LISTING(payment_ids, payment_ids(ctx, 0, &ids))
LISTING(letter_ids, letter_ids(ctx, &any_letter, &ids))
LISTING(adoption_ids, adoption_ids(ctx, 0, 0, &ids))
LISTING(budget_ids, budget_decision_ids(ctx, &ids))

static struct error attempt_sheet(struct context *ctx)
{
	struct arena arena = { 0 };
	const char *text;
	struct error e = situation_text(ctx, &arena, &text);

	arena_clear(&arena);
	return e;
}

#define ROW(action_, name_) \
	{ \
		action_, #name_, attempt_##name_ \
	}
/* clang-format off */
const struct attempt later_attempts[] = {
	ROW(ACT_READ, letter_ids), ROW(ACT_LETTER, letters_make), ROW(ACT_LETTER, letter_edit),
	ROW(ACT_LETTER, letters_clear), ROW(ACT_LETTER, letter_template),
	ROW(ACT_LETTER, letters_send), ROW(ACT_LETTER, letters_write), ROW(ACT_LETTER, letters_print),
	ROW(ACT_LETTER, letter_went), ROW(ACT_LETTER, letter_came_back),
	ROW(ACT_ACCOUNT, letter_sender_set), ROW(ACT_ACCOUNT, letter_sender_try),
	ROW(ACT_READ, session_ids), ROW(ACT_READ, question_ids), ROW(ACT_READ, negotiations),
	ROW(ACT_READ, contract_ids), ROW(ACT_READ, payment_ids), ROW(ACT_READ, adoption_ids),
	ROW(ACT_READ, budget_ids), ROW(ACT_READ, sheet), ROW(ACT_MENTORING, session_add),
	ROW(ACT_MENTORING, session_update), ROW(ACT_MENTORING, session_hold),
	ROW(ACT_MENTORING, session_cancel), ROW(ACT_MENTORING, session_restore),
	ROW(ACT_MENTORING, session_mentors), ROW(ACT_MENTORING, session_teams),
	ROW(ACT_MENTORING, session_invite), ROW(ACT_MENTORING, session_attend),
	ROW(ACT_MENTORING, session_note), ROW(ACT_MENTORING, mentor_add),
	ROW(ACT_MENTORING, question_add), ROW(ACT_MENTORING, question_update),
	ROW(ACT_MENTORING, question_publish), ROW(ACT_MONEY, budget_decide),
	ROW(ACT_MONEY, negotiation_edit), ROW(ACT_MONEY, negotiation_start),
	ROW(ACT_MONEY, negotiation_end), ROW(ACT_MONEY, contract_add),
	ROW(ACT_MONEY, contract_outright), ROW(ACT_MONEY, contract_update),
	ROW(ACT_MONEY, contract_end), ROW(ACT_MONEY, contract_cancel), ROW(ACT_MONEY, payment_add),
	ROW(ACT_MONEY, payment_update), ROW(ACT_MONEY, payment_approve),
	ROW(ACT_MONEY, payment_pay), ROW(ACT_MONEY, payment_cancel), ROW(ACT_MONEY, adoption_set),
	ROW(ACT_MONEY, contract_approve), ROW(ACT_READ, second_ids), ROW(ACT_READ, second_confirm),
	ROW(ACT_READ, second_refuse), ROW(ACT_ACCOUNT, second_limit_set), ROW(ACT_READ, signatures),
	ROW(ACT_SIGN, sign_recorded), ROW(ACT_SIGN, not_signed),
	ROW(ACT_SIGN, statement_freeze), ROW(ACT_READ, statement_frozen), ROW(ACT_READ, tally),
	ROW(ACT_BLIND, names_open), ROW(ACT_READ, names_read), ROW(ACT_SUBMISSION, admit), ROW(ACT_PLAN, range_set), ROW(ACT_PLAN, figure_publish),
};
/* clang-format on */
const size_t later_attempt_count = LEN(later_attempts);
