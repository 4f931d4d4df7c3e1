/* SPDX-License-Identifier: MIT */
#include "src/ground/kind.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "src/base/i18n.h"

#define TABLES(...) \
	(const char *const[]) \
	{ \
		__VA_ARGS__, NULL \
	}
#define SUBMISSION_TABLES \
	TABLES("submission", "submission_version", "submission_act", "co_applicant", \
		"eligibility_answer", "joint_problem", "joint_applicant")
#define NO_TABLES \
	(const char *const[]) \
	{ \
		NULL \
	}

const struct kind_row kind_rows[KIND_COUNT] = {
	[KIND_NONE] = { "", "", 0, NAMED_NOWHERE, NO_TABLES, 0, 0, false },
	[KIND_COMPETITION] = { "competition", NC_("kind", "competition"), 0, NAMED_NOWHERE,
		TABLES("competition", "profile_act", "theme"), CHANGED_PLAN, 0, false },
	[KIND_PHASE] = { "phase", NC_("kind", "phase"), 0, NAMED_BY_KEY,
		TABLES("phase", "phase_act"), CHANGED_PLAN, 0, true },
	[KIND_MILESTONE] = { "milestone", NC_("kind", "milestone"), 0, NAMED_BY_NUMBER,
		TABLES("milestone", "milestone_plan"), CHANGED_PLAN, 0, true },
	[KIND_RANGE] = { "range", NC_("kind", "planned range"), 0, NAMED_NOWHERE,
		TABLES("planned_range"), CHANGED_PLAN, 0, false },
	[KIND_FIGURE] = { "figure", NC_("kind", "published figure"), 0, NAMED_NOWHERE,
		TABLES("published_figure"), CHANGED_PLAN, 0, false },
	[KIND_PROBLEM] = { "problem", NC_("kind", "problem"), 'P', NAMED_BY_CODE, SUBMISSION_TABLES,
		CHANGED_SUBMISSIONS, SEARCH_SUBMISSION, true },
	[KIND_APPLICATION] = { "application", NC_("kind", "application"), 'A', NAMED_BY_CODE,
		SUBMISSION_TABLES, CHANGED_SUBMISSIONS, SEARCH_SUBMISSION, true },
	[KIND_SOLUTION] = { "solution", NC_("kind", "solution"), 'S', NAMED_BY_CODE,
		SUBMISSION_TABLES, CHANGED_SUBMISSIONS, SEARCH_SUBMISSION, true },
	[KIND_ELIGIBILITY] = { "eligibility", NC_("kind", "eligibility question"), 0, NAMED_BY_KEY,
		TABLES("eligibility_question"), CHANGED_SUBMISSIONS | CHANGED_PLAN, 0, false },
	[KIND_COMPLETION] = { "completion", NC_("kind", "request for completion"), 0, NAMED_BY_KEY,
		TABLES("completion", "completion_item"), CHANGED_SUBMISSIONS, 0, false },
	[KIND_BATCH] = { "import", NC_("kind", "import"), 0, NAMED_BY_NUMBER,
		TABLES("import_batch", "import_row"), CHANGED_IMPORTS, 0, true },
	[KIND_CHALLENGE] = { "challenge", NC_("kind", "challenge"), 'C', NAMED_BY_CODE,
		TABLES("challenge", "challenge_problem"), CHANGED_CHALLENGES, SEARCH_CHALLENGE,
		true },
	[KIND_TEAM] = { "team", NC_("kind", "team"), 'T', NAMED_BY_CODE,
		TABLES("team", "team_member", "team_act"), CHANGED_TEAMS, SEARCH_TEAM, true },
	[KIND_SESSION] = { "session", NC_("kind", "session"), 'M', NAMED_BY_CODE,
		TABLES("mentoring_session", "session_act", "session_mentor", "session_team",
			"session_note"),
		CHANGED_MENTORING, SEARCH_SESSION, true },
	[KIND_QUESTION] = { "question", NC_("kind", "question"), 'Q', NAMED_BY_CODE,
		TABLES("question"), CHANGED_MENTORING, SEARCH_QUESTION, true },
	[KIND_ROUND] = { "round", NC_("kind", "round"), 0, NAMED_BY_KEY,
		TABLES("round", "round_act", "rules_version", "criterion", "band", "panel_member",
			"round_item", "round_attachment", "assignment", "draw_seed", "lot_place"),
		CHANGED_ROUNDS, 0, true },
	[KIND_DECLARATION] = { "declaration", NC_("kind", "declaration of interests"), 0,
		NAMED_BY_NUMBER, TABLES("declaration"), CHANGED_REVIEWS, 0, false },
	[KIND_CONFLICT] = { "conflict", NC_("kind", "conflict of interest"), 0, NAMED_BY_NUMBER,
		TABLES("conflict"), CHANGED_REVIEWS, 0, true },
	[KIND_HINT] = { "hint", NC_("kind", "hint"), 0, NAMED_BY_NUMBER, TABLES("hint"),
		CHANGED_REVIEWS, 0, false },
	[KIND_REVIEW] = { "review", NC_("kind", "review"), 0, NAMED_BY_NUMBER,
		TABLES("review", "score", "recognition", "abstention", "feedback"), CHANGED_REVIEWS,
		0, false },
	[KIND_BLIND] = { "blind", NC_("kind", "blind round"), 0, NAMED_NOWHERE,
		TABLES("blind_act", "round_custodian", "opening", "opening_witness",
			"opening_name"),
		CHANGED_ROUNDS | CHANGED_SUBMISSIONS, 0, false },
	[KIND_DIALOGUE] = { "dialogue", NC_("kind", "question of the jury"), 0, NAMED_BY_NUMBER,
		TABLES("dialogue"), CHANGED_REVIEWS, 0, false },
	[KIND_DECISION] = { "decision", NC_("kind", "decision"), 'D', NAMED_BY_CODE,
		TABLES("decision", "decision_item", "decision_person", "decision_content",
			"decision_text", "decision_reason"),
		CHANGED_DECISIONS, 0, true },
	[KIND_STATEMENT] = { "statement", NC_("kind", "statement"), 'J', NAMED_BY_CODE,
		TABLES("decision", "decision_item", "decision_person", "statement", "signature"),
		CHANGED_DECISIONS, 0, true },
	[KIND_MEETING] = { "meeting", NC_("kind", "meeting of the jury"), 0, NAMED_BY_KEY,
		TABLES("meeting", "meeting_person", "meeting_item", "meeting_absence",
			"meeting_vote", "meeting_ballot", "meeting_dissent", "meeting_remark"),
		CHANGED_DECISIONS, 0, true },
	[KIND_SERVICE] = { "service", NC_("kind", "service of a decision"), 0, NAMED_BY_KEY,
		TABLES("service"), CHANGED_DECISIONS, 0, true },
	[KIND_COMPLAINT] = { "complaint", NC_("kind", "complaint"), 'V', NAMED_BY_CODE,
		TABLES("complaint"), CHANGED_DECISIONS, SEARCH_COMPLAINT, true },
	[KIND_REGIME] = { "regime", NC_("kind", "regime of correction and appeal"), 0,
		NAMED_BY_NUMBER, TABLES("regime", "regime_setting"), CHANGED_PLAN, 0, false },
	[KIND_BUDGET] = { "budget", NC_("kind", "budget"), 0, NAMED_BY_NUMBER,
		TABLES("budget_decision"), CHANGED_MONEY, 0, true },
	[KIND_NEGOTIATION] = { "negotiation", NC_("kind", "negotiation"), 0, NAMED_BY_KEY,
		TABLES("negotiation", "negotiation_act"), CHANGED_MONEY, 0, true },
	[KIND_CONTRACT] = { "contract", NC_("kind", "contract"), 'H', NAMED_BY_CODE,
		TABLES("contract", "contract_person", "contract_milestone"), CHANGED_MONEY,
		SEARCH_CONTRACT, true },
	[KIND_PAYMENT] = { "payment", NC_("kind", "payment"), 'R', NAMED_BY_CODE, TABLES("payment"),
		CHANGED_MONEY, 0, true },
	[KIND_SECOND] = { "confirm", NC_("kind", "act of two persons"), 0, NAMED_BY_NUMBER,
		TABLES("second_act", "payment_limit"), CHANGED_SECOND, 0, false },
	[KIND_ADOPTION] = { "adoption", NC_("kind", "adoption"), 0, NAMED_BY_NUMBER,
		TABLES("adoption"), CHANGED_MONEY, 0, true },
	[KIND_ATTACHMENT] = { "attachment", NC_("kind", "attachment"), 0, NAMED_NOWHERE,
		TABLES("attachment", "attachment_content"), CHANGED_NOTES, 0, false },
	[KIND_NOTE] = { "note", NC_("kind", "contact note"), 0, NAMED_BY_NUMBER,
		TABLES("contact_note"), CHANGED_NOTES, SEARCH_NOTE, true },
	[KIND_MUNICIPALITY] = { "municipality", NC_("kind", "municipality"), 0, NAMED_BY_CODE,
		TABLES("municipality", "municipality_name", "municipality_region", "region"),
		CHANGED_REGISTERS, SEARCH_MUNICIPALITY, true },
	[KIND_ORGANIZATION] = { "organization", NC_("kind", "organization"), 0, NAMED_BY_NUMBER,
		TABLES("organization", "organization_name"), CHANGED_REGISTERS, SEARCH_ORGANIZATION,
		true },
	[KIND_PERSON] = { "person", NC_("kind", "person"), 0, NAMED_BY_NUMBER,
		TABLES("person", "person_name", "role", "register_merge"),
		CHANGED_REGISTERS | CHANGED_ACCOUNTS, SEARCH_PERSON, true },
	[KIND_PARTNER] = { "partner", NC_("kind", "partner"), 0, NAMED_BY_NUMBER, TABLES("partner"),
		CHANGED_REGISTERS, 0, true },
	[KIND_ACCOUNT] = { "account", NC_("kind", "account"), 0, NAMED_BY_NUMBER, TABLES("account"),
		CHANGED_ACCOUNTS, 0, false },
	[KIND_KEY] = { "key", NC_("kind", "SSH key"), 0, NAMED_NOWHERE, TABLES("account_key"),
		CHANGED_ACCOUNTS, 0, false },
	[KIND_DOOR] = { "ssh-setup", NC_("kind", "way in"), 0, NAMED_NOWHERE, TABLES("front_door"),
		CHANGED_ACCOUNTS, 0, false },
	[KIND_CLOCK] = { "clock", NC_("kind", "clock"), 0, NAMED_NOWHERE, TABLES("clock_step"),
		CHANGED_PLAN, 0, false },
	[KIND_DISCLOSURE] = { "disclosure", NC_("kind", "disclosure"), 0, NAMED_NOWHERE,
		TABLES("disclosure"), CHANGED_DISCLOSURES, 0, false },
	[KIND_REQUEST] = { "request", NC_("kind", "request for information"), 'I', NAMED_BY_CODE,
		TABLES("info_request"), CHANGED_REQUESTS, 0, true },
	[KIND_LETTER] = { "letter", NC_("kind", "letter"), 'L', NAMED_BY_CODE,
		TABLES("letter", "letter_template", "letter_sender"), CHANGED_LETTERS, 0, true },
	[KIND_THRESHOLD] = { "threshold", NC_("kind", "figure of the law"), 0, NAMED_NOWHERE,
		TABLES("threshold"), CHANGED_MONEY, 0, false },
	[KIND_NOTICE] = { "notice", NC_("kind", "public notice"), 'N', NAMED_BY_CODE,
		TABLES("notice"), CHANGED_MONEY, 0, true },
	[KIND_SUPPLIER] = { "supplier", NC_("kind", "check of a supplier"), 0, NAMED_NOWHERE,
		TABLES("supplier_check"), CHANGED_MONEY, 0, false },
	[KIND_FITNESS] = { "fitness", NC_("kind", "fitness of a jury"), 0, NAMED_NOWHERE,
		TABLES("juror_fitness", "round_qualification"), CHANGED_ROUNDS, 0, false },
	[KIND_PUBLICATION] = { "publication", NC_("kind", "public page"), 0, NAMED_BY_NUMBER,
		TABLES("publication"), CHANGED_PUBLICATIONS, 0, true },
};

const char *kind_word(enum kind kind)
{
	return kind == KIND_NONE ? "" : i18n_lookup("kind", kind_rows[kind].word);
}

enum kind kind_of_noun(const char *noun)
{
	for (enum kind kind = KIND_NONE + 1; kind < KIND_COUNT; kind++)
		if (strcmp(kind_rows[kind].noun, noun) == 0)
			return kind;
	return KIND_NONE;
}

/* A submission's table is of three kinds: KIND_PROBLEM stands for it. */
static enum kind kind_of_table(const char *table)
{
	for (enum kind kind = KIND_NONE + 1; kind < KIND_COUNT; kind++)
		for (size_t i = 0; kind_rows[kind].tables[i] != NULL; i++)
			if (strcmp(kind_rows[kind].tables[i], table) == 0)
				return kind;
	return KIND_NONE;
}

enum kind kind_kept_in(const char *table)
{
	enum kind kind = kind_of_table(table);

	return kind != KIND_NONE && strcmp(kind_rows[kind].tables[0], table) == 0 ? kind :
										    KIND_NONE;
}

enum kind kind_searched(enum search_kind search)
{
	for (enum kind kind = KIND_NONE + 1; kind < KIND_COUNT; kind++)
		if (kind_rows[kind].search == search)
			return kind;
	return KIND_NONE;
}

unsigned kind_watches(const char *table)
{
	return kind_rows[kind_of_table(table)].changed;
}

struct reference reference_code(const char *code)
{
	struct reference made;

	snprintf(made.text, sizeof(made.text), "%s", code);
	return made;
}

struct reference reference_key(enum kind kind, const char *key)
{
	struct reference made;

	snprintf(made.text, sizeof(made.text), "%s:%s", kind_rows[kind].noun, key);
	return made;
}

struct reference reference_number(enum kind kind, int64_t id)
{
	char number[24];

	snprintf(number, sizeof(number), "%lld", (long long)id);
	return reference_key(kind, number);
}

struct reference reference_part(enum kind kind, const char *key, const char *part)
{
	struct reference made;

	snprintf(made.text, sizeof(made.text), "%s:%s/%s", kind_rows[kind].noun, key, part);
	return made;
}

static bool has_prefix(const char *text, const char *noun)
{
	size_t n = strlen(noun);

	return strncmp(text, noun, n) == 0 && text[n] == ':';
}

static bool is_digits(const char *text)
{
	return *text != '\0' && text[strspn(text, "0123456789")] == '\0';
}

struct reference_read reference_read(const char *text)
{
	for (enum kind kind = KIND_NONE + 1; kind < KIND_COUNT; kind++) {
		const struct kind_row *row = &kind_rows[kind];
		const char *rest = text + strlen(row->noun) + 1;

		if (row->naming == NAMED_BY_CODE && row->letter != 0 &&
			toupper((unsigned char)*text) == row->letter && text[1] == '-' &&
			is_digits(text + 2))
			return (struct reference_read){ kind, 0, text };
		if (row->naming == NAMED_BY_KEY && has_prefix(text, row->noun))
			return (struct reference_read){ kind, 0, rest };
		if (row->naming == NAMED_BY_NUMBER && has_prefix(text, row->noun) &&
			is_digits(rest))
			return (struct reference_read){ kind, strtoll(rest, NULL, 10), rest };
	}
	return (struct reference_read){ KIND_NONE, 0, text };
}
