/* SPDX-License-Identifier: MIT */
#include "db/store/record.h"

struct error store_record_id(struct db *db, const char *kind, const char *code, int64_t *id)
{
	return db_number(db, Q_RECORD_ID, ARGS(TXT(kind), TXT(code)), id);
}

struct error store_record_code(
	struct db *db, const char *table, int64_t id, struct arena *arena, char **code)
{
	return db_text(db, Q_RECORD_CODE, ARGS(TXT(table), I64(id)), arena, code);
}

struct error store_record_kind(
	struct db *db, const char *table, int64_t id, struct arena *arena, char **kind)
{
	return db_text(db, Q_RECORD_KIND, ARGS(TXT(table), I64(id)), arena, kind);
}

struct error store_record_ids(struct db *db, const char *kind, struct id_list *ids)
{
	return db_ids(db, Q_RECORD_IDS, ARGS(TXT(kind)), ids);
}

struct error store_reference_table(
	struct db *db, const char *table, const char *column, struct arena *arena, char **other)
{
	return db_text(db, Q_REFERENCE_TABLE, ARGS(TXT(table), TXT(column)), arena, other);
}

struct error store_part_name(
	struct db *db, const char *table, int64_t id, struct arena *arena, struct part_name *name)
{
	static const struct row_field fields[] = {
		{ FIELD_TEXT, offsetof(struct part_name, fi) },
		{ FIELD_TEXT, offsetof(struct part_name, sv) },
		{ FIELD_TEXT, offsetof(struct part_name, en) },
	};
	static const struct shape shape = { sizeof(struct part_name), fields, LEN(fields) };

	return db_row(db, Q_PART_NAME, ARGS(TXT(table), I64(id)), &shape, arena, name);
}
