/* SPDX-License-Identifier: MIT
 * The jury's meeting on a draft, and all that is noted in it. Rows of an item have its code in the
 * round; those of none have item 0 and "". */
#pragma once

#include "db/db.h"

struct meeting {
	int64_t id, decision_id;
	const char *decision_code, *decision_state;
	int64_t round_id;
	const char *round_key;
	int64_t quorum;                 /* of the round */
	int64_t number;                 /* within the year it starts in */
	int64_t starts, ends;           /* ends 0: it goes on */
	int64_t chair_id;               /* of the panel: who leads it */
	const char *chair, *chair_name; /* login, name */
	const char *secretary, *examiners;
	int64_t call_sent; /* a day; 0: not said */
	const char *agenda;
	const char *place, *form, *lang; /* as they stand on the draft */
	int64_t v;
};

struct meeting_bar {
	int64_t member_id, item_id, ground;
	const char *decided_by;
};

struct meeting_bars {
	struct meeting_bar *rows;
	size_t n;
};

struct meeting_item {
	int64_t item_id, decided;
};

struct meeting_items {
	struct meeting_item *rows;
	size_t n;
};

struct meeting_absence {
	int64_t id, member_id;
	const char *login, *name;
	int64_t item_id;
	const char *item_code;
	int64_t since, returned; /* 0: still out */
	int64_t ground;          /* 0: on none */
	const char *decided_by;  /* self, panel, or "" */
	const char *reason;
};

struct meeting_absences {
	struct meeting_absence *rows;
	size_t n;
};

struct meeting_vote {
	int64_t id, item_id;
	const char *item_code, *question;
	int64_t at;
	bool passed, casting; /* casting: even, and the chair's vote decided */
	int64_t ayes, noes, blanks;
};

struct meeting_votes {
	struct meeting_vote *rows;
	size_t n;
};

struct meeting_ballot {
	int64_t vote_id, member_id;
	const char *login, *name, *choice;
};

struct meeting_ballots {
	struct meeting_ballot *rows;
	size_t n;
};

struct meeting_dissent {
	int64_t id, item_id;
	const char *item_code;
	int64_t member_id;
	const char *login, *name, *text;
	int64_t at;
};

struct meeting_dissents {
	struct meeting_dissent *rows;
	size_t n;
};

struct meeting_remark {
	int64_t id, item_id;
	const char *item_code, *kind, *text;
	int64_t at;
};

struct meeting_remarks {
	struct meeting_remark *rows;
	size_t n;
};

/* Who was heard, or was there beside the members. */
struct meeting_person {
	int64_t id;
	const char *role, *name;
	int64_t item_id;
	const char *item_code;
};

struct meeting_persons {
	struct meeting_person *rows;
	size_t n;
};

struct meeting_comment {
	const char *name, *notes, *feedback;
};

struct meeting_comments {
	struct meeting_comment *rows;
	size_t n;
};

struct error store_meeting_add(struct db *db, const struct meeting *meeting, int64_t *id);
/* E_STALE. */
struct error store_meeting_update(struct db *db, const struct meeting *meeting);
/* Until 0: it goes on again. */
struct error store_meeting_end(struct db *db, int64_t id, int64_t ends);
/* The next one of those that start from then until then. */
struct error store_meeting_number(struct db *db, int64_t from, int64_t until, int64_t *number);
struct error store_meeting_get(
	struct db *db, struct arena *arena, int64_t id, struct meeting *meeting);
struct error store_meeting_ids(struct db *db, struct id_list *ids);
/* The newest on the round; E_NOT_FOUND. */
struct error store_meeting_of_round(struct db *db, int64_t round_id, int64_t *id);
struct error store_meeting_of_decision(struct db *db, int64_t decision_id, int64_t *id);
/* `sealed`: for who may not join code and name. */
struct error store_meeting_bars(struct db *db, struct arena *arena, int64_t round_id, bool sealed,
	struct meeting_bars *bars);
struct error store_meeting_item_put(struct db *db, int64_t id, int64_t item_id, int64_t decided);
struct error store_meeting_items(
	struct db *db, struct arena *arena, int64_t id, struct meeting_items *items);
struct error store_meeting_absence_add(
	struct db *db, int64_t id, const struct meeting_absence *absence);
struct error store_meeting_absence_end(struct db *db, int64_t absence_id, int64_t returned);
struct error store_meeting_absences(
	struct db *db, struct arena *arena, int64_t id, struct meeting_absences *absences);
struct error store_meeting_vote_add(
	struct db *db, int64_t id, const struct meeting_vote *vote, int64_t *vote_id);
struct error store_meeting_votes(
	struct db *db, struct arena *arena, int64_t id, struct meeting_votes *votes);

struct error store_meeting_ballot_add(
	struct db *db, int64_t vote_id, int64_t member_id, const char *choice);
struct error store_meeting_ballots(
	struct db *db, struct arena *arena, int64_t id, struct meeting_ballots *ballots);
struct error store_meeting_dissent_add(
	struct db *db, int64_t id, const struct meeting_dissent *dissent);
struct error store_meeting_dissents(
	struct db *db, struct arena *arena, int64_t id, struct meeting_dissents *dissents);
struct error store_meeting_remark_add(
	struct db *db, int64_t id, const struct meeting_remark *remark);
struct error store_meeting_remarks(
	struct db *db, struct arena *arena, int64_t id, struct meeting_remarks *remarks);
struct error store_meeting_person_add(
	struct db *db, int64_t id, const struct meeting_person *person);
struct error store_meeting_persons(
	struct db *db, struct arena *arena, int64_t id, struct meeting_persons *persons);
struct error store_meeting_comments(
	struct db *db, struct arena *arena, int64_t item_id, struct meeting_comments *comments);
