/* SPDX-License-Identifier: MIT */
#include "src/judging/decision.h"

#include <stdio.h>
#include <string.h>

#include "db/store/code.h"
#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/ground/record.h"
#include "src/judging/approval.h"
#include "src/judging/blind.h"
#include "src/judging/regime_choice.h"
#include "src/judging/contents.h"
#include "src/judging/draft.h"
#include "src/judging/meeting.h"
#include "src/judging/settling.h"
#include "src/ground/sides.h"
#include "src/judging/standing.h"

struct error decision_find(struct context *ctx, const char *code, int64_t *id)
{
	struct error e = store_decision_find(ctx->db, code, id);

	return e.code == E_NOT_FOUND ? fail(E_NOT_FOUND, "decision") : e;
}

struct error decision_ids(
	struct context *ctx, int64_t round_id, const char *kind, struct id_list *ids)
{
	TRY(require(ctx, ACT_READ));
	return store_decision_ids(ctx->db, round_id, kind, ids);
}

struct error decision_is_stated(struct context *ctx, int64_t round_id, bool *stated)
{
	int64_t id;
	struct error e = store_statement_in_force(ctx->db, round_id, &id);

	*stated = e.code == E_OK;
	return e.code == E_NOT_FOUND ? ok() : e;
}

struct error decision_items(
	struct context *ctx, struct arena *arena, int64_t id, struct decision_items *items)
{
	struct decision d;

	TRY(store_decision_items(ctx->db, arena, id, items));
	TRY(store_decision_get(ctx->db, arena, id, &d));
	bool sealed = !may_see(ctx, d.round_id, SIDE_JURY, SIDED_CODE);
	for (size_t i = 0; sealed && i < items->n; i++)
		items->rows[i].submission_id = 0;
	return ok();
}

struct error decision_persons(
	struct context *ctx, struct arena *arena, int64_t id, struct decision_persons *persons)
{
	return store_decision_persons(ctx->db, arena, id, persons);
}

static struct error clean(struct arena *arena, struct decision *d)
{
	if (d->kind == NULL)
		d->kind = "decision";
	return record_clean(arena, &record_of_decision, d, IN_ADD | IN_EDIT);
}

static struct error mark_present(struct context *ctx, struct arena *arena, int64_t id)
{
	struct decision_persons persons;

	TRY(store_decision_persons(ctx->db, arena, id, &persons));
	for (size_t i = 0; i < persons.n; i++)
		if (member_state_of(persons.rows[i].member_state) == MEMBER_STATE_ACTIVE)
			TRY(store_decision_person_put(
				ctx->db, id, persons.rows[i].member_id, "present"));
	return ok();
}

/* Only one draft and one of each kind in force a round: everything else is a correction. */
static struct error refuse_second(
	struct context *ctx, struct arena *arena, int64_t round_id, const char *kind)
{
	struct id_list ids = { 0 };
	struct error e = store_decision_ids(ctx->db, round_id, kind, &ids);

	for (size_t i = 0; e.code == E_OK && i < ids.n; i++) {
		struct decision d;

		e = store_decision_get(ctx->db, arena, ids.ids[i], &d);
		if (e.code == E_OK && d.corrected_by == 0)
			e = rule(
				decision_state_of(d.state) == DECISION_STATE_DRAFT ?
					N_("There is already a draft on this round. Go on with that.") :
					N_("This round has been concluded on. Correct that instead."));
	}
	id_list_clear(&ids);
	return e;
}

static struct error insert(
	struct context *ctx, struct arena *arena, struct decision *d, char code[16], int64_t *id)
{
	bool statement = decision_kind_of(d->kind) == DECISION_KIND_STATEMENT;

	TRY(store_code_next(ctx->db, d->kind, &d->number));
	snprintf(code, 16, statement ? "J-%d" : "D-%d", (int)d->number);
	d->code = code;
	TRY(store_decision_add(ctx->db, d, id));
	TRY(contents_begin(ctx, *id, d));
	return mark_present(ctx, arena, *id);
}

static struct error refuse_open(const struct round *round)
{
	if (round_state_of(round->state) == ROUND_STATE_CLOSED)
		return ok();
	return rule(N_("Close the round first: a decision follows from its reviews."));
}

/* On solutions the jury states first, and the contracting entity decides after the names are known.
 */
static struct error fits_round(struct context *ctx, const struct round *round, struct decision *d)
{
	bool statement = decision_kind_of(d->kind) == DECISION_KIND_STATEMENT;
	enum blind_stage stage;

	d->statement_id = 0;
	TRY(refuse_open(round));
	if (submission_kind_of(round->kind) != SUBMISSION_KIND_SOLUTION)
		return statement ?
			       rule(N_("On this round the panel decides itself: make a decision.")) :
			       ok();
	if (statement)
		return ok();
	struct error e = store_statement_in_force(ctx->db, round->id, &d->statement_id);
	if (e.code == E_NOT_FOUND)
		return rule(N_("The jury's statement comes first: sign it."));
	TRY(e);
	TRY(blind_stage(ctx, round->id, &stage));
	return stage == BLIND_RELEASED ?
		       rule(N_("Open the names first: a decision is made on teams, "
			       "not on codes.")) :
		       ok();
}

/* Why the jury went past the plan, and how it decided between equals, holds for the entity too. */
static struct error take_stated(struct context *ctx, struct arena *arena, struct decision *d)
{
	struct decision statement;

	if (d->statement_id == 0)
		return ok();
	TRY(decision_get(ctx, arena, d->statement_id, &statement));
	if (*d->range_reason == '\0')
		d->range_reason = statement.range_reason;
	if (*d->tie_reason == '\0')
		d->tie_reason = statement.tie_reason;
	return ok();
}

struct error decision_add(struct context *ctx, const struct decision *in, int64_t *id)
{
	struct arena arena = { 0 };
	struct decision d = *in;
	struct round round;
	char code[16] = "";

	TRY(require(ctx, ACT_DECIDE));
	if (d.day == 0)
		d.day = day_of_time(context_now(ctx));
	d.corrects = 0;
	d.complaint_id = 0;
	d.correction_kind = "";
	struct error e = clean(&arena, &d);
	if (e.code == E_OK)
		e = context_begin(ctx);
	if (e.code == E_OK) {
		e = round_get(ctx, &arena, d.round_id, &round);
		if (e.code == E_OK)
			e = fits_round(ctx, &round, &d);
		if (e.code == E_OK)
			e = take_stated(ctx, &arena, &d);
		if (e.code == E_OK)
			e = refuse_second(ctx, &arena, d.round_id, d.kind);
		if (e.code == E_OK)
			e = correcting_number(ctx, &d);
		if (e.code == E_OK)
			e = regime_settle(ctx, &arena, &d);
		if (e.code == E_OK)
			e = insert(ctx, &arena, &d, code, id);
		/* The entity's decision begins with what the jury stated. */
		if (e.code == E_OK && d.statement_id != 0)
			e = store_decision_items_copy(ctx->db, d.statement_id, *id);
		e = context_end(ctx, e, decision_verb(d.kind, "add"), code);
	}
	arena_clear(&arena);
	return e;
}

static struct error update(
	struct context *ctx, struct arena *arena, const struct decision *before, const void *arg)
{
	struct decision d = *(const struct decision *)arg;

	if (d.day == 0)
		d.day = before->day;
	TRY(clean(arena, &d));
	TRY(correcting_number(ctx, &d));
	TRY(regime_settle(ctx, arena, &d));
	return store_decision_update(ctx->db, &d);
}

struct error decision_update(struct context *ctx, const struct decision *decision)
{
	return change_draft(ctx, decision->id, "edit", update, decision);
}

static struct error clean_item(struct arena *arena, struct decision_item *item)
{
	return record_clean(arena, &record_of_decision_item, item, IN_EDIT);
}

static const char *kept(const char *fresh, const char *before)
{
	return *fresh != '\0' ? fresh : before;
}

/* Another wording of a reason is no new outcome: it can be written after the meeting too. */
static struct error put_item(struct context *ctx, struct arena *arena, int64_t decision_id,
	const struct decision_item *before, const struct decision_item *fresh)
{
	if (strcmp(before->outcome, fresh->outcome) != 0)
		TRY(meeting_decides(ctx, arena, decision_id, before->item_id));
	struct decision_item item = { .item_id = before->item_id,
		.outcome = fresh->outcome,
		.reason_fi = kept(fresh->reason_fi, before->reason_fi),
		.reason_sv = kept(fresh->reason_sv, before->reason_sv),
		.reason_en = kept(fresh->reason_en, before->reason_en),
		.deviation_reason = kept(fresh->deviation_reason, before->deviation_reason) };

	return store_decision_item_put(ctx->db, decision_id, &item);
}

static struct error set_item(
	struct context *ctx, struct arena *arena, const struct decision *d, const void *arg)
{
	struct decision_item item = *(const struct decision_item *)arg;
	struct decision_items items;

	TRY(clean_item(arena, &item));
	TRY(store_decision_items(ctx->db, arena, d->id, &items));
	for (size_t i = 0; i < items.n; i++) {
		if (items.rows[i].item_id != item.item_id)
			continue;
		if (items.rows[i].gone)
			return rule(N_("It has already been withdrawn or excluded."));
		TRY(put_item(ctx, arena, d->id, &items.rows[i], &item));
		return store_decision_bump(ctx->db, d->id);
	}
	return fail(E_NOT_FOUND, "submission");
}

struct several_items {
	const struct decision_item *rows;
	size_t n;
};

static struct error set_items(
	struct context *ctx, struct arena *arena, const struct decision *d, const void *arg)
{
	const struct several_items *items = arg;

	for (size_t i = 0; i < items->n; i++)
		TRY(set_item(ctx, arena, d, &items->rows[i]));
	return ok();
}

struct error decision_set_items(
	struct context *ctx, int64_t id, const struct decision_item *items, size_t n)
{
	return change_draft(ctx, id, "item", set_items, &(struct several_items){ items, n });
}

struct error decision_set_item(struct context *ctx, int64_t id, const struct decision_item *item)
{
	return decision_set_items(ctx, id, item, 1);
}

static struct error set_rest(
	struct context *ctx, struct arena *arena, const struct decision *d, const void *arg)
{
	struct decision_item item = *(const struct decision_item *)arg;
	struct decision_items items;

	TRY(clean_item(arena, &item));
	TRY(store_decision_items(ctx->db, arena, d->id, &items));
	for (size_t i = 0; i < items.n; i++)
		if (*items.rows[i].outcome == '\0' && !items.rows[i].gone)
			TRY(put_item(ctx, arena, d->id, &items.rows[i], &item));
	return store_decision_bump(ctx->db, d->id);
}

struct error decision_set_rest(struct context *ctx, int64_t id, const struct decision_item *item)
{
	return change_draft(ctx, id, "item", set_rest, item);
}

struct attendances {
	const struct attendance *rows;
	size_t n;
};

static struct error set_presences(
	struct context *ctx, struct arena *arena, const struct decision *d, const void *arg)
{
	const struct attendances *all = arg;

	(void)arena;
	for (size_t i = 0; i < all->n; i++)
		TRY(store_decision_person_put(
			ctx->db, d->id, all->rows[i].member_id, all->rows[i].presence));
	return store_decision_bump(ctx->db, d->id);
}

struct error decision_set_presences(
	struct context *ctx, int64_t id, const struct attendance *rows, size_t n)
{
	struct attendances all = { rows, n };

	for (size_t i = 0; i < n; i++)
		TRY(input_code("state", WORDS_PRESENCE, rows[i].presence));
	return change_draft(ctx, id, "presence", set_presences, &all);
}

struct error decision_review(struct context *ctx, int64_t id, struct review_of_decision *review)
{
	struct arena arena = { 0 };
	struct decision d;
	struct error e = decision_get(ctx, &arena, id, &d);

	if (e.code == E_OK)
		e = approval_review(ctx, &arena, &d, review);
	arena_clear(&arena);
	return e;
}

struct error decision_settle(struct context *ctx, struct arena *arena, const struct decision *d,
	const char *range_reason)
{
	struct review_of_decision review;
	struct decision with = *d;
	struct round round;

	TRY(round_get(ctx, arena, d->round_id, &round));
	TRY(refuse_open(&round));
	if (range_reason != NULL) {
		TRY(input_lines(
			arena, "reason", range_reason, REASON_MAX, false, &with.range_reason));
		TRY(store_decision_update(ctx->db, &with));
	}
	TRY(approval_review(ctx, arena, &with, &review));
	if (review.blocker != NULL)
		return fail(E_REASON, review.blocker);
	TRY(store_decision_items_drop_gone(ctx->db, d->id));
	return ok();
}

static struct error sign_decision(
	struct context *ctx, struct arena *arena, const struct decision *d, const void *arg)
{
	struct decision with;

	if (decision_kind_of(d->kind) == DECISION_KIND_STATEMENT)
		return rule(N_(
			"The members of the jury sign their statement, each in their own name; the office "
			"approves none."));
	TRY(decision_settle(ctx, arena, d, arg));
	TRY(decision_get(ctx, arena, d->id, &with));
	TRY(contents_freeze(ctx, arena, &with));
	TRY(settle(ctx, arena, d));
	return store_decision_sign(ctx->db, d->id, context_now(ctx), ctx->account.id);
}

struct error decision_sign(struct context *ctx, int64_t id, const char *range_reason)
{
	TRY(require_self(ctx, ACT_SIGN));
	return change_draft(ctx, id, "sign", sign_decision, range_reason);
}

static struct error abandon(
	struct context *ctx, struct arena *arena, const struct decision *d, const void *arg)
{
	const char *why;

	TRY(input_lines(arena, "reason", arg, REASON_MAX, true, &why));
	return store_decision_abandon(ctx->db, d->id, context_now(ctx), why);
}

struct error decision_abandon(struct context *ctx, int64_t id, const char *reason)
{
	return change_draft(ctx, id, "abandon", abandon, reason);
}

static struct error copy_presence(
	struct context *ctx, struct arena *arena, int64_t from, int64_t to)
{
	struct decision_persons persons;

	TRY(store_decision_persons(ctx->db, arena, from, &persons));
	for (size_t i = 0; i < persons.n; i++)
		TRY(store_decision_person_put(
			ctx->db, to, persons.rows[i].member_id, persons.rows[i].presence));
	return ok();
}

static struct error correct(struct context *ctx, struct arena *arena, int64_t id,
	const struct correcting *correcting, char code[16], int64_t *correction)
{
	struct decision d;

	TRY(decision_get(ctx, arena, id, &d));
	if (decision_state_of(d.state) != DECISION_STATE_SIGNED &&
		decision_state_of(d.state) != DECISION_STATE_FROZEN)
		return rule(N_("It is still a draft: change it."));
	if (d.corrected_by != 0)
		return rule(N_("It has already been corrected by another. Correct that one."));
	TRY(correcting_check(ctx, arena, correcting, &d));
	d.corrects = id;
	d.correction_kind = correcting->kind == NULL ? "" : correcting->kind;
	d.correction_reason = correcting->reason;
	d.complaint_id = correcting->complaint_id;
	d.day = day_of_time(context_now(ctx));
	/* It is a decision of its own, with a number of its own. */
	if (decision_kind_of(d.kind) == DECISION_KIND_DECISION)
		d.case_number = "";
	TRY(regime_settle(ctx, arena, &d));
	TRY(insert(ctx, arena, &d, code, correction));
	TRY(copy_presence(ctx, arena, id, *correction));
	return store_decision_items_copy(ctx->db, id, *correction);
}

struct error decision_correct(
	struct context *ctx, int64_t id, const struct correcting *in, int64_t *correction)
{
	struct arena arena = { 0 };
	struct correcting correcting = *in;
	char code[16] = "";

	TRY(require(ctx, ACT_DECIDE));
	struct error e =
		input_lines(&arena, "reason", in->reason, REASON_MAX, true, &correcting.reason);
	if (e.code == E_OK)
		e = context_begin(ctx);
	if (e.code == E_OK) {
		e = correct(ctx, &arena, id, &correcting, code, correction);
		e = context_end(ctx, e,
			decision_verb(*code == 'J' ? "statement" : "decision", "correct"), code);
	}
	arena_clear(&arena);
	return e;
}
