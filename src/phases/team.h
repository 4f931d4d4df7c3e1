/* SPDX-License-Identifier: MIT
 * Teams: they come with their application to one challenge, change, withdraw, move up from the
 * reserve, decline. Each act has its day and reason; a state is never simply overwritten. */
#pragma once

#include "db/store/team.h"
#include "src/ground/act.h"

/* A member as typed: a person of the register when the e-mail address is known there, else a new
 * one. */
struct member_input {
	const char *name, *email, *role; /* email and role may be NULL or "" */
	bool consent;
};

enum { MEMBERS_MAX = 40 };
/* "Maija Malli maija@malli.example", the address in <> or () or without: one on a line, or between
 * semicolons. How many were filled, at most MEMBERS_MAX. */
size_t members_read(
	struct arena *arena, const char *text, struct member_input members[MEMBERS_MAX]);
/* The same with addresses on lines of their own, in the order of the names; empty lines keep the
 * order. */
enum member_fault { MEMBERS_GOOD, MEMBERS_NAMELESS, MEMBERS_TOO_MANY };
enum member_fault members_pair(struct arena *arena, const char *names, const char *emails,
	struct member_input members[MEMBERS_MAX], size_t *n);

/* `v` must be the version that was read. Name, kind and organization. */
struct error team_update(struct context *ctx, const struct team *team);
struct error team_get(struct context *ctx, struct arena *arena, int64_t id, struct team *team);
/* By code, else by name, whatever the case: E_NOT_FOUND (field "team"), E_RULE when several have
 * the name. */
struct error team_find(struct context *ctx, const char *text, int64_t *id);
/* In the order of challenges and numbers. Challenge 0: all. State NULL: any; "going_on": those that
 * were selected and the winners among them. */
struct error team_ids(
	struct context *ctx, int64_t challenge_id, const char *state, struct id_list *ids);
struct error team_count(struct context *ctx, int64_t challenge_id, const char *state, int64_t *n);
/* Ids whose code, name or organization has these words, in no order. */
struct error team_search(struct context *ctx, const char *words, struct id_list *ids);

enum team_act_kind { TEAM_WITHDRAW, TEAM_PROMOTE, TEAM_DECLINE, TEAM_RESTORE, TEAM_ACT_COUNT };
extern const struct act team_act_rows[TEAM_ACT_COUNT];
/* Needs a reason. Promoting takes a reserve on, or makes the next in order the winner once one has
 * declined. Withdrawing also withdraws what the team has handed in and is not decided on. */
struct error team_act(struct context *ctx, int64_t id, enum team_act_kind act, const char *reason);
struct error team_acts(
	struct context *ctx, struct arena *arena, int64_t id, struct team_acts *acts);

/* Present members first, then those who left. */
struct error team_members(
	struct context *ctx, struct arena *arena, int64_t id, struct team_members *members);
/* Day 0 is today. Changes after the application need a reason. */
struct error team_member_add(struct context *ctx, int64_t team_id,
	const struct member_input *member, int64_t day, const char *reason);
/* The present member with that name or address (`email` may be ""), whatever the case; E_RULE when
 * several fit. */
struct error team_member_find(struct context *ctx, int64_t team_id, const char *name,
	const char *email, int64_t *member_id);
struct error team_member_end(
	struct context *ctx, int64_t team_id, int64_t member_id, int64_t day, const char *reason);
/* E_NOT_FOUND "member" if that team has no such present member. */
struct error team_member_get(struct context *ctx, struct arena *arena, int64_t team_id,
	int64_t member_id, struct team_member *member);
/* What the member is in the team, and whether the name may be published. */
struct error team_member_set(
	struct context *ctx, int64_t team_id, int64_t member_id, const char *role, bool consent);

/* For functions that have a transaction of their own. */
struct error team_clean(struct context *ctx, struct arena *arena, struct team *team);
struct error team_insert(struct context *ctx, struct arena *arena, struct team *team,
	const struct member_input *members, size_t n, const char *lang, int64_t *id);
