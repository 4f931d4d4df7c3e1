/* SPDX-License-Identifier: MIT
 * Somebody with the file and the sqlite3 program: changes a copy of a full file with plain SQL, and
 * what verify then says of it. The tables and columns are those the file has. */
#pragma once

#include <sqlite3.h>

#include "db/verify.h"
#include "tests/unit/full.h"

struct outsider {
	struct fixture *f; /* the full file; closed, and never changed */
	char *bytes;       /* of the file */
	size_t n;
	char copy[120];
	sqlite3 *sqlite; /* of the copy, while it is being changed */
};

/* For cmocka's group setup and teardown: *state is a struct outsider. */
int outsider_setup(void **state);
int outsider_teardown(void **state);

/* A fresh copy; `n` bytes of the given ones. */
void copy_write(struct outsider *o, const char *bytes, size_t n);
/* A fresh copy, open without foreign keys, triggers and rules of ours. */
void copy_open(struct outsider *o);
void copy_close(struct outsider *o);
/* Runs it on the open copy; false if SQLite refuses. */
bool copy_run(struct outsider *o, const char *sql);
/* Runs it and frees it; true if it changed exactly one row. */
bool copy_run_on_one(struct outsider *o, char *sql);
/* Prepares and frees the text, or the test fails. */
sqlite3_stmt *query(sqlite3 *sqlite, char *sql);
/* First column of the first row, to be freed with sqlite3_free; "" if there is none. */
char *copy_text(struct outsider *o, char *sql);

/* Opens and verifies the closed copy: "" if all is well, "refused" if it does not even open or
 * cannot be read, else the fault. */
const char *look(struct outsider *o, struct verdict *v);
/* 0 if verify names the table as it should, else 1 and a line on standard error. */
int missed(struct outsider *o, const char *table, const char *column, const char *what);

/* What tells one row of the table: its key columns, or rowid. Free with sqlite3_free. */
char *key_of(struct outsider *o, const char *table);
/* Calls for the first column of each row of a query on the full file. */
void each_name(struct outsider *o, const char *sql, void (*visit)(struct outsider *, const char *));
