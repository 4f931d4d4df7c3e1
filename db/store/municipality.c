/* SPDX-License-Identifier: MIT */
#include "db/store/municipality.h"

#include "db/base/sortkey.h"

static const struct field region_fields[] = {
	{ NOWHERE("code"), .name = "code", .word = NC_("field", "Code"), .meaning = MEANS_LINE,
		.in = IN_TOLD },
	{ NOWHERE("name_fi"), .name = "name_fi", .word = NC_("field", "Name in Finnish"),
		.meaning = MEANS_LINE, .in = IN_TOLD },
	{ NOWHERE("name_sv"), .name = "name_sv", .word = NC_("field", "Name in Swedish"),
		.meaning = MEANS_LINE, .in = IN_TOLD },
};
extern const struct record record_of_region;
const struct record record_of_region = RECORD_WITHOUT(region, "region");

struct error store_region_add(
	struct db *db, const char *code, const char *name_fi, const char *name_sv)
{
	return db_run(db, Q_REGION_ADD,
		ARGS(TXT("code", code), TXT("name_fi", name_fi), TXT("name_sv", name_sv)));
}

struct error store_region_find(struct db *db, const char *code, int64_t *id)
{
	return db_number(db, Q_REGION_FIND, ARGS(TXT("code", code)), id);
}

struct error store_municipality_add(
	struct db *db, const struct municipality *municipality, int64_t *id)
{
	return db_put(db, Q_MUNICIPALITY_ADD, municipality, NO_ARGS, id);
}

struct error store_municipality_update(struct db *db, const struct municipality *municipality)
{
	TRY(db_put(db, Q_MUNICIPALITY_UPDATE, municipality, NO_ARGS, NULL));
	return db_changes(db) == 1 ? ok() : fail(E_STALE, NULL);
}

struct error store_municipality_end(
	struct db *db, int64_t id, int64_t valid_to, int64_t successor_id)
{
	return db_run(db, Q_MUNICIPALITY_END,
		ARGS(REF("valid_to", valid_to), REF("successor_id", successor_id), I64("id", id)));
}

struct error store_municipality_name_add(struct db *db, const struct municipality_name *name)
{
	struct arena arena = { 0 };
	struct sortkey key = sortkey_make(&arena, name->name);
	struct error e = db_put(
		db, Q_MUNICIPALITY_NAME_ADD, name, ARGS(BLOB("name_key", key.bytes, key.n)), NULL);

	arena_clear(&arena);
	return e;
}

struct error store_municipality_name_retire(struct db *db, int64_t id, const char *lang)
{
	return db_run(db, Q_MUNICIPALITY_NAME_RETIRE, ARGS(I64("id", id), TXT("lang", lang)));
}

struct error store_municipality_region_add(
	struct db *db, int64_t municipality_id, int64_t region_id, int64_t valid_from)
{
	return db_run(db, Q_MUNICIPALITY_REGION_ADD,
		ARGS(I64("municipality_id", municipality_id), I64("region_id", region_id),
			I64("valid_from", valid_from)));
}

struct error store_municipality_by_code(struct db *db, const char *code, int64_t *id)
{
	return db_number(db, Q_MUNICIPALITY_BY_CODE, ARGS(TXT("code", code)), id);
}

struct error store_municipality_ids(
	struct db *db, const char *lang, int64_t day, struct id_list *ids)
{
	return db_ids(db, Q_MUNICIPALITY_IDS, ARGS(TXT("lang", lang), REF("day", day)), ids);
}

struct error store_municipality_ids_by_code(struct db *db, int64_t day, struct id_list *ids)
{
	return db_ids(db, Q_MUNICIPALITY_IDS_BY_CODE, ARGS(REF("day", day)), ids);
}

static const struct field municipality_fields[] = {
	{ COLUMN(struct municipality, id) },
	{ COLUMN(struct municipality, code), .name = "municipality", .code = "municipality_code",
		.word = NC_("field", "Municipality's number"), .brief = NC_("column", "Number"),
		.meaning = MEANS_LINE, .in = IN_TOLD },
	{ COLUMN(struct municipality, language), .name = "language",
		.word = NC_("field", "Language"), .meaning = MEANS_LINE, .in = IN_TOLD },
	{ COLUMN(struct municipality, valid_from), .name = "valid_from",
		.word = NC_("field", "Valid from"), .meaning = MEANS_DAY, .in = IN_TOLD },
	{ COLUMN_OR_NONE(struct municipality, valid_to), .name = "valid_to",
		.word = NC_("field", "Valid to"), .meaning = MEANS_DAY, .in = IN_EDIT | IN_TOLD },
	{ COLUMN(struct municipality, successor_id), .name = "successor",
		.word = NC_("field", "Merged into"), .meaning = MEANS_REF, .of = "municipality",
		.in = IN_EDIT | IN_TOLD },
	{ COLUMN(struct municipality, name_fi), .name = "name_fi",
		.word = NC_("field", "Name in Finnish"), .meaning = MEANS_LINE },
	{ COLUMN(struct municipality, name_sv), .name = "name_sv",
		.word = NC_("field", "Name in Swedish"), .meaning = MEANS_LINE },
	{ COLUMN(struct municipality, successor_fi), .name = "successor_fi",
		.word = NC_("field", "Now part of"), .meaning = MEANS_LINE },
	{ COLUMN(struct municipality, successor_sv), .name = "successor_sv",
		.word = NC_("field", "Now part of, in Swedish"), .meaning = MEANS_LINE },
	{ COLUMN(struct municipality, region_fi), .name = "region_fi",
		.word = NC_("field", "Region in Finnish"), .meaning = MEANS_LINE },
	{ COLUMN(struct municipality, region_sv), .name = "region_sv",
		.word = NC_("field", "Region in Swedish"), .meaning = MEANS_LINE },
	{ COLUMN(struct municipality, registry_email), .name = "registry_email",
		.word = NC_("field", "Registry's e-mail"), .meaning = MEANS_EMAIL,
		.in = IN_EDIT | IN_PAGE | IN_TOLD },
	{ COLUMN(struct municipality, registry_post), .name = "registry_post",
		.word = NC_("field", "Registry's post address"),
		.brief = NC_("column", "Post address"), .meaning = MEANS_LINES, .max = FIELD_MAX,
		.in = IN_EDIT | IN_PAGE | IN_TOLD },
	{ COLUMN(struct municipality, v) },
};
const struct record record_of_municipality = RECORD_OF(municipality, "municipality");

struct error store_municipality_get(struct db *db, struct arena *arena, int64_t id, int64_t day,
	struct municipality *municipality)
{
	return db_row(
		db, Q_MUNICIPALITY_GET, ARGS(I64("day", day), I64("id", id)), arena, municipality);
}

static const struct field municipality_name_fields[] = {
	{ COLUMN(struct municipality_name, municipality_id), .name = "municipality",
		.word = NC_("field", "Municipality"), .meaning = MEANS_REF, .of = "municipality",
		.in = IN_TOLD },
	{ COLUMN(struct municipality_name, lang), .name = "language",
		.word = NC_("field", "Language"), .meaning = MEANS_CODE, .words = WORDS_LANGUAGE,
		.in = IN_TOLD },
	{ COLUMN(struct municipality_name, kind) },
	{ COLUMN(struct municipality_name, name), .name = "name", .word = NC_("field", "Name"),
		.meaning = MEANS_LINE, .in = IN_TOLD },
};
const struct record record_of_municipality_name = RECORD_OF(municipality_name, "municipality_name");

struct error store_municipality_names(
	struct db *db, struct arena *arena, int64_t id, struct municipality_names *names)
{
	if (id == 0)
		return db_rows(db, Q_MUNICIPALITY_NAMES, NO_ARGS, arena, &names->rows, &names->n);
	return db_rows(
		db, Q_MUNICIPALITY_NAMES_OF, ARGS(I64("id", id)), arena, &names->rows, &names->n);
}

static const struct field municipality_region_fields[] = {
	{ COLUMN(struct municipality_region, code) },
	{ COLUMN(struct municipality_region, name_fi) },
	{ COLUMN(struct municipality_region, name_sv) },
	{ COLUMN(struct municipality_region, valid_from), .name = "valid_from",
		.word = NC_("field", "Valid from"), .meaning = MEANS_DAY, .in = IN_TOLD },
	{ NOWHERE("municipality_id"), .name = "municipality", .word = NC_("field", "Municipality"),
		.meaning = MEANS_REF, .of = "municipality", .in = IN_TOLD },
	{ NOWHERE("region_id"), .name = "region", .word = NC_("field", "Region"),
		.meaning = MEANS_REF, .of = "region", .in = IN_TOLD },
};
const struct record record_of_municipality_region =
	RECORD_OF(municipality_region, "municipality_region");

struct error store_municipality_regions(
	struct db *db, struct arena *arena, int64_t id, struct municipality_regions *regions)
{
	return db_rows(db, Q_MUNICIPALITY_REGIONS_OF, ARGS(I64("id", id)), arena, &regions->rows,
		&regions->n);
}
