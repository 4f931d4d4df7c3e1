/* SPDX-License-Identifier: MIT */
#include "src/judging/signing.h"

#include <stdio.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/ground/record.h"
#include "src/judging/blind.h"
#include "src/judging/decision.h"
#include "src/judging/tally.h"
#include "src/phases/attachment.h"

/* Who signs now, with what stands on the statement. */
struct act {
	struct context *ctx;
	struct arena *arena;
	struct decision decision;
	struct frozen_statement frozen;
	struct tally tally;
};

/* Not a draft, not corrected by another. */
static struct error read_act(struct act *act, int64_t id)
{
	TRY(decision_get(act->ctx, act->arena, id, &act->decision));
	const struct decision *d = &act->decision;

	if (decision_kind_of(d->kind) != DECISION_KIND_STATEMENT)
		return fail(E_NOT_FOUND, "statement");
	if (decision_state_of(d->state) == DECISION_STATE_ABANDONED)
		return rule(decision_is_final(d));
	if (decision_state_of(d->state) == DECISION_STATE_DRAFT)
		return rule(N_("It is still a draft, and nobody signs what can change: freeze the "
			       "text first."));
	if (d->corrected_by != 0)
		return rule(N_("Another statement corrects this one: sign that."));
	TRY(store_statement_frozen(act->ctx->db, act->arena, id, &act->frozen));
	return tally_make(act->ctx, act->arena, d, &act->tally);
}

static struct error may_sign(const struct tally_row *row)
{
	if (row->signature != NULL)
		return rule(N_("That member has signed it already."));
	if (row->may)
		return ok();
	if (presence_of(row->presence) == PRESENCE_ABSENT)
		return rule(N_("Only who was present signs the statement: the text says who was."));
	return rule(N_("A member who has been excused or replaced, or is barred from every "
		       "submission, does not sign."));
}

/* With the last one that it needs it is signed. */
static struct error settle_state(struct act *act)
{
	struct context *ctx = act->ctx;
	const struct decision *d = &act->decision;

	if (decision_state_of(d->state) != DECISION_STATE_FROZEN)
		return ok();
	TRY(tally_make(ctx, act->arena, d, &act->tally));
	return act->tally.lacks != NULL ?
		       ok() :
		       store_decision_sign(ctx->db, d->id, context_now(ctx), ctx->account.id);
}

static struct error put_one(
	struct act *act, const struct tally_row *row, const struct jury_signature *how)
{
	struct jury_signature s = *how;

	TRY(may_sign(row));
	s.member_id = row->member_id;
	return store_signature_add(act->ctx->db, act->decision.id, &s, act->ctx->account.id);
}

static struct error names_are_open(struct act *act, bool *open)
{
	return blind_happened(act->ctx, act->decision.round_id, "open", open);
}

static const char too_late[] =
	N_("The names have been opened: a signature after that is none of this statement.");

struct error signing_own(struct context *ctx, struct arena *arena, int64_t id, const char **code)
{
	struct act act = { .ctx = ctx, .arena = arena };
	struct jury_signature how = { .how = "own",
		.place = "",
		.service = "",
		.level = "",
		.reason = "",
		.day = day_of_time(context_now(ctx)) };
	const struct tally_row *mine = NULL;
	bool open;

	TRY(read_act(&act, id));
	*code = act.decision.code;
	for (size_t i = 0; i < act.tally.n; i++)
		if (act.tally.rows[i].account_id == ctx->account.id)
			mine = &act.tally.rows[i];
	if (mine == NULL)
		return rule(
			N_("Only a member of the panel signs its statement. What they signed on "
			   "paper or in a service the office records (--member LOGIN --paper "
			   "WHERE, or --service NAME --level LEVEL)."));
	TRY(names_are_open(&act, &open));
	if (open && mine->signature == NULL)
		return rule(too_late);
	TRY(put_one(&act, mine, &how));
	return settle_state(&act);
}

struct error statement_sign(struct context *ctx, int64_t id)
{
	struct arena arena = { 0 };
	const char *code = "";

	TRY(require_self(ctx, ACT_READ));
	struct error e = context_begin(ctx);
	if (e.code == E_OK) {
		e = signing_own(ctx, &arena, id, &code);
		e = context_end(ctx, e, "statement.sign", code);
	}
	arena_clear(&arena);
	return e;
}

static const struct tally_row *row_of_login(const struct tally *tally, const char *login)
{
	for (size_t i = 0; i < tally->n; i++)
		if (strcmp(tally->rows[i].login, login) == 0)
			return &tally->rows[i];
	return NULL;
}

/* What was signed was there to be signed, and the names were not known. */
static struct error check_day(struct act *act, int64_t day)
{
	int64_t today = day_of_time(context_now(act->ctx));
	bool open;

	if (day > today || day < day_of_time(act->frozen.frozen))
		return fail(E_INVALID, "date");
	TRY(names_are_open(act, &open));
	return open ? rule(too_late) : ok();
}

static struct error put_recorded(
	struct act *act, const struct signing *signing, const struct jury_signature *how)
{
	if (signing->n == 0)
		return fail(E_REQUIRED, "juror");
	TRY(check_day(act, how->day));
	for (size_t i = 0; i < signing->n; i++) {
		const struct tally_row *row = row_of_login(&act->tally, signing->logins[i]);

		if (row == NULL)
			return fail(E_NOT_FOUND, "juror");
		TRY(put_one(act, row, how));
	}
	return settle_state(act);
}

/* What goes with each way of signing, and nothing of the other. */
static struct error clean(struct context *ctx, struct arena *arena, const struct signing *in,
	struct jury_signature *how)
{
	int64_t now = context_now(ctx);
	bool paper = signing_way_of(in->how) == SIGNING_PAPER;

	if (!paper && signing_way_of(in->how) != SIGNING_SERVICE)
		return fail(E_INVALID, "how");
	*how = (struct jury_signature){ .how = in->how,
		.place = "",
		.service = "",
		.level = "",
		.reason = "",
		.day = in->day };
	if (paper) {
		TRY(input_line(arena, "paper", in->where, FIELD_MAX, true, &how->place));
	} else {
		TRY(input_line(
			arena, "signing_service", in->service, FIELD_MAX, true, &how->service));
		TRY(input_code("signing_level", WORDS_SIGNING_LEVEL, in->level));
		how->level = in->level;
		how->at = in->at == 0 ? now : in->at;
		if (how->at > now)
			return fail(E_INVALID, "signed_at");
	}
	if (how->day == 0)
		how->day = day_of_time(how->at == 0 ? now : how->at);
	return ok();
}

static struct error record(struct context *ctx, struct arena *arena, int64_t id,
	const struct signing *signing, const struct jury_signature *how)
{
	struct act act = { .ctx = ctx, .arena = arena };
	struct error e = context_begin(ctx);

	if (e.code != E_OK)
		return e;
	e = read_act(&act, id);
	if (e.code == E_OK)
		e = put_recorded(&act, signing, how);
	return context_end(
		ctx, e, "statement.record", act.decision.code == NULL ? "" : act.decision.code);
}

/* The file of the service is kept on the statement. */
static struct error attach(
	struct context *ctx, struct arena *arena, int64_t id, const char *path, int64_t *attachment)
{
	struct attachment a;
	int64_t number = 0;

	if (path == NULL || *path == '\0')
		return ok();
	TRY(attachment_add(ctx, KIND_STATEMENT, id, path, NULL, NULL, &number));
	TRY(attachment_get(ctx, arena, KIND_STATEMENT, id, number, &a));
	*attachment = a.id;
	return ok();
}

struct error statement_sign_recorded(struct context *ctx, int64_t id, const struct signing *signing)
{
	struct arena arena = { 0 };
	struct jury_signature how;

	TRY(require_self(ctx, ACT_SIGN));
	struct error e = clean(ctx, &arena, signing, &how);
	if (e.code == E_OK)
		e = context_begin_series(ctx);
	if (e.code == E_OK) {
		if (signing_way_of(how.how) == SIGNING_SERVICE)
			e = attach(ctx, &arena, id, signing->file, &how.attachment_id);
		if (e.code == E_OK)
			e = record(ctx, &arena, id, signing, &how);
		e = context_end_series(ctx, e);
	}
	arena_clear(&arena);
	return e;
}

static struct error put_reason(struct act *act, int64_t id, const char *login, const char *reason)
{
	struct jury_signature none = { .how = "none",
		.place = "",
		.service = "",
		.level = "",
		.day = day_of_time(context_now(act->ctx)) };

	TRY(input_lines(act->arena, "reason", reason, REASON_MAX, true, &none.reason));
	TRY(read_act(act, id));
	const struct tally_row *row = row_of_login(&act->tally, login);

	if (row == NULL)
		return fail(E_NOT_FOUND, "juror");
	if (row->signature != NULL)
		return rule(N_("That member has signed it already."));
	if (*row->reason != '\0')
		return rule(N_("It is recorded already why that member has not signed."));
	none.member_id = row->member_id;
	return store_signature_add(act->ctx->db, id, &none, act->ctx->account.id);
}

struct error statement_not_signed(
	struct context *ctx, int64_t id, const char *login, const char *reason)
{
	struct arena arena = { 0 };
	struct act act = { .ctx = ctx, .arena = &arena };

	TRY(require_self(ctx, ACT_SIGN));
	struct error e = context_begin(ctx);
	if (e.code == E_OK) {
		e = put_reason(&act, id, login, reason);
		e = context_end(ctx, e, "statement.unsigned",
			act.decision.code == NULL ? "" : act.decision.code);
	}
	arena_clear(&arena);
	return e;
}

struct error statement_signatures(
	struct context *ctx, struct arena *arena, int64_t id, struct jury_signatures *signatures)
{
	TRY(require(ctx, ACT_READ));
	return store_signatures(ctx->db, arena, id, signatures);
}
