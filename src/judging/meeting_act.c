/* SPDX-License-Identifier: MIT
 * Who comes, goes out and comes back, and what is said and voted on in the jury's meeting. */
#include "src/judging/meeting_act.h"

#include <string.h>

#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/ground/record.h"

static struct error check_open(const struct meeting *m)
{
	if (decision_state_of(m->decision_state) != DECISION_STATE_DRAFT)
		return rule(N_("What the meeting concluded is final. Begin a correction, and meet "
			       "on that."));
	return m->ends == 0 ? ok() :
			      rule(N_("The meeting has been closed. Open it again, with the "
				      "reason, to go on."));
}

struct error meeting_act(
	struct context *ctx, int64_t id, const char *verb, meeting_does does, const void *arg)
{
	struct meeting_act act = { .ctx = ctx };
	struct reference object = { "" };

	TRY(require(ctx, ACT_DECIDE));
	TRY(context_begin(ctx));
	struct error e = meeting_read(ctx, &act.arena, id, &act.view);
	if (e.code == E_OK) {
		object = reference_key(KIND_MEETING, act.view.meeting.round_key);
		e = check_open(&act.view.meeting);
	}
	if (e.code == E_OK)
		e = does(&act, arg);
	e = context_end(ctx, e, verb, object.text);
	arena_clear(&act.arena);
	return e;
}

struct error meeting_act_member(
	const struct meeting_act *act, const char *login, const struct decision_person **member)
{
	for (size_t i = 0; i < act->view.members.n; i++) {
		*member = &act->view.members.rows[i];
		if (strcmp((*member)->login, login) != 0)
			continue;
		return member_state_of((*member)->member_state) == MEMBER_STATE_ACTIVE ?
			       ok() :
			       rule(N_("Who has been excused or replaced does not sit in the "
				       "meeting."));
	}
	return fail(E_NOT_FOUND, "juror");
}

struct error meeting_act_time(const struct meeting_act *act, int64_t from, int64_t *at)
{
	int64_t now = context_now(act->ctx);

	if (*at == 0)
		*at = now;
	return *at < from || *at > now ? fail(E_INVALID, "time") : ok();
}

struct error meeting_act_takes_part(
	const struct meeting_act *act, const struct decision_person *member, int64_t item_id)
{
	if (item_id != 0 && meeting_bar(&act->view, member->member_id, item_id) != NULL)
		return rule(N_("Who is barred from a submission takes no part in what is decided "
			       "on it."));
	if (!meeting_has_in_room(&act->view, member))
		return rule(N_("Who is not in the room takes no part: note first that they came, "
			       "or came back."));
	return ok();
}

struct attending {
	const struct member_names *members;
	const char *presence, *reason;
};

/* Who comes late was out until now; who does not come is out from the start. */
static struct error note_absence(const struct meeting_act *act,
	const struct decision_person *member, const struct attending *in)
{
	const struct meeting_absence *out = meeting_out(&act->view, member->member_id);
	bool absent = presence_of(in->presence) == PRESENCE_ABSENT;
	struct meeting_absence row = { .member_id = member->member_id,
		.since = act->view.meeting.starts,
		.decided_by = "",
		.reason = in->reason };

	if (absent)
		return out != NULL ?
			       ok() :
			       store_meeting_absence_add(act->ctx->db, act->view.meeting.id, &row);
	bool was_absent = presence_of(member->presence) == PRESENCE_ABSENT;
	return out == NULL || !was_absent ?
		       ok() :
		       store_meeting_absence_end(act->ctx->db, out->id, context_now(act->ctx));
}

static struct error attend(struct meeting_act *act, const void *arg)
{
	struct attending in = *(const struct attending *)arg;
	const struct decision_person *member;

	TRY(input_code("presence", WORDS_PRESENCE, in.presence));
	TRY(input_lines(&act->arena, "reason", in.reason, REASON_MAX, false, &in.reason));
	for (size_t i = 0; i < in.members->n; i++) {
		TRY(meeting_act_member(act, in.members->logins[i], &member));
		TRY(store_decision_person_put(act->ctx->db, act->view.meeting.decision_id,
			member->member_id, in.presence));
		TRY(note_absence(act, member, &in));
	}
	return in.members->n > 0 ? ok() : fail(E_REQUIRED, "juror");
}

struct error meeting_attend(struct context *ctx, int64_t id, const struct member_names *members,
	const char *presence, const char *reason)
{
	const struct attending in = { members, presence, reason };

	return meeting_act(ctx, id, "meeting.attend", attend, &in);
}

struct leaving {
	const struct member_names *members;
	const struct going *going;
};

/* On the ground that bars them, if it is said that they go for that, or nothing else is said. */
static void find_ground(const struct meeting_act *act, struct meeting_absence *row)
{
	const struct meeting_bar *bar = meeting_bar(&act->view, row->member_id, row->item_id);

	if (bar == NULL || (row->ground != 0 && row->ground != bar->ground))
		return;
	row->ground = bar->ground;
	row->decided_by = bar->decided_by;
}

static struct error leave_one(struct meeting_act *act, const char *login, const struct going *in)
{
	const struct decision_person *member;
	struct meeting_absence row = {
		.item_id = in->item_id, .since = in->at, .ground = in->ground, .decided_by = ""
	};

	TRY(meeting_act_member(act, login, &member));
	row.member_id = member->member_id;
	if (presence_of(member->presence) == PRESENCE_ABSENT)
		return rule(N_("Who is not at the meeting cannot go out of it: mark first that "
			       "they came."));
	if (meeting_out(&act->view, row.member_id) != NULL)
		return rule(N_("They have gone out already: note first that they came back."));
	TRY(input_lines(&act->arena, "reason", in->reason, REASON_MAX, false, &row.reason));
	find_ground(act, &row);
	return store_meeting_absence_add(act->ctx->db, act->view.meeting.id, &row);
}

static struct error leave(struct meeting_act *act, const void *arg)
{
	const struct leaving *in = arg;
	struct going going = *in->going;

	if (going.ground < 0 || going.ground > 7)
		return fail(E_INVALID, "ground");
	TRY(meeting_act_time(act, act->view.meeting.starts, &going.at));
	for (size_t i = 0; i < in->members->n; i++)
		TRY(leave_one(act, in->members->logins[i], &going));
	return in->members->n > 0 ? ok() : fail(E_REQUIRED, "juror");
}

struct error meeting_leave(struct context *ctx, int64_t id, const struct member_names *members,
	const struct going *going)
{
	const struct leaving in = { members, going };

	return meeting_act(ctx, id, "meeting.leave", leave, &in);
}

struct returning {
	const struct member_names *members;
	int64_t at;
};

static struct error come_back(struct meeting_act *act, const void *arg)
{
	const struct returning *in = arg;
	const struct decision_person *member;

	for (size_t i = 0; i < in->members->n; i++) {
		int64_t at = in->at;

		TRY(meeting_act_member(act, in->members->logins[i], &member));
		const struct meeting_absence *out = meeting_out(&act->view, member->member_id);
		if (presence_of(member->presence) == PRESENCE_ABSENT)
			return rule(N_("They have not been at the meeting: mark first that they "
				       "came."));
		if (out == NULL)
			return rule(N_("They are in the room already."));
		TRY(meeting_act_time(act, out->since, &at));
		TRY(store_meeting_absence_end(act->ctx->db, out->id, at));
	}
	return in->members->n > 0 ? ok() : fail(E_REQUIRED, "juror");
}

struct error meeting_return(
	struct context *ctx, int64_t id, const struct member_names *members, int64_t at)
{
	const struct returning in = { members, at };

	return meeting_act(ctx, id, "meeting.return", come_back, &in);
}
