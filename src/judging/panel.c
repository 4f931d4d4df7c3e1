/* SPDX-License-Identifier: MIT
 * The panel of a round, what each juror is given to review, and opening and closing it. */
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/judging/round.h"
#include "src/phases/submission.h"
#include "src/registers/account.h"

/* One act on one round, with what it needs. */
struct panel_act {
	const char *login, *by, *reason;
	bool chair, substitute;
	int64_t per_submission;
	uint64_t seed;
	enum round_move move;
};

typedef struct error (*panel_change)(
	struct context *ctx, struct arena *arena, const struct round *round, struct panel_act *act);

static struct error change_panel(struct context *ctx, int64_t id, const char *verb,
	panel_change change, struct panel_act *act)
{
	struct arena arena = { 0 };
	struct round round;
	const char *reason = "";
	char object[80] = "";

	TRY(require(ctx, ACT_ROUND));
	struct error e = input_lines(&arena, "reason", act->reason, REASON_MAX, false, &reason);
	act->reason = reason;
	if (e.code == E_OK)
		e = context_begin(ctx);
	if (e.code == E_OK) {
		e = round_get(ctx, &arena, id, &round);
		if (e.code == E_OK) {
			round_object(&round, object);
			e = change(ctx, &arena, &round, act);
		}
		if (e.code == E_OK)
			e = store_round_bump(ctx->db, id);
		e = context_end(ctx, e, verb, object);
	}
	arena_clear(&arena);
	return e;
}

struct error round_members(
	struct context *ctx, struct arena *arena, int64_t round_id, struct members *members)
{
	return store_members(ctx->db, arena, round_id, members);
}

static struct error find_account(
	struct context *ctx, struct arena *arena, const char *login, struct account *account)
{
	TRY(account_find(ctx, arena, login, account));
	if (strcmp(account->state, "active") != 0)
		return rule(N_("That account is disabled."));
	return ok();
}

static struct error find_member(struct context *ctx, struct arena *arena,
	const struct round *round, const char *login, struct member *member)
{
	struct members members;

	TRY(store_members(ctx->db, arena, round->id, &members));
	for (size_t i = 0; i < members.n; i++) {
		if (strcmp(members.rows[i].login, login) != 0)
			continue;
		*member = members.rows[i];
		return ok();
	}
	return fail(E_NOT_FOUND, "juror");
}

/* Every item that is not yet theirs. */
static struct error assign_all(struct context *ctx, int64_t round_id, int64_t member_id)
{
	struct id_list items = { 0 };
	struct error e = store_item_ids(ctx->db, round_id, &items);

	for (size_t i = 0; e.code == E_OK && i < items.n; i++) {
		int64_t assignment;

		e = store_assignment_find(ctx->db, items.ids[i], member_id, &assignment);
		if (e.code == E_NOT_FOUND)
			e = store_assignment_add(
				ctx->db, items.ids[i], member_id, (int64_t)i + 1);
	}
	id_list_clear(&items);
	return e;
}

static struct error seat(struct context *ctx, struct arena *arena, const struct round *round,
	struct panel_act *act)
{
	struct account account;
	int64_t id;

	if (strcmp(round->state, "closed") == 0)
		return rule(N_("The round is closed."));
	TRY(find_account(ctx, arena, act->login, &account));
	if (act->chair)
		TRY(store_member_clear_chair(ctx->db, round->id));
	struct error e = store_member_find(ctx->db, round->id, account.id, &id);
	if (e.code == E_OK)
		return store_member_set(ctx->db, id, act->chair, act->substitute);
	if (e.code != E_NOT_FOUND)
		return e;
	TRY(store_member_add(
		ctx->db, round->id, account.id, act->chair, act->substitute, &id));
	if (strcmp(round->state, "open") == 0 && !act->substitute && round->per_submission == 0)
		return assign_all(ctx, round->id, id);
	return ok();
}

struct error round_seat(struct context *ctx, int64_t round_id, const char *login, bool chair,
	bool substitute)
{
	struct panel_act act = { .login = login, .chair = chair, .substitute = substitute };

	return change_panel(ctx, round_id, "round.seat", seat, &act);
}

static struct error unseat(struct context *ctx, struct arena *arena, const struct round *round,
	struct panel_act *act)
{
	struct member member;

	if (strcmp(round->state, "planned") != 0)
		return rule(N_("The round has begun: excuse or replace the juror instead."));
	TRY(find_member(ctx, arena, round, act->login, &member));
	return store_member_delete(ctx->db, member.id);
}

struct error round_unseat(struct context *ctx, int64_t round_id, const char *login)
{
	struct panel_act act = { .login = login };

	return change_panel(ctx, round_id, "round.unseat", unseat, &act);
}

/* A small generator with a published seed, so that a dealing can be repeated (SplitMix64, Steele et al.
 * 2014). */
static uint64_t next_random(uint64_t *state)
{
	uint64_t z = *state += 0x9E3779B97F4A7C15;

	z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
	z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
	return z ^ (z >> 31);
}

static void shuffle(int64_t *ids, size_t n, uint64_t *state)
{
	for (size_t i = n; i > 1; i--) {
		size_t k = (size_t)(next_random(state) % i);
		int64_t id = ids[i - 1];

		ids[i - 1] = ids[k];
		ids[k] = id;
	}
}

/* The members that review from the start: active, and no substitutes. */
static void reviewing(const struct members *members, struct id_list *ids)
{
	for (size_t i = 0; i < members->n; i++)
		if (!members->rows[i].substitute && strcmp(members->rows[i].state, "active") == 0)
			id_list_add(ids, members->rows[i].id);
}

/* Deals `per` members to each item in turn from a shuffled circle, so that shares differ by at most one. */
static struct error deal(struct context *ctx, const struct id_list *items,
	const struct id_list *members, size_t per)
{
	size_t next = 0;

	for (size_t i = 0; i < items->n; i++)
		for (size_t k = 0; k < per; k++) {
			TRY(store_assignment_add(ctx->db, items->ids[i], members->ids[next],
				(int64_t)i + 1));
			next = (next + 1) % members->n;
		}
	return ok();
}

static struct error assign_items(
	struct context *ctx, struct arena *arena, const struct round *round, uint64_t seed)
{
	struct members members;
	struct id_list items = { 0 }, ids = { 0 };
	uint64_t state = seed;
	struct error e = store_members(ctx->db, arena, round->id, &members);

	if (e.code == E_OK)
		e = store_item_ids(ctx->db, round->id, &items);
	if (e.code == E_OK)
		reviewing(&members, &ids);
	size_t per = round->per_submission == 0 ? ids.n : (size_t)round->per_submission;
	if (e.code == E_OK && per > ids.n)
		e = rule(N_("The panel has fewer jurors than each submission needs reviews."));
	if (e.code == E_OK && round->per_submission > 0)
		shuffle(ids.ids, ids.n, &state);
	if (e.code == E_OK)
		e = deal(ctx, &items, &ids, per);
	id_list_clear(&items);
	id_list_clear(&ids);
	return e;
}

static struct error assign(struct context *ctx, struct arena *arena, const struct round *round,
	struct panel_act *act)
{
	struct round changed = *round;
	int64_t reviews = 0;

	changed.per_submission = act->per_submission;
	if (act->per_submission != round->per_submission && round->locked != 0)
		return rule(N_("How many review each submission is part of the locked rules."));
	TRY(store_round_update(ctx->db, &changed));
	if (strcmp(round->state, "open") != 0)
		return ok();
	TRY(store_round_review_count(ctx->db, round->id, &reviews));
	if (reviews > 0)
		return rule(N_("Reviews have begun; they cannot be dealt anew."));
	TRY(store_assignments_delete(ctx->db, round->id));
	return assign_items(ctx, arena, &changed, act->seed);
}

struct error round_assign(
	struct context *ctx, int64_t round_id, int64_t per_submission, uint64_t seed)
{
	struct panel_act act = { .per_submission = per_submission, .seed = seed };

	if (per_submission < 0 || per_submission > 200)
		return (struct error){ .code = E_RANGE, .field = "min_reviews", .high = 200 };
	return change_panel(ctx, round_id, "round.assign", assign, &act);
}

static struct error excuse(struct context *ctx, struct arena *arena, const struct round *round,
	struct panel_act *act)
{
	struct member member;

	if (*act->reason == '\0')
		return fail(E_REQUIRED, "reason");
	TRY(find_member(ctx, arena, round, act->login, &member));
	if (strcmp(member.state, "active") != 0)
		return rule(N_("That juror has already been excused or replaced."));
	return store_member_set_state(ctx->db, member.id, "excused", act->reason, 0);
}

struct error round_excuse(
	struct context *ctx, int64_t round_id, const char *login, const char *reason)
{
	struct panel_act act = { .login = login, .reason = reason };

	return change_panel(ctx, round_id, "round.excuse", excuse, &act);
}

/* The successor takes over everything that was the juror's. */
static struct error replace(struct context *ctx, struct arena *arena, const struct round *round,
	struct panel_act *act)
{
	struct member leaving;
	struct account account;
	int64_t successor;

	if (*act->reason == '\0')
		return fail(E_REQUIRED, "reason");
	TRY(find_member(ctx, arena, round, act->login, &leaving));
	if (strcmp(leaving.state, "active") != 0)
		return rule(N_("That juror has already been excused or replaced."));
	TRY(find_account(ctx, arena, act->by, &account));
	if (account.id == leaving.account_id)
		return fail(E_INVALID, "juror");
	if (leaving.chair)
		TRY(store_member_clear_chair(ctx->db, round->id));
	struct error e = store_member_find(ctx->db, round->id, account.id, &successor);
	if (e.code == E_NOT_FOUND)
		e = store_member_add(
			ctx->db, round->id, account.id, leaving.chair, false, &successor);
	else if (e.code == E_OK)
		e = store_member_set(ctx->db, successor, leaving.chair, false);
	TRY(e);
	TRY(store_member_set_state(ctx->db, leaving.id, "replaced", act->reason, successor));
	return strcmp(round->state, "open") == 0 ? assign_all(ctx, round->id, successor) : ok();
}

struct error round_replace(struct context *ctx, int64_t round_id, const char *login,
	const char *by, const char *reason)
{
	struct panel_act act = { .login = login, .by = by, .reason = reason };

	return change_panel(ctx, round_id, "round.replace", replace, &act);
}

static void add_missing(struct checklist *list, bool missing, const char *sentence)
{
	if (missing && list->n < LEN(list->missing))
		list->missing[list->n++] = sentence;
}

static struct error check_open(
	struct context *ctx, struct arena *arena, const struct round *round, struct checklist *list)
{
	struct members members;
	struct id_list candidates = { 0 }, ids = { 0 };
	struct phase phase;

	TRY(phase_get(ctx, arena, phase_of_kind(round->kind), &phase));
	TRY(store_members(ctx->db, arena, round->id, &members));
	reviewing(&members, &ids);
	struct error e = store_round_candidates(ctx->db, round->kind, &candidates);
	add_missing(list, strcmp(phase.state, "open") == 0,
		N_("The phase is still open: what arrives now would not be in the round."));
	add_missing(list, candidates.n == 0, N_("There is nothing to review."));
	add_missing(list, ids.n == 0, N_("The panel has no jurors."));
	add_missing(list, (int64_t)ids.n < round->min_reviews && ids.n > 0,
		N_("The panel has fewer jurors than each submission needs reviews."));
	id_list_clear(&ids);
	id_list_clear(&candidates);
	return e;
}

static struct error check_close(struct context *ctx, struct arena *arena,
	const struct round *round, struct checklist *list)
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
		undeclared = undeclared ||
			(m->assigned > 0 && m->declared == 0 && strcmp(m->state, "active") == 0);
	}
	add_missing(list, undeclared,
		N_("A juror has not declared conflicts of interest; excuse or replace them, or close "
		   "without them."));
	add_missing(list, progress.submitted < progress.all,
		N_("Reviews are missing; drafts do not count."));
	add_missing(list, reviewers < round->quorum,
		N_("Fewer jurors than the quorum have submitted reviews."));
	return ok();
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
		add_missing(list, true, N_("Opening a closed round again needs a reason."));
		return ok();
	}
	return ok();
}

struct error round_check(struct context *ctx, int64_t round_id, enum round_move move,
	struct checklist *checklist)
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
	struct item item = { .round_id = round->id, .submission_id = s.id, .code = s.code,
		.position = position, .title = s.title, .body = s.body, .lang = s.lang };
	TRY(applicant_names(ctx, arena, &s, &item.applicant_fi, &item.applicant_sv));
	return store_item_add(ctx->db, &item, &id);
}

static struct error fix_items(
	struct context *ctx, struct arena *arena, const struct round *round)
{
	struct id_list ids = { 0 };
	struct error e =
		store_round_candidates(ctx->db, round->kind, &ids);

	for (size_t i = 0; e.code == E_OK && i < ids.n; i++)
		e = add_item(ctx, arena, round, ids.ids[i], (int64_t)i + 1);
	id_list_clear(&ids);
	return e;
}

static struct error open_round(struct context *ctx, struct arena *arena,
	const struct round *round)
{
	struct criteria criteria;

	if (strcmp(round->state, "planned") != 0)
		return rule(N_("Only a round in preparation can be opened."));
	TRY(store_criteria(ctx->db, arena, round->id, &criteria));
	if (criteria.n == 0)
		return rule(N_("The round has no criteria yet."));
	if (round->locked == 0)
		TRY(rules_keep(ctx, round->id, "", ""));
	TRY(fix_items(ctx, arena, round));
	TRY(assign_items(ctx, arena, round, (uint64_t)round->id));
	return store_round_set_open(ctx->db, round->id, context_now(ctx));
}

static struct error reopen_round(struct context *ctx, const struct round *round)
{
	if (strcmp(round->state, "closed") != 0)
		return rule(N_("Only a closed round can be opened again."));
	if (round->ranking_shown)
		return rule(N_("The ranking has been looked at: the round can no longer be opened "
			       "again."));
	return store_round_set_open(ctx->db, round->id, context_now(ctx));
}

static const char *const move_codes[] = {
	[ROUND_OPEN] = "open",
	[ROUND_CLOSE] = "close",
	[ROUND_REOPEN] = "reopen",
};

static struct error move(struct context *ctx, struct arena *arena, const struct round *round,
	struct panel_act *act)
{
	struct checklist list;

	TRY(check(ctx, arena, round, act->move, &list));
	if (act->move == ROUND_CLOSE && strcmp(round->state, "open") != 0)
		return rule(N_("Only an open round can be closed."));
	if (list.n > 0 && *act->reason == '\0')
		return fail(E_REASON, list.missing[0]);
	if (*act->reason != '\0')
		TRY(store_round_act_add(ctx->db, round->id, move_codes[act->move],
			context_now(ctx), act->reason));
	switch (act->move) {
	case ROUND_OPEN:
		return open_round(ctx, arena, round);
	case ROUND_CLOSE:
		return store_round_set_closed(ctx->db, round->id, context_now(ctx));
	case ROUND_REOPEN:
		return reopen_round(ctx, round);
	}
	return ok();
}

struct error round_move(
	struct context *ctx, int64_t round_id, enum round_move kind, const char *reason)
{
	static const char *const verbs[] = {
		[ROUND_OPEN] = "round.open",
		[ROUND_CLOSE] = "round.close",
		[ROUND_REOPEN] = "round.reopen",
	};
	struct panel_act act = { .move = kind, .reason = reason };

	return change_panel(ctx, round_id, verbs[kind], move, &act);
}
