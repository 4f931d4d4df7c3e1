/* SPDX-License-Identifier: MIT */
#include "src/ground/clock.h"

#include <stdio.h>
#include <stdlib.h>

#include "db/fence.h"
#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/base/text.h"

enum { STEP_SECONDS = 300 };

/* Does the clock differ now from what it should show? */
static bool find_step(const struct context *ctx, struct clock_step *step)
{
	if (ctx->running == NULL)
		return false;
	int64_t shown = ctx->clock() + ctx->ahead;
	int64_t expected = ctx->running() + ctx->apart + ctx->ahead;

	*step = (struct clock_step){ shown, ctx->logged };
	if (ctx->logged - shown > STEP_SECONDS)
		return true;
	step->expected = expected;
	return llabs(shown - expected) > STEP_SECONDS;
}

/* The one that is written down, if there is one. */
static struct error read_waiting(struct context *ctx, struct clock_state *state)
{
	struct arena arena = { 0 };

	*state = (struct clock_state){ 0 };
	if (db_is_fenced(ctx->db))
		return ok();
	struct error e = store_clock_step_waiting(ctx->db, &arena, &state->step);
	state->waits = e.code == E_OK;
	arena_clear(&arena);
	return e.code == E_NOT_FOUND ? ok() : e;
}

struct error clock_state(struct context *ctx, struct clock_state *state)
{
	struct clock_step step;

	TRY(read_waiting(ctx, state));
	if (!state->waits && find_step(ctx, &step))
		*state = (struct clock_state){ true, step };
	return ok();
}

void clock_words(const struct clock_state *state, char *out, size_t size)
{
	char shown[60], expected[60];

	text_time(state->step.shown, shown, sizeof(shown));
	text_time(state->step.expected, expected, sizeof(expected));
	if (state->step.shown < state->step.expected)
		/* TRANSLATORS: two times: what the clock showed, and what the log says. */
		snprintf(out, size,
			_("The clock jumped back: it showed %s when the time was at least %s. No time "
			  "before that is used."),
			shown, expected);
	else
		/* TRANSLATORS: two times: what the clock showed, and what it should have shown. */
		snprintf(out, size, _("The clock jumped ahead: it showed %s when the time was %s."),
			shown, expected);
}

static struct error write_down(struct context *ctx, const struct clock_step *step)
{
	struct clock_state now;

	TRY(db_begin(ctx->db));
	struct error e = read_waiting(ctx, &now); /* somebody else may have been faster */
	if (e.code == E_OK && !now.waits)
		e = store_clock_step_add(ctx->db, step);
	return db_end(ctx->db, e, now.waits ? NULL : "clock.step", "");
}

/* A juror's own connection cannot write there. */
static struct error write_down_beside(struct context *ctx, const struct clock_step *step)
{
	struct context beside;

	if (!db_is_fenced(ctx->db))
		return write_down(ctx, step);
	TRY(context_beside(ctx, &beside));
	struct error e = write_down(&beside, step);
	context_close(&beside);
	return e;
}

struct error clock_notice(struct context *ctx)
{
	struct clock_state state;
	struct clock_step step;

	if (ctx->running == NULL)
		return ok();
	TRY(store_log_last_time(ctx->db, &ctx->logged));
	TRY(read_waiting(ctx, &state));
	bool seen = find_step(ctx, &step);
	ctx->time_waits = state.waits || seen;
	if (!seen || db_is_readonly(ctx->db))
		return ok();
	if (!state.waits)
		TRY(write_down_beside(ctx, &step));
	ctx->apart = ctx->clock() - ctx->running();
	return ok();
}

static struct error accept_waiting(struct context *ctx, const char *reason)
{
	struct clock_state state;

	TRY(read_waiting(ctx, &state));
	if (!state.waits)
		return rule(N_("The clock has not jumped: there is nothing to accept."));
	ctx->logged = 0; /* this entry is the first by the clock that is accepted */
	return store_clock_step_accept(ctx->db, context_now(ctx), ctx->account.id, reason);
}

struct error clock_accept(struct context *ctx, const char *reason)
{
	struct arena arena = { 0 };
	const char *clean = "";

	TRY(require_self(ctx, ACT_CLOCK));
	struct error e = input_line(&arena, "reason", reason, FIELD_MAX, true, &clean);
	if (e.code == E_OK)
		e = context_begin(ctx);
	if (e.code == E_OK)
		e = context_end(ctx, accept_waiting(ctx, clean), "clock.accept", "");
	arena_clear(&arena);
	TRY(e);
	return clock_notice(ctx);
}

struct error clock_allows(struct context *ctx, const char *verb)
{
	struct clock_state state;

	if (ctx->running == NULL || !waits_for_clock(verb))
		return ok();
	TRY(clock_state(ctx, &state));
	if (!state.waits)
		return ok();
	return rule(N_(
		"The clock has jumped: until an administrator has accepted it, nothing is opened, "
		"closed, approved, signed or served. Set the machine's clock right, then accept it "
		"on the desk or by `klash clock accept --reason T`."));
}
