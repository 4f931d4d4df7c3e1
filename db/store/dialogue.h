/* SPDX-License-Identifier: MIT */
#pragma once

#include "db/db.h"

struct dialogue {
	int64_t id, round_id;
	const char *round_key;
	int64_t number;    /* in its round */
	int64_t item_id;   /* of the round */
	const char *code;  /* the round's: "K-QDJ" */
	int64_t member_id; /* of the panel; 0: the jury as a whole asks */
	const char *asker; /* that member's name, "" for the jury */
	const char *text;
	int64_t asked;
	const char *passed_text; /* what the entrant read; "": not handed on yet */
	int64_t passed;          /* 0: not yet, as the next */
	const char *received;    /* what the entrant wrote */
	const char *answer;      /* the same, masked: what the jury reads */
	const char *reason;      /* why it may have what could tell whose it is */
	int64_t answered;
	/* The sender's side. */
	int64_t submission_id;
	const char *submission_code, *team;
	int64_t v;
};

/* `by`: the account that does it. */
struct error store_dialogue_add(
	struct db *db, const struct dialogue *dialogue, int64_t by, int64_t *id);
/* E_STALE if somebody was faster, as the next. */
struct error store_dialogue_pass(struct db *db, const struct dialogue *dialogue, int64_t by);
struct error store_dialogue_answer(struct db *db, const struct dialogue *dialogue, int64_t by);
struct error store_dialogue_get(
	struct db *db, struct arena *arena, int64_t id, struct dialogue *dialogue);
struct error store_dialogue_find(struct db *db, int64_t round_id, int64_t number, int64_t *id);
/* 0: of all. */
struct error store_dialogue_ids(
	struct db *db, int64_t round_id, int64_t item_id, struct id_list *ids);
struct error store_dialogue_of_submission(
	struct db *db, int64_t submission_id, struct id_list *ids);
/* Those that are not answered, the oldest first. */
struct error store_dialogue_open_ids(struct db *db, struct id_list *ids);
