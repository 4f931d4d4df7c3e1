/* SPDX-License-Identifier: MIT
 * What there is to a jury's meeting, and who is in the room for what. */
#include "src/judging/meeting.h"

#include "src/base/i18n.h"
#include "src/ground/sides.h"
#include "src/judging/round.h"

struct error meeting_get(
	struct context *ctx, struct arena *arena, int64_t id, struct meeting *meeting)
{
	struct error e = store_meeting_get(ctx->db, arena, id, meeting);

	return e.code == E_NOT_FOUND ? fail(E_NOT_FOUND, "meeting") : e;
}

struct error meeting_goes_on(struct context *ctx, int64_t decision_id, bool *on)
{
	struct arena arena = { 0 };
	struct meeting m = { 0 };
	int64_t id;
	struct error e = store_meeting_of_decision(ctx->db, decision_id, &id);

	*on = false;
	if (e.code == E_OK)
		e = store_meeting_get(ctx->db, &arena, id, &m);
	*on = e.code == E_OK && m.ends == 0;
	arena_clear(&arena);
	return e.code == E_NOT_FOUND ? ok() : e;
}

struct error meeting_read(
	struct context *ctx, struct arena *arena, int64_t id, struct meeting_view *view)
{
	struct db *db = ctx->db;
	struct meeting *m = &view->meeting;

	*view = (struct meeting_view){ 0 };
	TRY(require(ctx, ACT_READ));
	TRY(meeting_get(ctx, arena, id, m));
	TRY(store_decision_persons(db, arena, m->decision_id, &view->members));
	TRY(store_meeting_bars(
		db, arena, m->round_id, sides_sealed(ctx, m->round_id), &view->bars));
	TRY(store_meeting_items(db, arena, id, &view->items));
	TRY(store_meeting_absences(db, arena, id, &view->absences));
	TRY(store_meeting_votes(db, arena, id, &view->votes));
	TRY(store_meeting_ballots(db, arena, id, &view->ballots));
	TRY(store_meeting_dissents(db, arena, id, &view->dissents));
	TRY(store_meeting_remarks(db, arena, id, &view->remarks));
	return store_meeting_persons(db, arena, id, &view->persons);
}

struct error meeting_comments(struct context *ctx, struct arena *arena, int64_t item_id,
	struct meeting_comments *comments)
{
	struct item item;
	struct round round;

	TRY(require(ctx, ACT_READ));
	TRY(item_get(ctx, arena, item_id, &item));
	TRY(round_get(ctx, arena, item.round_id, &round));
	*comments = (struct meeting_comments){ 0 };
	return round_state_of(round.state) != ROUND_STATE_CLOSED ?
		       ok() :
		       store_meeting_comments(ctx->db, arena, item_id, comments);
}

const struct meeting_absence *meeting_out(const struct meeting_view *view, int64_t member_id)
{
	for (size_t i = 0; i < view->absences.n; i++)
		if (view->absences.rows[i].member_id == member_id &&
			view->absences.rows[i].returned == 0)
			return &view->absences.rows[i];
	return NULL;
}

const struct meeting_bar *meeting_bar(
	const struct meeting_view *view, int64_t member_id, int64_t item_id)
{
	for (size_t i = 0; i < view->bars.n; i++)
		if (view->bars.rows[i].member_id == member_id &&
			(item_id == 0 || view->bars.rows[i].item_id == item_id))
			return &view->bars.rows[i];
	return NULL;
}

bool meeting_has_in_room(const struct meeting_view *view, const struct decision_person *member)
{
	return presence_of(member->presence) != PRESENCE_ABSENT &&
	       meeting_out(view, member->member_id) == NULL;
}

static bool is_barred(const struct meeting_view *view, int64_t member_id, int64_t item_id)
{
	return item_id != 0 && meeting_bar(view, member_id, item_id) != NULL;
}

bool meeting_must_clear(const struct meeting_view *view, int64_t item_id)
{
	for (size_t i = 0; i < view->members.n; i++)
		if (meeting_has_in_room(view, &view->members.rows[i]) &&
			is_barred(view, view->members.rows[i].member_id, item_id))
			return true;
	return false;
}

int64_t meeting_present(const struct meeting_view *view, int64_t item_id)
{
	int64_t n = 0;

	for (size_t i = 0; i < view->members.n; i++)
		if (meeting_has_in_room(view, &view->members.rows[i]) &&
			!is_barred(view, view->members.rows[i].member_id, item_id))
			n++;
	return n;
}

struct error meeting_decides(
	struct context *ctx, struct arena *arena, int64_t decision_id, int64_t item_id)
{
	struct meeting_view view;
	int64_t id;
	struct error e = store_meeting_of_decision(ctx->db, decision_id, &id);

	if (e.code == E_NOT_FOUND)
		return ok();
	TRY(e);
	TRY(meeting_read(ctx, arena, id, &view));
	if (view.meeting.ends != 0)
		return rule(N_("The meeting has been closed. Open it again, with the reason, to "
			       "change an outcome."));
	if (meeting_must_clear(&view, item_id))
		return rule(N_("A member who is barred from this submission is in the room: note "
			       "first that they went out."));
	if (meeting_present(&view, item_id) < view.meeting.quorum)
		return rule(N_("There are too few members in the room for this submission: the "
			       "quorum is not met."));
	return store_meeting_item_put(ctx->db, id, item_id, context_now(ctx));
}
