/* SPDX-License-Identifier: MIT
 * What the files of verify share. Not for anyone else. */
#pragma once

#include <sqlite3.h>

#include "db/verify.h"

struct check {
	struct db *db;
	struct verdict *verdict;
	bool rule_broken; /* a value is against the rules of its table */
	bool newer_index; /* nothing here can read it */
	size_t part;      /* of the work, a quarter: so many changes the log has */
	size_t rows;      /* compared so far */
	struct noted_head *heads;
	size_t head_count;
};

/* Notes the first fault. */
void check_found(
	struct check *check, const char *fault, const char *table, int64_t row, int64_t seq);
/* A damaged file fails here or in check_step; both are findings, not errors of ours. */
sqlite3_stmt *check_prepare(struct check *check, const char *sql);
/* Does it stand on a row? */
bool check_step(struct check *check, sqlite3_stmt *statement);
bool check_same(sqlite3_stmt *row, int column, const void *bytes, size_t n);

/* For who watches (db/base/watch.h): so many quarters are done, and so much of the next. */
void check_tell(const struct check *check, size_t quarters, size_t more);

/* The chain, and that it leads to each of the heads. */
void check_log(struct check *check);
