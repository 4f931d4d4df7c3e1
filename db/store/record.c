/* SPDX-License-Identifier: MIT */
#include "db/store/record.h"

struct error store_record_id(struct db *db, const char *kind, const char *code, int64_t *id)
{
	return db_number(db, Q_RECORD_ID, ARGS(TXT("kind", kind), TXT("code", code)), id);
}

struct error store_record_code(
	struct db *db, const char *kind, int64_t id, struct arena *arena, char **code)
{
	return db_text(db, Q_RECORD_CODE, ARGS(TXT("kind", kind), I64("id", id)), arena, code);
}

struct error store_record_ids(struct db *db, const char *kind, struct id_list *ids)
{
	return db_ids(db, Q_RECORD_IDS, ARGS(TXT("kind", kind)), ids);
}
