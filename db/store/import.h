/* SPDX-License-Identifier: MIT
 * Imported files and those of their rows that need a person. */
#pragma once

#include "db/db.h"
#include "db/store/organization.h"

struct import_batch {
	int64_t id;
	const char *kind, *file, *sha256, *charset, *delimiter;
	const char *form, *mapping, *date_order; /* for adding */
	int64_t made, undone;                    /* UTC seconds; undone 0: not */
	int64_t added, replaced, refused, held;  /* rows as they are now */
};

struct import_row {
	int64_t id, batch_id;
	const char *kind; /* of the import */
	int64_t row, line;
	const char *verdict, *reason, *field; /* codes of the vocabularies */
	int64_t received;
	const char *cells; /* JSON: field to text, as it came */
	const char *digest, *candidate;
	const char *source; /* the form's own number of the row; "" if it has none */
	int64_t submission_id;
};

/* What the columns of a form were taken for at its last import. */
struct import_form {
	int64_t batch_id;
	const char *mapping, *date_order;
};

/* Which record a row of a form has become. */
struct import_source {
	const char *source;
	int64_t submission_id;
	const char *code;
};

struct import_sources {
	struct import_source *rows;
	size_t n;
};

struct error store_import_batch_add(struct db *db, const struct import_batch *batch, int64_t *id);
struct error store_import_batch_get(
	struct db *db, struct arena *arena, int64_t id, struct import_batch *batch);
struct error store_import_batch_ids(struct db *db, struct id_list *ids);
struct error store_import_batch_undo(struct db *db, int64_t id, int64_t now);
struct error store_import_row_add(struct db *db, const struct import_row *row, int64_t *id);
/* E_NOT_FOUND if no import of that form stands. */
struct error store_import_form(struct db *db, struct arena *arena, const char *form,
	const char *kind, struct import_form *found);
/* The newest first. */
struct error store_import_sources(struct db *db, struct arena *arena, const char *form,
	const char *kind, struct import_sources *sources);
/* The code of what another import's row of the same form and number has become; E_NOT_FOUND. */
struct error store_import_known_source(
	struct db *db, struct arena *arena, int64_t row_id, const char **code);
/* The held rows of the batch that are new versions by their form's own number. */
struct error store_import_versions_of(struct db *db, int64_t batch_id, struct id_list *ids);
/* One doubt is settled, another stays: the row's arrival and what is asked next. */
struct error store_import_row_doubt(struct db *db, const struct import_row *row);
struct error store_import_row_set(
	struct db *db, int64_t id, const char *verdict, int64_t submission_id);
struct error store_import_row_get(
	struct db *db, struct arena *arena, int64_t id, struct import_row *row);
struct error store_import_row_find(struct db *db, int64_t batch_id, int64_t row, int64_t *id);
struct error store_import_rows_of(struct db *db, int64_t batch_id, struct id_list *ids);
/* Held first, then refused; the newest import first; NULL verdict: both. */
/* Submissions of rows that were simply taken in, which leave no import_row; the last row first. */
struct error store_import_simply_added(struct db *db, int64_t batch_id, struct id_list *ids);
struct error store_import_is_simply_added(struct db *db, int64_t batch_id, int64_t row, int64_t *n);
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
