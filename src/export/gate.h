/* SPDX-License-Identifier: MIT
 * The one gate before every cell: who may be shown a field of a row, beyond the right to read the
 * row at all. */
#pragma once

#include "db/record.h"
#include "src/export/cell.h"
#include "src/ground/sides.h"

/* `sealed_by` is the round that keeps the two sides of the row apart for the acting account
 * (sides_sealed_by), 0 where none does; `side` is the side that the row itself is on. While they
 * are apart a sealed text is not shown beside its sender, nor the sender beside what is judged
 * (directive 2014/24/EU, article 82). A juror is shown here what everybody may see: the screens of
 * the jury have their own rows. */
bool gate_may_see(struct context *ctx, enum audience audience, enum side side, int64_t sealed_by);
/* Makes null of a cell what that keeps from who asks; a cell that is unset stays so. What people
 * read in the place of what they see again after the opening is sides_cover. */
void gate_cell(struct context *ctx, enum audience audience, enum side side, int64_t sealed_by,
	struct cell *cell);
