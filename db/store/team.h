/* SPDX-License-Identifier: MIT */
#pragma once

#include "db/db.h"

struct team {
	int64_t id, number;
	const char *code, *name, *kind;
	int64_t challenge_id;
	const char *challenge;   /* its code */
	int64_t organization_id; /* 0: none */
	const char *state;
	int64_t v;
	int64_t members;                     /* now */
	int64_t application_id, solution_id; /* 0: none */
};

struct team_member {
	int64_t id, team_id, person_id;
	const char *name, *email, *role;
	bool consent;     /* to publish the name */
	int64_t from, to; /* days; 0: open */
};

struct team_members {
	struct team_member *rows;
	size_t n;
};

struct team_act {
	const char *act;
	int64_t at;
	const char *before, *reason, *who;
};

struct team_acts {
	struct team_act *rows;
	size_t n;
};

struct error store_team_add(struct db *db, const struct team *team, int64_t *id);
struct error store_team_update(struct db *db, const struct team *team);
struct error store_team_set_state(struct db *db, int64_t id, const char *state);
/* With its members; E_IN_USE if anything else refers to it. */
struct error store_team_delete(struct db *db, int64_t id);
struct error store_team_bump(struct db *db, int64_t id);
struct error store_team_get(struct db *db, struct arena *arena, int64_t id, struct team *team);
/* By code, else by name. */
/* By code or name, whatever the case; at most two ids. */
struct error store_team_find(struct db *db, const char *text, struct id_list *ids);
/* Challenge 0: all. State NULL: any; "going_on": selected and winners. */
struct error store_team_ids(
	struct db *db, int64_t challenge_id, const char *state, struct id_list *ids);
struct error store_team_count(struct db *db, int64_t challenge_id, const char *state, int64_t *n);

struct error store_team_member_add(struct db *db, const struct team_member *member, int64_t *id);
struct error store_team_member_end(struct db *db, int64_t id, int64_t day);
struct error store_team_member_set(struct db *db, int64_t id, const char *role, bool consent);
/* Present ones first. */
struct error store_team_members(
	struct db *db, struct arena *arena, int64_t team_id, struct team_members *members);

struct error store_team_act_add(
	struct db *db, int64_t team_id, const struct team_act *act, int64_t account_id);
struct error store_team_acts(
	struct db *db, struct arena *arena, int64_t team_id, struct team_acts *acts);
/* The signed decision in force on the team's submission of that kind; 0: none. */
struct error store_team_decision(
	struct db *db, int64_t team_id, const char *kind, int64_t *decision_id);
