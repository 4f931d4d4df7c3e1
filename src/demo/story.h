/* SPDX-License-Identifier: MIT
 * What the chapters of the demo share: its clock, its dice, its tables. Not for anyone outside
 * src/demo. */
#pragma once

#include "src/ground/context.h"

struct story {
	struct context *ctx;
	struct arena arena; /* of the whole telling */
	uint64_t dice;
	const char *admin; /* login; NULL while the administrator acts */
};

extern const char data_demo_problems[], data_demo_partners[], data_demo_jurors[],
	data_demo_problem_rules[], data_demo_remarks[], data_demo_challenges[], data_demo_teams[],
	data_demo_application_rules[], data_demo_solutions[], data_demo_chapters[],
	data_demo_solution_rules[], data_demo_mentors[], data_demo_sessions[],
	data_demo_session_notes[], data_demo_questions[], data_demo_cost[], data_demo_privacy[];

/* Sets the clock: "2018-08-16T09:00". What is done next happens then. */
struct error story_at(struct story *story, const char *when);
/* What is done next is done by that account; NULL: by the demo's administrator again. */
struct error story_as(struct story *story, const char *login);
/* The same numbers at every making; 0 to sides - 1. */
int64_t story_roll(struct story *story, int64_t sides);

/* "aava.keksitty@kaikkikyytiin.example" of a name and of what it belongs to; an invented telephone
 * number. */
const char *story_address(struct story *story, const char *name, const char *at);
const char *story_phone(struct story *story, int64_t number);

/* Another account of the office, at the story's time; to be closed with context_close. */
struct error story_colleague(struct story *story, const char *login, struct context *colleague);
/* Opens the round; what came late and is undecided stays out, with the reason. */
struct error story_open_round(struct story *story, int64_t round_id);

/* The chapters, in their order. */
struct error demo_announcement(struct story *story); /* August 2018: plan, partners, jury */
struct error demo_problems(struct story *story);     /* autumn 2018: what municipalities sent */
struct error demo_selection(struct story *story);    /* November 2018: reviews and decision */
struct error demo_challenges(struct story *story);   /* until April 2019: challenges, new dates */
struct error demo_applications(struct story *story); /* until June 2019: nine teams go on */
struct error demo_mentoring(struct story *story);    /* until September 2019: sessions planned */
struct error demo_sessions(struct story *story);     /* until October 2019: sessions held */
struct error demo_solutions(struct story *story);    /* October 2019: the phase opens */
struct error demo_blind(struct story *story);        /* December 2019: being judged */
struct error demo_judged(struct story *story);       /* all reviews are in */
struct error demo_notices(struct story *story);      /* those of the contest, one overdue */
struct error demo_results(struct story *story);     /* January 2020: statement, decision, winners */
struct error demo_pages(struct story *story);       /* the results for everybody */
struct error demo_procurement(struct story *story); /* February 2020: talks, a contract, adoption */

/* A demo of its own that stops while problems arrive: the call is out, the first are in. */
struct error demo_arriving(struct story *story);
/* What rows `from` to `to` of the problems say, counted from 1. */
struct error demo_problem_rows(struct story *story, size_t from, size_t to);
/* Of the contract in contract.c: before it, what it says, and what follows it. */
struct contract;
struct id_list;
struct error demo_suppliers(struct story *story, const struct id_list *winners);
struct error demo_terms(struct story *story, struct contract *contract);
struct error demo_contract(struct story *story, int64_t contract_id);

/* Parts of the announcement, of autumn 2018 and of the blind rounds: eligibility questions, what
 * was asked for afterwards, and a joint problem. */
struct error demo_questions(struct story *story);
struct error demo_asked(struct story *story);
struct error demo_asked_blind(struct story *story);
struct error demo_answered_blind(struct story *story);
/* Part of the announcement: what instructions for appeal name; and of February 2020: a complaint
 * that came too late. */
struct error demo_regimes(struct story *story);
struct error demo_complaint(struct story *story);
/* Part of every decision: what it says, and a reason for each entrant. */
struct error demo_decision(struct story *story, int64_t decision_id);
/* In spring what came back in autumn goes on paper. */
struct error demo_letter_again(struct story *story);
/* Before the texts are released: two files that tell who sent them. While they are judged: a juror
 * has recognized a team. */
struct error demo_attached(struct story *story);
struct error demo_recognized(struct story *story);
/* The jury's questions by code while solutions are judged; requests for information in February
 * 2020. */
struct error demo_dialogue(struct story *story);
struct error demo_requests(struct story *story);
/* Parts of what was judged, and of the results: the jury's meeting on the second challenge. */
struct error demo_meeting(struct story *story);
struct error demo_meeting_ends(struct story *story);
/* Parts of the same: a draft statement is frozen and five of seven sign it; then the sixth, and why
 * not the last; the custodian opens the names of the round. */
struct error demo_sign_some(struct story *story, int64_t statement_id);
struct error demo_sign_rest(struct story *story, int64_t statement_id);
struct error demo_open_names(struct story *story, int64_t round_id);
/* Part of the announcement: the ceiling of the budget. */
struct error demo_budget(struct story *story);
