/* SPDX-License-Identifier: MIT
 * A municipality and a solution make a pair; its id is that of its first step, so that it stays the
 * same through all of them. */
#pragma once

#include "db/db.h"

struct adoption {
	int64_t id, municipality_id, team_id;
	const char *team_code, *team_name, *challenge_code;
	const char *state;
	int64_t day;
	const char *source;
	int64_t steps;
};

struct adoption_step {
	const char *state;
	int64_t day;
	const char *source;
};

struct adoption_steps {
	struct adoption_step *rows;
	size_t n;
};

struct adoption_count {
	const char *state;
	int64_t n;
};

struct adoption_counts {
	struct adoption_count *rows;
	size_t n;
};

enum adoption_sort {
	ADOPTION_BY_TEAM,
	ADOPTION_BY_MUNICIPALITY,
	ADOPTION_BY_STATE,
	ADOPTION_BY_DAY
};

struct error store_adoption_add(struct db *db, const struct adoption *step, int64_t *id);
/* team_id 0: of all solutions. Names sort as in `lang`. */
struct error store_adoption_ids(struct db *db, enum adoption_sort sort, int64_t team_id,
	const char *lang, struct id_list *ids);
struct error store_adoption_of_municipality(
	struct db *db, int64_t municipality_id, struct id_list *ids);
/* How often one took up, or gave up, a team's solution: 0 as long as nobody has. */
struct error store_adoption_steps_of_team(struct db *db, int64_t team_id, int64_t *n);
/* The pair as it stands. */
struct error store_adoption_get(
	struct db *db, struct arena *arena, int64_t id, struct adoption *adoption);
struct error store_adoption_find(
	struct db *db, int64_t municipality_id, int64_t team_id, int64_t *id);
/* In the order they were recorded. */
struct error store_adoption_steps(
	struct db *db, struct arena *arena, int64_t id, struct adoption_steps *steps);
struct error store_adoption_counts(
	struct db *db, struct arena *arena, struct adoption_counts *counts);
/* Municipalities that pilot or use at least one solution. */
struct error store_adoption_municipalities(struct db *db, int64_t *n);
/* Teams whose solution can be adopted, winners first. */
struct error store_adoption_teams(struct db *db, struct id_list *team_ids);
