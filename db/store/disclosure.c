/* SPDX-License-Identifier: MIT */
#include "db/store/disclosure.h"

static const struct field disclosure_fields[] = {
	{ COLUMN(struct disclosure, id), .name = "id", .word = NC_("field", "Number"),
		.meaning = MEANS_NUMBER },
	{ COLUMN(struct disclosure, at), .name = "time", .word = NC_("field", "When"),
		.meaning = MEANS_TIME },
	{ COLUMN(struct disclosure, who), .name = "by", .code = "written_by",
		.word = NC_("field", "By"), .meaning = MEANS_LINE },
	{ COLUMN(struct disclosure, list), .name = "list", .word = NC_("field", "List"),
		.meaning = MEANS_LINE },
	{ COLUMN(struct disclosure, persons), .name = "persons", .word = NC_("field", "People"),
		.brief = NC_("column", "People"), .meaning = MEANS_NUMBER, .in = IN_TOLD },
	{ COLUMN(struct disclosure, data), .name = "data", .word = NC_("field", "Data"),
		.meaning = MEANS_LINE, .in = IN_TOLD },
	{ COLUMN(struct disclosure, filter), .name = "filter", .word = NC_("field", "Narrowed by"),
		.meaning = MEANS_LINE, .in = IN_TOLD, .seen_by = SEEN_BY_OFFICE },
};
const struct record record_of_disclosure = RECORD_OF(disclosure, "disclosure");

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
