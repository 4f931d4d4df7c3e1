/* SPDX-License-Identifier: MIT
 * Declarations, conflicts, drafts and submitted reviews. */
#pragma once

#include "db/db.h"

struct declaration {
	int64_t member_id;
	const char *login, *name;
	int64_t made; /* 0: not yet */
	const char *source, *entered_by;
};

struct declarations {
	struct declaration *rows;
	size_t n;
};

struct conflict {
	int64_t id, member_id, round_id;
	const char *name, *login;
	int64_t submission_id; /* 0: the whole round */
	const char *code;
	int64_t ground; /* 1 to 7, the points of 28 § */
	const char *state, *decided_by;
	int64_t made;
	const char *reason;              /* its juror's or the office's own */
	const char *found_in;            /* declaration (by name), review (by code) */
	const char *source, *entered_by; /* "" of what its juror declared */
	const char *decision;            /* the panel's reason */
	int64_t decided;                 /* 0: not by the panel */
	bool by_code; /* not of the file: its code is the round's, and no name may stand beside it
		       */
	const char *item_code; /* the round's own; "" before it has items */
};

struct conflicts {
	struct conflict *rows;
	size_t n;
};

struct draft {
	int64_t id;
	const char *scores; /* JSON: criterion key to thousandths */
	const char *notes, *feedback;
	int64_t saved, entered_by, v;
};

struct review {
	int64_t id, assignment_id, revision;
	const char *state;
	int64_t submitted, taken_back;
	const char *notes, *feedback, *entered_by, *source;
	int64_t confirmed; /* when its juror confirmed what was entered for them; 0: not */
	const char *displaced_by,
		*displaced_reason; /* "" where nothing took its place on purpose */
};

struct reviews {
	struct review *rows;
	size_t n;
};

struct score {
	const char *key;
	int64_t value;
};

struct scores {
	struct score *rows;
	size_t n;
};

/* One submission for one juror, and how far it is. */
struct assignment {
	int64_t id, item_id, member_id, submission_id;
	const char *code, *title, *juror, *login, *member_state;
	int64_t review_id, submitted; /* 0: no submitted review */
	bool entered;                 /* by the office */
	int64_t confirmed;            /* when the juror confirmed that, 0: not */
	int64_t draft_saved;          /* 0: no draft */
	int64_t barred, taken_back;   /* counts */
	bool late;                    /* submitted after the closing time */
	bool abstained;               /* the juror passes on it */
	bool set_aside; /* does not count: on it, or on another of the same comparison */
	bool gone;      /* withdrawn or found ineligible before it was decided on */
};

struct assignments {
	struct assignment *rows;
	size_t n;
};

/* One score of the ranking's matrix. */
struct ranking_score {
	int64_t item_id, member_id, criterion_id, value, review_id;
};

struct ranking_scores {
	struct ranking_score *rows;
	size_t n;
};

/* A submission that a juror passes on. */
struct abstention {
	int64_t assignment_id, at;
	const char *reason, *source, *entered_by; /* "": the juror's own */
};

struct abstentions {
	struct abstention *rows;
	size_t n;
};

/* "I recognized this team", as the chair and the minutes get it. */
struct recognition {
	int64_t id, round_id;
	const char *name, *login, *code; /* its juror; the submission's code in the round */
	int64_t at;
	const char *text;
	int64_t noted; /* 0: nobody has taken note yet */
	const char *noted_by, *decision;
};

struct recognitions {
	struct recognition *rows;
	size_t n;
};

/* `entered_by` is the account that recorded it. */
struct error store_abstention_add(
	struct db *db, const struct abstention *abstention, int64_t entered_by);
struct error store_abstention_withdraw(struct db *db, int64_t assignment_id, int64_t now);
struct error store_abstentions(
	struct db *db, struct arena *arena, int64_t round_id, struct abstentions *abstentions);
/* Round 0: all. Without those withdrawn. */
struct error store_recognitions(
	struct db *db, struct arena *arena, int64_t round_id, struct recognitions *recognitions);
struct error store_recognition_note(
	struct db *db, int64_t id, int64_t now, int64_t account_id, const char *decision);
/* How many of a round nobody has taken note of. */
struct error store_recognition_waiting(struct db *db, int64_t round_id, int64_t *n);

struct error store_declaration_add(
	struct db *db, int64_t member_id, int64_t made, const char *source, int64_t entered_by);
struct error store_declaration_withdraw(struct db *db, int64_t member_id);
struct error store_declarations(
	struct db *db, struct arena *arena, int64_t round_id, struct declarations *declarations);
/* `entered_by` is the account that recorded it, 0 for the juror's own. */
struct error store_conflict_add(
	struct db *db, const struct conflict *conflict, int64_t entered_by, int64_t *id);
struct error store_conflict_withdraw(struct db *db, int64_t id);
/* The panel's decision, with its reason. */
struct error store_conflict_decide(
	struct db *db, int64_t id, const char *state, const char *decision, int64_t now);
/* Round 0: all. */
struct error store_conflicts(
	struct db *db, struct arena *arena, int64_t round_id, struct conflicts *conflicts);
/* How many conflicts of the round wait for the panel's decision. */
struct error store_conflict_doubtful(struct db *db, int64_t round_id, int64_t *n);
/* How many conflicts bar the member from the submission under the round's scope. */
struct error store_member_is_barred(
	struct db *db, int64_t member_id, int64_t submission_id, int64_t *n);

/* Sealed, not logged. */
struct error store_draft_put(struct db *db, int64_t assignment_id, const struct draft *draft);
struct error store_draft_get(
	struct db *db, struct arena *arena, int64_t assignment_id, struct draft *draft);
struct error store_draft_delete(struct db *db, int64_t assignment_id);

struct error store_review_add(
	struct db *db, const struct review *review, int64_t entered_by, int64_t *id);
struct error store_review_take_back(struct db *db, int64_t id, int64_t now);
/* Who put another in the place of that review, and why. */
struct error store_review_displace(
	struct db *db, int64_t id, int64_t account_id, const char *reason);
/* Keeps a draft as a revision that never counted: `submitted` is when it was saved, `taken_back`
 * when it was displaced. Gives the revision's id. */
struct error store_review_keep_draft(struct db *db, const struct review *review, int64_t entered_by,
	int64_t account_id, int64_t *id);
/* Newest first. */
struct error store_reviews_of(
	struct db *db, struct arena *arena, int64_t assignment_id, struct reviews *reviews);
struct error store_score_add(struct db *db, int64_t review_id, int64_t criterion_id, int64_t value);
struct error store_scores_of(
	struct db *db, struct arena *arena, int64_t review_id, struct scores *scores);
/* What was once submitted, and what became of it. */
struct receipted {
	int64_t id;
	const char *code, *login;
	int64_t submitted;
	const char *notes, *feedback;
	const char *state; /* stands, replaced, taken_back */
};

struct receipted_list {
	struct receipted *rows;
	size_t n;
};

struct error store_review_receipts(
	struct db *db, struct arena *arena, int64_t round_id, struct receipted_list *list);
/* Item 0, member 0: all. */
struct error store_assignments(struct db *db, struct arena *arena, int64_t round_id,
	int64_t item_id, int64_t member_id, struct assignments *assignments);
struct error store_assignment_get(
	struct db *db, struct arena *arena, int64_t id, struct assignment *assignment);
/* Every score of a submitted review whose juror is not barred, by item, juror, criterion; not of
 * items that have gone. */
struct error store_ranking_scores(
	struct db *db, struct arena *arena, int64_t round_id, struct ranking_scores *scores);
