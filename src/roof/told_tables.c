/* SPDX-License-Identifier: MIT
 * The columns of the file that the log tells of, a record a table. Not told: what is personal (it
 * is not in the log), numbers and codes that a record is known by, what an act's own sentence says,
 * and whatever would join the two sides of a blind round: a round's item and what hangs on it. */
#include "src/base/i18n.h"
#include "src/roof/told.h"

#define TOLD(column_, name_, ...) \
	{ \
		.column = column_, .name = name_, .in = IN_TOLD, __VA_ARGS__ \
	}

static const struct field clock_step_columns[] = {
	TOLD("shown", "clock_shown", .meaning = MEANS_TIME),
	TOLD("expected", "clock_expected", .meaning = MEANS_TIME),
	TOLD("accepted", "clock_accepted", .meaning = MEANS_TIME),
	TOLD("accepted_by", "account", .meaning = MEANS_REF),
};

static const struct field competition_columns[] = {
	TOLD("name_fi", "name_fi", .meaning = MEANS_LINE),
	TOLD("name_sv", "name_sv", .meaning = MEANS_LINE),
	TOLD("name_en", "name_en", .meaning = MEANS_LINE),
};

static const struct field account_columns[] = {
	TOLD("person_id", "person", .meaning = MEANS_REF),
	TOLD("role", "role", .meaning = MEANS_CODE, .words = WORDS_ROLE),
	TOLD("lang", "language", .meaning = MEANS_CODE, .words = WORDS_LANGUAGE),
	TOLD("state", "state", .meaning = MEANS_CODE, .words = WORDS_ACCOUNT_STATE),
};

static const struct field account_key_columns[] = {
	TOLD("account_id", "account", .meaning = MEANS_REF),
	TOLD("fingerprint", "ssh_key", .meaning = MEANS_LINE),
	TOLD("revoked", "revoked", .meaning = MEANS_TIME),
};

static const struct field front_door_columns[] = {
	TOLD("host", "host", .meaning = MEANS_LINE),
	TOLD("port", "port", .meaning = MEANS_NUMBER),
	TOLD("user_name", "ssh_user", .meaning = MEANS_LINE),
};

static const struct field municipality_columns[] = {
	TOLD("valid_from", "valid_from", .meaning = MEANS_DAY),
	TOLD("valid_to", "valid_to", .meaning = MEANS_DAY),
	TOLD("successor_id", "successor", .meaning = MEANS_REF),
};

static const struct field municipality_name_columns[] = {
	TOLD("lang", "language", .meaning = MEANS_CODE, .words = WORDS_LANGUAGE),
	TOLD("name", "name", .meaning = MEANS_LINE),
};

static const struct field organization_columns[] = {
	TOLD("kind", "kind", .meaning = MEANS_CODE, .words = WORDS_ORGANIZATION_KIND),
	TOLD("business_id", "business_id", .meaning = MEANS_LINE),
	TOLD("name_fi", "name_fi", .meaning = MEANS_LINE),
	TOLD("name_sv", "name_sv", .meaning = MEANS_LINE),
	TOLD("valid_from", "valid_from", .meaning = MEANS_DAY),
	TOLD("valid_to", "valid_to", .meaning = MEANS_DAY),
};

static const struct field organization_name_columns[] = {
	TOLD("organization_id", "organization", .meaning = MEANS_REF),
	TOLD("name", "name", .meaning = MEANS_LINE),
};

static const struct field person_columns[] = {
	TOLD("lang", "language", .meaning = MEANS_CODE, .words = WORDS_LANGUAGE),
};

static const struct field person_name_columns[] = {
	TOLD("person_id", "person", .meaning = MEANS_REF),
};

static const struct field role_columns[] = {
	TOLD("person_id", "person", .meaning = MEANS_REF),
	TOLD("organization_id", "organization", .meaning = MEANS_REF),
	TOLD("municipality_id", "municipality", .meaning = MEANS_REF),
	TOLD("kind", "role", .meaning = MEANS_CODE, .words = WORDS_PERSON_ROLE),
	TOLD("valid_from", "valid_from", .meaning = MEANS_DAY),
	TOLD("valid_to", "valid_to", .meaning = MEANS_DAY),
};

static const struct field partner_columns[] = {
	TOLD("organization_id", "organization", .meaning = MEANS_REF),
	TOLD("kind", "kind", .meaning = MEANS_CODE, .words = WORDS_PARTNER_KIND),
	TOLD("valid_from", "valid_from", .meaning = MEANS_DAY),
	TOLD("valid_to", "valid_to", .meaning = MEANS_DAY),
};

static const struct field phase_columns[] = {
	TOLD("state", "state", .meaning = MEANS_CODE, .words = WORDS_PHASE_STATE),
};

static const struct field milestone_columns[] = {
	TOLD("phase_id", "phase", .meaning = MEANS_REF),
	TOLD("name_fi", "name_fi", .meaning = MEANS_LINE),
	TOLD("name_sv", "name_sv", .meaning = MEANS_LINE),
	TOLD("actual", "reached", .meaning = MEANS_TIME, .word = NC_("field", "Reached")),
};

static const struct field milestone_plan_columns[] = {
	TOLD("milestone_id", "milestone", .meaning = MEANS_REF),
	TOLD("planned", "date", .meaning = MEANS_TIME),
};

static const struct field theme_columns[] = {
	TOLD("name_fi", "name_fi", .meaning = MEANS_LINE),
	TOLD("name_sv", "name_sv", .meaning = MEANS_LINE),
	TOLD("name_en", "name_en", .meaning = MEANS_LINE),
};

static const struct field planned_range_columns[] = {
	TOLD("key", "range", .meaning = MEANS_CODE, .words = WORDS_RANGE),
	TOLD("low", "least", .meaning = MEANS_NUMBER, .word = NC_("field", "Least")),
	TOLD("high", "most", .meaning = MEANS_NUMBER, .word = NC_("field", "Most")),
};

static const struct field published_figure_columns[] = {
	TOLD("key", "figure", .meaning = MEANS_CODE, .words = WORDS_FIGURE),
	TOLD("value", "value", .meaning = MEANS_NUMBER),
	TOLD("day", "date", .meaning = MEANS_DAY),
	TOLD("source", "source", .meaning = MEANS_LINE),
};

static const struct field import_batch_columns[] = {
	TOLD("file", "file", .meaning = MEANS_LINE),
	TOLD("charset", "charset", .meaning = MEANS_LINE),
	TOLD("delimiter", "delimiter", .meaning = MEANS_LINE),
	TOLD("undone", "undone", .meaning = MEANS_TIME, .word = NC_("field", "Undone")),
};

static const struct field submission_columns[] = {
	TOLD("municipality_id", "municipality", .meaning = MEANS_REF),
	TOLD("organization_id", "organization", .meaning = MEANS_REF),
	TOLD("team_id", "team", .meaning = MEANS_REF),
	TOLD("challenge_id", "challenge", .meaning = MEANS_REF),
	TOLD("theme_id", "theme", .meaning = MEANS_REF),
	TOLD("state", "state", .meaning = MEANS_CODE, .words = WORDS_SUBMISSION_STATE),
	TOLD("late", "late", .meaning = MEANS_FLAG),
	TOLD("received", "received", .meaning = MEANS_TIME),
	TOLD("lang", "language", .meaning = MEANS_CODE, .words = WORDS_LANGUAGE),
	TOLD("channel", "channel", .meaning = MEANS_CODE, .words = WORDS_CHANNEL),
	TOLD("version", "version", .meaning = MEANS_NUMBER),
	TOLD("case_number", "case_number", .meaning = MEANS_LINE),
	TOLD("batch_id", "batch", .meaning = MEANS_REF),
};

static const struct field co_applicant_columns[] = {
	TOLD("municipality_id", "coapplicants", .meaning = MEANS_REF),
	TOLD("organization_id", "coapplicants", .meaning = MEANS_REF),
};

static const struct field submission_act_columns[] = {
	TOLD("ground", "late_ground", .meaning = MEANS_CODE, .words = WORDS_LATE_GROUND),
};

static const struct field contact_note_columns[] = {
	TOLD("due", "due", .meaning = MEANS_DAY),
	TOLD("done", "kept", .meaning = MEANS_DAY, .word = NC_("field", "Kept")),
};

static const struct field import_row_columns[] = {
	TOLD("batch_id", "batch", .meaning = MEANS_REF),
	TOLD("row", "row", .meaning = MEANS_NUMBER),
	TOLD("verdict", "outcome", .meaning = MEANS_CODE, .words = WORDS_IMPORT_VERDICT),
	TOLD("reason", "reason", .meaning = MEANS_CODE, .words = WORDS_IMPORT_REASON),
};

static const struct field attachment_columns[] = {
	TOLD("size", "size", .meaning = MEANS_NUMBER),
	TOLD("publicity", "publicity", .meaning = MEANS_CODE, .words = WORDS_PUBLICITY),
	TOLD("removed", "removed", .meaning = MEANS_TIME, .word = NC_("field", "Removed")),
};

static const struct field challenge_columns[] = {
	TOLD("title_fi", "title_fi", .meaning = MEANS_LINE),
	TOLD("title_sv", "title_sv", .meaning = MEANS_LINE),
	TOLD("title_en", "title_en", .meaning = MEANS_LINE),
	TOLD("text_fi", "description", .meaning = MEANS_LINES),
	TOLD("text_sv", "description", .meaning = MEANS_LINES),
	TOLD("pilot_id", "pilot", .meaning = MEANS_REF),
	TOLD("procurement", "procurement_kind", .meaning = MEANS_CODE,
		.words = WORDS_PROCUREMENT_KIND),
	TOLD("notice", "notice_day", .meaning = MEANS_DAY),
	TOLD("value", "contest_value", .meaning = MEANS_MONEY),
};

static const struct field challenge_problem_columns[] = {
	TOLD("submission_id", "problem", .meaning = MEANS_REF),
};

static const struct field team_columns[] = {
	TOLD("name", "name", .meaning = MEANS_LINE),
	TOLD("kind", "kind", .meaning = MEANS_CODE, .words = WORDS_TEAM_KIND),
	TOLD("challenge_id", "challenge", .meaning = MEANS_REF),
	TOLD("organization_id", "organization", .meaning = MEANS_REF),
	TOLD("state", "state", .meaning = MEANS_CODE, .words = WORDS_TEAM_STATE),
};

static const struct field team_member_columns[] = {
	TOLD("person_id", "member", .meaning = MEANS_REF),
	TOLD("consent", "consent", .meaning = MEANS_FLAG),
	TOLD("valid_from", "valid_from", .meaning = MEANS_DAY),
	TOLD("valid_to", "valid_to", .meaning = MEANS_DAY),
};

static const struct field round_columns[] = {
	TOLD("challenge_id", "challenge", .meaning = MEANS_REF),
	TOLD("blind", "blind", .meaning = MEANS_FLAG, .word = NC_("field", "Blind round")),
	TOLD("state", "state", .meaning = MEANS_CODE, .words = WORDS_ROUND_STATE),
	TOLD("method", "method", .meaning = MEANS_CODE, .words = WORDS_METHOD),
	TOLD("ties", "ties", .meaning = MEANS_LINE),
	TOLD("min_reviews", "min_reviews", .meaning = MEANS_NUMBER),
	TOLD("quorum", "quorum", .meaning = MEANS_NUMBER),
	TOLD("per_submission", "per_submission", .meaning = MEANS_NUMBER),
	TOLD("select_min", "least", .meaning = MEANS_NUMBER, .word = NC_("field", "Least")),
	TOLD("select_max", "most", .meaning = MEANS_NUMBER, .word = NC_("field", "Most")),
	TOLD("conflict_scope", "scope", .meaning = MEANS_CODE, .words = WORDS_SCOPE,
		.word = NC_("field", "A conflict bars from")),
	TOLD("opened", "opens", .meaning = MEANS_TIME),
	TOLD("closes", "closes", .meaning = MEANS_TIME),
	TOLD("closed", "closed", .meaning = MEANS_TIME, .word = NC_("field", "Closed")),
};

static const struct field round_custodian_columns[] = {
	TOLD("account_id", "account", .meaning = MEANS_REF),
	TOLD("deputy", "deputy", .meaning = MEANS_FLAG, .word = NC_("field", "Deputy")),
	TOLD("ended", "valid_to", .meaning = MEANS_TIME),
};

static const struct field rules_version_columns[] = {
	TOLD("number", "version", .meaning = MEANS_NUMBER),
	TOLD("reason", "reason", .meaning = MEANS_LINES),
};

static const struct field criterion_columns[] = {
	TOLD("weight", "weight", .meaning = MEANS_THOUSANDTHS),
	TOLD("name_fi", "name_fi", .meaning = MEANS_LINE),
	TOLD("name_sv", "name_sv", .meaning = MEANS_LINE),
	TOLD("name_en", "name_en", .meaning = MEANS_LINE),
	TOLD("low", "least", .meaning = MEANS_THOUSANDTHS, .word = NC_("field", "Least")),
	TOLD("high", "most", .meaning = MEANS_THOUSANDTHS, .word = NC_("field", "Most")),
	TOLD("step", "step", .meaning = MEANS_THOUSANDTHS, .word = NC_("field", "Step")),
};

static const struct field band_columns[] = {
	TOLD("criterion_id", "criterion", .meaning = MEANS_REF),
	TOLD("low", "least", .meaning = MEANS_THOUSANDTHS, .word = NC_("field", "Least")),
	TOLD("text_fi", "bands", .meaning = MEANS_LINE),
	TOLD("text_sv", "bands", .meaning = MEANS_LINE),
	TOLD("text_en", "bands", .meaning = MEANS_LINE),
};

static const struct field panel_member_columns[] = {
	TOLD("account_id", "juror", .meaning = MEANS_REF),
	TOLD("chair", "chair", .meaning = MEANS_FLAG, .word = NC_("field", "Chair")),
	TOLD("substitute", "substitute", .meaning = MEANS_FLAG, .word = NC_("field", "Substitute")),
	TOLD("state", "state", .meaning = MEANS_CODE, .words = WORDS_MEMBER_STATE),
	TOLD("replaced_by", "replaced_by", .meaning = MEANS_REF,
		.word = NC_("field", "Replaced by")),
};

static const struct field declaration_columns[] = {
	TOLD("panel_member_id", "juror", .meaning = MEANS_REF),
};

static const struct field conflict_columns[] = {
	TOLD("panel_member_id", "juror", .meaning = MEANS_REF),
	TOLD("submission_id", "submission", .meaning = MEANS_REF),
	TOLD("state", "state", .meaning = MEANS_CODE, .words = WORDS_CONFLICT_STATE),
};

static const struct field hint_columns[] = {
	TOLD("panel_member_id", "juror", .meaning = MEANS_REF),
	TOLD("submission_id", "submission", .meaning = MEANS_REF),
	TOLD("kind", "hint", .meaning = MEANS_CODE, .words = WORDS_HINT),
	TOLD("state", "state", .meaning = MEANS_CODE, .words = WORDS_HINT_STATE),
};

static const struct field score_columns[] = {
	TOLD("criterion_id", "criterion", .meaning = MEANS_REF),
	TOLD("value", "score", .meaning = MEANS_THOUSANDTHS),
};

static const struct field review_columns[] = {
	TOLD("state", "state", .meaning = MEANS_CODE, .words = WORDS_REVIEW_STATE),
};

static const struct field decision_columns[] = {
	TOLD("state", "state", .meaning = MEANS_CODE, .words = WORDS_DECISION_STATE),
	TOLD("lang", "language", .meaning = MEANS_CODE, .words = WORDS_LANGUAGE),
	TOLD("day", "date", .meaning = MEANS_DAY),
	TOLD("place", "place", .meaning = MEANS_LINE),
	TOLD("form", "form", .meaning = MEANS_CODE, .words = WORDS_MEETING_FORM,
		.word = NC_("field", "Form of the meeting")),
	TOLD("statement_id", "statement", .meaning = MEANS_REF),
	TOLD("case_number", "case_number", .meaning = MEANS_LINE),
	TOLD("appeal", "appeal", .meaning = MEANS_CODE, .words = WORDS_APPEAL),
	TOLD("appeal_days", "appeal_days", .meaning = MEANS_NUMBER),
	TOLD("corrects", "corrects", .meaning = MEANS_REF, .word = NC_("field", "Corrects")),
};

static const struct field decision_person_columns[] = {
	TOLD("panel_member_id", "juror", .meaning = MEANS_REF),
	TOLD("presence", "attendance", .meaning = MEANS_CODE, .words = WORDS_PRESENCE),
};

static const struct field decision_item_columns[] = {
	TOLD("outcome", "outcome", .meaning = MEANS_CODE, .words = WORDS_OUTCOME),
};

static const struct field signature_columns[] = {
	TOLD("panel_member_id", "juror", .meaning = MEANS_REF),
	TOLD("how", "how", .meaning = MEANS_CODE, .words = WORDS_SIGNING,
		.word = NC_("field", "Signed how")),
	TOLD("day", "date", .meaning = MEANS_DAY),
};

static const struct field service_columns[] = {
	TOLD("decision_id", "decision", .meaning = MEANS_REF),
	TOLD("submission_id", "submission", .meaning = MEANS_REF),
	TOLD("channel", "channel", .meaning = MEANS_CODE, .words = WORDS_SERVICE),
	TOLD("sent", "sent", .meaning = MEANS_DAY, .word = NC_("field", "Sent")),
	TOLD("deemed", "served", .meaning = MEANS_DAY),
};

static const struct field complaint_columns[] = {
	TOLD("decision_id", "decision", .meaning = MEANS_REF),
	TOLD("submission_id", "submission", .meaning = MEANS_REF),
	TOLD("kind", "kind", .meaning = MEANS_CODE, .words = WORDS_COMPLAINT_KIND),
	TOLD("received", "received", .meaning = MEANS_DAY),
	TOLD("due", "due_day", .meaning = MEANS_DAY),
	TOLD("case_number", "case_number", .meaning = MEANS_LINE),
	TOLD("answered", "answered", .meaning = MEANS_DAY, .word = NC_("field", "Answered")),
	TOLD("outcome", "outcome", .meaning = MEANS_CODE, .words = WORDS_COMPLAINT_OUTCOME),
};

static const struct field mentoring_session_columns[] = {
	TOLD("day", "date", .meaning = MEANS_DAY),
	TOLD("place", "place", .meaning = MEANS_LINE),
	TOLD("challenge_id", "challenge", .meaning = MEANS_REF),
	TOLD("topic", "topic", .meaning = MEANS_LINE),
	TOLD("state", "state", .meaning = MEANS_CODE, .words = WORDS_SESSION_STATE),
};

static const struct field session_mentor_columns[] = {
	TOLD("person_id", "mentor", .meaning = MEANS_REF),
};

static const struct field session_team_columns[] = {
	TOLD("team_id", "team", .meaning = MEANS_REF),
	TOLD("state", "attendance", .meaning = MEANS_CODE, .words = WORDS_ATTENDANCE),
};

static const struct field session_note_columns[] = {
	TOLD("team_id", "team", .meaning = MEANS_REF),
	TOLD("kind", "kind", .meaning = MEANS_CODE, .words = WORDS_NOTE_KIND),
};

static const struct field question_columns[] = {
	TOLD("challenge_id", "challenge", .meaning = MEANS_REF),
	TOLD("team_id", "team", .meaning = MEANS_REF),
	TOLD("due", "date", .meaning = MEANS_DAY),
	TOLD("answered", "answered", .meaning = MEANS_TIME, .word = NC_("field", "Answered")),
	TOLD("published", "published", .meaning = MEANS_TIME, .word = NC_("field", "Published")),
};

static const struct field budget_decision_columns[] = {
	TOLD("ceiling", "ceiling", .meaning = MEANS_MONEY),
	TOLD("day", "date", .meaning = MEANS_DAY),
};

static const struct field negotiation_columns[] = {
	TOLD("team_id", "team", .meaning = MEANS_REF),
	TOLD("state", "state", .meaning = MEANS_CODE, .words = WORDS_NEGOTIATION_STATE),
	TOLD("due", "due_day", .meaning = MEANS_DAY),
	TOLD("estimate", "estimate", .meaning = MEANS_MONEY),
};

static const struct field negotiation_act_columns[] = {
	TOLD("day", "date", .meaning = MEANS_DAY),
};

static const struct field contract_columns[] = {
	TOLD("team_id", "team", .meaning = MEANS_REF),
	TOLD("net", "net", .meaning = MEANS_MONEY),
	TOLD("day", "date", .meaning = MEANS_DAY),
	TOLD("case_number", "case_number", .meaning = MEANS_LINE),
	TOLD("state", "state", .meaning = MEANS_CODE, .words = WORDS_CONTRACT_STATE),
	TOLD("closed", "closed", .meaning = MEANS_DAY, .word = NC_("field", "Closed")),
};

static const struct field payment_columns[] = {
	TOLD("contract_id", "contract", .meaning = MEANS_REF),
	TOLD("net", "net", .meaning = MEANS_MONEY),
	TOLD("state", "state", .meaning = MEANS_CODE, .words = WORDS_PAYMENT_STATE),
	TOLD("due", "due_day", .meaning = MEANS_DAY),
	TOLD("approved", "approved", .meaning = MEANS_TIME, .word = NC_("field", "Approved")),
	TOLD("paid", "paid", .meaning = MEANS_DAY),
	TOLD("cancelled", "cancelled", .meaning = MEANS_DAY, .word = NC_("field", "Cancelled")),
};

static const struct field adoption_columns[] = {
	TOLD("municipality_id", "municipality", .meaning = MEANS_REF),
	TOLD("team_id", "team", .meaning = MEANS_REF),
	TOLD("state", "state", .meaning = MEANS_CODE, .words = WORDS_ADOPTION_STATE),
	TOLD("day", "date", .meaning = MEANS_DAY),
};

static const struct field second_act_columns[] = {
	TOLD("object", "record", .meaning = MEANS_LINE),
	TOLD("state", "state", .meaning = MEANS_CODE, .words = WORDS_SECOND_STATE),
};

static const struct field payment_limit_columns[] = {
	TOLD("cents", "limit", .meaning = MEANS_MONEY),
};

#define TABLE(name_) \
	{ \
#name_, 0, name_##_columns, sizeof(name_##_columns) / sizeof(name_##_columns[0]) \
	}

const struct record told_tables[] = {
	TABLE(clock_step),
	TABLE(competition),
	TABLE(account),
	TABLE(account_key),
	TABLE(front_door),
	TABLE(municipality),
	TABLE(municipality_name),
	TABLE(organization),
	TABLE(organization_name),
	TABLE(person),
	TABLE(person_name),
	TABLE(role),
	TABLE(partner),
	TABLE(phase),
	TABLE(milestone),
	TABLE(milestone_plan),
	TABLE(theme),
	TABLE(planned_range),
	TABLE(published_figure),
	TABLE(import_batch),
	TABLE(submission),
	TABLE(co_applicant),
	TABLE(submission_act),
	TABLE(contact_note),
	TABLE(import_row),
	TABLE(attachment),
	TABLE(challenge),
	TABLE(challenge_problem),
	TABLE(team),
	TABLE(team_member),
	TABLE(round),
	TABLE(round_custodian),
	TABLE(rules_version),
	TABLE(criterion),
	TABLE(band),
	TABLE(panel_member),
	TABLE(declaration),
	TABLE(conflict),
	TABLE(hint),
	TABLE(score),
	TABLE(review),
	TABLE(decision),
	TABLE(decision_person),
	TABLE(decision_item),
	TABLE(signature),
	TABLE(service),
	TABLE(complaint),
	TABLE(mentoring_session),
	TABLE(session_mentor),
	TABLE(session_team),
	TABLE(session_note),
	TABLE(question),
	TABLE(budget_decision),
	TABLE(negotiation),
	TABLE(negotiation_act),
	TABLE(contract),
	TABLE(payment),
	TABLE(adoption),
	TABLE(second_act),
	TABLE(payment_limit),
	{ NULL, 0, NULL, 0 },
};
