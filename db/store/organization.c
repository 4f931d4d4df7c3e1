/* SPDX-License-Identifier: MIT */
#include "db/store/organization.h"

#include <string.h>

#include "db/base/sortkey.h"

/* "" is no business ID. */
static struct value business_id(const struct organization *organization)
{
	const char *id = organization->business_id;

	return TXT(id == NULL || *id == '\0' ? NULL : id);
}

struct error store_organization_add(
	struct db *db, const struct organization *organization, int64_t *id)
{
	struct arena arena = { 0 };
	struct sortkey fi = sortkey_make(&arena, organization->name_fi);
	struct sortkey sv = sortkey_make(&arena, organization->name_sv);
	struct error e = db_insert(db, Q_ORGANIZATION_ADD,
		ARGS(TXT(organization->kind), business_id(organization), TXT(organization->name_fi),
			TXT(organization->name_sv), value_blob(fi.bytes, fi.n),
			value_blob(sv.bytes, sv.n), value_ref(organization->valid_from),
			value_ref(organization->valid_to)),
		id);

	arena_clear(&arena);
	return e;
}

struct error store_organization_update(struct db *db, const struct organization *organization)
{
	struct arena arena = { 0 };
	struct sortkey fi = sortkey_make(&arena, organization->name_fi);
	struct sortkey sv = sortkey_make(&arena, organization->name_sv);
	struct error e = db_run(db, Q_ORGANIZATION_UPDATE,
		ARGS(TXT(organization->kind), business_id(organization), TXT(organization->name_fi),
			TXT(organization->name_sv), value_blob(fi.bytes, fi.n),
			value_blob(sv.bytes, sv.n), value_ref(organization->valid_from),
			value_ref(organization->valid_to), I64(organization->id),
			I64(organization->v)));

	arena_clear(&arena);
	TRY(e);
	return db_changes(db) == 1 ? ok() : fail(E_STALE, NULL);
}

struct error store_organization_delete(struct db *db, int64_t id)
{
	return db_run(db, Q_ORGANIZATION_DELETE, ARGS(I64(id)));
}

struct error store_organization_get(
	struct db *db, struct arena *arena, int64_t id, struct organization *organization)
{
	static const struct row_field fields[] = {
		{ FIELD_INT, offsetof(struct organization, id) },
		{ FIELD_TEXT, offsetof(struct organization, kind) },
		{ FIELD_TEXT, offsetof(struct organization, business_id) },
		{ FIELD_TEXT, offsetof(struct organization, name_fi) },
		{ FIELD_TEXT, offsetof(struct organization, name_sv) },
		{ FIELD_INT, offsetof(struct organization, valid_from) },
		{ FIELD_INT, offsetof(struct organization, valid_to) },
		{ FIELD_INT, offsetof(struct organization, v) },
	};
	static const struct shape shape = { sizeof(struct organization), fields, LEN(fields) };

	return db_row(db, Q_ORGANIZATION_GET, ARGS(I64(id)), &shape, arena, organization);
}

struct error store_organization_ids(
	struct db *db, const char *lang, const char *kind, struct id_list *ids)
{
	enum query query = strcmp(lang, "sv") == 0 ? Q_ORGANIZATION_IDS_SV : Q_ORGANIZATION_IDS_FI;

	return db_ids(db, query, ARGS(TXT(kind)), ids);
}

struct error store_organization_find(struct db *db, const char *name, struct id_list *ids)
{
	return db_ids(db, Q_ORGANIZATION_FIND, ARGS(TXT(name)), ids);
}

struct error store_organization_name_add(struct db *db, int64_t id, const char *name)
{
	return db_run(db, Q_ORGANIZATION_NAME_ADD, ARGS(I64(id), TXT(name)));
}

static const struct row_field text_fields[] = { { FIELD_TEXT, offsetof(struct text_row, text) } };
static const struct shape text_shape = { sizeof(struct text_row), text_fields, LEN(text_fields) };

struct error store_organization_names(
	struct db *db, struct arena *arena, int64_t id, struct text_rows *names)
{
	return db_rows(db, Q_ORGANIZATION_NAMES, ARGS(I64(id)), &text_shape, arena, &names->rows,
		&names->n);
}

struct error store_partner_add(struct db *db, const struct partner *partner, int64_t *id)
{
	return db_insert(db, Q_PARTNER_ADD,
		ARGS(I64(partner->organization_id), TXT(partner->kind),
			value_ref(partner->valid_from), value_ref(partner->valid_to)),
		id);
}

struct error store_partner_end(struct db *db, int64_t id, int64_t day)
{
	return db_run(db, Q_PARTNER_END, ARGS(I64(day), I64(id)));
}

struct error store_partner_ids(struct db *db, int64_t day, struct id_list *ids)
{
	return db_ids(db, Q_PARTNER_IDS, ARGS(value_ref(day)), ids);
}

struct error store_partner_get(
	struct db *db, struct arena *arena, int64_t id, struct partner *partner)
{
	static const struct row_field fields[] = {
		{ FIELD_INT, offsetof(struct partner, id) },
		{ FIELD_INT, offsetof(struct partner, organization_id) },
		{ FIELD_TEXT, offsetof(struct partner, name_fi) },
		{ FIELD_TEXT, offsetof(struct partner, name_sv) },
		{ FIELD_TEXT, offsetof(struct partner, kind) },
		{ FIELD_INT, offsetof(struct partner, valid_from) },
		{ FIELD_INT, offsetof(struct partner, valid_to) },
	};
	static const struct shape shape = { sizeof(struct partner), fields, LEN(fields) };

	return db_row(db, Q_PARTNER_GET, ARGS(I64(id)), &shape, arena, partner);
}
