/* SPDX-License-Identifier: MIT */
#include "db/store/organization.h"

#include <string.h>

#include "db/base/sortkey.h"

/* "" is no business ID. */
static struct value business_id(const char *name, const struct organization *organization)
{
	const char *id = organization->business_id;

	return TXT(name, id == NULL || *id == '\0' ? NULL : id);
}

struct error store_organization_add(
	struct db *db, const struct organization *organization, int64_t *id)
{
	struct arena arena = { 0 };
	struct sortkey fi = sortkey_make(&arena, organization->name_fi);
	struct sortkey sv = sortkey_make(&arena, organization->name_sv);
	struct error e = db_put(db, Q_ORGANIZATION_ADD, organization,
		ARGS(business_id("business_id", organization), BLOB("name_fi_key", fi.bytes, fi.n),
			BLOB("name_sv_key", sv.bytes, sv.n)),
		id);

	arena_clear(&arena);
	return e;
}

struct error store_organization_update(struct db *db, const struct organization *organization)
{
	struct arena arena = { 0 };
	struct sortkey fi = sortkey_make(&arena, organization->name_fi);
	struct sortkey sv = sortkey_make(&arena, organization->name_sv);
	struct error e = db_put(db, Q_ORGANIZATION_UPDATE, organization,
		ARGS(business_id("business_id", organization), BLOB("name_fi_key", fi.bytes, fi.n),
			BLOB("name_sv_key", sv.bytes, sv.n)),
		NULL);

	arena_clear(&arena);
	TRY(e);
	return db_changes(db) == 1 ? ok() : fail(E_STALE, NULL);
}

struct error store_organization_delete(struct db *db, int64_t id)
{
	return db_run(db, Q_ORGANIZATION_DELETE, ARGS(I64("id", id)));
}

static const struct field organization_fields[] = {
	{ COLUMN(struct organization, id) },
	{ COLUMN(struct organization, kind) },
	{ COLUMN(struct organization, business_id) },
	{ COLUMN(struct organization, name_fi) },
	{ COLUMN(struct organization, name_sv) },
	{ COLUMN_OR_NONE(struct organization, valid_from) },
	{ COLUMN_OR_NONE(struct organization, valid_to) },
	{ COLUMN(struct organization, v) },
};
const struct record record_of_organization = RECORD(organization);

struct error store_organization_get(
	struct db *db, struct arena *arena, int64_t id, struct organization *organization)
{
	return db_row(db, Q_ORGANIZATION_GET, ARGS(I64("id", id)), arena, organization);
}

struct error store_organization_ids(
	struct db *db, const char *lang, const char *kind, struct id_list *ids)
{
	enum query query = strcmp(lang, "sv") == 0 ? Q_ORGANIZATION_IDS_SV : Q_ORGANIZATION_IDS_FI;

	return db_ids(db, query, ARGS(TXT("kind", kind)), ids);
}

struct error store_organization_find(struct db *db, const char *name, struct id_list *ids)
{
	return db_ids(db, Q_ORGANIZATION_FIND, ARGS(TXT("name", name)), ids);
}

struct error store_organization_name_add(struct db *db, int64_t id, const char *name)
{
	return db_run(
		db, Q_ORGANIZATION_NAME_ADD, ARGS(I64("organization_id", id), TXT("name", name)));
}

static const struct field text_row_fields[] = {
	{ COLUMN(struct text_row, text) },
};
const struct record record_of_text_row = RECORD(text_row);

struct error store_organization_names(
	struct db *db, struct arena *arena, int64_t id, struct text_rows *names)
{
	return db_rows(
		db, Q_ORGANIZATION_NAMES, ARGS(I64("id", id)), arena, &names->rows, &names->n);
}

struct error store_partner_add(struct db *db, const struct partner *partner, int64_t *id)
{
	return db_put(db, Q_PARTNER_ADD, partner, NO_ARGS, id);
}

struct error store_partner_end(struct db *db, int64_t id, int64_t day)
{
	return db_run(db, Q_PARTNER_END, ARGS(I64("valid_to", day), I64("id", id)));
}

struct error store_partner_ids(struct db *db, int64_t day, struct id_list *ids)
{
	return db_ids(db, Q_PARTNER_IDS, ARGS(REF("day", day)), ids);
}

static const struct field partner_fields[] = {
	{ COLUMN(struct partner, id) },
	{ COLUMN(struct partner, organization_id) },
	{ COLUMN(struct partner, name_fi) },
	{ COLUMN(struct partner, name_sv) },
	{ COLUMN(struct partner, kind) },
	{ COLUMN_OR_NONE(struct partner, valid_from) },
	{ COLUMN_OR_NONE(struct partner, valid_to) },
};
const struct record record_of_partner = RECORD(partner);

struct error store_partner_get(
	struct db *db, struct arena *arena, int64_t id, struct partner *partner)
{
	return db_row(db, Q_PARTNER_GET, ARGS(I64("id", id)), arena, partner);
}
