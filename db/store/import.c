/* SPDX-License-Identifier: MIT */
#include "db/store/import.h"

struct error store_import_batch_add(struct db *db, const struct import_batch *b, int64_t *id)
{
	return db_insert(db, Q_IMPORT_BATCH_ADD,
		ARGS(TXT(b->kind), TXT(b->file), TXT(b->sha256), TXT(b->charset), TXT(b->delimiter),
			TXT(b->form), TXT(b->mapping), TXT(b->date_order), I64(b->made)),
		id);
}

static const struct row_field import_batch_fields[] = {
	{ FIELD_INT, offsetof(struct import_batch, id) },
	{ FIELD_TEXT, offsetof(struct import_batch, kind) },
	{ FIELD_TEXT, offsetof(struct import_batch, file) },
	{ FIELD_TEXT, offsetof(struct import_batch, sha256) },
	{ FIELD_TEXT, offsetof(struct import_batch, charset) },
	{ FIELD_TEXT, offsetof(struct import_batch, delimiter) },
	{ FIELD_INT, offsetof(struct import_batch, made) },
	{ FIELD_INT, offsetof(struct import_batch, undone) },
	{ FIELD_INT, offsetof(struct import_batch, added) },
	{ FIELD_INT, offsetof(struct import_batch, replaced) },
	{ FIELD_INT, offsetof(struct import_batch, refused) },
	{ FIELD_INT, offsetof(struct import_batch, held) },
};
static const struct shape import_batch_shape = { sizeof(struct import_batch), import_batch_fields,
	LEN(import_batch_fields) };

struct error store_import_batch_get(
	struct db *db, struct arena *arena, int64_t id, struct import_batch *batch)
{
	return db_row(db, Q_IMPORT_BATCH_GET, ARGS(I64(id)), &import_batch_shape, arena, batch);
}

struct error store_import_batch_ids(struct db *db, struct id_list *ids)
{
	return db_ids(db, Q_IMPORT_BATCH_IDS, NO_ARGS, ids);
}

struct error store_import_batch_undo(struct db *db, int64_t id, int64_t now)
{
	return db_run(db, Q_IMPORT_BATCH_UNDO, ARGS(I64(now), I64(id)));
}

struct error store_import_row_add(struct db *db, const struct import_row *r, int64_t *id)
{
	return db_insert(db, Q_IMPORT_ROW_ADD,
		ARGS(I64(r->batch_id), I64(r->row), I64(r->line), TXT(r->verdict), TXT(r->reason),
			TXT(r->field), I64(r->received), TXT(r->cells), TXT(r->digest),
			TXT(r->candidate), TXT(r->source), value_ref(r->submission_id)),
		id);
}

struct error store_import_row_doubt(struct db *db, const struct import_row *r)
{
	return db_run(db, Q_IMPORT_ROW_DOUBT,
		ARGS(I64(r->received), TXT(r->reason), TXT(r->field), TXT(r->candidate),
			I64(r->id)));
}

struct error store_import_form(struct db *db, struct arena *arena, const char *form,
	const char *kind, struct import_form *found)
{
	static const struct row_field fields[] = {
		{ FIELD_INT, offsetof(struct import_form, batch_id) },
		{ FIELD_TEXT, offsetof(struct import_form, mapping) },
		{ FIELD_TEXT, offsetof(struct import_form, date_order) },
	};
	static const struct shape shape = { sizeof(struct import_form), fields, LEN(fields) };

	return db_row(db, Q_IMPORT_BATCH_OF_FORM, ARGS(TXT(form), TXT(kind)), &shape, arena, found);
}

struct error store_import_sources(struct db *db, struct arena *arena, const char *form,
	const char *kind, struct import_sources *sources)
{
	static const struct row_field fields[] = {
		{ FIELD_TEXT, offsetof(struct import_source, source) },
		{ FIELD_INT, offsetof(struct import_source, submission_id) },
		{ FIELD_TEXT, offsetof(struct import_source, code) },
	};
	static const struct shape shape = { sizeof(struct import_source), fields, LEN(fields) };

	return db_rows(db, Q_IMPORT_SOURCES, ARGS(TXT(form), TXT(kind)), &shape, arena,
		&sources->rows, &sources->n);
}

struct error store_import_known_source(
	struct db *db, struct arena *arena, int64_t row_id, const char **code)
{
	static const struct row_field fields[] = { { FIELD_TEXT,
		offsetof(struct text_row, text) } };
	static const struct shape shape = { sizeof(struct text_row), fields, LEN(fields) };
	struct text_row row;

	TRY(db_row(db, Q_IMPORT_KNOWN_SOURCE, ARGS(I64(row_id)), &shape, arena, &row));
	*code = row.text;
	return ok();
}

struct error store_import_versions_of(struct db *db, int64_t batch_id, struct id_list *ids)
{
	return db_ids(db, Q_IMPORT_VERSIONS_OF, ARGS(I64(batch_id)), ids);
}

struct error store_import_row_set(
	struct db *db, int64_t id, const char *verdict, int64_t submission_id)
{
	return db_run(db, Q_IMPORT_ROW_SET, ARGS(TXT(verdict), value_ref(submission_id), I64(id)));
}

static const struct row_field import_row_fields[] = {
	{ FIELD_INT, offsetof(struct import_row, id) },
	{ FIELD_INT, offsetof(struct import_row, batch_id) },
	{ FIELD_TEXT, offsetof(struct import_row, kind) },
	{ FIELD_INT, offsetof(struct import_row, row) },
	{ FIELD_INT, offsetof(struct import_row, line) },
	{ FIELD_TEXT, offsetof(struct import_row, verdict) },
	{ FIELD_TEXT, offsetof(struct import_row, reason) },
	{ FIELD_TEXT, offsetof(struct import_row, field) },
	{ FIELD_INT, offsetof(struct import_row, received) },
	{ FIELD_TEXT, offsetof(struct import_row, cells) },
	{ FIELD_TEXT, offsetof(struct import_row, digest) },
	{ FIELD_TEXT, offsetof(struct import_row, candidate) },
	{ FIELD_TEXT, offsetof(struct import_row, source) },
	{ FIELD_INT, offsetof(struct import_row, submission_id) },
};
static const struct shape import_row_shape = { sizeof(struct import_row), import_row_fields,
	LEN(import_row_fields) };

struct error store_import_row_get(
	struct db *db, struct arena *arena, int64_t id, struct import_row *row)
{
	return db_row(db, Q_IMPORT_ROW_GET, ARGS(I64(id)), &import_row_shape, arena, row);
}

struct error store_import_row_find(struct db *db, int64_t batch_id, int64_t row, int64_t *id)
{
	return db_number(db, Q_IMPORT_ROW_FIND, ARGS(I64(batch_id), I64(row)), id);
}

struct error store_import_rows_of(struct db *db, int64_t batch_id, struct id_list *ids)
{
	return db_ids(db, Q_IMPORT_ROWS_OF, ARGS(I64(batch_id)), ids);
}

struct error store_import_waiting_ids(struct db *db, const char *verdict, struct id_list *ids)
{
	return db_ids(db, Q_IMPORT_WAITING_IDS, ARGS(TXT(verdict)), ids);
}

struct error store_import_waiting(struct db *db, const char *verdict, int64_t *n)
{
	return db_number(db, Q_IMPORT_WAITING, ARGS(TXT(verdict)), n);
}

struct error store_import_digests(struct db *db, struct arena *arena, const char *kind,
	bool waiting, struct text_rows *digests)
{
	static const struct row_field fields[] = { { FIELD_TEXT,
		offsetof(struct text_row, text) } };
	static const struct shape shape = { sizeof(struct text_row), fields, LEN(fields) };

	return db_rows(db, waiting ? Q_IMPORT_WAITING_DIGESTS : Q_IMPORT_DIGESTS, ARGS(TXT(kind)),
		&shape, arena, &digests->rows, &digests->n);
}

struct error store_import_brought(
	struct db *db, int64_t batch_id, const char *table, struct id_list *ids)
{
	return db_ids(db, Q_IMPORT_BROUGHT, ARGS(I64(batch_id), TXT(table)), ids);
}

struct error store_import_in_rounds(struct db *db, int64_t batch_id, int64_t *n)
{
	return db_number(db, Q_IMPORT_IN_ROUNDS, ARGS(I64(batch_id)), n);
}
