/* SPDX-License-Identifier: MIT */
#include "db/store/team.h"

#include "db/base/sortkey.h"

struct error store_team_add(struct db *db, const struct team *t, int64_t *id)
{
	struct arena arena = { 0 };
	struct sortkey key = sortkey_make(&arena, t->name);
	struct error e = db_put(db, Q_TEAM_ADD, t, ARGS(BLOB("name_key", key.bytes, key.n)), id);

	arena_clear(&arena);
	return e;
}

struct error store_team_update(struct db *db, const struct team *t)
{
	struct arena arena = { 0 };
	struct sortkey key = sortkey_make(&arena, t->name);
	struct error e =
		db_put(db, Q_TEAM_UPDATE, t, ARGS(BLOB("name_key", key.bytes, key.n)), NULL);

	arena_clear(&arena);
	TRY(e);
	return db_changes(db) == 1 ? ok() : fail(E_STALE, NULL);
}

struct error store_team_set_state(struct db *db, int64_t id, const char *state)
{
	return db_run(db, Q_TEAM_SET_STATE, ARGS(TXT("state", state), I64("id", id)));
}

struct error store_team_delete(struct db *db, int64_t id)
{
	TRY(db_run(db, Q_TEAM_DELETE_MEMBERS, ARGS(I64("id", id))));
	return db_run(db, Q_TEAM_DELETE, ARGS(I64("id", id)));
}

struct error store_team_bump(struct db *db, int64_t id)
{
	return db_run(db, Q_TEAM_BUMP, ARGS(I64("id", id)));
}

static const struct field team_fields[] = {
	{ COLUMN(struct team, id) },
	{ COLUMN(struct team, number) },
	{ COLUMN(struct team, code) },
	{ COLUMN(struct team, name) },
	{ COLUMN(struct team, kind) },
	{ COLUMN(struct team, challenge_id) },
	{ COLUMN(struct team, challenge) },
	{ COLUMN_OR_NONE(struct team, organization_id) },
	{ COLUMN(struct team, state) },
	{ COLUMN(struct team, v) },
	{ COLUMN(struct team, members) },
	{ COLUMN(struct team, application_id) },
	{ COLUMN(struct team, solution_id) },
};
const struct record record_of_team = RECORD(team);

struct error store_team_get(struct db *db, struct arena *arena, int64_t id, struct team *team)
{
	return db_row(db, Q_TEAM_GET, ARGS(I64("id", id)), arena, team);
}

struct error store_team_find(struct db *db, const char *text, struct id_list *ids)
{
	return db_ids(db, Q_TEAM_FIND, ARGS(TXT("text", text)), ids);
}

struct error store_team_ids(
	struct db *db, int64_t challenge_id, const char *state, struct id_list *ids)
{
	return db_ids(
		db, Q_TEAM_IDS, ARGS(REF("challenge_id", challenge_id), TXT("state", state)), ids);
}

struct error store_team_count(struct db *db, int64_t challenge_id, const char *state, int64_t *n)
{
	return db_number(
		db, Q_TEAM_COUNT, ARGS(REF("challenge_id", challenge_id), TXT("state", state)), n);
}

struct error store_team_member_add(struct db *db, const struct team_member *m, int64_t *id)
{
	return db_put(db, Q_TEAM_MEMBER_ADD, m, ARGS(REF("valid_from", m->from)), id);
}

struct error store_team_member_end(struct db *db, int64_t id, int64_t day)
{
	return db_run(db, Q_TEAM_MEMBER_END, ARGS(I64("valid_to", day), I64("id", id)));
}

struct error store_team_member_set(struct db *db, int64_t id, const char *role, bool consent)
{
	return db_run(db, Q_TEAM_MEMBER_SET,
		ARGS(TXT("role", role), I64("consent", consent), I64("id", id)));
}

static const struct field team_member_fields[] = {
	{ COLUMN(struct team_member, id) },
	{ COLUMN(struct team_member, team_id) },
	{ COLUMN(struct team_member, person_id) },
	{ COLUMN(struct team_member, name) },
	{ COLUMN(struct team_member, email) },
	{ COLUMN(struct team_member, role) },
	{ COLUMN(struct team_member, consent) },
	{ COLUMN(struct team_member, from) },
	{ COLUMN(struct team_member, to) },
};
const struct record record_of_team_member = RECORD(team_member);

struct error store_team_members(
	struct db *db, struct arena *arena, int64_t team_id, struct team_members *members)
{
	return db_rows(db, Q_TEAM_MEMBERS, ARGS(I64("team_id", team_id)), arena, &members->rows,
		&members->n);
}

struct error store_team_act_add(
	struct db *db, int64_t team_id, const struct team_act *act, int64_t account_id)
{
	return db_put(db, Q_TEAM_ACT_ADD, act,
		ARGS(I64("team_id", team_id), REF("account_id", account_id)), NULL);
}

static const struct field team_act_fields[] = {
	{ COLUMN(struct team_act, act) },
	{ COLUMN(struct team_act, at) },
	{ COLUMN(struct team_act, before) },
	{ COLUMN(struct team_act, reason) },
	{ COLUMN(struct team_act, who) },
};
const struct record record_of_team_act = RECORD(team_act);

struct error store_team_acts(
	struct db *db, struct arena *arena, int64_t team_id, struct team_acts *acts)
{
	return db_rows(
		db, Q_TEAM_ACTS, ARGS(I64("team_id", team_id)), arena, &acts->rows, &acts->n);
}

struct error store_team_decision(
	struct db *db, int64_t team_id, const char *kind, int64_t *decision_id)
{
	return db_number(
		db, Q_TEAM_DECISION, ARGS(I64("team_id", team_id), TXT("kind", kind)), decision_id);
}
