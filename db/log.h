/* SPDX-License-Identifier: MIT
 * The hash-chained log. Each committed act is one row of `log` and one row of `log_change` for each
 * row it changed, found by SQLite's session extension, so that no function can forget to log.
 * A change holds the digest of the whole row after it (db/table.h) and, but for a new row, the
 * clear values that it replaced: what a row had in between is told from the changes after it and
 * from the row itself, and nothing is stored twice. What is hashed how: db/chain.h. */
#pragma once

#include <sqlite3.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "db/base/error.h"

struct arena;
struct db;

/* Inside a transaction: start recording changes; stop and forget them. */
struct error log_start(struct db *db);
void log_stop(struct db *db);
/* Writes the entry for what was recorded, or fails: never a part of it. An entry without changes is
 * an event. */
struct error log_write(struct db *db, const char *verb, const char *object);
/* That nothing was recorded which the log would have to hold: E_DB. */
struct error log_check_unchanged(struct db *db);
/* Notes the last entry at opening. */
void log_note_seen(struct db *db);
/* E_MOVED if the last entry that was seen is no longer there: this is another file. */
struct error log_check_seen(struct db *db);

/* Writes the digest of a working row (class `working`) into its seal column. */
struct error log_seal(struct db *db, const char *tbl, int64_t id);

/* A row's clear columns as JSON; "" if there is no such row. */
struct error log_row_now(
	struct db *db, const char *tbl, int64_t id, struct arena *arena, const char **json);
