/* SPDX-License-Identifier: MIT */
#include "db/store/disclosure.h"

static const struct field disclosure_fields[] = {
	{ COLUMN(struct disclosure, id) },
	{ COLUMN(struct disclosure, at) },
	{ COLUMN(struct disclosure, who) },
	{ COLUMN(struct disclosure, list) },
	{ COLUMN(struct disclosure, persons) },
	{ COLUMN(struct disclosure, data) },
	{ COLUMN(struct disclosure, filter) },
};
const struct record record_of_disclosure = RECORD(disclosure);

struct error store_disclosure_add(
	struct db *db, const struct disclosure *d, int64_t account_id, int64_t *id)
{
	return db_insert(db, Q_DISCLOSURE_ADD,
		ARGS(I64("at", d->at), REF("account_id", account_id), TXT("list", d->list),
			I64("persons", d->persons), TXT("data", d->data), TXT("filter", d->filter)),
		id);
}

struct error store_disclosure_ids(struct db *db, struct id_list *ids)
{
	return db_ids(db, Q_DISCLOSURE_IDS, NO_ARGS, ids);
}

struct error store_disclosure_get(
	struct db *db, struct arena *arena, int64_t id, struct disclosure *disclosure)
{
	return db_row(db, Q_DISCLOSURE_GET, ARGS(I64("id", id)), arena, disclosure);
}
