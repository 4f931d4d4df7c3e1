/* SPDX-License-Identifier: MIT
 * The panel of a round: who sits on it, and who leaves it with a reason. */
#include <string.h>

#include "db/store/review.h"
#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/judging/change.h"
#include "src/registers/account.h"

/* One act on one juror, with what it needs. */
struct panel_act {
	const char *login, *by, *reason;
};

struct error round_members(
	struct context *ctx, struct arena *arena, int64_t round_id, struct members *members)
{
	return store_members(ctx->db, arena, round_id, members);
}

const char *member_waits(const struct round *round, const struct member *m)
{
	bool open = round_state_of(round->state) == ROUND_STATE_OPEN;

	if (member_state_of(m->state) != MEMBER_STATE_ACTIVE ||
		round_state_of(round->state) == ROUND_STATE_PLANNED ||
		(m->substitute && m->assigned == 0))
		return "";
	if (open && m->declared == 0)
		return "declare";
	if (open && m->submitted < m->assigned)
		return m->submitted == 0 && m->drafts == 0 ? "begin" : "finish";
	if (open && m->unconfirmed > 0) /* what is closed counts as it is */
		return "confirm";
	return m->assigned > 0 && m->submitted == m->assigned ? "ready" : "";
}

static struct error find_account(
	struct context *ctx, struct arena *arena, const char *login, struct account *account)
{
	TRY(account_find(ctx, arena, login, account));
	if (account_state_of(account->state) != ACCOUNT_STATE_ACTIVE)
		return rule(N_("That account is disabled."));
	return ok();
}

static struct error find_member(struct context *ctx, struct arena *arena, const struct round *round,
	const char *login, struct member *member)
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
			e = store_assignment_add(ctx->db, items.ids[i], member_id, (int64_t)i + 1);
	}
	id_list_clear(&items);
	return e;
}

static struct error refuse_left(const struct member *member)
{
	if (member_state_of(member->state) == MEMBER_STATE_ACTIVE)
		return ok();
	return rule(N_("That juror has already been excused or replaced."));
}

/* On the panel already: only as what they sit there changes. */
static struct error seat_member(
	struct context *ctx, const struct member *member, bool chair, bool substitute)
{
	TRY(refuse_left(member));
	return store_member_set(ctx->db, member->id, chair, substitute);
}

static struct error seat_one(struct context *ctx, struct arena *arena, const struct round *round,
	const struct seat *seat)
{
	struct account account;
	struct member member;

	TRY(find_account(ctx, arena, seat->login, &account));
	if (seat->chair)
		TRY(store_member_clear_chair(ctx->db, round->id));
	struct error e = find_member(ctx, arena, round, seat->login, &member);
	if (e.code == E_OK)
		e = seat_member(ctx, &member, seat->chair, seat->substitute);
	else if (e.code == E_NOT_FOUND)
		e = store_member_add(
			ctx->db, round->id, account.id, seat->chair, seat->substitute, &member.id);
	TRY(e);
	if (round_state_of(round->state) == ROUND_STATE_OPEN && !seat->substitute &&
		round->per_submission == 0)
		return assign_all(ctx, round->id, member.id);
	return ok();
}

struct seating {
	const struct seat *seats;
	size_t n;
	const struct seat *refused;
};

static struct error seat_all(
	struct context *ctx, struct arena *arena, const struct round *round, void *arg)
{
	struct seating *seating = arg;

	if (round_state_of(round->state) == ROUND_STATE_CLOSED)
		return rule(N_("The round is closed."));
	for (size_t i = 0; i < seating->n; i++) {
		seating->refused = &seating->seats[i];
		TRY(seat_one(ctx, arena, round, &seating->seats[i]));
	}
	return ok();
}

struct error round_seat_all(struct context *ctx, int64_t round_id, const struct seat *seats,
	size_t n, const struct seat **refused)
{
	struct seating seating = { seats, n, NULL };
	struct error e = change_round(ctx, round_id, "round.seat", seat_all, &seating);

	*refused = seating.refused;
	return e;
}

struct error round_seat(
	struct context *ctx, int64_t round_id, const char *login, bool chair, bool substitute)
{
	const struct seat *refused;

	return round_seat_all(
		ctx, round_id, &(struct seat){ login, chair, substitute }, 1, &refused);
}

static struct error unseat(
	struct context *ctx, struct arena *arena, const struct round *round, void *arg)
{
	const struct panel_act *act = arg;
	struct member member;

	if (round_state_of(round->state) != ROUND_STATE_PLANNED)
		return rule(N_("The round has begun: excuse or replace the juror instead."));
	TRY(find_member(ctx, arena, round, act->login, &member));
	return store_member_delete(ctx->db, member.id);
}

struct error round_unseat(struct context *ctx, int64_t round_id, const char *login)
{
	struct panel_act act = { .login = login };

	return change_round(ctx, round_id, "round.unseat", unseat, &act);
}

static struct error excuse(
	struct context *ctx, struct arena *arena, const struct round *round, void *arg)
{
	const struct panel_act *act = arg;
	const char *reason;
	struct member member;

	TRY(input_lines(arena, "reason", act->reason, REASON_MAX, true, &reason));
	TRY(find_member(ctx, arena, round, act->login, &member));
	TRY(refuse_left(&member));
	return store_member_set_state(ctx->db, member.id, "excused", reason, 0);
}

struct error round_excuse(
	struct context *ctx, int64_t round_id, const char *login, const char *reason)
{
	struct panel_act act = { .login = login, .reason = reason };

	return change_round(ctx, round_id, "round.excuse", excuse, &act);
}

/* What the juror has not submitted becomes the successor's to review. */
static struct error take_over(
	struct context *ctx, struct arena *arena, const struct member *leaving, int64_t successor)
{
	struct assignments list;

	TRY(store_assignments(ctx->db, arena, leaving->round_id, 0, leaving->id, &list));
	for (size_t i = 0; i < list.n; i++) {
		int64_t already;

		if (list.rows[i].review_id != 0)
			continue;
		struct error e =
			store_assignment_find(ctx->db, list.rows[i].item_id, successor, &already);
		if (e.code == E_NOT_FOUND)
			e = store_assignment_add(
				ctx->db, list.rows[i].item_id, successor, (int64_t)i + 1);
		TRY(e);
	}
	return ok();
}

static struct error replace(
	struct context *ctx, struct arena *arena, const struct round *round, void *arg)
{
	const struct panel_act *act = arg;
	const char *reason;
	struct member leaving, coming;
	struct account account;

	TRY(input_lines(arena, "reason", act->reason, REASON_MAX, true, &reason));
	TRY(find_member(ctx, arena, round, act->login, &leaving));
	TRY(refuse_left(&leaving));
	TRY(find_account(ctx, arena, act->by, &account));
	if (account.id == leaving.account_id)
		return fail(E_INVALID, "juror");
	if (leaving.chair)
		TRY(store_member_clear_chair(ctx->db, round->id));
	struct error e = find_member(ctx, arena, round, act->by, &coming);
	if (e.code == E_NOT_FOUND)
		e = store_member_add(
			ctx->db, round->id, account.id, leaving.chair, false, &coming.id);
	else if (e.code == E_OK && round->blind && round->per_submission > 0 &&
		 coming.conflicts > 0)
		e = rule(N_("In a blind round who takes over dealt reviews has no conflict: name "
			    "another juror, or excuse this one."));
	else if (e.code == E_OK)
		e = seat_member(ctx, &coming, leaving.chair || coming.chair, false);
	TRY(e);
	TRY(store_member_set_state(ctx->db, leaving.id, "replaced", reason, coming.id));
	if (round_state_of(round->state) != ROUND_STATE_OPEN)
		return ok();
	/* Where reviews count only as a whole, the successor begins anew. */
	if (conflict_scope_of(round->conflict_scope) == SCOPE_CHALLENGE)
		return assign_all(ctx, round->id, coming.id);
	return take_over(ctx, arena, &leaving, coming.id);
}

struct error round_replace(struct context *ctx, int64_t round_id, const char *login, const char *by,
	const char *reason)
{
	struct panel_act act = { .login = login, .by = by, .reason = reason };

	return change_round(ctx, round_id, "round.replace", replace, &act);
}
