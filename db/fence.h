/* SPDX-License-Identifier: MIT
 * The juror's fence: what the connection of a juror's session can reach, whatever the code above it
 * does. Three walls: only the columns listed in fence.c, none of which holds a name, an address or
 * who applied; of those only one's own rows, through views whose names no statement can know; and
 * only the statements of queries/juror.sql. */
#pragma once

#include <stdbool.h>

#include "db/base/error.h"

struct db;

/* Closes the fence around the account. It cannot be opened again: only closing the handle ends it.
 * E_DB if it was closed before. */
struct error db_fence(struct db *db, int64_t account_id);
bool db_is_fenced(const struct db *db);

/* For the log, which digests whole rows and gives nothing of them away, and for asking whether the
 * file has changed at all: returns what it was. */
bool fence_trust(struct db *db, bool trusted);
/* E_DENIED if the handle is fenced and the statement is not one for jurors. */
struct error fence_check(const struct db *db, int query);
/* E_DENIED on a fenced handle: for what copies or reads the whole file. */
struct error fence_refuse(const struct db *db);
