/* SPDX-License-Identifier: MIT */
#include "src/ground/repair.h"

#include "db/search_remake.h"
#include "src/ground/rights.h"

struct error repair_search(struct context *ctx)
{
	TRY(require_self(ctx, ACT_REPAIR));
	TRY(context_begin(ctx));
	return context_end(ctx, search_remake(ctx->db), "search.repair", "");
}
