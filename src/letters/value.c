/* SPDX-License-Identifier: MIT */
#include "src/letters/value.h"

#include <stdio.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/phases/challenge.h"
#include "src/phases/mentoring.h"

#define NAMED(text) (m->text == NULL ? "" : m->text)

static struct arena *arena_of(const struct letter_matter *m)
{
	return m->batch->arena;
}

static bool in_swedish(void)
{
	return strcmp(i18n_lang(), "sv") == 0;
}

static const char *day(const struct letter_matter *m, int64_t at)
{
	char text[40];

	if (at == 0)
		return "";
	text_day(at, text, sizeof(text));
	return arena_text(arena_of(m), text);
}

static const char *moment(const struct letter_matter *m, int64_t at, const char *precision)
{
	char text[60];

	if (at == 0)
		return "";
	text_moment(at, precision_of_code(precision), text, sizeof(text));
	return arena_text(arena_of(m), text);
}

static const char *flag(bool is)
{
	return is ? "1" : "";
}

/* --- Common */

static const char *recipient(const struct letter_matter *m)
{
	return in_swedish() ? m->to.name_sv : m->to.name_fi;
}

static const char *contact(const struct letter_matter *m)
{
	return *m->to.person != '\0' ? m->to.person : NAMED(submission.contact_name);
}

static const char *organization(const struct letter_matter *m)
{
	return in_swedish() ? m->to.organization_sv : m->to.organization_fi;
}

static const char *competition(const struct letter_matter *m)
{
	return competition_name(&m->batch->competition);
}

static const char *date(const struct letter_matter *m)
{
	return day(m, day_of_time(context_now(m->batch->ctx)));
}

static const char *case_number(const struct letter_matter *m)
{
	return m->batch->decision.id != 0 && *m->batch->decision.case_number != '\0' ?
		       m->batch->decision.case_number :
		       NAMED(submission.case_number);
}

static const char *challenge(const struct letter_matter *m)
{
	return m->challenge.id == 0 ? "" : challenge_title(&m->challenge, NULL);
}

static const char *reply_by(const struct letter_matter *m)
{
	return day(m, m->batch->order->reply_by);
}

static const char *sender(const struct letter_matter *m)
{
	return m->batch->sender.name;
}

static const char *sender_title(const struct letter_matter *m)
{
	return m->batch->sender_title;
}

static const char *sender_phone(const struct letter_matter *m)
{
	return m->batch->sender.phone == NULL ? "" : m->batch->sender.phone;
}

static const char *sender_email(const struct letter_matter *m)
{
	return m->batch->sender.email == NULL ? "" : m->batch->sender.email;
}

/* --- A submission */

static const char *code(const struct letter_matter *m)
{
	return m->submission.id == 0 ? "" : m->submission.code;
}

static const char *title(const struct letter_matter *m)
{
	return NAMED(submission.title);
}

static const char *is_problem(const struct letter_matter *m)
{
	return flag(m->submission.id != 0 &&
		    submission_kind_of(m->submission.kind) == SUBMISSION_KIND_PROBLEM);
}

static const char *is_application(const struct letter_matter *m)
{
	return flag(m->submission.id != 0 &&
		    submission_kind_of(m->submission.kind) == SUBMISSION_KIND_APPLICATION);
}

static const char *is_solution(const struct letter_matter *m)
{
	return flag(m->submission.id != 0 &&
		    submission_kind_of(m->submission.kind) == SUBMISSION_KIND_SOLUTION);
}

static const char *received(const struct letter_matter *m)
{
	char text[60];

	if (m->submission.id == 0)
		return "";
	text_time_exact(m->submission.received, text, sizeof(text));
	return arena_text(arena_of(m), text);
}

static const char *channel(const struct letter_matter *m)
{
	return m->submission.id == 0 ? "" : text_word(WORDS_CHANNEL, m->submission.channel);
}

static const char *in_time(const struct letter_matter *m)
{
	return flag(m->submission.id != 0 && !m->submission.late);
}

static const char *late(const struct letter_matter *m)
{
	return flag(m->submission.id != 0 && m->submission.late);
}

static const char *written_in(const struct letter_matter *m)
{
	const char *lang = NAMED(submission.lang);

	return *lang == '\0' ? "" : text_word(WORDS_LANGUAGE, lang);
}

/* What was sent along, so that both can check that nothing is missing or has changed. */
static const char *files(const struct letter_matter *m)
{
	const char *text = "";

	for (size_t i = 0; i < m->files.n; i++) {
		const struct attachment *file = &m->files.rows[i];
		char size[40];

		if (file->removed != 0)
			continue;
		text_size(file->size, size, sizeof(size));
		text = arena_printf(arena_of(m), "%s%s- %s (%s, SHA-256 %.16s)",
			*text == '\0' ? NOTATION_READY : text, *text == '\0' ? "" : "\n",
			notation_words(arena_of(m), file->name), size, file->sha256);
	}
	return text;
}

/* --- A request for completion */

static const char *missing(const struct letter_matter *m)
{
	const char *text = "";

	for (size_t i = 0; i < m->missing.n; i++) {
		const struct completion_item *item = &m->missing.rows[i];
		const char *asked = in_swedish() ? item->question_sv : item->question_fi;

		text = arena_printf(arena_of(m), "%s%s- %s", *text == '\0' ? NOTATION_READY : text,
			*text == '\0' ? "" : "\n",
			notation_words(arena_of(m), *item->text != '\0' ? item->text : asked));
	}
	return text;
}

static const char *ground(const struct letter_matter *m)
{
	return m->completion.id == 0 ? "" : m->completion.ground;
}

static const char *due(const struct letter_matter *m)
{
	char text[60];

	if (m->completion.id == 0)
		return "";
	text_time(m->completion.due, text, sizeof(text));
	return arena_text(arena_of(m), text);
}

/* --- Questions and answers */

/* In the letter's language where both are in it, else in the other, as it was published. */
static const char *answers(const struct letter_matter *m)
{
	const char *text = "";

	for (size_t i = 0; i < m->question_count; i++) {
		const struct question *q = &m->questions[i];
		bool sv = in_swedish();
		const char *asked = i18n_pick(sv ? "" : q->text_fi, sv ? q->text_sv : "", "", NULL);
		const char *answer =
			i18n_pick(sv ? "" : q->answer_fi, sv ? q->answer_sv : "", "", NULL);

		if (*asked == '\0' || *answer == '\0') {
			asked = *q->text_fi != '\0' ? q->text_fi : q->text_sv;
			answer = *q->answer_fi != '\0' ? q->answer_fi : q->answer_sv;
		}
		text = arena_printf(arena_of(m), "%s%s# %s\n%s\n\n%s",
			*text == '\0' ? NOTATION_READY : text, *text == '\0' ? "" : "\n\n", q->code,
			notation_words(arena_of(m), asked), notation_words(arena_of(m), answer));
	}
	return text;
}

/* --- What somebody is invited to */

static const char *is_mentoring(const struct letter_matter *m)
{
	return flag(m->session.id != 0);
}

static const char *is_meeting(const struct letter_matter *m)
{
	return flag(m->meeting.id != 0);
}

/* Whoever was invited before must hear of it. */
static const char *cancelled(const struct letter_matter *m)
{
	return flag((m->session.id != 0 &&
			    session_state_of(m->session.state) == SESSION_STATE_CANCELLED) ||
		    (m->meeting.id != 0 && m->meeting.abandoned != 0));
}

static const char *is_negotiation(const struct letter_matter *m)
{
	return flag(m->session.id == 0 && m->meeting.id == 0 && m->negotiation.team_id != 0);
}

static const char *when(const struct letter_matter *m)
{
	char starts[20];

	if (m->meeting.id != 0)
		return day(m, m->meeting.day);
	if (m->session.id == 0)
		return m->negotiation.team_id == 0 ? "" : day(m, m->negotiation.due);
	if (m->session.starts == NO_MINUTES)
		return day(m, m->session.day);
	text_clock(m->session.starts, starts, sizeof(starts));
	/* TRANSLATORS: a day and the time of the day. */
	return arena_printf(
		arena_of(m), C_("invitation", "%s at %s"), day(m, m->session.day), starts);
}

static const char *place(const struct letter_matter *m)
{
	return m->session.id != 0 ? m->session.place : m->meeting.id != 0 ? m->meeting.place : "";
}

static const char *topic(const struct letter_matter *m)
{
	return m->session.id != 0 ? m->session.topic :
	       m->negotiation.team_id != 0 && m->negotiation.next_step != NULL ?
				    m->negotiation.next_step :
				    "";
}

/* --- A phase, and a juror's reviews */

static const char *opens(const struct letter_matter *m)
{
	return moment(m, m->phase.opens, NAMED(phase.opens_precision));
}

static const char *closes(const struct letter_matter *m)
{
	return moment(m, m->phase.closes, NAMED(phase.closes_precision));
}

static const char *collects(const struct letter_matter *m, const char *phase)
{
	return flag(
		m->phase.id != 0 && m->reviews_missing == 0 && strcmp(m->phase.key, phase) == 0);
}

static const char *of_problems(const struct letter_matter *m)
{
	return collects(m, "problems");
}

static const char *of_solutions(const struct letter_matter *m)
{
	return collects(m, "solutions");
}

static const char *reviews(const struct letter_matter *m)
{
	return m->reviews_missing <= 0 ?
		       "" :
		       arena_printf(arena_of(m), "%lld", (long long)m->reviews_missing);
}

static const char *reviews_due(const struct letter_matter *m)
{
	char text[60];

	if (m->batch->round.closes == 0)
		return "";
	text_time(m->batch->round.closes, text, sizeof(text));
	return arena_text(arena_of(m), text);
}

/* --- What the office writes */

static const char *own(const char *fi, const char *sv, const char *en)
{
	const char *text = strcmp(i18n_lang(), "fi") == 0 ? fi : in_swedish() ? sv : en;

	return text == NULL ? "" : text;
}

static const char *subject(const struct letter_matter *m)
{
	const struct letter_order *o = m->batch->order;

	return own(o->subject_fi, o->subject_sv, o->subject_en);
}

static const char *text(const struct letter_matter *m)
{
	const struct letter_order *o = m->batch->order;

	return own(o->text_fi, o->text_sv, o->text_en);
}

/* clang-format off */
static const struct letter_field fields[] = {
	{ "recipient", NC_("field of a letter", "whom the letter is to"), FIELDS_COMMON, REVEALS_NOTHING, recipient },
	{ "contact", NC_("field of a letter", "the name of the contact person"), FIELDS_COMMON, REVEALS_PEOPLE, contact },
	{ "organization", NC_("field of a letter", "the organization behind a team"), FIELDS_COMMON, REVEALS_NOTHING, organization },
	{ "competition", NC_("field of a letter", "the competition's name"), FIELDS_COMMON, REVEALS_NOTHING, competition },
	{ "date", NC_("field of a letter", "the day on which it is made"), FIELDS_COMMON, REVEALS_NOTHING, date },
	{ "reply_by", NC_("field of a letter", "the day by which an answer is asked for"), FIELDS_COMMON, REVEALS_NOTHING, reply_by },
	{ "sender", NC_("field of a letter", "the name of who makes the letter"), FIELDS_COMMON, REVEALS_NOTHING, sender },
	{ "sender_title", NC_("field of a letter", "their title"), FIELDS_COMMON, REVEALS_NOTHING, sender_title },
	{ "sender_phone", NC_("field of a letter", "their telephone"), FIELDS_COMMON, REVEALS_NOTHING, sender_phone },
	{ "sender_email", NC_("field of a letter", "their e-mail address"), FIELDS_COMMON, REVEALS_NOTHING, sender_email },
	{ "challenge", NC_("field of a letter", "the challenge's title"), FIELDS_COMMON, REVEALS_NOTHING, challenge },
	{ "case_number", NC_("field of a letter", "the case number"), FIELDS_COMMON, REVEALS_NOTHING, case_number },
	{ "code", NC_("field of a letter", "the code of the submission"), FIELDS_SUBMISSION, REVEALS_NOTHING, code },
	{ "title", NC_("field of a letter", "its title"), FIELDS_SUBMISSION, REVEALS_TEXT, title },
	{ "is_problem", NC_("field of a letter", "if it is a problem"), FIELDS_SUBMISSION, REVEALS_NOTHING, is_problem },
	{ "is_application", NC_("field of a letter", "if it is an application"), FIELDS_SUBMISSION, REVEALS_NOTHING, is_application },
	{ "is_solution", NC_("field of a letter", "if it is a solution"), FIELDS_SUBMISSION, REVEALS_NOTHING, is_solution },
	{ "received", NC_("field of a letter", "when it arrived, to the second"), FIELDS_SUBMISSION, REVEALS_NOTHING, received },
	{ "channel", NC_("field of a letter", "by which way it came"), FIELDS_SUBMISSION, REVEALS_NOTHING, channel },
	{ "in_time", NC_("field of a letter", "if it came in time"), FIELDS_SUBMISSION, REVEALS_NOTHING, in_time },
	{ "late", NC_("field of a letter", "if it came late"), FIELDS_SUBMISSION, REVEALS_NOTHING, late },
	{ "written_in", NC_("field of a letter", "the language it is written in"), FIELDS_SUBMISSION, REVEALS_TEXT, written_in },
	{ "files", NC_("field of a letter", "its attachments"), FIELDS_SUBMISSION, REVEALS_TEXT, files },
	{ "outcome", NC_("field of a letter", "the outcome"), FIELDS_OUTCOME, REVEALS_TEXT, value_outcome },
	{ "selected", NC_("field of a letter", "if it was selected"), FIELDS_OUTCOME, REVEALS_TEXT, value_selected },
	{ "reserve", NC_("field of a letter", "if it was put in reserve"), FIELDS_OUTCOME, REVEALS_TEXT, value_reserve },
	{ "not_selected", NC_("field of a letter", "if it was not selected"), FIELDS_OUTCOME, REVEALS_TEXT, value_not_selected },
	{ "rank", NC_("field of a letter", "its rank"), FIELDS_OUTCOME, REVEALS_TEXT, value_rank },
	{ "ranked", NC_("field of a letter", "how many were ranked"), FIELDS_OUTCOME, REVEALS_TEXT, value_ranked },
	{ "points", NC_("field of a letter", "its points in each criterion beside the least of those selected"), FIELDS_OUTCOME, REVEALS_TEXT, value_points },
	{ "reasons", NC_("field of a letter", "the reasons of the decision"), FIELDS_OUTCOME, REVEALS_TEXT, value_reasons },
	{ "feedback", NC_("field of a letter", "the jury's feedback, once it is cleared"), FIELDS_OUTCOME, REVEALS_TEXT, value_feedback },
	{ "decision", NC_("field of a letter", "the decision's code"), FIELDS_OUTCOME, REVEALS_TEXT, value_decision },
	{ "decision_number", NC_("field of a letter", "the decision's own number"), FIELDS_OUTCOME, REVEALS_TEXT, value_decision_number },
	{ "decision_contact", NC_("field of a letter", "who tells more about the decision"), FIELDS_OUTCOME, REVEALS_TEXT, value_decision_contact },
	{ "decision_day", NC_("field of a letter", "the day of the decision"), FIELDS_OUTCOME, REVEALS_TEXT, value_decision_day },
	{ "decider", NC_("field of a letter", "who decided"), FIELDS_OUTCOME, REVEALS_TEXT, value_decider },
	{ "correction", NC_("field of a letter", "how it can be corrected"), FIELDS_OUTCOME, REVEALS_TEXT, value_correction },
	{ "correction_days", NC_("field of a letter", "within how many days it can be corrected"), FIELDS_OUTCOME, REVEALS_TEXT, value_correction_days },
	{ "appeal", NC_("field of a letter", "how it can be appealed against"), FIELDS_OUTCOME, REVEALS_TEXT, value_appeal },
	{ "no_appeal", NC_("field of a letter", "if nothing can be appealed against"), FIELDS_OUTCOME, REVEALS_TEXT, value_no_appeal },
	{ "appeal_days", NC_("field of a letter", "in how many days"), FIELDS_OUTCOME, REVEALS_TEXT, value_appeal_days },
	{ "appeal_instruction", NC_("field of a letter", "the instruction for correction and appeal"), FIELDS_OUTCOME, REVEALS_TEXT, value_instruction },
	{ "missing", NC_("field of a letter", "what is missing"), FIELDS_COMPLETION, REVEALS_NOTHING, missing },
	{ "ground", NC_("field of a letter", "on what ground it is asked for"), FIELDS_COMPLETION, REVEALS_NOTHING, ground },
	{ "due", NC_("field of a letter", "until when it can be completed"), FIELDS_COMPLETION, REVEALS_NOTHING, due },
	{ "answers", NC_("field of a letter", "the published questions with their answers"), FIELDS_ANSWERS, REVEALS_NOTHING, answers },
	{ "is_mentoring", NC_("field of a letter", "if it is a mentoring session"), FIELDS_OCCASION, REVEALS_NOTHING, is_mentoring },
	{ "is_meeting", NC_("field of a letter", "if it is the jury's meeting"), FIELDS_OCCASION, REVEALS_NOTHING, is_meeting },
	{ "is_negotiation", NC_("field of a letter", "if it is a negotiation"), FIELDS_OCCASION, REVEALS_NOTHING, is_negotiation },
	{ "cancelled", NC_("field of a letter", "if it was cancelled"), FIELDS_OCCASION, REVEALS_NOTHING, cancelled },
	{ "when", NC_("field of a letter", "when it is"), FIELDS_OCCASION, REVEALS_NOTHING, when },
	{ "place", NC_("field of a letter", "where it is"), FIELDS_OCCASION, REVEALS_NOTHING, place },
	{ "topic", NC_("field of a letter", "what it is about"), FIELDS_OCCASION, REVEALS_NOTHING, topic },
	{ "opens", NC_("field of a letter", "when the phase opens"), FIELDS_PHASE, REVEALS_NOTHING, opens },
	{ "closes", NC_("field of a letter", "when the phase closes"), FIELDS_PHASE, REVEALS_NOTHING, closes },
	{ "of_problems", NC_("field of a letter", "if the phase is the one of problems"), FIELDS_PHASE, REVEALS_NOTHING, of_problems },
	{ "of_solutions", NC_("field of a letter", "if the phase is the one of solutions"), FIELDS_PHASE, REVEALS_NOTHING, of_solutions },
	{ "reviews", NC_("field of a letter", "how many reviews are missing"), FIELDS_REVIEWS, REVEALS_NOTHING, reviews },
	{ "reviews_due", NC_("field of a letter", "when reviewing ends"), FIELDS_REVIEWS, REVEALS_NOTHING, reviews_due },
	{ "situation", NC_("field of a letter", "the situation sheet, as of now"), FIELDS_SITUATION, REVEALS_NOTHING, value_situation },
	{ "subject", NC_("field of a letter", "the subject that is written for these letters"), FIELDS_TEXT, REVEALS_NOTHING, subject },
	{ "text", NC_("field of a letter", "the text that is written for these letters"), FIELDS_TEXT, REVEALS_NOTHING, text },
};
/* clang-format on */

const struct letter_field *letter_field(const struct letter_kind_row *kind, size_t i)
{
	for (size_t f = 0; f < LEN(fields); f++)
		if ((fields[f].group & kind->fields) != 0 && i-- == 0)
			return &fields[f];
	return NULL;
}

const struct letter_field *letter_field_named(const struct letter_kind_row *kind, const char *name)
{
	const struct letter_field *field;

	for (size_t i = 0; (field = letter_field(kind, i)) != NULL; i++)
		if (strcmp(field->name, name) == 0)
			return field;
	return NULL;
}

const char *letter_value(void *arg, const char *name)
{
	const struct letter_matter *m = arg;
	const struct letter_field *field = letter_field_named(m->batch->kind, name);

	if (field == NULL)
		return NULL;
	return m->blind && field->reveals != REVEALS_NOTHING ? "" : field->value(m);
}
