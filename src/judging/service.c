/* SPDX-License-Identifier: MIT */
#include "src/judging/service.h"

#include <stdio.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/ground/record.h"
#include "src/judging/decision.h"
#include "src/registers/clocks.h"

static struct error check_entrant(
	struct context *ctx, struct arena *arena, const struct decision *d, int64_t submission_id)
{
	struct services services;

	if (decision_kind_of(d->kind) != DECISION_KIND_DECISION)
		return rule(N_("A statement is not served; the decision after it is."));
	if (decision_state_of(d->state) != DECISION_STATE_SIGNED)
		return rule(N_("Only an approved decision is served."));
	TRY(store_services(ctx->db, arena, d->id, &services));
	for (size_t i = 0; i < services.n; i++)
		if (services.rows[i].submission_id == submission_id)
			return ok();
	return fail(E_NOT_FOUND, "submission");
}

/* Inside of the transaction. */
static struct error put(struct context *ctx, struct arena *arena, const struct decision *d,
	int64_t submission_id, struct service *s)
{
	struct regime regime;

	if (s->sent < d->day)
		return rule(N_("A decision cannot be served before the day it was made."));
	TRY(check_entrant(ctx, arena, d, submission_id));
	TRY(regime_of(ctx, arena, d->regime_id, &regime));
	if (s->deemed == 0)
		s->deemed = presumed_day(&regime, s->channel, s->sent);
	if (s->deemed < s->sent)
		return fail(E_INVALID, "served");
	return store_service_put(ctx->db, d->id, submission_id, s);
}

struct error service_add(
	struct context *ctx, int64_t decision_id, int64_t submission_id, const struct service *how)
{
	struct arena arena = { 0 };
	struct decision d = { .code = "" };
	struct service s = *how;

	TRY(require(ctx, ACT_DECIDE));
	if (s.sent == 0)
		s.sent = day_of_time(context_now(ctx));
	struct error e = record_clean(&arena, &record_of_service, &s, IN_ADD);
	if (e.code == E_OK)
		e = context_begin(ctx);
	if (e.code == E_OK) {
		e = decision_get(ctx, &arena, decision_id, &d);
		if (e.code == E_OK)
			e = put(ctx, &arena, &d, submission_id, &s);
		e = context_end(ctx, e, "decision.serve", d.code);
	}
	arena_clear(&arena);
	return e;
}

struct error service_is(
	struct context *ctx, int64_t decision_id, int64_t submission_id, bool *served)
{
	return store_service_is(ctx->db, decision_id, submission_id, served);
}

struct error service_undo(struct context *ctx, int64_t decision_id, int64_t submission_id,
	const char *channel, int64_t sent, bool *undone)
{
	struct arena arena = { 0 };
	struct decision d = { .code = "" };

	TRY(require(ctx, ACT_DECIDE));
	TRY(store_service_was(ctx->db, decision_id, submission_id, channel, sent, undone));
	if (!*undone)
		return ok();
	TRY(context_begin(ctx));
	struct error e = decision_get(ctx, &arena, decision_id, &d);
	if (e.code == E_OK)
		e = store_service_undo(ctx->db, decision_id, submission_id);
	e = context_end(ctx, e, "decision.unserve", d.code);
	arena_clear(&arena);
	return e;
}

struct error service_list(
	struct context *ctx, struct arena *arena, int64_t decision_id, struct services *services)
{
	TRY(require(ctx, ACT_READ));
	return store_services(ctx->db, arena, decision_id, services);
}

struct error service_missing(struct context *ctx, int64_t decision_id, int64_t *n)
{
	return store_service_missing(ctx->db, decision_id, n);
}
