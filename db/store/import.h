/* SPDX-License-Identifier: MIT
 * Imported files and those of their rows that need a person. */
#pragma once

#include "db/db.h"
#include "db/store/organization.h"

struct import_batch {
	int64_t id;
	const char *kind, *file, *sha256, *charset, *delimiter;
	int64_t made, undone;                   /* UTC seconds; undone 0: not */
	int64_t added, replaced, refused, held; /* rows as they are now */
};

struct import_row {
	int64_t id, batch_id;
	const char *kind; /* of the import */
	int64_t row, line;
	const char *verdict, *reason, *field; /* codes of the vocabularies */
	int64_t received;
	const char *cells; /* JSON: field to text, as it came */
	const char *digest, *candidate;
	int64_t submission_id;
};

struct error store_import_batch_add(struct db *db, const struct import_batch *batch, int64_t *id);
struct error store_import_batch_get(
	struct db *db, struct arena *arena, int64_t id, struct import_batch *batch);
struct error store_import_batch_ids(struct db *db, struct id_list *ids);
struct error store_import_batch_undo(struct db *db, int64_t id, int64_t now);
struct error store_import_row_add(struct db *db, const struct import_row *row, int64_t *id);
struct error store_import_row_set(
	struct db *db, int64_t id, const char *verdict, int64_t submission_id);
struct error store_import_row_get(
	struct db *db, struct arena *arena, int64_t id, struct import_row *row);
struct error store_import_row_find(struct db *db, int64_t batch_id, int64_t row, int64_t *id);
struct error store_import_rows_of(struct db *db, int64_t batch_id, struct id_list *ids);
/* Held first, then refused; the newest import first; NULL verdict: both. */
struct error store_import_waiting_ids(struct db *db, const char *verdict, struct id_list *ids);
struct error store_import_waiting(struct db *db, const char *verdict, int64_t *n);
/* Digests of rows that are dealt with, and of rows that wait. */
struct error store_import_digests(struct db *db, struct arena *arena, const char *kind,
	bool waiting, struct text_rows *digests);
/* Rows of that table which the import, and the decisions on its rows, have made and which are still
 * there. */
struct error store_import_brought(
	struct db *db, int64_t batch_id, const char *table, struct id_list *ids);
/* Rows of the batch whose submission is already in a round. */
struct error store_import_in_rounds(struct db *db, int64_t batch_id, int64_t *n);
