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
	{ COLUMN(struct team, code), .name = "code", .word = NC_("field", "Code"),
		.meaning = MEANS_LINE },
	{ COLUMN(struct team, name), .name = "name", .code = "team", .word = NC_("field", "Team"),
		.meaning = MEANS_LINE, .in = IN_ADD | IN_EDIT | IN_TOLD | IN_REQUIRED },
	{ COLUMN(struct team, kind), .name = "kind", .word = NC_("field", "Kind"),
		.meaning = MEANS_CODE, .words = WORDS_TEAM_KIND,
		.in = IN_ADD | IN_EDIT | IN_TOLD | IN_REQUIRED },
	{ COLUMN(struct team, challenge_id), .name = "challenge", .word = NC_("field", "Challenge"),
		.brief = NC_("column", "Ch."), .meaning = MEANS_REF, .of = "challenge",
		.in = IN_ADD | IN_TOLD | IN_REQUIRED },
	{ COLUMN(struct team, challenge), .shows = "challenge" },
	{ COLUMN_OR_NONE(struct team, organization_id), .name = "organization",
		.word = NC_("field", "Organization"), .meaning = MEANS_REF, .of = "organization",
		.in = IN_ADD | IN_EDIT | IN_TOLD },
	{ COLUMN(struct team, state), .name = "state", .word = NC_("field", "State"),
		.meaning = MEANS_CODE, .words = WORDS_TEAM_STATE, .in = IN_TOLD },
	{ COLUMN(struct team, v) },
	{ COLUMN(struct team, members), .name = "members", .word = NC_("field", "Members"),
		.brief = NC_("column", "Mem."), .meaning = MEANS_NUMBER },
	{ COLUMN(struct team, application_id) },
	{ COLUMN(struct team, solution_id) },
};
const struct record record_of_team = RECORD_OF(team, "team");

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
	return db_put(db, Q_TEAM_MEMBER_ADD, m, NO_ARGS, id);
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
	{ COLUMN(struct team_member, team_id), .name = "team", .word = NC_("field", "Team"),
		.meaning = MEANS_REF, .of = "team", .in = IN_TOLD },
	{ COLUMN(struct team_member, person_id), .name = "person", .word = NC_("field", "Person"),
		.meaning = MEANS_REF, .of = "person", .in = IN_TOLD },
	{ COLUMN(struct team_member, name), .name = "name", .code = "member",
		.word = NC_("field", "Member"), .meaning = MEANS_LINE, .in = IN_ADD | IN_REQUIRED },
	{ COLUMN(struct team_member, email), .name = "email", .code = "member_email",
		.word = NC_("field", "Member's e-mail"), .meaning = MEANS_EMAIL, .in = IN_ADD,
		.seen_by = SEEN_BY_CONTACT },
	{ COLUMN(struct team_member, role), .name = "role", .word = NC_("field", "Role"),
		.meaning = MEANS_LINE, .in = IN_ADD | IN_EDIT, .seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct team_member, consent), .name = "consent",
		.word = NC_("field", "Name may be published"), .meaning = MEANS_FLAG,
		.words = WORDS_CONSENT, .in = IN_ADD | IN_EDIT | IN_TOLD },
	{ COLUMN_AS_OR_NONE(struct team_member, from, "valid_from"), .name = "from",
		.code = "valid_from", .word = NC_("field", "Valid from"), .meaning = MEANS_DAY,
		.in = IN_ADD | IN_TOLD },
	{ COLUMN_AS(struct team_member, to, "valid_to"), .name = "to", .code = "valid_to",
		.word = NC_("field", "Valid to"), .meaning = MEANS_DAY, .in = IN_TOLD },
};
const struct record record_of_team_member = RECORD_OF(team_member, "team_member");

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
	{ COLUMN(struct team_act, reason), .name = "reason", .word = NC_("field", "Reason"),
		.meaning = MEANS_LINES, .seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct team_act, who) },
	{ NOWHERE("team_id"), .name = "team", .word = NC_("field", "Team"), .meaning = MEANS_REF,
		.of = "team", .in = IN_TOLD },
};
const struct record record_of_team_act = RECORD_OF(team_act, "team_act");

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
