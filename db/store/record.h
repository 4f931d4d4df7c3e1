/* SPDX-License-Identifier: MIT
 * Records of every kind, by the name that they have in text: the view `record`. */
#pragma once

#include "db/db.h"

/* `kind` is a noun of src/ground/kind.h. E_NOT_FOUND if there is none. */
struct error store_record_id(struct db *db, const char *kind, const char *code, int64_t *id);
/* Its code, key or number. */
struct error store_record_code(
	struct db *db, const char *kind, int64_t id, struct arena *arena, char **code);
struct error store_record_ids(struct db *db, const char *kind, struct id_list *ids);
