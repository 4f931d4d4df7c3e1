/* SPDX-License-Identifier: MIT */
#include "src/documents/document.h"

struct error document_given(
	struct context *ctx, const struct document_kind *kind, const char *about)
{
	if (db_is_readonly(ctx->db))
		return ok();
	TRY(context_begin(ctx));
	return context_end(ctx, ok(), kind->told == NULL ? "document.make" : kind->told, about);
}
