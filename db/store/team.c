/* SPDX-License-Identifier: MIT */
#include "db/store/team.h"

#include "db/base/sortkey.h"

struct error store_team_add(struct db *db, const struct team *t, int64_t *id)
{
	struct arena arena = { 0 };
	struct sortkey key = sortkey_make(&arena, t->name);
	struct error e = db_insert(db, Q_TEAM_ADD,
		ARGS(I64(t->number), TXT(t->code), TXT(t->name), value_blob(key.bytes, key.n),
			TXT(t->kind), I64(t->challenge_id), value_ref(t->organization_id)),
		id);

	arena_clear(&arena);
	return e;
}

struct error store_team_update(struct db *db, const struct team *t)
{
	struct arena arena = { 0 };
	struct sortkey key = sortkey_make(&arena, t->name);
	struct error e = db_run(db, Q_TEAM_UPDATE,
		ARGS(TXT(t->name), value_blob(key.bytes, key.n), TXT(t->kind),
			value_ref(t->organization_id), I64(t->id), I64(t->v)));

	arena_clear(&arena);
	TRY(e);
	return db_changes(db) == 1 ? ok() : fail(E_STALE, NULL);
}

struct error store_team_set_state(struct db *db, int64_t id, const char *state)
{
	return db_run(db, Q_TEAM_SET_STATE, ARGS(TXT(state), I64(id)));
}

struct error store_team_delete(struct db *db, int64_t id)
{
	TRY(db_run(db, Q_TEAM_DELETE_MEMBERS, ARGS(I64(id))));
	return db_run(db, Q_TEAM_DELETE, ARGS(I64(id)));
}

struct error store_team_bump(struct db *db, int64_t id)
{
	return db_run(db, Q_TEAM_BUMP, ARGS(I64(id)));
}

static const struct row_field team_fields[] = {
	{ FIELD_INT, offsetof(struct team, id) },
	{ FIELD_INT, offsetof(struct team, number) },
	{ FIELD_TEXT, offsetof(struct team, code) },
	{ FIELD_TEXT, offsetof(struct team, name) },
	{ FIELD_TEXT, offsetof(struct team, kind) },
	{ FIELD_INT, offsetof(struct team, challenge_id) },
	{ FIELD_TEXT, offsetof(struct team, challenge) },
	{ FIELD_INT, offsetof(struct team, organization_id) },
	{ FIELD_TEXT, offsetof(struct team, state) },
	{ FIELD_INT, offsetof(struct team, v) },
	{ FIELD_INT, offsetof(struct team, members) },
	{ FIELD_INT, offsetof(struct team, application_id) },
	{ FIELD_INT, offsetof(struct team, solution_id) },
};
static const struct shape team_shape = { sizeof(struct team), team_fields, LEN(team_fields) };

struct error store_team_get(struct db *db, struct arena *arena, int64_t id, struct team *team)
{
	return db_row(db, Q_TEAM_GET, ARGS(I64(id)), &team_shape, arena, team);
}

struct error store_team_find(struct db *db, const char *text, struct id_list *ids)
{
	return db_ids(db, Q_TEAM_FIND, ARGS(TXT(text)), ids);
}

struct error store_team_ids(
	struct db *db, int64_t challenge_id, const char *state, struct id_list *ids)
{
	return db_ids(db, Q_TEAM_IDS, ARGS(value_ref(challenge_id), TXT(state)), ids);
}

struct error store_team_count(struct db *db, int64_t challenge_id, const char *state, int64_t *n)
{
	return db_number(db, Q_TEAM_COUNT, ARGS(value_ref(challenge_id), TXT(state)), n);
}

struct error store_team_member_add(struct db *db, const struct team_member *m, int64_t *id)
{
	return db_insert(db, Q_TEAM_MEMBER_ADD,
		ARGS(I64(m->team_id), I64(m->person_id), TXT(m->role), I64(m->consent),
			value_ref(m->from)),
		id);
}

struct error store_team_member_end(struct db *db, int64_t id, int64_t day)
{
	return db_run(db, Q_TEAM_MEMBER_END, ARGS(I64(day), I64(id)));
}

struct error store_team_member_set(struct db *db, int64_t id, const char *role, bool consent)
{
	return db_run(db, Q_TEAM_MEMBER_SET, ARGS(TXT(role), I64(consent), I64(id)));
}

static const struct row_field member_fields[] = {
	{ FIELD_INT, offsetof(struct team_member, id) },
	{ FIELD_INT, offsetof(struct team_member, team_id) },
	{ FIELD_INT, offsetof(struct team_member, person_id) },
	{ FIELD_TEXT, offsetof(struct team_member, name) },
	{ FIELD_TEXT, offsetof(struct team_member, email) },
	{ FIELD_TEXT, offsetof(struct team_member, role) },
	{ FIELD_BOOL, offsetof(struct team_member, consent) },
	{ FIELD_INT, offsetof(struct team_member, from) },
	{ FIELD_INT, offsetof(struct team_member, to) },
};
static const struct shape member_shape = { sizeof(struct team_member), member_fields,
	LEN(member_fields) };

struct error store_team_members(
	struct db *db, struct arena *arena, int64_t team_id, struct team_members *members)
{
	return db_rows(db, Q_TEAM_MEMBERS, ARGS(I64(team_id)), &member_shape, arena, &members->rows,
		&members->n);
}

struct error store_team_act_add(
	struct db *db, int64_t team_id, const struct team_act *act, int64_t account_id)
{
	return db_run(db, Q_TEAM_ACT_ADD,
		ARGS(I64(team_id), TXT(act->act), I64(act->at), TXT(act->before), TXT(act->reason),
			value_ref(account_id)));
}

struct error store_team_acts(
	struct db *db, struct arena *arena, int64_t team_id, struct team_acts *acts)
{
	static const struct row_field fields[] = {
		{ FIELD_TEXT, offsetof(struct team_act, act) },
		{ FIELD_INT, offsetof(struct team_act, at) },
		{ FIELD_TEXT, offsetof(struct team_act, before) },
		{ FIELD_TEXT, offsetof(struct team_act, reason) },
		{ FIELD_TEXT, offsetof(struct team_act, who) },
	};
	static const struct shape shape = { sizeof(struct team_act), fields, LEN(fields) };

	return db_rows(db, Q_TEAM_ACTS, ARGS(I64(team_id)), &shape, arena, &acts->rows, &acts->n);
}

struct error store_team_decision(
	struct db *db, int64_t team_id, const char *kind, int64_t *decision_id)
{
	return db_number(db, Q_TEAM_DECISION, ARGS(I64(team_id), TXT(kind)), decision_id);
}
