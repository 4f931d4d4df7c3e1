/* SPDX-License-Identifier: MIT */
#include "db/store/disclosure.h"

struct error store_disclosure_add(
	struct db *db, const struct disclosure *d, int64_t account_id, int64_t *id)
{
	return db_insert(db, Q_DISCLOSURE_ADD,
		ARGS(I64(d->at), value_ref(account_id), TXT(d->list), I64(d->persons), TXT(d->data),
			TXT(d->filter)),
		id);
}

struct error store_disclosure_ids(struct db *db, struct id_list *ids)
{
	return db_ids(db, Q_DISCLOSURE_IDS, NO_ARGS, ids);
}

struct error store_disclosure_get(
	struct db *db, struct arena *arena, int64_t id, struct disclosure *disclosure)
{
	static const struct row_field fields[] = {
		{ FIELD_INT, offsetof(struct disclosure, id) },
		{ FIELD_INT, offsetof(struct disclosure, at) },
		{ FIELD_TEXT, offsetof(struct disclosure, who) },
		{ FIELD_TEXT, offsetof(struct disclosure, list) },
		{ FIELD_INT, offsetof(struct disclosure, persons) },
		{ FIELD_TEXT, offsetof(struct disclosure, data) },
		{ FIELD_TEXT, offsetof(struct disclosure, filter) },
	};
	static const struct shape shape = { sizeof(struct disclosure), fields, LEN(fields) };

	return db_row(db, Q_DISCLOSURE_GET, ARGS(I64(id)), &shape, arena, disclosure);
}
