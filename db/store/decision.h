/* SPDX-License-Identifier: MIT */
#pragma once

#include "db/db.h"

struct decision {
	int64_t id;
	const char *kind; /* decision, statement */
	int64_t number;
	const char *code;
	int64_t round_id;
	const char *round_key, *state, *lang;
	int64_t day;
	const char *place, *form, *range_reason, *tie_reason;
	int64_t statement_id; /* of a decision on solutions: the statement it follows; else 0 */
	const char *case_number, *decider;
	int64_t regime_id;            /* 0: a statement has none */
	const char *regime;           /* its code */
	const char *regime_reason;    /* why another than the one that is offered */
	const char *no_appeal_ground; /* why, where nothing can be appealed against */
	const char *correction_kind;  /* "": it corrects no other */
	int64_t complaint_id;         /* the complaint it was made because of; 0: none */
	const char *complaint;        /* its code */
	const char *corrects_code, *corrects_number; /* what it corrects, and that one's number */
	int64_t corrects;                            /* 0: none */
	const char *correction_reason;
	int64_t signed_at;
	const char *signed_by;
	int64_t corrected_by;
	int64_t abandoned; /* a draft that was given up: when, 0 is not */
	const char *abandon_reason;
	int64_t v;
};

struct decision_item {
	int64_t id, item_id, submission_id; /* id 0: nothing said about it yet */
	const char *code, *title, *outcome; /* outcome "" then */
	const char *reason_fi, *reason_sv, *reason_en, *deviation_reason;
	bool gone; /* withdrawn or found ineligible before it was decided on */
};

struct decision_items {
	struct decision_item *rows;
	size_t n;
};

struct decision_person {
	int64_t member_id, account_id;
	const char *login, *name;
	bool chair;
	const char *member_state, *presence;
};

struct decision_persons {
	struct decision_person *rows;
	size_t n;
};

struct error store_decision_add(struct db *db, const struct decision *decision, int64_t *id);
struct error store_decision_update(struct db *db, const struct decision *decision);
struct error store_decision_sign(struct db *db, int64_t id, int64_t now, int64_t account_id);
struct error store_decision_abandon(struct db *db, int64_t id, int64_t now, const char *reason);
struct error store_decision_get(
	struct db *db, struct arena *arena, int64_t id, struct decision *decision);
struct error store_decision_find(struct db *db, const char *code, int64_t *id);
/* Without abandoned drafts. Round 0: all. */
/* Decisions, not statements. */
/* E_NOT_FOUND: the number is free for decision `id`. */
struct error store_decision_number_taken(
	struct db *db, const char *case_number, int64_t id, int64_t *other);
struct error store_decision_count_signed(struct db *db, int64_t *n);
struct error store_decision_ids(
	struct db *db, int64_t round_id, const char *kind, struct id_list *ids);
/* The signed statement that none has corrected; E_NOT_FOUND. */
struct error store_statement_in_force(struct db *db, int64_t round_id, int64_t *id);
/* Of the round, statements too, those that are frozen among them. */
struct error store_decision_count_signed_of(struct db *db, int64_t round_id, int64_t *n);
struct error store_decision_bump(struct db *db, int64_t id);
struct error store_decision_item_put(
	struct db *db, int64_t decision_id, const struct decision_item *item);
/* Every item of the round, with what is said about it. */
struct error store_decision_items(
	struct db *db, struct arena *arena, int64_t decision_id, struct decision_items *items);
/* What has gone is not decided on. */
struct error store_decision_items_drop_gone(struct db *db, int64_t id);
struct error store_decision_items_copy(struct db *db, int64_t from, int64_t to);
struct error store_decision_person_put(
	struct db *db, int64_t decision_id, int64_t member_id, const char *presence);
struct error store_decision_persons(
	struct db *db, struct arena *arena, int64_t decision_id, struct decision_persons *persons);
/* How many challenges have been made of a problem. */
struct error store_problem_challenge_count(struct db *db, int64_t submission_id, int64_t *n);
struct error store_problems_without_challenge(struct db *db, int64_t *n);
struct error store_problems_without_challenge_ids(struct db *db, struct id_list *ids);
