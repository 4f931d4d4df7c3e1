/* SPDX-License-Identifier: MIT
 * The numbers behind codes such as P-006. */
#pragma once

#include "db/db.h"

/* The next number of the series, which nobody ever gets again: not even when what it was given to
 * is gone. Inside the transaction that uses it. */
struct error store_code_next(struct db *db, const char *series, int64_t *number);
