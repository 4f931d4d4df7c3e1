/* SPDX-License-Identifier: MIT */
#include "db/store/municipality.h"

#include "db/base/sortkey.h"

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
	{ COLUMN(struct municipality, code) },
	{ COLUMN(struct municipality, language) },
	{ COLUMN(struct municipality, valid_from) },
	{ COLUMN_OR_NONE(struct municipality, valid_to) },
	{ COLUMN(struct municipality, successor_id) },
	{ COLUMN(struct municipality, name_fi) },
	{ COLUMN(struct municipality, name_sv) },
	{ COLUMN(struct municipality, successor_fi) },
	{ COLUMN(struct municipality, successor_sv) },
	{ COLUMN(struct municipality, region_fi) },
	{ COLUMN(struct municipality, region_sv) },
	{ COLUMN(struct municipality, v) },
};
const struct record record_of_municipality = RECORD(municipality);

struct error store_municipality_get(struct db *db, struct arena *arena, int64_t id, int64_t day,
	struct municipality *municipality)
{
	return db_row(
		db, Q_MUNICIPALITY_GET, ARGS(I64("day", day), I64("id", id)), arena, municipality);
}

static const struct field municipality_name_fields[] = {
	{ COLUMN(struct municipality_name, municipality_id) },
	{ COLUMN(struct municipality_name, lang) },
	{ COLUMN(struct municipality_name, kind) },
	{ COLUMN(struct municipality_name, name) },
};
const struct record record_of_municipality_name = RECORD(municipality_name);

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
	{ COLUMN(struct municipality_region, valid_from) },
};
const struct record record_of_municipality_region = RECORD(municipality_region);

struct error store_municipality_regions(
	struct db *db, struct arena *arena, int64_t id, struct municipality_regions *regions)
{
	return db_rows(db, Q_MUNICIPALITY_REGIONS_OF, ARGS(I64("id", id)), arena, &regions->rows,
		&regions->n);
}
