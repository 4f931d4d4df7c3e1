/* SPDX-License-Identifier: MIT
 * Deciding on a row in the transaction that has just put it among those that wait. */
#pragma once

#include "src/intake/import.h"

/* As import_decide; the caller has the right and the transaction. */
struct error import_settle(
	struct context *ctx, struct arena *arena, int64_t row_id, enum row_answer answer);
