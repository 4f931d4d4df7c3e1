/* SPDX-License-Identifier: MIT
 * Places: what can be opened. Each screen's file gives one row, which says how; the rows stand in
 * one table (places.c), and whoever opens something names a place or a kind of record, never
 * another screen's function. */
#pragma once

#include "ui/office/record.h"
#include "ui/toolkit/list.h"

/* One line a place; those that `g` leads to stand in the order it offers them in. */
#define PLACES(X) \
	X(DESK, desk) \
	X(MUNICIPALITIES, municipalities) \
	X(PEOPLE, people) \
	X(ORGANIZATIONS, organizations) \
	X(PARTNERS, partners) \
	X(CHALLENGES, challenges) \
	X(QUESTIONS, questions) \
	X(NOTES, notes) \
	X(BATCHES, batches) \
	X(ACCOUNTS, accounts) \
	X(CONFIRMS, confirms) \
	X(LOG, journal) \
	X(PUBLICATIONS, publications) \
	X(REGIMES, regimes) \
	X(COMPLETIONS, completions) \
	X(ELIGIBILITY, eligibility) \
	X(LETTERS, letters) \
	X(NOTICES, notices) \
	X(REQUESTS, requests) \
	X(DIALOGUES, dialogues) \
	X(ACCOUNT, account) \
	X(ADOPTION, adoption) \
	X(ADOPTIONS, adoptions) \
	X(ADVICE, advice) \
	X(AGREEMENT, agreement) \
	X(ATTACHMENTS, attachments) \
	X(BLIND, blind) \
	X(BUDGET, budget) \
	X(BUDGET_CHANGE, budget_change) \
	X(CHALLENGE, challenge) \
	X(CHECKS, checks) \
	X(COMPLAINT, complaint) \
	X(COMPLAINTS, complaints) \
	X(COMPLETION, completion) \
	X(CONFLICTS, conflicts) \
	X(CONTENTS, contents) \
	X(CONTRACT, contract) \
	X(DECISION, decision) \
	X(DIALOGUE, dialogue) \
	X(ENTRY, entry) \
	X(FEEDBACK, feedback) \
	X(FEEDBACKS, feedbacks) \
	X(FIRMNESS, firmness) \
	X(FITNESS, fitness) \
	X(HISTORY, history) \
	X(IMPORT, import) \
	X(IMPORT_STEPS, import_steps) \
	X(INVITATION, invitation) \
	X(ITEM, item) \
	X(LETTER, letter) \
	X(LETTER_TEMPLATES, letter_templates) \
	X(LOG_ENTRY, log_entry) \
	X(DISCLOSURES, disclosures) \
	X(MEETING, meeting) \
	X(MENTORED, mentored) \
	X(MENTORED_TEAM, mentored_team) \
	X(MENTOR, mentor) \
	X(MENTORS, mentors) \
	X(MILESTONE, milestone) \
	X(MONTH, month) \
	X(MUNICIPALITY, municipality) \
	X(NEGOTIATION, negotiation) \
	X(NOTE, note) \
	X(NOTICE, notice) \
	X(ORGANIZATION, organization) \
	X(PERSON, person) \
	X(PHASE, phase) \
	X(PROBLEM, problem) \
	X(PROBLEMS, problems) \
	X(PROCUREMENT, procurement) \
	X(PUBLICATION, publication) \
	X(QUESTION, question) \
	X(RANKING, ranking) \
	X(REGIME, regime) \
	X(REASONS, reasons) \
	X(REQUEST, request) \
	X(RESULTS, results) \
	X(REVIEWS, reviews) \
	X(ROUND, round) \
	X(RULES, rules) \
	X(SEARCH, search) \
	X(SERVICES, services) \
	X(SESSION, session) \
	X(SESSIONS, sessions) \
	X(SHEET, sheet) \
	X(SIGNATURES, signatures) \
	X(SOLUTIONS, solutions) \
	X(STATEMENT_TEXT, statement_text) \
	X(STORY, story) \
	X(TEAM, team) \
	X(TEAMS, teams) \
	X(THRESHOLDS, thresholds) \
	X(USER, user) \
	X(WAITED, waited) \
	X(WAITING, waiting)

#define X(name, row) PLACE_##name,
enum place_name { PLACES(X) PLACE_COUNT };
#undef X

/* Which one, where a place is not one alone. */
struct target {
	int64_t id;       /* the record it is, or belongs to */
	enum kind kind;   /* of id, where it may belong to several */
	int64_t with;     /* a second one: a member of the round */
	const char *text; /* a code or name; NULL is "" */
};

/* Just one of `list`, `fill` and `open` is there. */
struct place_row {
	enum kind shows; /* the page of a record of that kind */
	enum kind lists; /* its rows are records of that kind */
	enum kind files; /* the same, of what has no page but attachments */
	/* The record of that kind, where it is not the one whose id the selected row has; 0: there
	 * is none yet. */
	int64_t (*filed)(const struct screen *screen);
	const char *title; /* NC_("title", ...); NULL: `fill` says it, or the screen itself */
	const char *help;  /* N_() */
	bool go;           /* g leads there */
	int phase;         /* that the ribbon marks; 0: the one of the screen below */
	size_t size;       /* of a struct that begins with struct place_list or struct record; 0:
			      nothing more */
	struct commands commands;
	unsigned watches; /* enum changed; a record watches everything */
	/* A list, with what is the same of all: see place_list.h. */
	const struct list_source *list;
	/* A record as lines, on a page of its own and beside a list of its kind. */
	record_fill fill;
	/* Instead of what every list or record does, which they call themselves; may be NULL. */
	void (*titled)(const struct screen *screen, char *out, size_t size);
	struct error (*load)(struct screen *screen, struct context *ctx);
	void (*status)(const struct screen *screen, char *out, size_t size);
	void (*close)(struct screen *screen);
	/* A screen with a picture of its own; NULL if there is nothing to open, which it says. */
	struct screen *(*open)(struct ui *ui, const struct target *to);
};

#define X(name, row) extern const struct place_row row##_place;
PLACES(X)
#undef X

/* The place of that name, or of a record of that kind; what cannot be opened says why. */
void place_open(struct ui *ui, enum place_name name, int64_t id);
void place_open_at(struct ui *ui, enum place_name name, const struct target *to);
void record_open(struct ui *ui, enum kind kind, int64_t id);
/* The record that the screen is the page of, or whose row is selected in it; its id is 0 for none.
 */
struct target record_here(const struct screen *screen);
/* Whether records of that kind have a place, and whether that is a page of lines. */
bool record_has_place(const struct ui *ui, enum kind kind);
bool record_has_lines(const struct ui *ui, enum kind kind);
/* The screen, to be pushed or gone to by the caller; NULL: nothing is opened. */
struct screen *place_screen(struct ui *ui, enum place_name name, const struct target *to);
/* What the page of such a record shows; nothing where that is a picture of its own. */
struct error record_lines(struct ui *ui, struct context *ctx, struct arena *arena, enum kind kind,
	int64_t id, struct page *page);
struct error place_lines(struct ui *ui, struct context *ctx, struct arena *arena,
	enum place_name name, int64_t id, struct page *page);
/* Asks where to go, of the places that say so, and goes there. */
void place_go(struct ui *ui);
