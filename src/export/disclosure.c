/* SPDX-License-Identifier: MIT */
#include "src/export/disclosure.h"

#include "src/base/i18n.h"
#include "src/base/input.h"

struct error disclosure_add(struct context *ctx, const struct disclosure *in, int64_t *id)
{
	struct disclosure disclosure = *in;

	disclosure.at = context_now(ctx);
	return store_disclosure_add(ctx->db, &disclosure, ctx->account.id, id);
}

/* What cannot be written down does not leave. */
static struct error may_write(struct context *ctx)
{
	TRY(context_mode_fault(ctx));
	if (db_is_readonly(ctx->db))
		return rule(N_("Contact data leaves only where it can be written down that it did, "
			       "and this file can only be read."));
	return ok();
}

struct error disclosure_record(struct context *ctx, const struct disclosure *in, int64_t *id)
{
	struct arena arena = { 0 };
	struct disclosure disclosure = *in;

	TRY(require(ctx, ACT_EXPORT));
	TRY(may_write(ctx));
	struct error e =
		input_line(&arena, "text", in->filter, REASON_MAX, false, &disclosure.filter);
	if (e.code == E_OK)
		e = context_begin(ctx);
	if (e.code == E_OK)
		e = context_end(ctx, disclosure_add(ctx, &disclosure, id), "disclosure.add",
			disclosure.list);
	arena_clear(&arena);
	return e;
}

struct error disclosure_ids(struct context *ctx, struct id_list *ids)
{
	TRY(require(ctx, ACT_READ_LOG));
	return store_disclosure_ids(ctx->db, ids);
}

struct error disclosure_get(
	struct context *ctx, struct arena *arena, int64_t id, struct disclosure *disclosure)
{
	TRY(require(ctx, ACT_READ_LOG));
	return store_disclosure_get(ctx->db, arena, id, disclosure);
}
