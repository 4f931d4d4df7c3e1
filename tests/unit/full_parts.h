/* SPDX-License-Identifier: MIT
 * Inside of full.h: its chapters, in the order in which they happen. */
#pragma once

#include "tests/unit/full.h"

struct full {
	struct fixture *f;
	struct context *ctx; /* who acts */
	full_watch watch;
	void *arg;
	/* What later acts need: the problems' round, the selected problem and its challenge, its
	 * teams. */
	int64_t round, problem, challenge, teams[3];
};

/* An act that succeeds; it is then another minute. */
#define ACT(call) full_did(full, #call, call)
void full_did(struct full *full, const char *act, struct error e);
/* Writes a file of that name beside the competition's and gives its path. */
/* Imports the file, the good rows of it; the number of the import. */
int64_t full_import(struct full *full, const char *kind, const char *name, const char *text);
const char *full_file(struct full *full, const char *name, const char *text);
int64_t full_day(const char *text);

/* Eligibility, requests for completion, a joint problem. */
void full_ask(struct full *full);
/* The problems' round with its rules locked; then its panel, reviews and decision. */
void full_announce(struct full *full);
void full_judge(struct full *full);
/* What a draft decision says, and its reasons; one of them is the same for several. */
void full_say(struct full *full, int64_t decision);
/* The jury meets on the draft that corrects its decision. */
void full_meet(struct full *full);
/* Three teams apply: the first is selected, the second moves up from the reserve, the third
 * withdraws. */
void full_apply(struct full *full);
void full_mentor(struct full *full);
/* What the jury asks by code. */
void full_ask_by_code(struct full *full, int64_t round);
/* Another row of a regime, and what a court orders while that complaint is open. */
void full_regimes(struct full *full, int64_t complaint_id);
/* A blind round: the first wins, declines and comes back; the second wins in its stead. */
void full_solve(struct full *full);
/* Contracts with both, their payments, and what municipalities do with the second's solution. */
void full_procure(struct full *full);
/* Notices, checks, figures of the law, the jury's fitness. */
void full_contract(struct full *full);
/* Requests for information, one answered, one refused and decided on. */
void full_request(struct full *full);
/* Letters about the selected problem, one of which failed. */
void full_write(struct full *full);
