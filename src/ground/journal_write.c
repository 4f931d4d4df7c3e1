/* SPDX-License-Identifier: MIT */
#include "src/ground/journal_write.h"

struct error journal_note(struct context *ctx, const char *verb, const char *object)
{
	TRY(require(ctx, ACT_EXPORT));
	if (db_is_readonly(ctx->db))
		return ok();
	TRY(context_begin(ctx));
	return context_end(ctx, ok(), verb, object);
}

struct error journal_export(struct context *ctx, const char *what)
{
	return journal_note(ctx, "export", what);
}
