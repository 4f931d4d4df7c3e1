/* SPDX-License-Identifier: MIT */
#include "db/store/import.h"

struct error store_import_batch_add(struct db *db, const struct import_batch *b, int64_t *id)
{
	return db_put(db, Q_IMPORT_BATCH_ADD, b, NO_ARGS, id);
}

static const struct field import_batch_fields[] = {
	{ COLUMN(struct import_batch, id), .name = "batch", .word = NC_("field", "Import"),
		.meaning = MEANS_NUMBER },
	{ COLUMN(struct import_batch, kind), .name = "kind", .word = NC_("field", "Kind"),
		.meaning = MEANS_CODE, .words = WORDS_FIELD, .in = IN_TOLD },
	{ COLUMN(struct import_batch, file), .name = "file", .word = NC_("field", "File"),
		.meaning = MEANS_LINE, .in = IN_TOLD },
	{ COLUMN(struct import_batch, sha256) },
	{ COLUMN(struct import_batch, charset), .name = "charset",
		.word = NC_("field", "Character set"), .meaning = MEANS_LINE, .in = IN_TOLD },
	{ COLUMN(struct import_batch, delimiter), .name = "delimiter",
		.word = NC_("field", "Separator"), .meaning = MEANS_LINE, .in = IN_TOLD },
	{ COLUMN(struct import_batch, made), .name = "made", .code = "time",
		.word = NC_("field", "When"), .meaning = MEANS_TIME },
	{ COLUMN(struct import_batch, undone), .name = "undone", .word = NC_("field", "Undone"),
		.meaning = MEANS_TIME, .in = IN_TOLD },
	{ COLUMN(struct import_batch, added), .name = "added", .word = NC_("field", "Added"),
		.brief = NC_("column", "Added"), .meaning = MEANS_NUMBER },
	{ COLUMN(struct import_batch, replaced), .name = "replaced",
		.word = NC_("field", "Replaced"), .meaning = MEANS_NUMBER },
	{ COLUMN(struct import_batch, refused), .name = "to_be_corrected",
		.word = NC_("field", "To be corrected"), .meaning = MEANS_NUMBER },
	{ COLUMN(struct import_batch, held), .name = "held", .word = NC_("field", "Held"),
		.meaning = MEANS_NUMBER },
	{ COLUMN(struct import_batch, form) },
	{ COLUMN(struct import_batch, mapping) },
	{ COLUMN(struct import_batch, date_order), .name = "date_order",
		.word = NC_("field", "Order of day and month"), .meaning = MEANS_CODE,
		.words = WORDS_DATE_ORDER, .in = IN_TOLD },
};
const struct record record_of_import_batch = RECORD_OF(import_batch, "import_batch");

struct error store_import_batch_get(
	struct db *db, struct arena *arena, int64_t id, struct import_batch *batch)
{
	return db_row(db, Q_IMPORT_BATCH_GET, ARGS(I64("id", id)), arena, batch);
}

struct error store_import_batch_ids(struct db *db, struct id_list *ids)
{
	return db_ids(db, Q_IMPORT_BATCH_IDS, NO_ARGS, ids);
}

struct error store_import_batch_undo(struct db *db, int64_t id, int64_t now)
{
	return db_run(db, Q_IMPORT_BATCH_UNDO, ARGS(I64("undone", now), I64("id", id)));
}

struct error store_import_row_add(struct db *db, const struct import_row *r, int64_t *id)
{
	return db_put(db, Q_IMPORT_ROW_ADD, r, ARGS(TXT("raw_digest", r->digest)), id);
}

struct error store_import_row_doubt(struct db *db, const struct import_row *r)
{
	return db_put(db, Q_IMPORT_ROW_DOUBT, r, NO_ARGS, NULL);
}

static const struct field import_form_fields[] = {
	{ COLUMN(struct import_form, batch_id) },
	{ COLUMN(struct import_form, mapping) },
	{ COLUMN(struct import_form, date_order) },
};
const struct record record_of_import_form = RECORD(import_form);

struct error store_import_form(struct db *db, struct arena *arena, const char *form,
	const char *kind, struct import_form *found)
{
	return db_row(db, Q_IMPORT_BATCH_OF_FORM, ARGS(TXT("form", form), TXT("kind", kind)), arena,
		found);
}

static const struct field import_source_fields[] = {
	{ COLUMN(struct import_source, source) },
	{ COLUMN(struct import_source, submission_id) },
	{ COLUMN(struct import_source, code) },
};
const struct record record_of_import_source = RECORD(import_source);

struct error store_import_sources(struct db *db, struct arena *arena, const char *form,
	const char *kind, struct import_sources *sources)
{
	return db_rows(db, Q_IMPORT_SOURCES, ARGS(TXT("form", form), TXT("kind", kind)), arena,
		&sources->rows, &sources->n);
}

struct error store_import_known_source(
	struct db *db, struct arena *arena, int64_t row_id, const char **code)
{
	struct text_row row;

	TRY(db_row(db, Q_IMPORT_KNOWN_SOURCE, ARGS(I64("id", row_id)), arena, &row));
	*code = row.text;
	return ok();
}

struct error store_import_versions_of(struct db *db, int64_t batch_id, struct id_list *ids)
{
	return db_ids(db, Q_IMPORT_VERSIONS_OF, ARGS(I64("batch_id", batch_id)), ids);
}

struct error store_import_row_set(
	struct db *db, int64_t id, const char *verdict, int64_t submission_id)
{
	return db_run(db, Q_IMPORT_ROW_SET,
		ARGS(TXT("verdict", verdict), REF("submission_id", submission_id), I64("id", id)));
}

static const struct field import_row_fields[] = {
	{ COLUMN(struct import_row, id) },
	{ COLUMN(struct import_row, batch_id), .name = "batch", .word = NC_("field", "Import"),
		.meaning = MEANS_REF, .of = "import_batch", .in = IN_TOLD },
	{ COLUMN(struct import_row, kind), .name = "kind", .word = NC_("field", "Kind"),
		.meaning = MEANS_CODE, .words = WORDS_FIELD },
	{ COLUMN(struct import_row, row), .name = "row", .word = NC_("field", "Row"),
		.meaning = MEANS_NUMBER, .in = IN_TOLD },
	{ COLUMN(struct import_row, line), .name = "line", .word = NC_("field", "Line"),
		.meaning = MEANS_NUMBER, .in = IN_TOLD },
	{ COLUMN(struct import_row, verdict), .name = "verdict", .code = "state",
		.word = NC_("field", "State"), .meaning = MEANS_CODE, .words = WORDS_IMPORT_VERDICT,
		.in = IN_TOLD },
	{ COLUMN(struct import_row, reason), .name = "reason", .word = NC_("field", "Reason"),
		.meaning = MEANS_CODE, .words = WORDS_IMPORT_REASON, .in = IN_TOLD },
	{ COLUMN(struct import_row, field), .name = "field", .word = NC_("field", "Field"),
		.meaning = MEANS_CODE, .words = WORDS_FIELD, .in = IN_TOLD },
	{ COLUMN(struct import_row, received), .name = "received", .word = NC_("field", "Received"),
		.meaning = MEANS_TIME, .in = IN_TOLD },
	{ COLUMN(struct import_row, cells), .seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct import_row, digest) },
	{ COLUMN(struct import_row, candidate), .name = "candidate",
		.word = NC_("field", "Code of what it may be"), .meaning = MEANS_LINE,
		.seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct import_row, source), .seen_by = SEEN_BY_OFFICE },
	{ COLUMN_OR_NONE(struct import_row, submission_id), .name = "submission",
		.word = NC_("field", "Submission"), .meaning = MEANS_REF, .of = "submission",
		.in = IN_TOLD },
};
const struct record record_of_import_row = RECORD_OF(import_row, "import_row");

struct error store_import_row_get(
	struct db *db, struct arena *arena, int64_t id, struct import_row *row)
{
	return db_row(db, Q_IMPORT_ROW_GET, ARGS(I64("id", id)), arena, row);
}

struct error store_import_row_find(struct db *db, int64_t batch_id, int64_t row, int64_t *id)
{
	return db_number(
		db, Q_IMPORT_ROW_FIND, ARGS(I64("batch_id", batch_id), I64("row", row)), id);
}

struct error store_import_rows_of(struct db *db, int64_t batch_id, struct id_list *ids)
{
	return db_ids(db, Q_IMPORT_ROWS_OF, ARGS(I64("batch_id", batch_id)), ids);
}

struct error store_import_simply_added(struct db *db, int64_t batch_id, struct id_list *ids)
{
	return db_ids(db, Q_IMPORT_SIMPLY_ADDED, ARGS(I64("batch_id", batch_id)), ids);
}

struct error store_import_is_simply_added(struct db *db, int64_t batch_id, int64_t row, int64_t *n)
{
	return db_number(
		db, Q_IMPORT_IS_SIMPLY_ADDED, ARGS(I64("batch_id", batch_id), I64("row", row)), n);
}

struct error store_import_waiting_ids(struct db *db, const char *verdict, struct id_list *ids)
{
	return db_ids(db, Q_IMPORT_WAITING_IDS, ARGS(TXT("verdict", verdict)), ids);
}

struct error store_import_waiting(struct db *db, const char *verdict, int64_t *n)
{
	return db_number(db, Q_IMPORT_WAITING, ARGS(TXT("verdict", verdict)), n);
}

struct error store_import_digests(struct db *db, struct arena *arena, const char *kind,
	bool waiting, struct text_rows *digests)
{
	return db_rows(db, waiting ? Q_IMPORT_WAITING_DIGESTS : Q_IMPORT_DIGESTS,
		ARGS(TXT("kind", kind)), arena, &digests->rows, &digests->n);
}

struct error store_import_brought(
	struct db *db, int64_t batch_id, const char *table, struct id_list *ids)
{
	return db_ids(
		db, Q_IMPORT_BROUGHT, ARGS(I64("batch_id", batch_id), TXT("tbl", table)), ids);
}

struct error store_import_in_rounds(struct db *db, int64_t batch_id, int64_t *n)
{
	return db_number(db, Q_IMPORT_IN_ROUNDS, ARGS(I64("batch_id", batch_id)), n);
}
