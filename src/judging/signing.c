/* SPDX-License-Identifier: MIT */
#include "src/judging/signing.h"

#include <stdio.h>
#include <string.h>

#include "db/store/review.h"
#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/judging/decision.h"

enum { SIGNERS_MAX = 200 };

/* Who signs now, with what stands on the statement. */
struct act {
	struct context *ctx;
	struct arena *arena;
	struct decision decision;
	struct decision_persons persons;
	struct decision_items items;
	const struct decision_person *signers[SIGNERS_MAX];
	size_t n;
};

static struct error add_signer(struct act *act, const struct decision_person *person)
{
	if (member_state_of(person->member_state) != MEMBER_STATE_ACTIVE)
		return rule(N_("Who has been excused or replaced signs no statement."));
	if (presence_of(person->presence) == PRESENCE_ABSENT)
		return rule(
			N_("Only who was present signs the statement: mark first who was there."));
	if (act->n < SIGNERS_MAX)
		act->signers[act->n++] = person;
	return ok();
}

static struct error find_signers(struct act *act, const struct paper_signing *paper)
{
	for (size_t i = 0; i < paper->n; i++) {
		const struct decision_person *found = NULL;

		for (size_t p = 0; p < act->persons.n; p++)
			if (strcmp(act->persons.rows[p].login, paper->logins[i]) == 0)
				found = &act->persons.rows[p];
		if (found == NULL)
			return fail(E_NOT_FOUND, "juror");
		TRY(add_signer(act, found));
	}
	return act->n > 0 ? ok() : fail(E_REQUIRED, "juror");
}

static struct error find_myself(struct act *act)
{
	for (size_t p = 0; p < act->persons.n; p++)
		if (act->persons.rows[p].account_id == act->ctx->account.id)
			return add_signer(act, &act->persons.rows[p]);
	return rule(
		N_("Only a member of the panel signs its statement. What they signed on paper the "
		   "office records: who, and where the paper is kept (--member LOGIN --paper "
		   "WHERE)."));
}

static struct error is_covered(
	const struct act *act, const struct decision_item *item, bool *covered)
{
	*covered = item->gone;
	for (size_t i = 0; i < act->n && !*covered; i++) {
		int64_t barred = 0;

		TRY(store_member_is_barred(
			act->ctx->db, act->signers[i]->member_id, item->submission_id, &barred));
		*covered = barred == 0;
	}
	return ok();
}

/* The chair must be there, and nobody's signature counts where they had to leave the room. */
static struct error check_first(const struct act *act)
{
	bool chair = false;

	for (size_t i = 0; i < act->n; i++)
		chair = chair || act->signers[i]->chair;
	if (!chair)
		return rule(
			N_("The chair signs first, present and not barred: with that the text is "
			   "final, and the others sign after it."));
	for (size_t i = 0; i < act->items.n; i++) {
		bool covered;

		TRY(is_covered(act, &act->items.rows[i], &covered));
		if (!covered)
			return rule(
				N_("Who signs is barred from a submission: another member who was "
				   "present signs together with them (--member, several times)."));
	}
	return ok();
}

/* Barred from all of it, one was not there for any of it. */
static struct error check_barred(const struct act *act)
{
	for (size_t i = 0; i < act->n; i++) {
		struct act alone = *act;
		bool any = act->items.n == 0;

		alone.signers[0] = act->signers[i];
		alone.n = 1;
		for (size_t k = 0; k < act->items.n && !any; k++)
			TRY(is_covered(&alone, &act->items.rows[k], &any));
		if (!any)
			return rule(
				N_("A member who is barred from every submission does not sign."));
	}
	return ok();
}

static struct error put_signatures(const struct act *act, const struct paper_signing *paper)
{
	for (size_t i = 0; i < act->n; i++) {
		struct signature s = { .member_id = act->signers[i]->member_id,
			.how = paper == NULL ? "own" : "paper",
			.place = paper == NULL ? "" : paper->where,
			.day = paper == NULL ? day_of_time(context_now(act->ctx)) : paper->day };
		struct error e = store_signature_add(
			act->ctx->db, act->decision.id, &s, act->ctx->account.id);

		if (e.code == E_EXISTS)
			return rule(N_("That member has signed it already."));
		TRY(e);
	}
	return ok();
}

static struct error run(
	struct act *act, int64_t id, const struct paper_signing *paper, const char *range_reason)
{
	struct decision *d = &act->decision;

	TRY(decision_get(act->ctx, act->arena, id, d));
	if (decision_kind_of(d->kind) != DECISION_KIND_STATEMENT)
		return fail(E_NOT_FOUND, "statement");
	if (decision_state_of(d->state) == DECISION_STATE_ABANDONED)
		return rule(N_("This draft was abandoned. Begin another."));
	TRY(decision_persons(act->ctx, act->arena, id, &act->persons));
	TRY(decision_items(act->ctx, act->arena, id, &act->items));
	TRY(paper == NULL ? find_myself(act) : find_signers(act, paper));
	TRY(check_barred(act));
	if (decision_state_of(d->state) == DECISION_STATE_DRAFT) {
		TRY(check_first(act));
		TRY(decision_settle(act->ctx, act->arena, d, range_reason));
	}
	return put_signatures(act, paper);
}

static struct error in_transaction(struct context *ctx, int64_t id,
	const struct paper_signing *paper, const char *range_reason)
{
	struct arena arena = { 0 };
	struct act *act = arena_alloc(&arena, sizeof(*act));
	char code[16] = "";

	*act = (struct act){ .ctx = ctx, .arena = &arena };
	struct error e = context_begin(ctx);
	if (e.code == E_OK) {
		e = run(act, id, paper, range_reason);
		snprintf(code, sizeof(code), "%s",
			act->decision.code == NULL ? "" : act->decision.code);
		e = context_end(ctx, e, paper == NULL ? "statement.sign" : "statement.paper", code);
	}
	arena_clear(&arena);
	return e;
}

struct error statement_sign(struct context *ctx, int64_t id, const char *range_reason)
{
	TRY(require_self(ctx, ACT_READ));
	return in_transaction(ctx, id, NULL, range_reason);
}

struct error statement_sign_paper(struct context *ctx, int64_t id,
	const struct paper_signing *signing, const char *range_reason)
{
	struct arena arena = { 0 };
	struct paper_signing paper = *signing;

	TRY(require_self(ctx, ACT_SIGN));
	if (paper.day == 0)
		paper.day = day_of_time(context_now(ctx));
	struct error e = input_line(&arena, "paper", paper.where, FIELD_MAX, true, &paper.where);
	if (e.code == E_OK && paper.day > day_of_time(context_now(ctx)))
		e = fail(E_INVALID, "date");
	if (e.code == E_OK)
		e = in_transaction(ctx, id, &paper, range_reason);
	arena_clear(&arena);
	return e;
}

struct error statement_signatures(
	struct context *ctx, struct arena *arena, int64_t id, struct signatures *signatures)
{
	TRY(require(ctx, ACT_READ));
	return store_signatures(ctx->db, arena, id, signatures);
}
