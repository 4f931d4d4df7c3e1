/* SPDX-License-Identifier: MIT
 * The words of the program that are not a screen's own: one table a vocabulary. */
#include <assert.h>
#include <string.h>

#include "db/record.h"
#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/base/words.h"

static const struct word role_words[] = {
	{ "admin", NC_("role", "administrator") },
	{ "office", NC_("role", "office") },
	{ "custodian", NC_("role", "custodian of the codes") },
	{ "juror", NC_("role", "juror") },
	{ "auditor", NC_("role", "auditor") },
	{ NULL, NULL },
};

static const struct word phase_words[] = {
	{ "problems", NC_("phase", "Problems") },
	{ "applications", NC_("phase", "Applications") },
	{ "mentoring", NC_("phase", "Mentoring") },
	{ "solutions", NC_("phase", "Solutions") },
	{ "results", NC_("phase", "Results") },
	{ "procurement", NC_("phase", "Procurement") },
	{ NULL, NULL },
};

static const struct word phase_state_words[] = {
	{ "planned", NC_("phase state", "planned") },
	{ "open", NC_("phase state", "open") },
	{ "closed", NC_("phase state", "closed") },
	{ "decided", NC_("phase state", "decided") },
	{ NULL, NULL },
};

static const struct word submission_state_words[] = {
	{ "received", NC_("submission state", "received") },
	{ "admitted", NC_("submission state", "admitted") },
	{ "ineligible", NC_("submission state", "ineligible") },
	{ "selected", NC_("submission state", "selected") },
	{ "reserve", NC_("submission state", "in reserve") },
	{ "not_selected", NC_("submission state", "not selected") },
	{ "withdrawn", NC_("submission state", "withdrawn") },
	{ NULL, NULL },
};

/* The states of a submission again: in Swedish a problem is of another gender than these two. */
static const struct word entry_state_words[] = {
	{ "received", NC_("application or solution state", "received") },
	{ "admitted", NC_("application or solution state", "admitted") },
	{ "ineligible", NC_("application or solution state", "ineligible") },
	{ "selected", NC_("application or solution state", "selected") },
	{ "reserve", NC_("application or solution state", "in reserve") },
	{ "not_selected", NC_("application or solution state", "not selected") },
	{ "withdrawn", NC_("application or solution state", "withdrawn") },
	{ NULL, NULL },
};

static const struct word channel_words[] = {
	{ "email", NC_("channel", "e-mail") },
	{ "form", NC_("channel", "web form") },
	{ "letter", NC_("channel", "letter") },
	{ "hand", NC_("channel", "in person") },
	{ "phone", NC_("channel", "telephone") },
	{ "other", NC_("channel", "other") },
	{ NULL, NULL },
};

static const struct word language_words[] = {
	{ "fi", NC_("language", "Finnish") },
	{ "sv", NC_("language", "Swedish") },
	{ "en", NC_("language", "English") },
	{ NULL, NULL },
};

static const struct word organization_words[] = {
	{ "company", NC_("organization kind", "company") },
	{ "association", NC_("organization kind", "association") },
	{ "joint_authority", NC_("organization kind", "joint municipal authority") },
	{ "county", NC_("organization kind", "wellbeing services county") },
	{ "public", NC_("organization kind", "other public body") },
	{ "other", NC_("organization kind", "other") },
	{ NULL, NULL },
};

static const struct word person_role_words[] = {
	{ "contact", NC_("person's role", "contact person") },
	{ "manager", NC_("person's role", "project manager") },
	{ "juror", NC_("person's role", "juror") },
	{ "expert", NC_("person's role", "expert") },
	{ "mentor", NC_("person's role", "mentor") },
	{ "other", NC_("person's role", "other") },
	{ NULL, NULL },
};

static const struct word partner_words[] = {
	{ "owner", NC_("partner kind", "contracting entity") },
	{ "financier", NC_("partner kind", "financier") },
	{ "partner", NC_("partner kind", "partner") },
	{ NULL, NULL },
};

static const struct word round_state_words[] = {
	{ "planned", NC_("round state", "in preparation") },
	{ "open", NC_("round state", "open") },
	{ "closed", NC_("round state", "closed") },
	{ NULL, NULL },
};

static const struct word method_words[] = {
	{ "mean", NC_("ranking method", "weighted mean") },
	{ "median", NC_("ranking method", "median") },
	{ "trimmed", NC_("ranking method", "trimmed mean") },
	{ "borda", NC_("ranking method", "Borda count") },
	{ NULL, NULL },
};

static const struct word scope_words[] = {
	{ "submission", NC_("conflict scope", "bars that submission") },
	{ "challenge", NC_("conflict scope", "bars the whole comparison") },
	{ NULL, NULL },
};

static const struct word review_words[] = {
	{ "none", NC_("review state", "not begun") },
	{ "draft", NC_("review state", "draft") },
	{ "submitted", NC_("review state", "submitted") },
	{ "taken_back", NC_("review state", "taken back") },
	{ "displaced", NC_("review state", "displaced draft") },
	{ "barred", NC_("review state", "disqualified") },
	{ "abstained", NC_("review state", "abstained") },
	{ NULL, NULL },
};

static const struct word member_words[] = {
	{ "active", NC_("panel member", "active") },
	{ "excused", NC_("panel member", "excused") },
	{ "replaced", NC_("panel member", "replaced") },
	{ NULL, NULL },
};

static const struct word ground_words[] = {
	{ "1", NC_("ground of 28 §", "interest of a party") },
	{ "2", NC_("ground of 28 §", "acting for a party") },
	{ "3", NC_("ground of 28 §", "personal interest") },
	{ "4", NC_("ground of 28 §", "employment or commission") },
	{ "5", NC_("ground of 28 §", "position in an organisation") },
	{ "6", NC_("ground of 28 §", "steering and supervision") },
	{ "7", NC_("ground of 28 §", "general clause") },
	{ NULL, NULL },
};

static const struct word conflict_words[] = {
	{ "doubtful", NC_("conflict state", "for the panel to decide") },
	{ "declared", NC_("conflict state", "declared") },
	{ "confirmed", NC_("conflict state", "confirmed by the panel") },
	{ "dismissed", NC_("conflict state", "not disqualified") },
	{ "withdrawn", NC_("conflict state", "withdrawn") },
	{ NULL, NULL },
};

static const struct word waits_words[] = {
	{ "declare", NC_("what is waited for", "not declared") },
	{ "begin", NC_("what is waited for", "not begun") },
	{ "finish", NC_("what is waited for", "unfinished") },
	{ "confirm", NC_("what is waited for", "unconfirmed") },
	{ "ready", NC_("what is waited for", "ready") },
	{ NULL, NULL },
};

static const struct word hint_words[] = {
	{ "member", NC_("hint", "team member") },
	{ "works", NC_("hint", "works for the applicant") },
	{ "organization", NC_("hint", "same organization") },
	{ "name", NC_("hint", "same name") },
	{ "domain", NC_("hint", "same e-mail domain") },
	{ "mentored", NC_("hint", "has mentored the team") },
	{ "panel", NC_("hint", "earlier panel") },
	{ NULL, NULL },
};

static const struct word receipt_words[] = {
	{ "stands", NC_("receipt", "stands") },
	{ "replaced", NC_("receipt", "replaced by a later one") },
	{ "taken_back", NC_("receipt", "taken back") },
	{ NULL, NULL },
};

static const struct word hint_state_words[] = {
	{ "", NC_("hint state", "not decided on") },
	{ "taken", NC_("hint state", "taken up") },
	{ "set_aside", NC_("hint state", "set aside") },
	{ NULL, NULL },
};

static const struct word outcome_words[] = {
	{ "selected", NC_("outcome", "selected") },
	{ "reserve", NC_("outcome", "reserve") },
	{ "not_selected", NC_("outcome", "not selected") },
	{ NULL, NULL },
};

static const struct word decision_words[] = {
	{ "draft", NC_("decision state", "draft") },
	{ "signed", NC_("decision state", "approved") },
	{ "abandoned", NC_("decision state", "abandoned") },
	{ NULL, NULL },
};

static const struct word form_words[] = {
	{ "room", NC_("meeting form", "in a room") },
	{ "remote", NC_("meeting form", "remotely") },
	{ "email", NC_("meeting form", "by e-mail") },
	{ NULL, NULL },
};

static const struct word presence_words[] = {
	{ "present", NC_("presence", "present") },
	{ "remote", NC_("presence", "remote") },
	{ "absent", NC_("presence", "absent") },
	{ NULL, NULL },
};

static const struct word verdict_words[] = {
	{ "added", NC_("import verdict", "added") },
	{ "late", NC_("import verdict", "late") },
	{ "refused", NC_("import verdict", "to be corrected") },
	{ "held", NC_("import verdict", "held") },
	{ "duplicate", NC_("import verdict", "duplicate") },
	{ "replaced", NC_("import verdict", "replaced the earlier one") },
	{ "skipped", NC_("import verdict", "skipped") },
	{ "corrected", NC_("import verdict", "corrected") },
	{ NULL, NULL },
};

static const struct word account_state_words[] = {
	{ "active", NC_("account state", "active") },
	{ "disabled", NC_("account state", "disabled") },
	{ NULL, NULL },
};

static const struct word act_words[] = {
	{ "withdraw", NC_("act on a submission", "withdrawn") },
	{ "exclude", NC_("act on a submission", "found ineligible") },
	{ "admit", NC_("act on a submission", "admitted though late") },
	{ "restore", NC_("act on a submission", "restored") },
	{ "pass", NC_("act on a submission", "left as it is") },
	{ "arrival", NC_("act on a submission", "arrival corrected") },
	{ NULL, NULL },
};

static const struct word round_act_words[] = {
	{ "open", NC_("act on a round", "opened") },
	{ "close", NC_("act on a round", "closed") },
	{ "reopen", NC_("act on a round", "opened again") },
	{ NULL, NULL },
};

static const struct word team_kind_words[] = {
	{ "company", NC_("team kind", "company") },
	{ "startup", NC_("team kind", "start-up") },
	{ "association", NC_("team kind", "association") },
	{ "students", NC_("team kind", "students") },
	{ "other", NC_("team kind", "other") },
	{ NULL, NULL },
};

static const struct word team_state_words[] = {
	{ "applied", NC_("team state", "applied") },
	{ "selected", NC_("team state", "selected") },
	{ "reserve", NC_("team state", "in reserve") },
	{ "not_selected", NC_("team state", "not selected") },
	{ "withdrawn", NC_("team state", "withdrawn") },
	{ "declined", NC_("team state", "declined") },
	{ "winner", NC_("team state", "winner") },
	{ NULL, NULL },
};

static const struct word team_act_words[] = {
	{ "withdraw", NC_("act on a team", "withdrew") },
	{ "promote", NC_("act on a team", "moved up from reserve") },
	{ "decline", NC_("act on a team", "declined") },
	{ "restore", NC_("act on a team", "restored") },
	{ "member_add", NC_("act on a team", "new member") },
	{ "member_end", NC_("act on a team", "member left") },
	{ NULL, NULL },
};

static const struct word session_state_words[] = {
	{ "planned", NC_("session state", "planned") },
	{ "held", NC_("session state", "held") },
	{ "cancelled", NC_("session state", "cancelled") },
	{ NULL, NULL },
};

static const struct word session_act_words[] = {
	{ "move", NC_("act on a session", "moved") },
	{ "hold", NC_("act on a session", "held") },
	{ "cancel", NC_("act on a session", "cancelled") },
	{ "restore", NC_("act on a session", "planned again") },
	{ NULL, NULL },
};

static const struct word question_state_words[] = {
	{ "open", NC_("question state", "unanswered") },
	{ "answered", NC_("question state", "answered") },
	{ "published", NC_("question state", "published") },
	{ NULL, NULL },
};

static const struct word attendance_words[] = {
	{ "invited", NC_("attendance", "invited") },
	{ "present", NC_("attendance", "present") },
	{ "remote", NC_("attendance", "remotely") },
	{ "absent", NC_("attendance", "absent") },
	{ NULL, NULL },
};

static const struct word session_note_words[] = {
	{ "note", NC_("session note", "note") },
	{ "feedback", NC_("session note", "feedback") },
	{ NULL, NULL },
};

static const struct word negotiation_words[] = {
	{ "not_started", NC_("negotiation state", "not started") },
	{ "negotiating", NC_("negotiation state", "negotiating") },
	{ "contract", NC_("negotiation state", "contract made") },
	{ "no_contract", NC_("negotiation state", "no contract") },
	{ NULL, NULL },
};

static const struct word late_ground_words[] = {
	{ "system", NC_("why admitted late", "the organizer's system failed") },
	{ "instruction", NC_("why admitted late", "the organizer's instruction was wrong") },
	{ "other", NC_("why admitted late", "something else on the organizer's side") },
	{ NULL, NULL },
};

static const struct word second_words[] = {
	{ "waiting", NC_("second person", "waiting") },
	{ "confirmed", NC_("second person", "confirmed") },
	{ "refused", NC_("second person", "turned down") },
	{ NULL, NULL },
};

static const struct word statement_words[] = {
	{ "draft", NC_("statement state", "draft") },
	{ "signed", NC_("statement state", "signed") },
	{ "abandoned", NC_("statement state", "abandoned") },
	{ NULL, NULL },
};

static const struct word signing_words[] = {
	{ "own", NC_("way of signing", "by own login") },
	{ "paper", NC_("way of signing", "on paper") },
	{ NULL, NULL },
};

static const struct word procurement_kind_words[] = {
	{ "design_contest", NC_("kind of procurement", "design contest") },
	{ "design_contest_state",
		NC_("kind of procurement", "design contest, central government") },
	{ "social_health", NC_("kind of procurement", "social and health services") },
	{ "special_services", NC_("kind of procurement", "other special services") },
	{ NULL, NULL },
};

static const struct word contract_words[] = {
	{ "proposed", NC_("contract state", "proposed") },
	{ "active", NC_("contract state", "in force") },
	{ "ended", NC_("contract state", "ended") },
	{ "cancelled", NC_("contract state", "cancelled") },
	{ NULL, NULL },
};

static const struct word payment_words[] = {
	{ "planned", NC_("payment state", "planned") },
	{ "approved", NC_("payment state", "approved") },
	{ "paid", NC_("payment state", "paid") },
	{ "cancelled", NC_("payment state", "cancelled") },
	{ NULL, NULL },
};

static const struct word adoption_words[] = {
	{ "interested", NC_("adoption state", "interested") },
	{ "piloting", NC_("adoption state", "piloting") },
	{ "in_use", NC_("adoption state", "in use") },
	{ "declined", NC_("adoption state", "declined") },
	{ NULL, NULL },
};

static const struct word complaint_kind_words[] = {
	{ "correction", NC_("complaint", "correction request") },
	{ "appeal", NC_("complaint", "appeal") },
	{ "other", NC_("complaint", "other") },
	{ NULL, NULL },
};

static const struct word complaint_outcome_words[] = {
	{ "rejected", NC_("complaint outcome", "rejected") },
	{ "accepted", NC_("complaint outcome", "accepted") },
	{ "in_part", NC_("complaint outcome", "accepted in part") },
	{ "dismissed", NC_("complaint outcome", "left unexamined") },
	{ "withdrawn", NC_("complaint outcome", "withdrawn") },
	{ NULL, NULL },
};

static const struct word appeal_words[] = {
	{ "none", NC_("instructions for appeal", "none") },
	{ "correction", NC_("instructions for appeal", "correction request") },
	{ "appeal", NC_("instructions for appeal", "appeal") },
	{ "both", NC_("instructions for appeal", "correction request and appeal") },
	{ NULL, NULL },
};

static const struct word service_words[] = {
	{ "email", NC_("channel", "e-mail") },
	{ "letter", NC_("channel", "letter") },
	{ "hand", NC_("channel", "in person") },
	{ NULL, NULL },
};

static const struct word figure_words[] = {
	{ "problems", NC_("figure", "problems") },
	{ "municipalities", NC_("figure", "municipalities") },
	{ "municipalities_with_coapplicants", NC_("figure", "municipalities with co-applicants") },
	{ "challenges", NC_("figure", "challenges") },
	{ "applications", NC_("figure", "applications") },
	{ "teams", NC_("figure", "teams") },
	{ "mentors", NC_("figure", "mentors") },
	{ "sessions", NC_("figure", "mentoring sessions") },
	{ "solutions", NC_("figure", "solutions") },
	{ "winners", NC_("figure", "winners") },
	{ NULL, NULL },
};

static const struct word range_words[] = {
	{ "challenges", NC_("planned range", "challenges") },
	{ "teams", NC_("planned range", "teams in all") },
	{ "challenge_teams", NC_("planned range", "teams of one challenge") },
	{ "members", NC_("planned range", "members of a team") },
	{ "winners", NC_("planned range", "winners of one challenge") },
	{ NULL, NULL },
};

static const struct word finding_words[] = {
	{ "team", NC_("finding", "team") },
	{ "member", NC_("finding", "member") },
	{ "organization", NC_("finding", "organization") },
	{ "municipality", NC_("finding", "municipality") },
	{ "email", NC_("finding", "e-mail address") },
	{ "link", NC_("finding", "web address") },
	{ "phone", NC_("finding", "telephone number") },
	{ "business_id", NC_("finding", "business ID") },
	{ "personal_id", NC_("finding", "personal identity code") },
	{ "unsearched", NC_("finding", "file that is not searched") },
	{ NULL, NULL },
};

static const struct word carry_words[] = {
	{ "left", NC_("to be carried over", "withdrawn or ineligible") },
	{ "back", NC_("to be carried over", "taken back in") },
	{ "version", NC_("to be carried over", "new version") },
	{ "files", NC_("to be carried over", "attachments") },
	{ "admitted", NC_("to be carried over", "admitted") },
	{ NULL, NULL },
};

static const struct word publicity_words[] = {
	{ "undecided", NC_("publicity", "not decided") },
	{ "public", NC_("publicity", "public") },
	{ "partly", NC_("publicity", "partly secret") },
	{ "secret", NC_("publicity", "secret") },
	{ NULL, NULL },
};

static const struct word decision_kind_words[] = {
	{ "decision", NC_("kind of decision", "decision") },
	{ "statement", NC_("kind of decision", "statement") },
	{ NULL, NULL },
};

static const struct {
	const char *context; /* NULL: whole sentences, without one */
	const struct word *words;
} vocabularies[] = {
	[WORDS_NONE] = { NULL, (const struct word[]){ { NULL, NULL } } },
	[WORDS_ROLE] = { "role", role_words },
	[WORDS_PHASE] = { "phase", phase_words },
	[WORDS_PHASE_STATE] = { "phase state", phase_state_words },
	[WORDS_SUBMISSION_STATE] = { "submission state", submission_state_words },
	[WORDS_ENTRY_STATE] = { "application or solution state", entry_state_words },
	[WORDS_CHANNEL] = { "channel", channel_words },
	[WORDS_LANGUAGE] = { "language", language_words },
	[WORDS_ORGANIZATION_KIND] = { "organization kind", organization_words },
	[WORDS_PERSON_ROLE] = { "person's role", person_role_words },
	[WORDS_PARTNER_KIND] = { "partner kind", partner_words },
	[WORDS_ROUND_STATE] = { "round state", round_state_words },
	[WORDS_METHOD] = { "ranking method", method_words },
	[WORDS_SCOPE] = { "conflict scope", scope_words },
	[WORDS_REVIEW_STATE] = { "review state", review_words },
	[WORDS_MEMBER_STATE] = { "panel member", member_words },
	[WORDS_GROUND] = { "ground of 28 §", ground_words },
	[WORDS_CONFLICT_STATE] = { "conflict state", conflict_words },
	[WORDS_OUTCOME] = { "outcome", outcome_words },
	[WORDS_DECISION_STATE] = { "decision state", decision_words },
	[WORDS_MEETING_FORM] = { "meeting form", form_words },
	[WORDS_PRESENCE] = { "presence", presence_words },
	[WORDS_IMPORT_VERDICT] = { "import verdict", verdict_words },
	[WORDS_IMPORT_REASON] = { NULL, reason_words },
	[WORDS_FIELD] = { "field", field_words },
	[WORDS_ACCOUNT_STATE] = { "account state", account_state_words },
	[WORDS_SUBMISSION_ACT] = { "act on a submission", act_words },
	[WORDS_ROUND_ACT] = { "act on a round", round_act_words },
	[WORDS_TEAM_KIND] = { "team kind", team_kind_words },
	[WORDS_TEAM_STATE] = { "team state", team_state_words },
	[WORDS_TEAM_ACT] = { "act on a team", team_act_words },
	[WORDS_SESSION_STATE] = { "session state", session_state_words },
	[WORDS_ATTENDANCE] = { "attendance", attendance_words },
	[WORDS_NOTE_KIND] = { "session note", session_note_words },
	[WORDS_NEGOTIATION_STATE] = { "negotiation state", negotiation_words },
	[WORDS_CONTRACT_STATE] = { "contract state", contract_words },
	[WORDS_PAYMENT_STATE] = { "payment state", payment_words },
	[WORDS_ADOPTION_STATE] = { "adoption state", adoption_words },
	[WORDS_COMPLAINT_KIND] = { "complaint", complaint_kind_words },
	[WORDS_COMPLAINT_OUTCOME] = { "complaint outcome", complaint_outcome_words },
	[WORDS_APPEAL] = { "instructions for appeal", appeal_words },
	[WORDS_SERVICE] = { "channel", service_words },
	[WORDS_LATE_GROUND] = { "why admitted late", late_ground_words },
	[WORDS_SECOND_STATE] = { "second person", second_words },
	[WORDS_STATEMENT_STATE] = { "statement state", statement_words },
	[WORDS_SIGNING] = { "way of signing", signing_words },
	[WORDS_PROCUREMENT_KIND] = { "kind of procurement", procurement_kind_words },
	[WORDS_FIGURE] = { "figure", figure_words },
	[WORDS_RANGE] = { "planned range", range_words },
	[WORDS_FINDING] = { "finding", finding_words },
	[WORDS_CARRY] = { "to be carried over", carry_words },
	[WORDS_PUBLICITY] = { "publicity", publicity_words },
	[WORDS_DECISION_KIND] = { "kind of decision", decision_kind_words },
	[WORDS_SESSION_ACT] = { "act on a session", session_act_words },
	[WORDS_QUESTION_STATE] = { "question state", question_state_words },
	[WORDS_WAITS] = { "what is waited for", waits_words },
	[WORDS_HINT] = { "hint", hint_words },
	[WORDS_HINT_STATE] = { "hint state", hint_state_words },
	[WORDS_RECEIPT] = { "receipt", receipt_words },
};
static_assert(LEN(vocabularies) == WORDS_COUNT, "every vocabulary has its words");

/* A field is called what its record says; those of no record are in fields.c. */
static const char *field_word(const char *code)
{
	const char *word = record_word(code);

	return word == NULL ? code : i18n_lookup(vocabularies[WORDS_FIELD].context, word);
}

const char *text_word(enum vocabulary vocabulary, const char *code)
{
	for (const struct word *word = vocabularies[vocabulary].words; word->code != NULL; word++) {
		if (strcmp(word->code, code) != 0)
			continue;
		const char *context = vocabularies[vocabulary].context;
		return context == NULL ? _(word->text) : i18n_lookup(context, word->text);
	}
	return vocabulary == WORDS_FIELD ? field_word(code) : code;
}

enum vocabulary text_states_of(const char *kind)
{
	return strcmp(kind, "problem") == 0 ? WORDS_SUBMISSION_STATE : WORDS_ENTRY_STATE;
}

const char *text_code(enum vocabulary vocabulary, size_t i)
{
	return vocabularies[vocabulary].words[i].code;
}
