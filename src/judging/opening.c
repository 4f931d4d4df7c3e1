/* SPDX-License-Identifier: MIT
 * Opening a round fixes its submissions and what jurors read of them; closing ends all reviewing.
 */
#include <string.h>

#include "db/store/decision.h"
#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/judging/pack.h"
#include "src/ground/sides.h"
#include "src/judging/blind.h"
#include "src/judging/assigning.h"
#include "src/judging/fitness.h"
#include "src/judging/lot.h"
#include "src/phases/checklist.h"
#include "src/phases/late.h"

enum naming { UNDECIDED, LEFT_OUT };

/* By their codes: those that came late and nobody has decided on, or those that no round has. */
static struct error add_named(struct context *ctx, struct arena *arena, const struct round *round,
	enum naming which, struct checklist *list)
{
	struct id_list ids = { 0 };
	const char *codes = "";
	struct error e = (which == UNDECIDED ? late_undecided : late_left_out)(
		ctx, round->kind, round->challenge_id, &ids);

	if (e.code == E_OK)
		e = submission_codes(ctx, arena, &ids, &codes);
	checklist_add(list, ids.n > 0,
		which == UNDECIDED ?
			N_("Came late, and neither admitted nor excluded; the round will not have "
			   "them:") :
			N_("Taken in after the round was opened, and judged by nobody:"),
		codes);
	id_list_clear(&ids);
	return e;
}

static bool undeclared(const struct members *members)
{
	for (size_t i = 0; i < members->n; i++)
		if (members->rows[i].declared == 0 && !members->rows[i].substitute &&
			member_state_of(members->rows[i].state) == MEMBER_STATE_ACTIVE)
			return true;
	return false;
}

static struct error check_open(
	struct context *ctx, struct arena *arena, const struct round *round, struct checklist *list)
{
	struct members members;
	struct id_list candidates = { 0 }, ids = { 0 };
	struct phase phase;

	TRY(phase_get(ctx, arena, phase_of_kind(round->kind), &phase));
	TRY(store_members(ctx->db, arena, round->id, &members));
	reviewing_members(&members, &ids);
	struct error e =
		store_round_candidates(ctx->db, round->kind, round->challenge_id, &candidates);
	checklist_add(list, phase_state_of(phase.state) == PHASE_STATE_OPEN,
		N_("The phase is still open: what arrives now would not be in the round."), NULL);
	checklist_add(list, candidates.n == 0, N_("There is nothing to review."), NULL);
	checklist_add(list, ids.n == 0, N_("The panel has no jurors."), NULL);
	checklist_add(list, (int64_t)ids.n < round->min_reviews && ids.n > 0,
		N_("The panel has fewer jurors than each submission needs reviews."), NULL);
	checklist_add(list, !round->blind && round->per_submission > 0 && undeclared(&members),
		N_("Not every juror has declared: what a conflict bars later would be missing from "
		   "the reviews that are dealt now."),
		NULL);
	id_list_clear(&ids);
	id_list_clear(&candidates);
	if (e.code == E_OK)
		e = fitness_check(ctx, arena, round, &members, list);
	return e.code == E_OK ? add_named(ctx, arena, round, UNDECIDED, list) : e;
}

static struct error check_close(
	struct context *ctx, struct arena *arena, const struct round *round, struct checklist *list)
{
	struct progress progress;
	struct members members;
	int64_t reviewers = 0;
	bool undeclared = false;

	TRY(store_round_progress(ctx->db, arena, round->id, &progress));
	TRY(store_members(ctx->db, arena, round->id, &members));
	for (size_t i = 0; i < members.n; i++) {
		const struct member *m = &members.rows[i];

		reviewers += m->submitted > 0 ? 1 : 0;
		undeclared =
			undeclared || (m->assigned > 0 && m->declared == 0 &&
					      member_state_of(m->state) == MEMBER_STATE_ACTIVE);
	}
	checklist_add(list, undeclared,
		N_("A juror has not declared conflicts of interest; excuse or replace them, or close "
		   "without them."),
		NULL);
	checklist_add(list, progress.submitted < progress.all,
		N_("Reviews are missing; drafts do not count."), NULL);
	checklist_add(list, reviewers < round->quorum,
		N_("Fewer jurors than the quorum have submitted reviews."), NULL);
	return add_named(ctx, arena, round, LEFT_OUT, list);
}

static struct error check(struct context *ctx, struct arena *arena, const struct round *round,
	enum round_move move, struct checklist *list)
{
	*list = (struct checklist){ 0 };
	switch (move) {
	case ROUND_OPEN:
		return check_open(ctx, arena, round, list);
	case ROUND_CLOSE:
		return check_close(ctx, arena, round, list);
	case ROUND_REOPEN:
		checklist_add(list, true, N_("Opening a closed round again needs a reason."), NULL);
		return ok();
	case ROUND_MOVE_COUNT:
		break;
	}
	return ok();
}

struct error round_check(
	struct context *ctx, int64_t round_id, enum round_move move, struct checklist *checklist)
{
	struct arena arena = { 0 };
	struct round round;
	struct error e = round_get(ctx, &arena, round_id, &round);

	if (e.code == E_OK)
		e = check(ctx, &arena, &round, move, checklist);
	arena_clear(&arena);
	return e;
}

static struct error add_item(struct context *ctx, struct arena *arena, const struct round *round,
	int64_t submission_id, int64_t position)
{
	struct submission s;
	int64_t id;

	TRY(submission_get(ctx, arena, submission_id, &s));
	struct item item = { .round_id = round->id,
		.submission_id = s.id,
		.code = s.code,
		.position = position,
		.title = s.title,
		.body = s.body,
		.lang = s.lang };
	TRY(applicant_names(ctx, arena, &s, &item.applicant_fi, &item.applicant_sv));
	TRY(store_item_add(ctx->db, &item, &id));
	return pack_name_files(ctx, arena, id, s.id, s.code);
}

static struct error fix_items(struct context *ctx, struct arena *arena, const struct round *round)
{
	struct id_list ids = { 0 };
	struct error e = store_round_candidates(ctx->db, round->kind, round->challenge_id, &ids);

	if (e.code == E_OK && ids.n > 0 && sides_hide_any(ctx, round->kind))
		e = rule(N_("A blind round on these submissions has been released: another one "
			    "that is not blind opens after its names are opened."));
	for (size_t i = 0; e.code == E_OK && i < ids.n; i++)
		e = add_item(ctx, arena, round, ids.ids[i], (int64_t)i + 1);
	id_list_clear(&ids);
	return e;
}

static struct error open_round(struct context *ctx, struct arena *arena, const struct round *round)
{
	struct criteria criteria;

	if (round_state_of(round->state) != ROUND_STATE_PLANNED)
		return rule(N_("Only a round in preparation can be opened."));
	TRY(store_criteria(ctx->db, arena, round->id, &criteria));
	if (criteria.n == 0)
		return rule(N_("The round has no criteria yet."));
	TRY(deal_check_opening(ctx, arena, round));
	if (round->locked == 0) {
		TRY(lot_keep_seed(ctx, round));
		TRY(rules_keep(ctx, round->id, "", ""));
	}
	TRY(round->blind ? blind_ready(ctx, round) : fix_items(ctx, arena, round));
	TRY(assign_items(ctx, arena, round));
	return store_round_set_open(ctx->db, round->id, context_now(ctx));
}

static struct error refuse_decided(struct context *ctx, const struct round *round)
{
	int64_t n = 0;

	TRY(store_decision_count_signed_of(ctx->db, round->id, &n));
	return n == 0 ? ok() : rule(N_("This round has been concluded on. Correct that instead."));
}

static struct error reopen_round(struct context *ctx, const struct round *round)
{
	if (round_state_of(round->state) != ROUND_STATE_CLOSED)
		return rule(N_("Only a closed round can be opened again."));
	if (round->ranking_shown)
		return rule(N_("The ranking has been looked at: the round can no longer be opened "
			       "again."));
	TRY(refuse_decided(ctx, round));
	return store_round_set_open(ctx->db, round->id, context_now(ctx));
}

struct moving {
	enum round_move kind;
	const char *reason;
};

static struct error move(
	struct context *ctx, struct arena *arena, const struct round *round, void *arg)
{
	const struct moving *moving = arg;
	const char *reason;
	struct checklist list;

	TRY(input_lines(arena, "reason", moving->reason, REASON_MAX, false, &reason));
	if (moving->kind == ROUND_CLOSE && round_state_of(round->state) != ROUND_STATE_OPEN)
		return rule(N_("Only an open round can be closed."));
	TRY(check(ctx, arena, round, moving->kind, &list));
	if (list.n > 0 && *reason == '\0')
		return fail(E_REASON, list.missing[0]);
	if (*reason != '\0')
		TRY(store_round_act_add(ctx->db, round->id, round_act_rows[moving->kind].verb,
			context_now(ctx), reason));
	switch (moving->kind) {
	case ROUND_OPEN:
		return open_round(ctx, arena, round);
	case ROUND_CLOSE:
		return store_round_set_closed(ctx->db, round->id, context_now(ctx));
	case ROUND_REOPEN:
		return reopen_round(ctx, round);
	case ROUND_MOVE_COUNT:
		break;
	}
	return ok();
}

struct error round_move(
	struct context *ctx, int64_t round_id, enum round_move kind, const char *reason)
{
	struct moving moving = { kind, reason };

	return change_round(ctx, round_id, round_act_rows[kind].log, move, &moving);
}
