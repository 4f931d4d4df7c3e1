/* SPDX-License-Identifier: MIT
 * Who signed the jury's statement. */
#pragma once

#include "db/db.h"

struct signature {
	int64_t member_id;
	const char *name;
	bool chair;
	const char *how;   /* own, paper */
	const char *place; /* where the paper is kept */
	int64_t day;
	const char *recorded_by;
};

struct signatures {
	struct signature *rows;
	size_t n;
};

/* E_EXISTS if that member has signed already. */
struct error store_signature_add(
	struct db *db, int64_t decision_id, const struct signature *signature, int64_t account_id);
/* The chair first. */
struct error store_signatures(
	struct db *db, struct arena *arena, int64_t decision_id, struct signatures *signatures);
