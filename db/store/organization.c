/* SPDX-License-Identifier: MIT */
#include "db/store/organization.h"

#include <string.h>

#include "db/base/sortkey.h"

static const struct field organization_name_fields[] = {
	{ NOWHERE("organization_id"), .name = "organization", .word = NC_("field", "Organization"),
		.meaning = MEANS_REF, .of = "organization", .in = IN_TOLD },
	{ NOWHERE("name"), .name = "name", .word = NC_("field", "Name"), .meaning = MEANS_LINE,
		.in = IN_TOLD },
};
extern const struct record record_of_organization_name;
const struct record record_of_organization_name =
	RECORD_WITHOUT(organization_name, "organization_name");

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
	{ COLUMN(struct organization, id), .name = "id", .word = NC_("field", "Number"),
		.meaning = MEANS_NUMBER },
	{ COLUMN(struct organization, kind), .name = "kind", .word = NC_("field", "Kind"),
		.meaning = MEANS_CODE, .words = WORDS_ORGANIZATION_KIND,
		.in = IN_ADD | IN_EDIT | IN_TOLD | IN_REQUIRED },
	{ COLUMN(struct organization, business_id), .name = "business_id",
		.word = NC_("field", "Business ID"), .meaning = MEANS_LINE,
		.in = IN_ADD | IN_EDIT | IN_TOLD },
	{ COLUMN(struct organization, name_fi), .name = "name_fi",
		.word = NC_("field", "Name in Finnish"), .meaning = MEANS_LINE,
		.in = IN_ADD | IN_EDIT | IN_TOLD },
	{ COLUMN(struct organization, name_sv), .name = "name_sv",
		.word = NC_("field", "Name in Swedish"), .meaning = MEANS_LINE,
		.in = IN_ADD | IN_EDIT | IN_TOLD },
	{ COLUMN_OR_NONE(struct organization, valid_from), .name = "valid_from",
		.word = NC_("field", "Valid from"), .meaning = MEANS_DAY,
		.in = IN_ADD | IN_EDIT | IN_TOLD },
	{ COLUMN_OR_NONE(struct organization, valid_to), .name = "valid_to",
		.word = NC_("field", "Valid to"), .meaning = MEANS_DAY,
		.in = IN_ADD | IN_EDIT | IN_TOLD },
	{ COLUMN(struct organization, registry_email), .name = "registry_email",
		.word = NC_("field", "Registry's e-mail"), .meaning = MEANS_EMAIL,
		.in = IN_ADD | IN_EDIT | IN_PAGE | IN_TOLD },
	{ COLUMN(struct organization, registry_post), .name = "registry_post",
		.word = NC_("field", "Registry's post address"),
		.brief = NC_("column", "Post address"), .meaning = MEANS_LINES, .max = FIELD_MAX,
		.in = IN_ADD | IN_EDIT | IN_PAGE | IN_TOLD },
	{ COLUMN(struct organization, v) },
};
const struct record record_of_organization = RECORD_OF(organization, "organization");

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
	{ COLUMN(struct partner, id), .name = "id", .word = NC_("field", "Number"),
		.meaning = MEANS_NUMBER },
	{ COLUMN(struct partner, organization_id), .name = "organization",
		.word = NC_("field", "Organization"), .meaning = MEANS_REF, .of = "organization",
		.in = IN_TOLD },
	{ COLUMN(struct partner, name_fi) },
	{ COLUMN(struct partner, name_sv) },
	{ COLUMN(struct partner, kind), .name = "kind", .word = NC_("field", "Kind"),
		.meaning = MEANS_CODE, .words = WORDS_PARTNER_KIND,
		.in = IN_ADD | IN_TOLD | IN_REQUIRED },
	{ COLUMN_OR_NONE(struct partner, valid_from), .name = "from", .code = "valid_from",
		.word = NC_("field", "Valid from"), .brief = NC_("column", "From"),
		.meaning = MEANS_DAY, .in = IN_ADD | IN_TOLD },
	{ COLUMN_OR_NONE(struct partner, valid_to), .name = "to", .code = "valid_to",
		.word = NC_("field", "Valid to"), .brief = NC_("column", "Until"),
		.meaning = MEANS_DAY, .in = IN_ADD | IN_TOLD },
};
const struct record record_of_partner = RECORD_OF(partner, "partner");

struct error store_partner_get(
	struct db *db, struct arena *arena, int64_t id, struct partner *partner)
{
	return db_row(db, Q_PARTNER_GET, ARGS(I64("id", id)), arena, partner);
}
