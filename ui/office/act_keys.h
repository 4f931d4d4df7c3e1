/* SPDX-License-Identifier: MIT
 * The keys of acts, by kind: a list and a record's page have them from here. Wherever a key acts on
 * another record than the selected one, a screen names that record by `subject`, which is what the
 * macros take ("0": the selected one itself). */
#pragma once

#include "src/intake/import.h"
#include "src/judging/service.h"
#include "src/phases/completion.h"
#include "src/letters/by_hand.h"
#include "src/letters/reading.h"
#include "src/phases/contract.h"
#include "src/phases/joint.h"
#include "src/phases/mentoring.h"
#include "src/phases/note.h"
#include "src/phases/phase.h"
#include "src/phases/publication.h"
#include "src/phases/question.h"
#include "src/phases/submission.h"
#include "src/phases/team.h"
#include "src/registers/organization.h"
#include "ui/office/act.h"
#include "ui/toolkit/letters.h"

#define ACT_KEY(key, act_, subject_, label_, help_) \
	.keys = { key }, .label = label_, .help = help_, .run = run_act, .act = &(act_), \
	.subject = subject_

/* clang-format off */
#define PROBLEM_ACTS(quiet_) \
	{ ACT_KEY(K_ADMIT, submission_act_rows[SUBMISSION_ADMIT], 0, NC_("command", "admit"), \
		N_("Admit it although it came late, with a reason")), .quiet = quiet_ }, \
	{ ACT_KEY(K_WITHDRAW, submission_act_rows[SUBMISSION_WITHDRAW], 0, NC_("command", "withdrawn"), \
		N_("The applicant withdraws it")), .quiet = quiet_ }, \
	{ ACT_KEY(K_INELIGIBLE, submission_act_rows[SUBMISSION_EXCLUDE], 0, NC_("command", "ineligible"), \
		N_("It is ineligible, with a reason")), .quiet = quiet_ }, \
	{ ACT_KEY(K_RESTORE, submission_act_rows[SUBMISSION_RESTORE], 0, NC_("command", "restore"), \
		N_("Undo a withdrawal or exclusion, with a reason")), .quiet = quiet_ }, \
	{ ACT_KEY(K_PASS, submission_act_rows[SUBMISSION_PASS], 0, NC_("command", "leave as is"), \
		N_("State why no round takes it, or no late version replaces it")), .quiet = true }

#define PROBLEM_SEPARATION \
	{ ACT_KEY(K_TAKE_BACK, joint_separation, 0, NC_("command", "separate"), \
		N_("A joined problem is one of its own again, with a reason")), .quiet = true }

#define COMPLETION_ACTS \
	{ ACT_KEY('w', completion_act_rows[COMPLETION_REMIND], 0, NC_("command", "reminded"), \
		N_("Note that the sender was reminded, with a new due time if need be")) }, \
	{ ACT_KEY(K_CALL_OFF, completion_act_rows[COMPLETION_DROP], 0, NC_("command", "not needed"), \
		N_("Nothing more needs to come, with a reason")) }

/* Of what a team has sent. Quiet ones stand only in the help: a list has no room for them. */
#define ENTRY_ACTS(subject, quiet_) \
	{ ACT_KEY(K_ADMIT, entry_admission, subject, NC_("command", "admit"), \
		N_("Admit what the team sent last although it came late; somebody else than who " \
		   "recorded it does so")), .quiet = quiet_ }, \
	{ ACT_KEY(K_INELIGIBLE, submission_act_rows[SUBMISSION_EXCLUDE], subject, \
		NC_("command", "ineligible"), \
		N_("What the team sent last is ineligible, with a reason")), .quiet = quiet_ }, \
	{ ACT_KEY(K_TOOK_BACK, submission_act_rows[SUBMISSION_WITHDRAW], subject, \
		NC_("command", "taken back"), \
		N_("The team takes back what it sent last")), .quiet = true }, \
	{ ACT_KEY(K_RESTORE, submission_act_rows[SUBMISSION_RESTORE], subject, \
		NC_("command", "readmit"), N_("Undo an exclusion, with a reason")), .quiet = quiet_ }, \
	{ ACT_KEY(K_PASS, submission_act_rows[SUBMISSION_PASS], subject, \
		NC_("command", "leave as is"), \
		N_("State why no round takes it, or no late version replaces it")), .quiet = true }

#define TEAM_ACTS \
	{ ACT_KEY(K_WITHDRAW, team_act_rows[TEAM_WITHDRAW], 0, NC_("command", "withdraw"), \
		N_("The team withdrew")) }, \
	{ ACT_KEY('y', team_act_rows[TEAM_PROMOTE], 0, NC_("command", "move up"), \
		N_("The team moves up from reserve, or wins after another declined")) }, \
	{ ACT_KEY('k', team_act_rows[TEAM_DECLINE], 0, NC_("command", "declined"), \
		N_("The winner declined")) }, \
	{ ACT_KEY(K_TAKE_BACK, team_act_rows[TEAM_RESTORE], 0, NC_("command", "take back"), \
		N_("It was recorded by mistake that the team withdrew or declined")) }

#define SESSION_HELD(subject) \
	{ ACT_KEY('h', session_act_rows[SESSION_HOLD], subject, NC_("command", "held"), \
		N_("Mark the session as held")) }
#define SESSION_MOVES(subject) \
	{ ACT_KEY(K_CALL_OFF, session_act_rows[SESSION_CANCEL], subject, NC_("command", "cancel it"), \
		N_("The session will not be held; asks for the reason")) }, \
	{ ACT_KEY(K_RESTORE, session_act_rows[SESSION_RESTORE], subject, NC_("command", "plan again"), \
		N_("Take back that it was cancelled or held, with a reason")) }

#define QUESTION_ACTS \
	{ ACT_KEY(K_SETTLE, question_publication, 0, NC_("command", "publish"), \
		N_("Publish question and answer to all alike; they do not change after that")), \
		.final = true }
#define COMPLAINT_ACTS \
	{ ACT_KEY('a', complaint_answering, 0, NC_("command", "answer"), \
		N_("Record the answer to the selected one")) }
#define REQUEST_ACTS \
	{ ACT_KEY(K_CALL_OFF, request_act_rows[REQUEST_REFUSE], 0, NC_("command", "refuse"), \
		N_("It was refused: the reason was told, and that a decision can be had")) }, \
	{ ACT_KEY('d', request_act_rows[REQUEST_DECIDE], 0, NC_("command", "decision"), \
		N_("The decision on the refusal was made")) }
#define NOTE_ACTS \
	{ ACT_KEY('d', note_keeping, 0, NC_("command", "kept"), N_("The promise has been kept")) }
#define PUBLICATION_ACTS \
	{ ACT_KEY(K_CALL_OFF, publication_taking_down, 0, NC_("command", "taken down"), \
		N_("Note that it has been taken off the web")) }
#define PARTNER_ACTS \
	{ ACT_KEY('z', partner_ending, 0, NC_("command", "ends"), \
		N_("Record the last day of the partnership")) }
#define BATCH_ACTS(subject) \
	{ ACT_KEY(K_TAKE_BACK, import_undoing, subject, NC_("command", "take back"), \
		N_("Undo the selected import as a whole")), .final = true }
#define PHASE_REOPENING(subject) \
	{ ACT_KEY(K_RESTORE, phase_act_rows[PHASE_REOPEN], subject, NC_("command", "reopen"), \
		N_("Open a closed phase again, with a reason")) }
#define MILESTONE_ACTS \
	{ ACT_KEY('t', milestone_reaching, 0, NC_("command", "happened"), \
		N_("The selected milestone has been reached")) }

#define LETTER_ACTS \
	{ ACT_KEY(K_TAKE_BACK, letter_act_rows[LETTER_UNCLEAR], 0, NC_("command", "take back"), \
		N_("It is not cleared any more, so that it can be corrected")) }, \
	{ ACT_KEY('m', letter_by_hand_rows[LETTER_WENT], 0, NC_("command", "was sent"), \
		N_("It went by another way: on paper, from a mail program")) }, \
	{ ACT_KEY('b', letter_by_hand_rows[LETTER_CAME_BACK], 0, NC_("command", "came back"), \
		N_("It came back: it has not arrived")) }, \
	{ ACT_KEY(K_CALL_OFF, letter_removal, 0, NC_("command", "give up"), \
		N_("Give the letter up; it can be made again")), .final = true }

/* Of contracts and payments, which stand in one list: `payment` and `contract` give the one that
 * the selected entry is, or 0. */
#define OBLIGATION_ACTS(payment) \
	{ ACT_KEY(K_SETTLE, payment_act_rows[PAYMENT_APPROVE], payment, NC_("command", "approve"), \
		N_("Approve the selected payment in your own name")), .final = true }, \
	{ ACT_KEY('m', payment_act_rows[PAYMENT_PAY], payment, NC_("command", "paid"), \
		N_("The selected payment has been paid")) }
#define OBLIGATION_ENDING(contract) \
	{ ACT_KEY('z', contract_act_rows[CONTRACT_END], contract, NC_("command", "has ended"), \
		N_("The selected contract has run its course")) }
/* clang-format on */
