/* SPDX-License-Identifier: MIT */
#include "src/ground/rights.h"

#include <assert.h>
#include <stddef.h>
#include <string.h>

#include "db/base/error.h"

enum {
	A = 1 << ROLE_ADMIN,
	O = 1 << ROLE_OFFICE,
	C = 1 << ROLE_CUSTODIAN,
	J = 1 << ROLE_JUROR,
	U = 1 << ROLE_AUDITOR,
};

static const struct {
	const char *code;
	unsigned roles;
} rights[] = {
	[ACT_READ] = { "read", A | O | C | U },
	[ACT_READ_LOG] = { "read_log", A | O | C | U },
	[ACT_EXPORT] = { "export", A | O | C | U },
	[ACT_DISCLOSE] = { "disclose", A | O },
	[ACT_PLAN] = { "plan", A | O },
	[ACT_REGISTER] = { "register", A | O | C },
	[ACT_SUBMISSION] = { "submission", A | O | C },
	[ACT_NOTE] = { "note", A | O | C },
	[ACT_CHALLENGE] = { "challenge", A | O },
	[ACT_TEAM] = { "team", A | O | C },
	[ACT_MENTORING] = { "mentoring", A | O | C },
	[ACT_BLIND] = { "blind", A | C },
	[ACT_MONEY] = { "money", A | O },
	[ACT_ROUND] = { "round", A | O },
	[ACT_ADVICE] = { "advice", A | O },
	[ACT_REVIEW_ENTER] = { "review_enter", A | O },
	[ACT_FEEDBACK] = { "feedback", A | O },
	[ACT_DECIDE] = { "decide", A | O },
	[ACT_SIGN] = { "sign", A | O },
	[ACT_PUBLISH] = { "publish", A | O },
	[ACT_LETTER] = { "letter", A | O | C },
	[ACT_ACCOUNT] = { "account", A },
	[ACT_PROFILE] = { "profile", A },
	[ACT_CLOCK] = { "clock", A },
	[ACT_REPAIR] = { "repair", A },
	[ACT_BACKUP] = { "backup", A | O },
	[ACT_BACKUP_OUT] = { "backup_out", A },
	[ACT_REVIEW_OWN] = { "review_own", J },
};
static_assert(LEN(rights) == ACT_COUNT, "every action has its row");

static const char *const roles[] = {
	[ROLE_ADMIN] = "admin",
	[ROLE_OFFICE] = "office",
	[ROLE_CUSTODIAN] = "custodian",
	[ROLE_JUROR] = "juror",
	[ROLE_AUDITOR] = "auditor",
};
static_assert(LEN(roles) == ROLE_COUNT, "every role has its code");

/* Recording never waits: what arrives is kept, with the later of the two times. */
static const char *const waiting_for_clock[] = {
	"phase.open",
	"phase.close",
	"phase.decide",
	"phase.reopen",
	"round.open",
	"round.close",
	"round.reopen",
	"submission.admit",
	"submission.exclude",
	"blind.release",
	"names.open",
	"decision.sign",
	"decision.serve",
	"statement.freeze",
	"statement.sign",
	"statement.record",
	"contract.add",
	"contract.propose",
	"contract.approve",
	"payment.approve",
};

bool waits_for_clock(const char *verb)
{
	for (size_t i = 0; i < LEN(waiting_for_clock); i++)
		if (strcmp(waiting_for_clock[i], verb) == 0)
			return true;
	return false;
}

bool may(enum role role, enum action action)
{
	return (rights[action].roles >> role & 1) != 0;
}

const char *role_code(enum role role)
{
	return roles[role];
}

enum role role_of_code(const char *code)
{
	for (size_t i = 0; i < LEN(roles); i++)
		if (strcmp(roles[i], code) == 0)
			return (enum role)i;
	return ROLE_COUNT;
}

const char *action_code(enum action action)
{
	return rights[action].code;
}
