/* SPDX-License-Identifier: MIT */
#pragma once

#include "db/db.h"
#include "db/store/submission.h"

struct challenge {
	int64_t id, number;
	const char *code, *title_fi, *title_sv, *title_en, *text_fi, *text_sv;
	int64_t pilot_id;
	const char
		*procurement; /* its kind; NULL in what is stored: as it is, or a design contest */
	int64_t notice;       /* the day of the contest notice; 0: not known */
	int64_t value;        /* estimated then, in cents without VAT; 0: not known */
	int64_t v;
};

struct error store_challenge_add(struct db *db, const struct challenge *challenge, int64_t *id);
struct error store_challenge_update(struct db *db, const struct challenge *challenge);
struct error store_challenge_get(
	struct db *db, struct arena *arena, int64_t id, struct challenge *challenge);
struct error store_challenge_ids(struct db *db, struct id_list *ids);
struct error store_challenge_find(struct db *db, const char *code, int64_t *id);
struct error store_challenge_problem_add(
	struct db *db, int64_t challenge_id, int64_t submission_id);
struct error store_challenge_problems(struct db *db, struct arena *arena, int64_t challenge_id,
	struct submission_titles *problems);
/* E_NOT_FOUND if the problem has become none. */
struct error store_challenge_of_problem(
	struct db *db, int64_t submission_id, int64_t *challenge_id);
