/* SPDX-License-Identifier: MIT
 * Is the file what the log says it is? Every cell of every table has one reason to be found if it
 * was changed from outside: the chain, its row's digest, a working row's seal, recomputation, or
 * the schema. Without a head noted outside the file, cutting off the end and chaining anew cannot
 * be seen. */
#pragma once

#include "db/db.h"

struct verdict {
	bool good;
	int64_t rows;  /* of the log */
	char head[65]; /* its hash, hexadecimal */
	int64_t head_seq;
	char table[64];    /* where the first fault is; "" if good */
	int64_t row, seq;  /* 0 if it has none */
	const char *fault; /* "chain", "digest", "missing", "extra", "derived", "working", "search",
			    * "search_newer",
			    * "schema", "integrity", "head" */
};

/* A head that was noted outside the file, and what has become of it. */
struct noted_head {
	int64_t seq;
	const char *hash; /* hexadecimal, in small letters */
	enum { HEAD_MISSING, HEAD_OTHER, HEAD_STANDS } state;
};

/* Checks one state of the file; nobody waits for it. The heads, in the order of their seq, must all
 * stand. An error means the check itself could not be made. */
struct error verify_heads(
	struct db *db, struct noted_head *heads, size_t n, struct verdict *verdict);
/* The same with one head; `seq` 0: none. */
struct error verify_file(struct db *db, int64_t seq, const char *hex, struct verdict *verdict);
