/* SPDX-License-Identifier: MIT
 * Who may do what: one table of roles and actions. Core functions require; screens only grey out.
 */
#pragma once

#include <stdbool.h>

#include "db/base/codes.h"

enum role { CODES_ROLE(CODES_VALUE) ROLE_COUNT };

enum action {
	ACT_READ, /* the office's lists and records */
	ACT_READ_LOG,
	ACT_EXPORT,
	ACT_DISCLOSE,   /* give what was judged to an outsider */
	ACT_PLAN,       /* competition, phases, milestones, themes */
	ACT_REGISTER,   /* municipalities, people, organizations, partners */
	ACT_SUBMISSION, /* record, edit, withdraw, admit, exclude, import */
	ACT_NOTE,       /* contact notes */
	ACT_CHALLENGE,
	ACT_TEAM,         /* members, withdrawal, promotion, declining */
	ACT_MENTORING,    /* sessions, questions and answers */
	ACT_BLIND,        /* the codes of a blind round: masking, release, opening, seeing both */
	ACT_MONEY,        /* budget, negotiations, contracts, payments, adoption */
	ACT_ROUND,        /* rules, panel, opening and closing */
	ACT_ADVICE,       /* what stands beside the order of a closed round */
	ACT_REVIEW_ENTER, /* declarations and reviews on a juror's behalf */
	ACT_FEEDBACK,     /* what senders get to read of the jury's feedback */
	ACT_DECIDE,       /* prepare a decision */
	ACT_SIGN,         /* sign it */
	ACT_PUBLISH,      /* make a page for everybody */
	ACT_LETTER,       /* make, edit and clear letters, send them, their templates */
	ACT_ACCOUNT,
	ACT_PROFILE, /* what kind of organizer it is, and so which law binds */
	ACT_CLOCK,   /* what binds may go on after a jump of the clock */
	ACT_REPAIR,  /* make derived data anew */
	ACT_BACKUP,
	ACT_BACKUP_OUT, /* all of it over SSH, to another machine */
	ACT_REVIEW_OWN, /* a juror's own declaration and reviews */
	ACT_COUNT,
};

/* Does an act of that verb (of the log) bind by the time at which it is done, so that after a jump
 * of the clock it waits until an administrator has accepted the time? */
bool waits_for_clock(const char *verb);
/* Pure; the whole table is a test's snapshot. */
bool may(enum role role, enum action action);
const char *role_code(enum role role);
/* ROLE_COUNT if there is no such role. */
enum role role_of_code(const char *code);
const char *action_code(enum action action);
