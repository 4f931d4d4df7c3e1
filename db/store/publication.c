/* SPDX-License-Identifier: MIT */
#include "db/store/publication.h"

static const struct field publication_fields[] = {
	{ COLUMN(struct publication, id), .name = "id", .word = NC_("field", "Number"),
		.meaning = MEANS_NUMBER },
	{ COLUMN(struct publication, stage), .name = "stage", .code = "page_stage",
		.word = NC_("field", "Page"), .meaning = MEANS_CODE, .words = WORDS_PAGE_STAGE,
		.in = IN_ADD | IN_TOLD | IN_REQUIRED },
	{ COLUMN(struct publication, lang), .name = "language", .code = "page_language",
		.word = NC_("field", "Languages of the page"), .brief = NC_("column", "Languages"),
		.meaning = MEANS_CODE, .words = WORDS_PAGE_LANGUAGE,
		.in = IN_ADD | IN_TOLD | IN_REQUIRED },
	{ COLUMN(struct publication, at), .name = "time", .code = "page_made",
		.word = NC_("field", "Published"), .meaning = MEANS_TIME },
	{ COLUMN(struct publication, who), .name = "by", .code = "written_by",
		.word = NC_("field", "By"), .meaning = MEANS_LINE },
	{ COLUMN(struct publication, sha256), .name = "sha256", .code = "page_hash",
		.word = NC_("field", "SHA-256 of the page"), .meaning = MEANS_LINE, .in = IN_TOLD },
	{ COLUMN(struct publication, size), .name = "size", .code = "page_size",
		.word = NC_("field", "Size in bytes"), .meaning = MEANS_NUMBER },
	{ COLUMN(struct publication, until), .name = "until", .code = "take_down",
		.word = NC_("field", "To be taken down on"), .brief = NC_("column", "Take down"),
		.meaning = MEANS_DAY, .in = IN_ADD | IN_TOLD | IN_REQUIRED },
	{ COLUMN_OR_NONE(struct publication, down), .name = "down", .code = "taken_down",
		.word = NC_("field", "Taken down on"), .brief = NC_("column", "Taken down"),
		.meaning = MEANS_DAY, .in = IN_TOLD },
};
const struct record record_of_publication = RECORD_OF(publication, "publication");

static const struct field region_part_fields[] = {
	{ COLUMN(struct region_part, code) },
	{ COLUMN(struct region_part, name_fi) },
	{ COLUMN(struct region_part, name_sv) },
	{ COLUMN(struct region_part, municipalities) },
};
const struct record record_of_region_part = RECORD(region_part);

struct error store_publication_add(
	struct db *db, const struct publication *publication, int64_t account_id, int64_t *id)
{
	return db_put(db, Q_PUBLICATION_ADD, publication, ARGS(REF("account_id", account_id)), id);
}

struct error store_publication_ids(struct db *db, struct id_list *ids)
{
	return db_ids(db, Q_PUBLICATION_IDS, NO_ARGS, ids);
}

struct error store_publication_due_ids(struct db *db, int64_t day, struct id_list *ids)
{
	return db_ids(db, Q_PUBLICATION_DUE_IDS, ARGS(I64("day", day)), ids);
}

struct error store_publication_get(
	struct db *db, struct arena *arena, int64_t id, struct publication *publication)
{
	return db_row(db, Q_PUBLICATION_GET, ARGS(I64("id", id)), arena, publication);
}

struct error store_publication_down(struct db *db, int64_t id, int64_t day)
{
	return db_run(db, Q_PUBLICATION_DOWN, ARGS(I64("id", id), I64("day", day)));
}

struct error store_region_parts(
	struct db *db, struct arena *arena, int64_t day, struct region_parts *parts)
{
	return db_rows(db, Q_REGION_PARTS, ARGS(I64("day", day)), arena, &parts->rows, &parts->n);
}
