/* SPDX-License-Identifier: MIT */
#include "db/store/municipality.h"

#include "db/base/sortkey.h"

struct error store_region_add(
	struct db *db, const char *code, const char *name_fi, const char *name_sv)
{
	return db_run(db, Q_REGION_ADD, ARGS(TXT(code), TXT(name_fi), TXT(name_sv)));
}

struct error store_region_find(struct db *db, const char *code, int64_t *id)
{
	return db_number(db, Q_REGION_FIND, ARGS(TXT(code)), id);
}

struct error store_municipality_add(
	struct db *db, const struct municipality *municipality, int64_t *id)
{
	return db_insert(db, Q_MUNICIPALITY_ADD,
		ARGS(TXT(municipality->code), TXT(municipality->language),
			I64(municipality->valid_from), value_ref(municipality->valid_to)),
		id);
}

struct error store_municipality_end(
	struct db *db, int64_t id, int64_t valid_to, int64_t successor_id)
{
	return db_run(db, Q_MUNICIPALITY_END,
		ARGS(value_ref(valid_to), value_ref(successor_id), I64(id)));
}

struct error store_municipality_name_add(struct db *db, const struct municipality_name *name)
{
	struct arena arena = { 0 };
	struct sortkey key = sortkey_make(&arena, name->name);
	struct error e = db_run(db, Q_MUNICIPALITY_NAME_ADD,
		ARGS(I64(name->municipality_id), TXT(name->lang), TXT(name->kind), TXT(name->name),
			value_blob(key.bytes, key.n)));

	arena_clear(&arena);
	return e;
}

struct error store_municipality_name_retire(struct db *db, int64_t id, const char *lang)
{
	return db_run(db, Q_MUNICIPALITY_NAME_RETIRE, ARGS(I64(id), TXT(lang)));
}

struct error store_municipality_region_add(
	struct db *db, int64_t municipality_id, int64_t region_id, int64_t valid_from)
{
	return db_run(db, Q_MUNICIPALITY_REGION_ADD,
		ARGS(I64(municipality_id), I64(region_id), I64(valid_from)));
}

struct error store_municipality_by_code(struct db *db, const char *code, int64_t *id)
{
	return db_number(db, Q_MUNICIPALITY_BY_CODE, ARGS(TXT(code)), id);
}

struct error store_municipality_ids(
	struct db *db, const char *lang, int64_t day, struct id_list *ids)
{
	return db_ids(db, Q_MUNICIPALITY_IDS, ARGS(TXT(lang), value_ref(day)), ids);
}

struct error store_municipality_ids_by_code(struct db *db, int64_t day, struct id_list *ids)
{
	return db_ids(db, Q_MUNICIPALITY_IDS_BY_CODE, ARGS(value_ref(day)), ids);
}

struct error store_municipality_get(struct db *db, struct arena *arena, int64_t id, int64_t day,
	struct municipality *municipality)
{
	static const struct row_field fields[] = {
		{ FIELD_INT, offsetof(struct municipality, id) },
		{ FIELD_TEXT, offsetof(struct municipality, code) },
		{ FIELD_TEXT, offsetof(struct municipality, language) },
		{ FIELD_INT, offsetof(struct municipality, valid_from) },
		{ FIELD_INT, offsetof(struct municipality, valid_to) },
		{ FIELD_INT, offsetof(struct municipality, successor_id) },
		{ FIELD_TEXT, offsetof(struct municipality, name_fi) },
		{ FIELD_TEXT, offsetof(struct municipality, name_sv) },
		{ FIELD_TEXT, offsetof(struct municipality, successor_fi) },
		{ FIELD_TEXT, offsetof(struct municipality, successor_sv) },
		{ FIELD_TEXT, offsetof(struct municipality, region_fi) },
		{ FIELD_TEXT, offsetof(struct municipality, region_sv) },
		{ FIELD_INT, offsetof(struct municipality, v) },
	};
	static const struct shape shape = { sizeof(struct municipality), fields, LEN(fields) };

	return db_row(db, Q_MUNICIPALITY_GET, ARGS(I64(day), I64(id)), &shape, arena, municipality);
}

struct error store_municipality_names(
	struct db *db, struct arena *arena, int64_t id, struct municipality_names *names)
{
	static const struct row_field fields[] = {
		{ FIELD_INT, offsetof(struct municipality_name, municipality_id) },
		{ FIELD_TEXT, offsetof(struct municipality_name, lang) },
		{ FIELD_TEXT, offsetof(struct municipality_name, kind) },
		{ FIELD_TEXT, offsetof(struct municipality_name, name) },
	};
	static const struct shape shape = { sizeof(struct municipality_name), fields, LEN(fields) };

	if (id == 0)
		return db_rows(
			db, Q_MUNICIPALITY_NAMES, NO_ARGS, &shape, arena, &names->rows, &names->n);
	return db_rows(
		db, Q_MUNICIPALITY_NAMES_OF, ARGS(I64(id)), &shape, arena, &names->rows, &names->n);
}

struct error store_municipality_regions(
	struct db *db, struct arena *arena, int64_t id, struct municipality_regions *regions)
{
	static const struct row_field fields[] = {
		{ FIELD_TEXT, offsetof(struct municipality_region, code) },
		{ FIELD_TEXT, offsetof(struct municipality_region, name_fi) },
		{ FIELD_TEXT, offsetof(struct municipality_region, name_sv) },
		{ FIELD_INT, offsetof(struct municipality_region, valid_from) },
	};
	static const struct shape shape = { sizeof(struct municipality_region), fields,
		LEN(fields) };

	return db_rows(db, Q_MUNICIPALITY_REGIONS_OF, ARGS(I64(id)), &shape, arena, &regions->rows,
		&regions->n);
}
