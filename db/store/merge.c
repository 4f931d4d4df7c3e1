/* SPDX-License-Identifier: MIT */
#include "db/store/merge.h"

#include "db/store/person.h"

static const struct field register_merge_fields[] = {
	{ NOWHERE("kind"), .name = "kind", .word = NC_("field", "Kind"), .meaning = MEANS_CODE,
		.words = WORDS_FIELD, .in = IN_TOLD },
	{ NOWHERE("reason"), .name = "reason", .word = NC_("field", "Reason"),
		.meaning = MEANS_LINES, .seen_by = SEEN_BY_OFFICE },
};
extern const struct record record_of_register_merge;
const struct record record_of_register_merge = RECORD_WITHOUT(register_merge, "register_merge");

static struct error clashes_of(struct db *db, enum query query, struct arena *arena, int64_t keep,
	int64_t gone, struct text_rows *clashes)
{
	return db_rows(db, query, ARGS(I64("keep", keep), I64("gone", gone)), arena, &clashes->rows,
		&clashes->n);
}

struct error store_person_merge_clashes(
	struct db *db, struct arena *arena, int64_t keep, int64_t gone, struct text_rows *clashes)
{
	return clashes_of(db, Q_PERSON_MERGE_CLASHES, arena, keep, gone, clashes);
}

struct error store_organization_merge_clashes(
	struct db *db, struct arena *arena, int64_t keep, int64_t gone, struct text_rows *clashes)
{
	return clashes_of(db, Q_ORGANIZATION_MERGE_CLASHES, arena, keep, gone, clashes);
}

static struct error move_all(
	struct db *db, const enum query *moves, size_t n, int64_t keep, int64_t gone)
{
	for (size_t i = 0; i < n; i++)
		TRY(db_run(db, moves[i], ARGS(I64("keep", keep), I64("gone", gone))));
	return ok();
}

struct error store_person_merge(struct db *db, int64_t keep, int64_t gone, const char *name)
{
	static const enum query moves[] = { Q_PERSON_MERGE_ACCOUNTS, Q_PERSON_MERGE_ROLES,
		Q_PERSON_MERGE_MEMBERS, Q_PERSON_MERGE_MENTORS, Q_PERSON_MERGE_NAMES };

	TRY(move_all(db, moves, LEN(moves), keep, gone));
	TRY(db_run(db, Q_PERSON_MERGE_FILL, ARGS(I64("gone", gone), I64("keep", keep))));
	TRY(store_person_name_add(db, keep, name, 0));
	return store_person_delete(db, gone);
}

struct error store_organization_merge(struct db *db, int64_t keep, const struct organization *gone)
{
	static const enum query moves[] = { Q_ORGANIZATION_MERGE_ROLES,
		Q_ORGANIZATION_MERGE_PARTNERS, Q_ORGANIZATION_MERGE_SUBMISSIONS,
		Q_ORGANIZATION_MERGE_VERSIONS, Q_ORGANIZATION_MERGE_COAPPLICANTS,
		Q_ORGANIZATION_MERGE_TEAMS, Q_ORGANIZATION_MERGE_NAMES };

	TRY(move_all(db, moves, LEN(moves), keep, gone->id));
	TRY(store_organization_delete(db, gone->id));
	return db_run(db, Q_ORGANIZATION_MERGE_FILL,
		ARGS(TXT("business_id", gone->business_id),
			TXT("registry_email", gone->registry_email),
			TXT("registry_post", gone->registry_post), I64("keep", keep)));
}

struct error store_merge_add(struct db *db, const char *kind, int64_t keep, int64_t gone,
	int64_t at, const char *reason, int64_t account_id)
{
	return db_run(db, Q_REGISTER_MERGE_ADD,
		ARGS(TXT("kind", kind), I64("kept", keep), I64("gone", gone), I64("at", at),
			TXT("reason", reason), REF("account_id", account_id)));
}
