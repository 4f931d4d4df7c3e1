/* SPDX-License-Identifier: MIT */
#include "db/store/record.h"

struct error store_record_id(struct db *db, const char *kind, const char *code, int64_t *id)
{
	return db_number(db, Q_RECORD_ID, ARGS(TXT("kind", kind), TXT("code", code)), id);
}

struct error store_record_code(
	struct db *db, const char *table, int64_t id, struct arena *arena, char **code)
{
	return db_text(db, Q_RECORD_CODE, ARGS(TXT("tbl", table), I64("id", id)), arena, code);
}

struct error store_record_kind(
	struct db *db, const char *table, int64_t id, struct arena *arena, char **kind)
{
	return db_text(db, Q_RECORD_KIND, ARGS(TXT("tbl", table), I64("id", id)), arena, kind);
}

struct error store_record_ids(struct db *db, const char *kind, struct id_list *ids)
{
	return db_ids(db, Q_RECORD_IDS, ARGS(TXT("kind", kind)), ids);
}

static const struct field part_name_fields[] = {
	{ COLUMN(struct part_name, name_fi) },
	{ COLUMN(struct part_name, name_sv) },
	{ COLUMN(struct part_name, name_en) },
};
const struct record record_of_part_name = RECORD(part_name);

struct error store_part_name(
	struct db *db, const char *table, int64_t id, struct arena *arena, struct part_name *name)
{
	return db_row(db, Q_PART_NAME, ARGS(TXT("tbl", table), I64("id", id)), arena, name);
}
