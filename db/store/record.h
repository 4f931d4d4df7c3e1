/* SPDX-License-Identifier: MIT
 * Records of every kind, by the name that they have in text: the view `record`. */
#pragma once

#include "db/db.h"

/* `kind` is a noun of src/ground/kind.h. E_NOT_FOUND if there is none. */
struct error store_record_id(struct db *db, const char *kind, const char *code, int64_t *id);
/* By its table: its code, key or number; its kind. E_NOT_FOUND. */
struct error store_record_code(
	struct db *db, const char *table, int64_t id, struct arena *arena, char **code);
struct error store_record_kind(
	struct db *db, const char *table, int64_t id, struct arena *arena, char **kind);
struct error store_record_ids(struct db *db, const char *kind, struct id_list *ids);

/* A part of a record that is no kind of its own (a seat on a panel, a criterion, a theme), in the
 * three languages as far as they are there: E_NOT_FOUND. */
struct part_name {
	const char *name_fi, *name_sv, *name_en;
};

struct error store_part_name(
	struct db *db, const char *table, int64_t id, struct arena *arena, struct part_name *name);
