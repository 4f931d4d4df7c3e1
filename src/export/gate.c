/* SPDX-License-Identifier: MIT */
#include "src/export/gate.h"

bool gate_may_see(struct context *ctx, enum audience audience, enum side side, int64_t sealed_by)
{
	if (audience != SEEN_BY_EVERYBODY && ctx->role == ROLE_JUROR)
		return false;
	switch (audience) {
	case SEEN_BY_EVERYBODY:
	case SEEN_BY_OFFICE:
		return true;
	case SEEN_BY_CONTACT:
	case SEEN_BY_SENDER:
		return sealed_by == 0 || side == SIDE_SENDER;
	case SEEN_BY_JURY:
		return sealed_by == 0 || side == SIDE_JURY;
	case SEEN_BY_CUSTODIAN:
		return sealed_by == 0;
	}
	return false;
}

void gate_cell(struct context *ctx, enum audience audience, enum side side, int64_t sealed_by,
	struct cell *cell)
{
	if (cell->kind == CELL_UNSET || gate_may_see(ctx, audience, side, sealed_by))
		return;
	json_decref(cell->parts);
	*cell = cell_null();
}
